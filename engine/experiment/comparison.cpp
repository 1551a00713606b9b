// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/comparison.hpp"

#include "engine/base/errors.hpp"
#include "engine/model/calendar.hpp"
#include "engine/stats/intervals.hpp"
#include "engine/stats/moments.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace samspil {
namespace {

constexpr Kpi extra_reached{"cost.per_extra_reached",
                            "kr.",
                            Direction::none,
                            0.01,
                            Relevance::share_of_base,
                            false,
                            false,
                            {"Udgift pr. ekstra deltagermåned", "Cost per extra participant-month"},
                            {"forskel i samlet udgift pr. ekstra deltagermåned i tilbud, klubber med, antagne enhedspriser",
                             "difference in total cost per extra participant-month in an offer, clubs included, assumed unit prices"}};

std::optional<double> finite(double value) { return std::isfinite(value) ? std::optional(value) : std::nullopt; }

std::size_t index_of_kpi(std::string_view id)
{
    const auto index = find_kpi(id);
    SAMSPIL_EXPECT(index.has_value(), "the comparison reads only KPIs of the table");
    return *index;
}

KpiDifference compare_one(const Kpi& kpi, std::span<const double> base, std::span<const double> option,
                          const Goal* goal)
{
    const PairedDifference paired = paired_difference(base, option, comparison_level);
    KpiDifference result;
    result.kpi = &kpi;
    result.n = paired.n;
    result.base = finite(moments(base).mean());
    result.option = finite(moments(option).mean());
    result.goal = goal != nullptr;
    result.relevance = relevance_of(kpi, goal != nullptr ? goal->relevance : no_prior, result.base);
    result.share_above = finite(paired.share_above);
    if (!paired.interval) return result;
    result.difference = paired.mean;
    result.ci_low = paired.interval->low;
    result.ci_high = paired.interval->high;
    for (std::size_t r = 0; r < base.size(); ++r)
        result.by_pair.push_back(option[r] - base[r]);
    if (goal != nullptr && kpi.direction != Direction::none)
        result.verdict = verdict_of(kpi.direction, *result.ci_low, *result.ci_high, result.relevance);
    return result;
}

/// Person-months in an offer: total cost over cost per participant-month.
std::vector<double> person_months(const KpiColumns& columns, std::size_t n)
{
    const auto& total = columns[index_of_kpi("cost.total")];
    const auto& per_month = columns[index_of_kpi("cost.net_per_participant_month")];
    std::vector<double> months(n);
    for (std::size_t r = 0; r < n; ++r)
        months[r] = total[r] / per_month[r];
    return months;
}

/// Fieller: the ratios rho for which the t interval of (cost - rho * months) holds zero; bounded, because the interval
/// of the months does not hold zero.
std::optional<Interval> fieller(std::span<const double> cost, std::span<const double> months)
{
    const Moments c = moments(cost), m = moments(months);
    const double n = static_cast<double>(cost.size());
    double together = 0;
    for (std::size_t r = 0; r < cost.size(); ++r)
        together += (cost[r] - c.mean()) * (months[r] - m.mean());
    const double t = student_t_quantile(0.5 + 0.5 * comparison_level, n - 1);
    const double k = t * t / n;
    const double a = m.mean() * m.mean() - k * m.variance();
    const double b = c.mean() * m.mean() - k * together / (n - 1);
    const double d = c.mean() * c.mean() - k * c.variance();
    const double inside = b * b - a * d;
    if (!(a > 0) || !(inside >= 0)) return std::nullopt;
    const double half = std::sqrt(inside);
    return Interval{(b - half) / a, (b + half) / a};
}

KpiDifference compare_extra_reached(const KpiColumns& base, const KpiColumns& option, std::size_t n)
{
    KpiDifference result;
    result.kpi = &extra_reached;
    result.n = n;
    const auto base_months = person_months(base, n), option_months = person_months(option, n);
    const PairedDifference extra = paired_difference(base_months, option_months, comparison_level);
    if (!extra.interval || extra.interval->contains(0)) return result;
    const auto total = index_of_kpi("cost.total");
    std::vector<double> cost(n), months(n);
    for (std::size_t r = 0; r < n; ++r) {
        cost[r] = option[total][r] - base[total][r];
        months[r] = option_months[r] - base_months[r];
    }
    const auto interval = fieller(cost, months);
    if (!interval) return result;
    // Rounding may put the ratio a last digit outside its own interval.
    result.difference = std::clamp(moments(cost).mean() / extra.mean, interval->low, interval->high);
    result.ci_low = interval->low;
    result.ci_high = interval->high;
    result.more_months = extra.mean > 0;
    return result;
}

std::string number(long long value) { return std::to_string(value); }

} // namespace

std::string_view id_of(Verdict verdict)
{
    static constexpr std::string_view ids[] = {"better", "worse", "tie"};
    return ids[static_cast<int>(verdict)];
}

Label label_of(Verdict verdict)
{
    static constexpr Label labels[] = {{"bedre", "better"}, {"dårligere", "worse"}, {"uafgjort", "tie"}};
    return labels[static_cast<int>(verdict)];
}

Label depends_label() { return {"afhænger af antagelser", "depends on assumptions"}; }

std::vector<Goal> goals_or_headline(std::span<const Goal> asked)
{
    if (!asked.empty()) return {asked.begin(), asked.end()};
    std::vector<Goal> goals;
    for (const Kpi& kpi : kpi_table()) {
        if (kpi.headline) goals.push_back({std::string(kpi.id), no_prior});
    }
    return goals;
}

Verdict verdict_of(Direction direction, double ci_low, double ci_high, double relevance)
{
    SAMSPIL_EXPECT(direction != Direction::none, "a verdict needs a good direction");
    if (ci_low <= 0 && ci_high >= 0) return Verdict::tie;
    if (ci_low >= -relevance && ci_high <= relevance) return Verdict::tie;
    return (ci_low > 0) == (direction == Direction::higher_is_better) ? Verdict::better : Verdict::worse;
}

double relevance_of(const Kpi& kpi, double relevance, std::optional<double> base)
{
    const double asked = std::isnan(relevance) ? kpi.relevance : relevance;
    if (kpi.relevance_kind == Relevance::absolute) return asked;
    return base ? asked * std::abs(*base) : 0.0;
}

bool holds_zero(const KpiDifference& d) { return d.difference && *d.ci_low <= 0 && *d.ci_high >= 0; }

bool is_fixed(const KpiDifference& d)
{
    // Below that the width is rounding of a constant difference.
    return d.difference && !holds_zero(d) && *d.ci_high - *d.ci_low <= 2e-12 * std::abs(*d.difference);
}

bool is_nothing(const KpiDifference& d) { return d.difference && *d.ci_low == 0 && *d.ci_high == 0; }

std::vector<KpiDifference> compare_runs(const KpiColumns& base, const KpiColumns& option, std::span<const Goal> goals)
{
    const auto table = kpi_table();
    SAMSPIL_EXPECT(base.size() == table.size() && option.size() == table.size(), "a column for every KPI");
    std::vector<KpiDifference> result;
    std::size_t pairs = base.empty() ? 0 : base.front().size();
    for (std::size_t k = 0; k < table.size(); ++k)
        pairs = std::min({pairs, base[k].size(), option[k].size()});
    for (std::size_t k = 0; k < table.size(); ++k) {
        const auto goal = std::find_if(goals.begin(), goals.end(), [&](const Goal& g) { return g.kpi == table[k].id; });
        result.push_back(compare_one(table[k], std::span(base[k]).first(pairs), std::span(option[k]).first(pairs),
                                     goal == goals.end() ? nullptr : &*goal));
    }
    result.push_back(compare_extra_reached(base, option, pairs));
    return result;
}

KpiDifference compare_values(const Kpi& kpi, std::span<const double> base, std::span<const double> option, double relevance)
{
    const Goal as_goal{std::string(kpi.id), relevance};
    const std::size_t pairs = std::min(base.size(), option.size());
    return compare_one(kpi, base.first(pairs), option.first(pairs), &as_goal);
}

const Kpi& per_extra_reached() { return extra_reached; }

const KpiDifference* find_difference(std::span<const KpiDifference> differences, std::string_view kpi)
{
    const auto found =
        std::find_if(differences.begin(), differences.end(), [&](const auto& d) { return d.kpi->id == kpi; });
    return found == differences.end() ? nullptr : &*found;
}

std::optional<Text> why_not_paired(const RunFrame& base, const RunFrame& option)
{
    // The adjective comes with the noun: its gender and number.
    const auto differ = [](Label what, const std::string& a, const std::string& b) {
        return Text{std::string(what.da) + ": " + a + " i basis, " + b + " i alternativet",
                    std::string(what.en) + " differs: " + a + " in the base, " + b + " in the option"};
    };
    if (base.seed != option.seed) return differ({"frøet (seed) er forskelligt", "the seed"}, number(base.seed), number(option.seed));
    if (base.start != option.start)
        return differ({"startdatoen er forskellig", "the start date"}, format_date(base.start), format_date(option.start));
    if (base.weeks != option.weeks)
        return differ({"antallet af uger er forskelligt", "the number of weeks"}, number(base.weeks), number(option.weeks));
    if (base.covers != option.covers) {
        const auto words = [](const RunFrame& frame) {
            return frame.covers == covers_chance ? Label{"kun tilfældighed", "chance only"} : Label{"tilfældighed og antagelser", "chance and assumptions"};
        };
        const Label a = words(base), b = words(option);
        return Text{fmt::format("gentagelserne dækker ikke det samme: {} i basis, {} i alternativet", a.da, b.da),
                    fmt::format("the replications do not cover the same: {} in the base, {} in the option", a.en, b.en)};
    }
    if (base.burn_in_weeks != option.burn_in_weeks)
        return differ({"indkøringens længde i uger er forskellig", "the burn-in in weeks"}, number(base.burn_in_weeks),
                      number(option.burn_in_weeks));
    return std::nullopt;
}

} // namespace samspil
