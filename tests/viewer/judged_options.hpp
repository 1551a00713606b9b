// SPDX-License-Identifier: MPL-2.0
// Options whose verdicts are known, for the tests of what an overview says of them.
#pragma once

#include "viewer/data/overview.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace samspil::viewer {

inline std::size_t characters(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// A difference with the verdict its interval deserves.
inline KpiDifference difference_of(const Kpi& kpi, double middle, double half, double relevance, std::size_t pairs)
{
    KpiDifference d;
    d.kpi = &kpi;
    d.goal = true;
    d.n = pairs;
    d.relevance = relevance;
    d.base = 10;
    d.option = 10 + middle;
    if (pairs < 2) return d;
    d.difference = middle;
    d.ci_low = middle - half;
    d.ci_high = middle + half;
    d.share_above = middle > 0 ? 0.75 : 0.25;
    if (kpi.direction != Direction::none) d.verdict = verdict_of(kpi.direction, *d.ci_low, *d.ci_high, relevance);
    for (std::size_t r = 0; r < pairs; ++r) d.by_pair.push_back(middle + half * (r % 2 == 0 ? 1 : -1));
    return d;
}

inline OverviewOption option_of(const std::string& title, const std::string& letter, std::vector<KpiDifference> goals)
{
    OverviewOption option;
    option.key = option.letter = letter;
    option.title = {title, title};
    option.pairs = goals.empty() ? 20 : goals.front().n;
    option.replications = option.wanted = static_cast<int>(option.pairs);
    for (KpiDifference& d : goals) option.goals.push_back(goal_cell(std::move(d)));
    return option;
}

/// An option that is better (+), worse (-), a tie (0), undecided (?), better or worse below its limit (p, m) on the headline
/// goals, one character each.
inline OverviewOption judged(const std::string& letter, const std::string& verdicts)
{
    std::vector<KpiDifference> goals;
    const std::vector<Goal> all = goals_or_headline({});
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const Kpi& kpi = kpi_table()[*find_kpi(all[i].kpi)];
        const double good = kpi.direction == Direction::higher_is_better ? 1 : -1;
        const char sort = verdicts[i];
        const bool small = sort == 'p' || sort == 'm', zero = sort == '0' || sort == '?';
        goals.push_back(difference_of(kpi, zero ? 0 : sort == '+' || sort == 'p' ? good : -good, 0.1, small ? 1.05 : sort == '0' ? 0.1 : 0.05, 20));
    }
    return option_of("Valg " + letter, letter, std::move(goals));
}

} // namespace samspil::viewer
