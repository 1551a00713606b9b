// SPDX-License-Identifier: MPL-2.0
// Where things are and what they are called: houses, small areas, areas and districts of a result.
#pragma once

#include "viewer/data/result.hpp"

#include <string>
#include <vector>

namespace samspil::viewer {

/// Null when the key is unknown or the result holds no houses.
const CentreRow* centre_of(const Result& result, int key);

/// Name of the house in the language; the id where it has none.
std::string house_name(const CentreRow& row, Language language);

/// Name of a unit in any organisation model of the result; empty when it is in none (older results hold no units).
std::string unit_name(const Result& result, const std::string& id);
/// Name of the municipality, or the word for it.
std::string municipality_name(const Result& result, Language language);

/// Whether the house lies in the district; everything lies in the empty one.
bool in_district(const CentreRow& centre, const std::string& district);

/// A unit and the small areas that count to it, in the order of the result.
struct MapUnit {
    std::string id, name;
    std::vector<std::size_t> neighbourhoods; ///< positions in Result::neighbourhoods
};
/// Of Dimension::neighbourhood, area or district; the last two are empty where the result does not say who belongs where.
std::vector<MapUnit> map_units(const Result& result, Dimension dimension);

} // namespace samspil::viewer
