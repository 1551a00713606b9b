// SPDX-License-Identifier: MPL-2.0
#include "viewer/data/places.hpp"

#include "engine/model/house_name.hpp"

#include <algorithm>

namespace samspil::viewer {

const CentreRow* centre_of(const Result& result, int key)
{
    const auto found = std::find_if(result.centres.begin(), result.centres.end(), [&](const CentreRow& c) { return c.key == key; });
    return found == result.centres.end() ? nullptr : &*found;
}

std::string house_name(const CentreRow& row, Language language) { return row.name.empty() ? row.id : samspil::house_name(row.name, language); }

std::string unit_name(const Result& result, const std::string& id)
{
    const auto found = std::find_if(result.units.begin(), result.units.end(), [&](const UnitRow& u) { return u.id == id; });
    return found == result.units.end() ? std::string() : found->name;
}

std::string municipality_name(const Result& result, Language language)
{
    const auto found = std::find_if(result.units.begin(), result.units.end(), [](const UnitRow& u) { return u.parent.empty(); });
    if (found != result.units.end() && !found->name.empty()) return found->name;
    return language == Language::da ? "Hele kommunen" : "The whole municipality";
}

bool in_district(const CentreRow& centre, const std::string& district) { return district.empty() || centre.district == district; }

std::vector<MapUnit> map_units(const Result& result, Dimension dimension)
{
    std::vector<MapUnit> units;
    for (std::size_t i = 0; i < result.neighbourhoods.size(); ++i) {
        const NeighbourhoodRow& row = result.neighbourhoods[i];
        if (dimension == Dimension::neighbourhood) {
            units.push_back({row.id, row.name, {i}});
            continue;
        }
        const std::string& id = dimension == Dimension::area ? row.area : row.district;
        if (id.empty()) continue;
        auto found = std::find_if(units.begin(), units.end(), [&](const MapUnit& u) { return u.id == id; });
        if (found == units.end()) found = units.insert(units.end(), {id, unit_name(result, id), {}});
        found->neighbourhoods.push_back(i);
    }
    return units;
}

} // namespace samspil::viewer
