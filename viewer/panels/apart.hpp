// SPDX-License-Identifier: MPL-2.0
// Circles that would cover each other, moved apart.
#pragma once

#include "viewer/chart/canvas.hpp"

#include <span>
#include <vector>

namespace samspil::viewer {

/// The middles of circles moved until none covers another, each near its place; those that cover none stay where they are.
/// The same for the same circles. Where they cannot all have room some still touch.
std::vector<Point> moved_apart(std::span<const Point> places, std::span<const double> radii, Rect area);

} // namespace samspil::viewer
