// SPDX-License-Identifier: MPL-2.0
// Agreements with associations: each has a key and a place of its own, a house or an area of the organisation.
#include "engine/model/check.hpp"

#include <algorithm>
#include <set>

namespace samspil {

void check_agreements(const Scenario& scenario, Diagnostics& found)
{
    std::set<int> keys;
    std::set<std::string> ids;
    const auto error = [&](const Agreement& one, std::string_view column, Text message, Text hint = {}) {
        found.add({Severity::error, "", 0, 0, fmt::format("agreements.{}.{}", one.id, column), std::move(message), std::move(hint)});
    };
    for (const Agreement& one : scenario.agreements) {
        if (!keys.insert(one.key).second) error(one, "key", say_both("nummer {} er brugt to gange", "the number {} is used twice", one.key));
        if (!ids.insert(one.id).second) error(one, "key", say_both("id '{}' er brugt to gange", "the id '{}' is used twice", one.id));
        if (one.centre.empty() == one.area.empty()) {
            error(one, "centre", {"skriv enten et hus eller et område", "write either a centre or an area"});
        } else if (!one.centre.empty() && scenario.centre_index(one.centre) < 0) {
            error(one, "centre", say_both("intet hus hedder '{}'", "no centre is named '{}'", one.centre));
        } else if (!one.area.empty() && std::none_of(scenario.organisation_units.begin(), scenario.organisation_units.end(),
                                                     [&](const OrganisationUnit& unit) { return unit.id == one.area; })) {
            error(one, "area", say_both("intet område hedder '{}'", "no area is named '{}'", one.area), possible_areas(scenario));
        }
    }
}

} // namespace samspil
