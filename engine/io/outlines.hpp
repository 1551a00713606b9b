// SPDX-License-Identifier: MPL-2.0
// outlines.csv (optional): where the neighbourhoods end, for maps. Not part of a Scenario: no result depends on it.
#pragma once

#include "engine/base/errors.hpp"
#include "engine/model/scenario.hpp"

#include <span>
#include <string>
#include <vector>

namespace samspil {

struct Table;

/// Whole metres, UTM zone 32.
struct MapPoint {
    int x_m = 0, y_m = 0;
    bool operator==(const MapPoint&) const = default;
};

/// One closed ring round a neighbourhood; the last point joins the first. A neighbourhood may have several (islands); a
/// ring inside another ring of the same neighbourhood is a hole.
struct Outline {
    int neighbourhood = 0;        ///< key
    std::vector<MapPoint> points; ///< at least three
    std::string source;           ///< whom to name beside the map
    bool operator==(const Outline&) const = default;
};

/// The rings of a table, by neighbourhood as these are listed, then by ring and point. Rows that name no neighbourhood
/// and rings of fewer than three points are reported, an unknown id once; `neighbourhoods_known` false: unknown ids are not.
std::vector<Outline> outlines_of(const Table& table, std::span<const Neighbourhood> neighbourhoods, bool neighbourhoods_known,
                                 Diagnostics& out);

} // namespace samspil
