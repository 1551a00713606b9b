// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/apart.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace samspil::viewer {
namespace {

constexpr int rounds = 160, homing = 110; ///< in the first of them all are drawn back towards their places
constexpr double back = 0.06;

} // namespace

std::vector<Point> moved_apart(std::span<const Point> places, std::span<const double> radii, Rect area)
{
    std::vector<Point> at(places.begin(), places.end());
    for (int round = 0; round < rounds; ++round) {
        bool moved = false;
        for (std::size_t i = 0; i < at.size(); ++i) {
            for (std::size_t j = i + 1; j < at.size(); ++j) {
                const double apart = radii[i] + radii[j];
                double dx = at[j].x - at[i].x, dy = at[j].y - at[i].y;
                if (std::abs(dx) >= apart || std::abs(dy) >= apart) continue;
                double distance = std::hypot(dx, dy);
                if (distance >= apart - 1e-6) continue;
                if (distance < 1e-3) { // on one spot: each pair in a direction of its own
                    const double turn = 2 * std::numbers::pi * static_cast<double>((i * 7 + j * 3) % 16) / 16;
                    dx = std::cos(turn);
                    dy = std::sin(turn);
                    distance = 1;
                }
                const double push = (apart - std::hypot(at[j].x - at[i].x, at[j].y - at[i].y)) / 2;
                at[i] = {at[i].x - dx / distance * push, at[i].y - dy / distance * push};
                at[j] = {at[j].x + dx / distance * push, at[j].y + dy / distance * push};
                moved = true;
            }
        }
        if (!moved) break;
        for (std::size_t i = 0; i < at.size(); ++i) {
            if (round < homing) at[i] = {at[i].x + (places[i].x - at[i].x) * back, at[i].y + (places[i].y - at[i].y) * back};
            at[i].x = std::clamp(at[i].x, std::min(area.x + radii[i], area.middle_x()), std::max(area.right() - radii[i], area.middle_x()));
            at[i].y = std::clamp(at[i].y, std::min(area.y + radii[i], area.middle_y()), std::max(area.bottom() - radii[i], area.middle_y()));
        }
    }
    return at;
}

} // namespace samspil::viewer
