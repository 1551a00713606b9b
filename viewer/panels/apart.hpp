// SPDX-License-Identifier: MPL-2.0
// Circles that would cover each other, moved apart.
#pragma once

#include "viewer/chart/canvas.hpp"

#include <span>
#include <vector>

namespace samspil::viewer {

struct Apart {
    std::vector<Point> at;
    double size = 1; ///< what every radius is to be multiplied with, 0.5 to 1: sizes stay comparable
};

/// The middles of circles moved until none covers another; those that cover none stay where they are. No circle moves farther
/// than its radius and the largest radius together (as drawn): where that does not suffice all are drawn smaller, and where half
/// the size does not suffice some still touch. The same for the same circles.
Apart moved_apart(std::span<const Point> places, std::span<const double> radii, Rect area);

} // namespace samspil::viewer
