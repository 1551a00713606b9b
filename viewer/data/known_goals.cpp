// SPDX-License-Identifier: MPL-2.0
#include "viewer/data/known_goals.hpp"

#include "engine/experiment/citizens.hpp"

#include <algorithm>
#include <cmath>

namespace samspil::viewer {
namespace {

/// The same goals with the same limits; two that are not set are the same.
bool same(const Goal& a, const Goal& b)
{
    return a.kpi == b.kpi && (a.relevance == b.relevance || (std::isnan(a.relevance) && std::isnan(b.relevance)));
}

std::vector<GoalCell> cells_of(const Result& base, const Result& option, std::span<const Goal> goals)
{
    std::vector<GoalCell> cells;
    for (KpiDifference& d : goal_differences(base.kpis, option.kpis, goals)) {
        const auto citizens = d.difference ? difference_in_citizens(*d.kpi, base.kpis, option.kpis, base.metadata.weeks) : std::nullopt;
        cells.push_back(goal_cell(std::move(d)));
        cells.back().citizens = citizens;
    }
    return cells;
}

} // namespace

void KnownGoals::look_at(const Library& library)
{
    open_.clear();
    for (const ResultPtr& result : library.results) open_[result.get()] = result;
    std::erase_if(pairs_, [&](const auto& pair) { return open_.count(pair.first.first) == 0 || open_.count(pair.first.second) == 0; });
}

const std::vector<GoalCell>& KnownGoals::cells(const Result& base, const Result& option, std::span<const Goal> goals)
{
    const auto found_base = open_.find(&base), found_option = open_.find(&option);
    const bool keeps = found_base != open_.end() && found_option != open_.end();
    Pair& pair = keeps ? pairs_[{&base, &option}] : passing_;
    if (keeps && std::equal(pair.goals.begin(), pair.goals.end(), goals.begin(), goals.end(), same)) return pair.cells;
    pair = {keeps ? found_base->second : nullptr, keeps ? found_option->second : nullptr, {goals.begin(), goals.end()}, cells_of(base, option, goals)};
    return pair.cells;
}

} // namespace samspil::viewer
