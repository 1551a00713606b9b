// SPDX-License-Identifier: MPL-2.0
// Land for small areas whose outlines nobody has: round each point what lies nearer to it than to any other, and no
// farther away than its neighbours make likely. A drawing, not a border: the map says so.
#pragma once

#include "viewer/chart/canvas.hpp"

#include <span>
#include <vector>

namespace samspil::viewer {

/// A convex ring round each of the points, in their order and unit (metres); rings of different points do not overlap.
/// Empty where the point lies within a metre of an earlier one.
std::vector<std::vector<Point>> cells_round(std::span<const Point> points);

} // namespace samspil::viewer
