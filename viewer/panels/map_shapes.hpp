// SPDX-License-Identifier: MPL-2.0
// The land of the map: rings of small areas triangulated once, and where districts and areas meet. Metres from a corner,
// x to the east, y to the south, so that a picture only scales and moves them.
#pragma once

#include "viewer/chart/canvas.hpp"
#include "viewer/data/places.hpp"
#include "viewer/panels/apart.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace samspil::viewer {

struct MapRing {
    std::size_t neighbourhood = 0; ///< position in Result::neighbourhoods
    Polygon shape;
    Rect bounds;
    bool hole = false; ///< lies inside another ring of the same small area
    Point middle{};    ///< somewhere well inside, for a number
};

using MapLine = std::vector<Point>;

/// Where houses were drawn last, and for what: the next picture mostly asks the same.
struct PlacedHouses {
    std::vector<Point> homes;
    std::vector<double> radii;
    Rect area;
    Apart apart;
};

struct MapShapes {
    double west = 0, north = 0;       ///< the corner, UTM metres
    std::vector<MapRing> rings;       ///< largest first, so that what lies inside another comes after it
    std::vector<MapLine> between_districts, between_areas; ///< with the outer edge; where the result knows the units
    std::vector<std::string> sources; ///< whom to name beside the map
    std::shared_ptr<PlacedHouses> kept = std::make_shared<PlacedHouses>(); ///< from frame to frame
    Point at(double x_m, double y_m) const { return {x_m - west, north - y_m}; }
    bool empty() const { return rings.empty(); }
};

/// Without outlines the rings are drawn round the points (map_cells.hpp) and name no source; without points there are none,
/// and the corner is that of the houses.
MapShapes map_shapes(const Result& result);

bool lies_in(Point p, const MapRing& ring);
/// Position of the small area at the point, or nothing.
std::optional<std::size_t> neighbourhood_at(const MapShapes& shapes, Point p);
/// Somewhere well inside the largest ring of the small area, for a number; nothing when it has none.
std::optional<Point> middle_of(const MapShapes& shapes, std::size_t neighbourhood);

} // namespace samspil::viewer
