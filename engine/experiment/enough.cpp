// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/enough.hpp"

#include "engine/base/errors.hpp"
#include "engine/stats/intervals.hpp"
#include "engine/stats/moments.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include <fmt/format.h>

namespace samspil {
namespace {

using Values = std::span<const double>;

std::size_t index_of(const Kpi& kpi) { return *find_kpi(kpi.id); }

/// Option - base of the first n; of a lone scenario its own values.
std::vector<double> measured(Values base, Values option, std::size_t n)
{
    std::vector<double> values(option.begin(), option.begin() + static_cast<std::ptrdiff_t>(n));
    if (base.data() == option.data()) return values;
    for (std::size_t r = 0; r < n; ++r) values[r] -= base[r];
    return values;
}

bool satisfied(const EnoughGoal& goal, Values base, Values option, std::size_t n)
{
    const auto values = measured(base, option, n);
    if (goal.half_width) return is_narrow(values, *goal.half_width);
    if (base.data() == option.data()) return false; // a lone scenario has no difference to settle
    const double mean = moments(base.first(n)).mean();
    return is_settled(values, relevance_of(*goal.kpi, goal.relevance, std::isfinite(mean) ? std::optional(mean) : std::nullopt));
}

template <class Each>
void each_pair(std::span<const KpiColumns> options, std::span<const EnoughGoal> goals, Each each)
{
    for (std::size_t o = options.size() > 1 ? 1 : 0; o < options.size(); ++o) {
        for (const EnoughGoal& goal : goals) {
            const std::size_t k = index_of(*goal.kpi);
            each(o, goal, Values(options.front()[k]), Values(options[o][k]));
        }
    }
}

} // namespace

std::variant<EnoughGoal, Text> read_enough_goal(std::string_view text)
{
    const auto wrong = [&](std::string_view da, std::string_view en) {
        return Text{fmt::format("--until-ci «{}»: {}", text, da), fmt::format("--until-ci \"{}\": {}", text, en)};
    };
    const std::size_t sign = text.find('=');
    const auto kpi = find_kpi(text.substr(0, sign));
    if (!kpi) return wrong("ukendt nøgletal; samspil inspect på et resultat viser dem", "unknown indicator; samspil inspect of a result lists them");
    EnoughGoal goal{&kpi_table()[*kpi], std::nullopt, no_prior};
    if (sign == std::string_view::npos) return goal;
    std::string number(text.substr(sign + 1));
    const bool points = goal.kpi->unit == "share" && number.ends_with("pp"); // percentage points
    if (points) number.resize(number.size() - 2);
    std::replace(number.begin(), number.end(), ',', '.');
    double half = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), half);
    if (error != std::errc() || end != number.data() + number.size() || !(half > 0) || !std::isfinite(half))
        return wrong("halvbredden er et tal over nul i nøgletallets enhed", "the half-width is a number above zero in the unit of the indicator");
    goal.half_width = points ? half / 100 : half;
    return goal;
}

void take_relevance(std::vector<EnoughGoal>& goals, std::span<const Goal> said)
{
    for (EnoughGoal& goal : goals) {
        for (const Goal& one : said)
            if (one.kpi == goal.kpi->id) goal.relevance = one.relevance;
    }
}

std::optional<std::size_t> GoalAtLook::unpaired() const
{
    if (!pairing || !enough_at) return std::nullopt;
    return static_cast<std::size_t>(std::ceil(*pairing * static_cast<double>(*enough_at)));
}

std::vector<GoalAtLook> goals_at(std::span<const KpiColumns> options, std::size_t n, std::span<const EnoughGoal> goals)
{
    std::vector<GoalAtLook> found;
    each_pair(options, goals, [&](std::size_t o, const EnoughGoal& goal, Values base, Values option) {
        GoalAtLook at;
        at.goal = &goal;
        at.option = o;
        const auto values = measured(base, option, n);
        at.half_width = half_width(values);
        at.zeros = static_cast<std::size_t>(std::count(values.begin(), values.end(), 0.0));
        if (at.half_width) at.mean = moments(values).mean();
        if (options.size() > 1) at.pairing = pairing_factor(base.first(n), option.first(n));
        at.enough_at = smallest_look(n, [&](std::size_t m) { return satisfied(goal, base, option, m); });
        at.enough = at.enough_at.has_value(); // between two looks nothing is decided
        found.push_back(at);
    });
    return found;
}

std::optional<std::size_t> smallest_enough(std::span<const KpiColumns> options, std::size_t complete, std::span<const EnoughGoal> goals, std::size_t judged)
{
    const auto all_satisfied = [&](std::size_t n) {
        bool all = true;
        each_pair(options, goals, [&](std::size_t, const EnoughGoal& goal, Values base, Values option) {
            all = all && satisfied(goal, base, option, n);
        });
        return all;
    };
    return smallest_look(complete, all_satisfied, judged);
}

EnoughWatch::EnoughWatch(std::size_t options, int most, std::vector<EnoughGoal> goals)
    : goals_(std::move(goals)), there_(static_cast<std::size_t>(most), 0)
{
    columns_.assign(options, KpiColumns(kpi_table().size()));
}

void EnoughWatch::take(std::size_t option, int replication, std::span<const double> kpis)
{
    SAMSPIL_EXPECT(kpis.size() == kpi_table().size(), "a replication has every KPI");
    const auto r = static_cast<std::size_t>(replication);
    for (std::size_t k = 0; k < kpis.size(); ++k) {
        std::vector<double>& column = columns_.at(option)[k]; // grows with the run: the cap may be far away
        if (column.size() <= r) column.resize(r + 1, std::numeric_limits<double>::quiet_NaN());
        column[r] = kpis[k];
    }
    ++there_[r];
    const std::size_t before = complete_;
    while (complete_ < there_.size() && there_[complete_] == columns_.size()) ++complete_;
    if (settled_ || goals_.empty() || complete_ == before) return;
    settled_ = smallest_enough(columns_, complete_, goals_, before);
}

} // namespace samspil
