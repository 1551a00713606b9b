// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/apart.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace samspil::viewer {
namespace {

constexpr int rounds = 80, homing = 50; ///< in the first of them all are drawn back towards their places
constexpr double back = 0.06;
constexpr double touching = 1.0; ///< pixels two circles may lie over each other
constexpr std::array sizes{1.0, 0.85, 0.7, 0.6, 0.5};

/// One round; the deepest that two circles lay over each other before it.
double push(std::vector<Point>& at, std::span<const double> radii)
{
    double deepest = 0;
    for (std::size_t i = 0; i < at.size(); ++i) {
        for (std::size_t j = i + 1; j < at.size(); ++j) {
            const double apart = radii[i] + radii[j];
            double dx = at[j].x - at[i].x, dy = at[j].y - at[i].y;
            if (dx * dx + dy * dy >= (apart - 1e-6) * (apart - 1e-6) || apart <= 0) continue;
            double distance = std::hypot(dx, dy);
            const double by = (apart - distance) / 2;
            deepest = std::max(deepest, 2 * by);
            if (distance < 1e-3) { // on one spot: each pair in a direction of its own
                const double turn = 2 * std::numbers::pi * static_cast<double>((i * 7 + j * 3) % 16) / 16;
                dx = std::cos(turn);
                dy = std::sin(turn);
                distance = 1;
            }
            at[i] = {at[i].x - dx / distance * by, at[i].y - dy / distance * by};
            at[j] = {at[j].x + dx / distance * by, at[j].y + dy / distance * by};
        }
    }
    return deepest;
}

/// No farther from its place than `reach`, and inside the area.
Point held(Point at, Point place, double reach, double radius, Rect area)
{
    const double dx = at.x - place.x, dy = at.y - place.y, far = std::hypot(dx, dy);
    if (far > reach) at = {place.x + dx / far * reach, place.y + dy / far * reach};
    return {std::clamp(at.x, std::min(area.x + radius, area.middle_x()), std::max(area.right() - radius, area.middle_x())),
            std::clamp(at.y, std::min(area.y + radius, area.middle_y()), std::max(area.bottom() - radius, area.middle_y()))};
}

} // namespace

Apart moved_apart(std::span<const Point> places, std::span<const double> radii, Rect area)
{
    Apart found;
    for (const double size : sizes) {
        std::vector<double> drawn;
        for (const double radius : radii) drawn.push_back(radius * size);
        const double largest = drawn.empty() ? 0 : *std::max_element(drawn.begin(), drawn.end());
        found = {{places.begin(), places.end()}, size};
        double deepest = 0;
        for (int round = 0; round < rounds; ++round) {
            deepest = push(found.at, drawn);
            if (deepest <= 0) break;
            for (std::size_t i = 0; i < found.at.size(); ++i) {
                Point& at = found.at[i];
                if (round < homing) at = {at.x + (places[i].x - at.x) * back, at.y + (places[i].y - at.y) * back};
                at = held(at, places[i], drawn[i] + largest, drawn[i], area);
            }
        }
        if (deepest <= touching) break;
    }
    return found;
}

} // namespace samspil::viewer
