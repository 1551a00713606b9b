// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/part_names.hpp"

#include "engine/model/calendar.hpp"
#include "engine/model/house_name.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace samspil {

namespace {

Text house_named(const Scenario& scenario, const std::string& id)
{
    const int index = scenario.centre_index(id);
    return index < 0 ? Text{id, id} : house_in_both(scenario.centres[static_cast<std::size_t>(index)].name);
}

/// The house, else the area, else the pool it is about; empty where it is for all.
Text target_named(const Scenario& scenario, const Intervention& one)
{
    if (!one.centre.empty()) return house_named(scenario, one.centre);
    if (!one.area.empty()) {
        const auto& units = scenario.organisation_units;
        const auto unit = std::find_if(units.begin(), units.end(), [&](const OrganisationUnit& u) { return u.id == one.area; });
        return unit == units.end() ? Text{one.area, one.area} : Text{unit->name, unit->name};
    }
    const auto pool = std::find_if(scenario.pools.begin(), scenario.pools.end(), [&](const Pool& p) { return p.id == one.pool; });
    return pool == scenario.pools.end() ? Text{one.pool, one.pool} : pool->label;
}

} // namespace

Text describe(const Scenario& scenario, const Intervention& intervention)
{
    const Text target = target_named(scenario, intervention), to = house_named(scenario, intervention.to);
    const std::string when = format_date(intervention.date);
    const Label label = kind_of(intervention.type).label;
    const auto said = [&](Language language) {
        const std::string onto = intervention.to.empty() ? "" : " → " + to.in(language);
        const std::string where = target.in(language).empty() ? "" : fmt::format(" ({}{})", target.in(language), onto);
        return fmt::format("{} {}{}", label.in(language), when, where);
    };
    return {said(Language::da), said(Language::en)};
}

void tell_apart(std::vector<PartComparison>& parts)
{
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Text name = parts[i].label;
        int number = 1;
        for (std::size_t j = i + 1; j < parts.size(); ++j) {
            if (parts[j].label.da != name.da) continue;
            ++number;
            for (std::string Text::*in : {&Text::da, &Text::en}) parts[j].label.*in = fmt::format("{} ({})", name.*in, number);
        }
        if (number == 1) continue;
        for (std::string Text::*in : {&Text::da, &Text::en}) parts[i].label.*in += " (1)";
    }
}

} // namespace samspil
