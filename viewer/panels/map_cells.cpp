// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/map_cells.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace samspil::viewer {
namespace {

constexpr int corners = 48;            // of a circle
constexpr std::size_t neighbours = 3;  // the reach of a small area follows the distance to its third neighbour
constexpr double reach_share = 0.6;    // of that distance: cells of a town meet, a village stays an island
constexpr double lone_reach = 1000;    // metres, for the only point of a map
constexpr double one_place = 1;        // metres

double squared(Point a, Point b) { return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y); }

double reach_of(std::span<const Point> points, std::size_t own)
{
    std::vector<double> far;
    for (const Point p : points)
        if (const double d = std::sqrt(squared(p, points[own])); d > one_place) far.push_back(d);
    if (far.empty()) return lone_reach;
    const std::size_t at = std::min(neighbours, far.size()) - 1;
    std::nth_element(far.begin(), far.begin() + static_cast<std::ptrdiff_t>(at), far.end());
    return reach_share * far[at];
}

/// What of the ring lies nearer to `own` than to `other`.
std::vector<Point> nearer_part(const std::vector<Point>& ring, Point own, Point other)
{
    // Positive on the side of `own`, and linear along a line.
    const auto side = [&](Point p) { return squared(p, other) - squared(p, own); };
    std::vector<Point> kept;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i], b = ring[(i + 1) % ring.size()];
        const double at_a = side(a), at_b = side(b);
        if (at_a >= 0) kept.push_back(a);
        if ((at_a > 0 && at_b < 0) || (at_a < 0 && at_b > 0)) {
            const double share = at_a / (at_a - at_b);
            kept.push_back({a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share});
        }
    }
    return kept;
}

} // namespace

std::vector<std::vector<Point>> cells_round(std::span<const Point> points)
{
    std::vector<std::vector<Point>> cells(points.size());
    for (std::size_t own = 0; own < points.size(); ++own) {
        const auto same = [&](Point p) { return std::sqrt(squared(p, points[own])) <= one_place; };
        if (std::any_of(points.begin(), points.begin() + static_cast<std::ptrdiff_t>(own), same)) continue;
        const double reach = reach_of(points, own);
        std::vector<Point>& ring = cells[own];
        for (int i = 0; i < corners; ++i) {
            const double angle = 2 * std::numbers::pi * i / corners;
            ring.push_back({points[own].x + reach * std::cos(angle), points[own].y + reach * std::sin(angle)});
        }
        for (const Point other : points)
            if (!same(other) && std::sqrt(squared(other, points[own])) < 2 * reach) ring = nearer_part(ring, points[own], other);
    }
    return cells;
}

} // namespace samspil::viewer
