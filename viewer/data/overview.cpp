// SPDX-License-Identifier: MPL-2.0
#include "viewer/data/overview.hpp"

#include "viewer/data/known_goals.hpp"
#include "viewer/data/time_words.hpp"

#include "engine/io/comparison_report.hpp"
#include "engine/stats/moments.hpp"
#include "engine/stats/quantiles.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace samspil::viewer {
namespace {

constexpr std::size_t most_dots = 20;

std::size_t pairs_of(const KpiColumns& a, const KpiColumns& b)
{
    std::size_t pairs = a.empty() ? 0 : a.front().size();
    for (std::size_t k = 0; k < a.size(); ++k) pairs = std::min({pairs, a[k].size(), b[k].size()});
    return pairs;
}

/// In brief, by the goals and what they are read with.
std::vector<Text> other_side(const Result& base, const Result& option, std::span<const GoalCell> goals)
{
    std::vector<KpiDifference> all;
    std::vector<Goal> besides;
    for (const GoalCell& cell : goals) all.push_back(cell.difference);
    for (const std::string_view id : read_with_wins()) {
        if (std::none_of(all.begin(), all.end(), [&](const KpiDifference& d) { return d.kpi->id == id; })) besides.push_back({std::string(id), no_prior});
    }
    for (KpiDifference& d : goal_differences(base.kpis, option.kpis, besides)) {
        d.goal = false;
        d.verdict.reset();
        all.push_back(std::move(d));
    }
    std::vector<Text> brief;
    for (OtherSide& other : other_side_of_wins(all)) brief.push_back(std::move(other.brief));
    return brief;
}

std::vector<KpiDifference> levels_of(const Result& base, std::span<const Goal> goals)
{
    std::vector<KpiDifference> levels;
    for (const Goal& goal : goals) {
        const auto k = find_kpi(goal.kpi);
        if (!k) continue;
        KpiDifference level;
        level.kpi = &kpi_table()[*k];
        level.n = base.kpis[*k].size();
        const double mean = moments(base.kpis[*k]).mean();
        if (std::isfinite(mean)) level.base = mean;
        levels.push_back(std::move(level));
    }
    return levels;
}

} // namespace

std::string letter_of(std::size_t i)
{
    const std::string last(1, static_cast<char>('A' + i % 26));
    return i < 26 ? last : letter_of(i / 26 - 1) + last;
}

GoalCell goal_cell(KpiDifference difference)
{
    GoalCell cell;
    cell.difference = std::move(difference);
    std::vector<double> sorted = cell.difference.by_pair;
    if (sorted.empty()) return cell;
    std::sort(sorted.begin(), sorted.end());
    cell.low90 = quantile_of_sorted(sorted, 0.05);
    cell.low50 = quantile_of_sorted(sorted, 0.25);
    cell.middle = quantile_of_sorted(sorted, 0.5);
    cell.high50 = quantile_of_sorted(sorted, 0.75);
    cell.high90 = quantile_of_sorted(sorted, 0.95);
    if (sorted.size() <= most_dots) {
        cell.dots = std::move(sorted);
    } else {
        for (std::size_t i = 0; i < most_dots; ++i)
            cell.dots.push_back(quantile_of_sorted(sorted, (static_cast<double>(i) + 0.5) / most_dots));
    }
    return cell;
}

std::size_t count_of(const OverviewOption& option, Verdict sort)
{
    return static_cast<std::size_t>(
        std::count_if(option.goals.begin(), option.goals.end(), [&](const GoalCell& c) { return is_clearly(c.difference, sort); }));
}

std::size_t count_of(const OverviewOption& option, Finding finding)
{
    return static_cast<std::size_t>(std::count_if(option.goals.begin(), option.goals.end(), [&](const GoalCell& c) {
        return c.difference.verdict && finding_of(c.difference) == finding;
    }));
}

std::vector<KpiDifference> goal_differences(const KpiColumns& base, const KpiColumns& option, std::span<const Goal> goals)
{
    const std::size_t pairs = pairs_of(base, option);
    std::vector<KpiDifference> chosen;
    for (const Goal& goal : goals) {
        const auto k = find_kpi(goal.kpi);
        if (!k) continue;
        KpiDifference d = compare_values(kpi_table()[*k], std::span(base[*k]).first(pairs), std::span(option[*k]).first(pairs));
        d.relevance = relevance_of(*d.kpi, goal.relevance, d.base);
        if (d.verdict) d.verdict = verdict_of(d.kpi->direction, *d.ci_low, *d.ci_high, d.relevance);
        chosen.push_back(std::move(d));
    }
    return chosen;
}

Between between_of(std::span<const GoalCell> goals)
{
    Between counts;
    for (const GoalCell& c : goals) {
        counts.better += is_clearly(c.difference, Verdict::better);
        counts.worse += is_clearly(c.difference, Verdict::worse);
    }
    return counts;
}

int balance_of(std::span<const GoalCell> goals)
{
    const Between counts = between_of(goals);
    return counts.better - counts.worse;
}

int balance_of(const OverviewOption& option)
{
    return balance_of(option.goals);
}

std::vector<std::size_t> leaders_of(std::span<const OverviewOption> options,
                                    const std::function<Between(std::size_t, std::size_t)>& between)
{
    int best = 0, second = std::numeric_limits<int>::min();
    for (const OverviewOption& option : options) best = std::max(best, balance_of(option));
    std::vector<std::size_t> leaders;
    if (best == 0) return leaders;
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (balance_of(options[i]) == best) leaders.push_back(i);
        else second = std::max(second, balance_of(options[i]));
    }
    if (leaders.size() == 1 && second > 0) { // who is no better than the base is best of nothing
        const std::size_t first = leaders.front();
        for (std::size_t i = 0; i < options.size(); ++i) {
            if (balance_of(options[i]) != second) continue;
            if (const Between counts = between(first, i); counts.better <= counts.worse) leaders.push_back(i);
        }
        std::sort(leaders.begin(), leaders.end());
    }
    std::vector<std::size_t> unbeaten;
    for (const std::size_t i : leaders) {
        const bool beaten = std::any_of(leaders.begin(), leaders.end(), [&](std::size_t other) {
            if (other == i) return false;
            const Between counts = between(i, other);
            return counts.better == 0 && counts.worse > 0;
        });
        if (!beaten) unbeaten.push_back(i);
    }
    return unbeaten.empty() ? leaders : unbeaten; // no chance may leave nobody
}

Among among_leaders(std::span<const std::size_t> leaders, const std::function<Between(std::size_t, std::size_t)>& between)
{
    std::vector<bool> ahead(leaders.size());
    bool level = true;
    for (std::size_t i = 0; i < leaders.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const Between counts = between(leaders[i], leaders[j]);
            ahead[i] = ahead[i] || counts.better > 0;
            ahead[j] = ahead[j] || counts.worse > 0;
            level = level && counts.better == 0 && counts.worse == 0;
        }
    }
    if (level) return Among::level;
    return std::find(ahead.begin(), ahead.end(), false) == ahead.end() ? Among::each_ahead : Among::some_ahead;
}

const KpiDifference* worst_drawback(const OverviewOption& option)
{
    const KpiDifference* worst = nullptr;
    for (const GoalCell& cell : option.goals) worst = worse_of(worst, &cell.difference);
    return worst;
}

Overview make_overview(const Result& base, std::span<const Result* const> options, std::span<const Goal> goals)
{
    KnownGoals nothing;
    return make_overview(base, options, goals, nothing);
}

Overview make_overview(const Result& base, std::span<const Result* const> options, std::span<const Goal> goals, KnownGoals& known)
{
    Overview overview;
    overview.base = {title_of(base, Language::da), title_of(base, Language::en)};
    overview.replications = base.replications;
    overview.wanted = base.wanted;
    overview.weeks = base.metadata.weeks;
    overview.early = base.early;
    overview.covers = covers_words(base);
    overview.covers_id = base.metadata.covers;
    overview.levels = levels_of(base, goals);
    for (const Result* result : options) {
        OverviewOption option;
        option.key = result->key;
        option.title = {title_of(*result, Language::da), title_of(*result, Language::en)};
        option.letter = letter_of(overview.options.size());
        option.replications = result->replications;
        option.wanted = result->wanted;
        option.pairs = pairs_of(base.kpis, result->kpis);
        option.goals = known.cells(base, *result, goals);
        option.other_side = other_side(base, *result, option.goals);
        overview.options.push_back(std::move(option));
    }
    const auto between = [&](std::size_t a, std::size_t b) { return between_of(known.cells(*options[b], *options[a], goals)); };
    overview.leaders = leaders_of(overview.options, between);
    overview.among = among_leaders(overview.leaders, between);
    overview.sentence = overview_sentence(overview.options, overview.leaders, overview.among, base.metadata.covers);
    return overview;
}

} // namespace samspil::viewer
