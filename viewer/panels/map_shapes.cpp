// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/map_shapes.hpp"

#include "viewer/panels/map_cells.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace samspil::viewer {
namespace {

constexpr double step_over = 80; // metres to the other side of an edge: neighbours' outlines do not meet exactly

Rect bounds_of(const std::vector<Point>& points)
{
    double x0 = std::numeric_limits<double>::max(), y0 = x0, x1 = std::numeric_limits<double>::lowest(), y1 = x1;
    for (const Point p : points) {
        x0 = std::min(x0, p.x);
        x1 = std::max(x1, p.x);
        y0 = std::min(y0, p.y);
        y1 = std::max(y1, p.y);
    }
    return {x0, y0, x1 - x0, y1 - y0};
}

const std::string& unit_of(const NeighbourhoodRow& row, Dimension dimension)
{
    return dimension == Dimension::area ? row.area : row.district;
}

/// Edges of rings that have another unit, or nothing, on their other side; edges that follow each other are one line.
std::vector<MapLine> borders(const MapShapes& shapes, const Result& result, Dimension dimension)
{
    std::vector<MapLine> lines;
    for (const MapRing& ring : shapes.rings) {
        const std::string& own = unit_of(result.neighbourhoods[ring.neighbourhood], dimension);
        if (own.empty()) continue;
        const std::vector<Point>& points = ring.shape.points;
        bool going = false;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const Point a = points[i], b = points[(i + 1) % points.size()];
            const double length = std::hypot(b.x - a.x, b.y - a.y);
            Point across{(a.x + b.x) / 2 + (b.y - a.y) / length * step_over, (a.y + b.y) / 2 - (b.x - a.x) / length * step_over};
            if (lies_in(across, ring)) across = {a.x + b.x - across.x, a.y + b.y - across.y};
            const auto beyond = neighbourhood_at(shapes, across);
            const bool border = !beyond || unit_of(result.neighbourhoods[*beyond], dimension) != own;
            if (border && !going) lines.push_back({a});
            if (border) lines.back().push_back(b);
            going = border;
        }
    }
    return lines;
}

/// Halfway through the widest stretch of some level lines: inside whatever the shape.
Point middle_in(const MapRing& ring)
{
    Point best{ring.bounds.middle_x(), ring.bounds.middle_y()};
    double widest = 0;
    for (int level = 2; level <= 8; ++level) {
        const double y = ring.bounds.y + ring.bounds.height * level / 10;
        std::vector<double> crossings;
        const std::vector<Point>& points = ring.shape.points;
        for (std::size_t i = 0, j = points.size() - 1; i < points.size(); j = i++) {
            const Point a = points[i], b = points[j];
            if ((a.y > y) != (b.y > y)) crossings.push_back((b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x);
        }
        std::sort(crossings.begin(), crossings.end());
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
            // A line near the middle is worth more than a slightly wider one at the edge.
            const double width = (crossings[i + 1] - crossings[i]) * (1 - std::abs(level - 5) * 0.08);
            if (width <= widest) continue;
            widest = width;
            best = {(crossings[i] + crossings[i + 1]) / 2, y};
        }
    }
    return best;
}

/// Points round every small area that has one, as outlines would say them. Older files keep no points: all at zero.
std::vector<Outline> drawn_outlines(const Result& result)
{
    std::vector<const NeighbourhoodRow*> placed;
    std::vector<Point> points;
    for (const NeighbourhoodRow& row : result.neighbourhoods) {
        if (row.x_m == 0 && row.y_m == 0) continue;
        placed.push_back(&row);
        points.push_back({static_cast<double>(row.x_m), static_cast<double>(row.y_m)});
    }
    const std::vector<std::vector<Point>> cells = cells_round(points);
    std::vector<Outline> outlines;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        Outline outline;
        outline.neighbourhood = placed[i]->key;
        for (const Point p : cells[i]) outline.points.push_back({static_cast<int>(std::lround(p.x)), static_cast<int>(std::lround(p.y))});
        if (!outline.points.empty()) outlines.push_back(std::move(outline));
    }
    return outlines;
}

} // namespace

bool lies_in(Point p, const MapRing& ring)
{
    if (!ring.bounds.holds(p)) return false;
    bool inside = false;
    const std::vector<Point>& points = ring.shape.points;
    for (std::size_t i = 0, j = points.size() - 1; i < points.size(); j = i++) {
        const Point a = points[i], b = points[j];
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
    }
    return inside;
}

std::optional<std::size_t> neighbourhood_at(const MapShapes& shapes, Point p)
{
    // The smallest ring decides: a hole belongs to what lies in it, or to nothing.
    for (auto ring = shapes.rings.rbegin(); ring != shapes.rings.rend(); ++ring)
        if (lies_in(p, *ring)) return ring->hole ? std::nullopt : std::optional(ring->neighbourhood);
    return std::nullopt;
}

std::optional<Point> middle_of(const MapShapes& shapes, std::size_t neighbourhood)
{
    const auto ring = std::find_if(shapes.rings.begin(), shapes.rings.end(),
                                   [&](const MapRing& r) { return r.neighbourhood == neighbourhood && !r.hole; });
    return ring == shapes.rings.end() ? std::nullopt : std::optional(ring->middle);
}

MapShapes map_shapes(const Result& result)
{
    MapShapes shapes;
    shapes.west = shapes.north = 0;
    auto take = [&, first = true](int x_m, int y_m) mutable {
        shapes.west = first ? x_m : std::min(shapes.west, static_cast<double>(x_m));
        shapes.north = first ? y_m : std::max(shapes.north, static_cast<double>(y_m));
        first = false;
    };
    const bool known = result.outlines != nullptr && !result.outlines->empty();
    const std::vector<Outline> drawn = known ? std::vector<Outline>() : drawn_outlines(result);
    const std::vector<Outline>& outlines = known ? *result.outlines : drawn;
    for (const CentreRow& c : result.centres) take(c.x_m, c.y_m);
    for (const Outline& outline : outlines)
        for (const MapPoint& p : outline.points) take(p.x_m, p.y_m);
    for (const Outline& outline : outlines) {
        const auto row = std::find_if(result.neighbourhoods.begin(), result.neighbourhoods.end(),
                                      [&](const NeighbourhoodRow& n) { return n.key == outline.neighbourhood; });
        if (row == result.neighbourhoods.end()) continue;
        std::vector<Point> points;
        for (const MapPoint& p : outline.points) {
            const Point at = shapes.at(p.x_m, p.y_m);
            if (points.empty() || points.back().x != at.x || points.back().y != at.y) points.push_back(at);
        }
        MapRing ring{static_cast<std::size_t>(row - result.neighbourhoods.begin()), polygon_of(points), {}, false, {}};
        if (ring.shape.points.size() < 3) continue;
        ring.bounds = bounds_of(ring.shape.points);
        ring.middle = middle_in(ring);
        shapes.rings.push_back(std::move(ring));
        if (known && std::find(shapes.sources.begin(), shapes.sources.end(), outline.source) == shapes.sources.end()) shapes.sources.push_back(outline.source);
    }
    std::stable_sort(shapes.rings.begin(), shapes.rings.end(), [](const MapRing& a, const MapRing& b) {
        return a.bounds.width * a.bounds.height > b.bounds.width * b.bounds.height;
    });
    for (std::size_t i = 0; i < shapes.rings.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (shapes.rings[j].neighbourhood == shapes.rings[i].neighbourhood && lies_in(shapes.rings[i].shape.points[0], shapes.rings[j]))
                shapes.rings[i].hole = !shapes.rings[j].hole;
    shapes.between_districts = borders(shapes, result, Dimension::district);
    shapes.between_areas = borders(shapes, result, Dimension::area);
    return shapes;
}

} // namespace samspil::viewer
