// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/part_names.hpp"

#include "engine/model/calendar.hpp"

#include <fmt/format.h>

namespace samspil {

Text describe(const Intervention& intervention)
{
    const std::string& place = intervention.centre.empty() ? intervention.area : intervention.centre;
    const std::string& target = place.empty() ? intervention.pool : place;
    const std::string to = intervention.to.empty() ? "" : " → " + intervention.to;
    const std::string where = target.empty() ? "" : fmt::format(" ({}{})", target, to);
    const std::string when = format_date(intervention.date);
    const Label label = kind_of(intervention.type).label;
    return {fmt::format("{} {}{}", label.da, when, where), fmt::format("{} {}{}", label.en, when, where)};
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
