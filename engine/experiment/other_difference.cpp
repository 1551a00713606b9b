// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/other_difference.hpp"

#include "engine/experiment/decomposition.hpp"
#include "engine/experiment/shared_past.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace samspil {
namespace {

bool of_the_same(const Intervention& a, const Intervention& b)
{
    return a.type == b.type && a.centre == b.centre && a.to == b.to && a.area == b.area && a.pool == b.pool;
}

/// Of the base's interventions those that the option does without and puts nothing in the place of.
std::vector<std::size_t> dropped(const Scenario& base, const Scenario& option)
{
    std::vector<std::size_t> gone = added_interventions(option, base);
    const std::vector<std::size_t> added = added_interventions(base, option);
    std::erase_if(gone, [&](std::size_t one) {
        return std::any_of(added.begin(), added.end(), [&](std::size_t other) { return of_the_same(base.interventions[one], option.interventions[other]); });
    });
    return gone;
}

/// Nothing is wrong with it that is not wrong with base or option.
bool is_sound(const Scenario& scenario, const Scenario& base, const Scenario& option)
{
    std::set<std::string> known;
    for (const Scenario* whole : {&base, &option}) {
        const Diagnostics of_whole = check_scenario(*whole);
        for (const Diagnostic& one : of_whole.items()) known.insert(one.message.en);
    }
    const Diagnostics found = check_scenario(scenario);
    return std::none_of(found.items().begin(), found.items().end(),
                        [&](const Diagnostic& one) { return one.severity == Severity::error && !known.contains(one.message.en); });
}

} // namespace

std::optional<OtherDifference> other_difference(const Scenario& base, const Scenario& option)
{
    Scenario from_the_beginning = option;
    from_the_beginning.interventions = base.interventions;
    const bool begins_otherwise = first_difference(base, from_the_beginning) != never;
    const std::vector<std::size_t> without = dropped(base, option);
    if (!begins_otherwise && without.empty()) return std::nullopt;
    OtherDifference other{std::move(from_the_beginning), {}, true};
    for (auto one = without.rbegin(); one != without.rend(); ++one)
        other.scenario.interventions.erase(other.scenario.interventions.begin() + static_cast<std::ptrdiff_t>(*one));
    other.label = without.empty()     ? Text{"andet, der er ændret fra begyndelsen", "what else differs from the beginning"}
                  : !begins_otherwise ? Text{"det, kun basis gør", "what only the base does"}
                                      : Text{"andet, der er ændret fra begyndelsen, og det, kun basis gør", "what else differs from the beginning, and what only the base does"};
    other.valid = is_sound(other.scenario, base, option);
    return other;
}

} // namespace samspil
