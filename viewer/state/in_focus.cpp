// SPDX-License-Identifier: MPL-2.0
// What a state means in a library: its base, options, goals and weeks.
#include "viewer/state/actions.hpp"

#include <algorithm>

namespace samspil::viewer {

const Result* base_of(const Library& library, const State& state)
{
    const Result* chosen = library.find(state.base);
    if (chosen != nullptr) return chosen;
    return library.results.empty() ? nullptr : library.results.front().get();
}

std::vector<const Result*> options_of(const Library& library, const State& state)
{
    const Result* base = base_of(library, state);
    std::vector<const Result*> options;
    for (const ResultPtr& result : library.results) {
        const bool hidden = std::find(state.hidden.begin(), state.hidden.end(), result->key) != state.hidden.end();
        if (result.get() == base || hidden || why_not_comparable(*base, *result)) continue;
        options.push_back(result.get());
    }
    return options;
}

const Result* option_of(const Library& library, const State& state)
{
    const std::vector<const Result*> options = options_of(library, state);
    const auto found = std::find_if(options.begin(), options.end(), [&](const Result* r) { return r->key == state.option; });
    if (found != options.end()) return *found;
    return options.empty() ? nullptr : options.front();
}

std::vector<Goal> goals_of(const Library& library, const State& state)
{
    const Result* base = base_of(library, state);
    const std::vector<Goal> own = goals_or_headline(base == nullptr ? std::span<const Goal>() : base->metadata.goals);
    std::vector<Goal> chosen;
    for (const std::string& id : state.goals) {
        const auto same = [&](const Goal& g) { return g.kpi == id; };
        const auto found = std::find_if(own.begin(), own.end(), same);
        if (found != own.end()) chosen.push_back(*found);
    }
    return chosen.empty() ? own : chosen;
}

const Kpi& goal_of(const Library& library, const State& state)
{
    std::optional<std::size_t> chosen = find_kpi(state.goal);
    if (!chosen) chosen = find_kpi(goals_of(library, state).front().kpi);
    return kpi_table()[chosen.value_or(0)];
}

int weeks_of(const Library& library, const State& state)
{
    const Result* base = base_of(library, state);
    return base == nullptr ? 0 : base->metadata.weeks;
}

} // namespace samspil::viewer
