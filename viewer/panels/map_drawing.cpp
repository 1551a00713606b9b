// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/map_drawing.hpp"

#include "viewer/panels/apart.hpp"
#include "viewer/words/map.hpp"

#include <algorithm>
#include <cmath>

namespace samspil::viewer {

MapFit map_fit(const MapPicture& p, Rect plot)
{
    double x0 = 1e18, y0 = 1e18, x1 = -1e18, y1 = -1e18;
    const auto take = [&](double x, double y) {
        x0 = std::min(x0, x);
        x1 = std::max(x1, x);
        y0 = std::min(y0, y);
        y1 = std::max(y1, y);
    };
    for (const MapRing& ring : p.shapes->rings) {
        if (!p.district.empty() && p.district_of[ring.neighbourhood] != p.district) continue;
        take(ring.bounds.x, ring.bounds.y);
        take(ring.bounds.right(), ring.bounds.bottom());
    }
    for (const HouseValues& h : p.houses) {
        if (!p.district.empty() && h.district != p.district) continue;
        const Point at = p.shapes->at(h.x_m, h.y_m);
        take(at.x, at.y);
    }
    if (x0 > x1) return {{plot.middle_x(), plot.middle_y()}, 1};
    const double wide = std::max(x1 - x0, 500.0), high = std::max(y1 - y0, 500.0);
    const double scale = std::min(plot.width / wide, plot.height / high);
    return {{plot.middle_x() - (x0 + x1) / 2 * scale, plot.middle_y() - (y0 + y1) / 2 * scale}, scale};
}

const AreaValues* MapDrawing::area_at(std::size_t neighbourhood) const
{
    const int area = p.area_of[neighbourhood];
    return area < 0 ? nullptr : &p.areas[static_cast<std::size_t>(area)];
}

Colour MapDrawing::fill(std::size_t neighbourhood, MapSide side) const
{
    const AreaValues* area = area_at(neighbourhood);
    if (area == nullptr) return theme.panel;
    const Colour colour = side == MapSide::difference ? difference_colour(theme, *p.measure.kpi, p.range, area->values.difference)
                                                      : level_colour(theme, p.range, side == MapSide::base ? area->values.base : area->values.option);
    return shown(neighbourhood) ? colour : mixed(colour, theme.raised, 0.75);
}

std::vector<Point> MapDrawing::on_screen(const MapLine& line, bool closed) const
{
    std::vector<Point> points;
    for (const Point q : line) points.push_back(fit.at(q));
    if (closed && !points.empty()) points.push_back(points.front());
    return points;
}

void MapDrawing::land(MapSide side) const
{
    for (const MapRing& ring : p.shapes->rings)
        canvas.polygon(ring.shape, fit.origin, fit.scale, ring.hole ? theme.raised : fill(ring.neighbourhood, side));
    for (const MapRing& ring : p.shapes->rings) canvas.line(on_screen(ring.shape.points, true), mixed(theme.panel, theme.faint, 0.45), theme.px(0.8));
    const auto& heavy = p.dimension == Dimension::area ? p.shapes->between_areas : p.shapes->between_districts;
    for (const MapLine& line : heavy) canvas.line(on_screen(line, false), theme.ink, theme.px(2.2));
}

void MapDrawing::house(const HouseValues& h, MapSide side) const
{
    const Point at = place_of(h);
    const std::optional<double> number = side == MapSide::base ? h.users.base : h.users.option;
    const double radius = house_radius(p, number.value_or(0), largest);
    Colour colour = side == MapSide::base ? option_colour(theme, 0) : option_colour(theme, p.option_place);
    if (side == MapSide::difference) colour = sense_colour(theme, week_users_kpi(), h.users.difference ? sense_of(*h.users.difference) : 0);
    if (!shown(h)) colour = mixed(colour, theme.raised, 0.75);
    canvas.disc(at, radius + theme.px(1.2), theme.panel);
    canvas.disc(at, radius, colour);
    if (!h.known) canvas.disc(at, radius * 0.5, theme.panel);
    const std::optional<double> use = side == MapSide::base ? h.use.base : h.use.option;
    if (!use || !shown(h)) return;
    const double off = ring_off();
    canvas.ring(at, radius + off, theme.panel, off * 1.2);
    canvas.ring(at, radius + off, theme.border, off * 0.8);
    canvas.arc(at, radius + off, 0, std::clamp(*use, 0.0, 1.0), theme.ink, off * 0.8);
}

/// From a circle to the middle of its ring: thinner on a small map with large words.
double MapDrawing::ring_off() const { return std::min(theme.px(3), largest * 0.3); }

double MapDrawing::outer_radius(const HouseValues& h) const
{
    return house_radius(p, std::max(h.users.base.value_or(0), h.users.option.value_or(0)), largest) + 1.5 * ring_off();
}

void MapDrawing::place_houses()
{
    std::vector<Point> homes;
    std::vector<double> radii;
    for (const HouseValues& h : p.houses) {
        homes.push_back(home_of(h));
        // A house that is not drawn takes no room. In whole pixels, so that a new answer rarely moves a house.
        radii.push_back(h.in_use() ? std::ceil(outer_radius(h) + theme.px(1)) : 0);
    }
    PlacedHouses& kept = *p.shapes->kept;
    const auto same = [](Point a, Point b) { return a.x == b.x && a.y == b.y; };
    if (kept.radii != radii || !std::equal(homes.begin(), homes.end(), kept.homes.begin(), kept.homes.end(), same) || kept.area.x != plot.x ||
        kept.area.y != plot.y || kept.area.width != plot.width || kept.area.height != plot.height) {
        Apart apart = moved_apart(homes, radii, plot);
        kept = {std::move(homes), std::move(radii), plot, std::move(apart)};
    }
    placed = kept.apart.at;
    largest *= kept.apart.size;
}

/// Under the houses: a point where the house is, and a line to its circle.
void MapDrawing::lines_home() const
{
    for (const HouseValues* h : by_size()) {
        const Point home = home_of(*h), at = place_of(*h);
        if (std::hypot(at.x - home.x, at.y - home.y) < outer_radius(*h) * 0.6) continue;
        const Colour ink = shown(*h) ? theme.ink.with_alpha(0.6) : mixed(theme.ink, theme.raised, 0.75);
        // Not thicker with larger text: many lines side by side would be one dark spot.
        canvas.segment(home, at, ink, 1.0);
        canvas.disc(home, std::min(theme.px(2), largest * 0.25), ink);
    }
}

std::vector<const HouseValues*> MapDrawing::by_size() const
{
    std::vector<const HouseValues*> order;
    for (const HouseValues& h : p.houses)
        if (h.in_use()) order.push_back(&h);
    std::stable_sort(order.begin(), order.end(), [&](auto* a, auto* b) { return outer_radius(*a) > outer_radius(*b); });
    return order;
}

void MapDrawing::side(MapSide side) const
{
    land(side);
    lines_home();
    // Large ones first, so that small ones stay visible.
    for (const HouseValues* h : by_size()) house(*h, side);
    for (const HouseValues& h : p.houses)
        if (h.key == p.centre) canvas.ring(place_of(h), outer_radius(h) + theme.px(2.5), theme.accent, theme.px(2.5));
}

void MapDrawing::scale_bar() const
{
    double metres = 100;
    for (const double next : {200.0, 500.0, 1000.0, 2000.0, 5000.0, 10000.0, 20000.0})
        if (next * fit.scale <= plot.width / 4) metres = next;
    const double width = metres * fit.scale, y = plot.bottom() - theme.px(8), x = plot.right() - width - theme.px(8);
    const std::string words = metres < 1000 ? grouped(metres, 0, p.language) + " m" : grouped(metres / 1000, 0, p.language) + " km";
    canvas.box({x - theme.px(26), y - theme.small * 1.5, width + theme.px(32), theme.small * 1.5 + theme.px(6)}, theme.panel.with_alpha(0.8), theme.px(3));
    canvas.segment({x, y}, {x + width, y}, theme.ink, theme.px(2));
    canvas.segment({x, y - theme.px(4)}, {x, y + theme.px(4)}, theme.ink, theme.px(2));
    canvas.segment({x + width, y - theme.px(4)}, {x + width, y + theme.px(4)}, theme.ink, theme.px(2));
    canvas.text({x + width / 2, y - theme.small * 1.4}, words, theme.words(theme.small, theme.ink, Align::centre));
    canvas.text({x - theme.px(14), y - theme.small * 1.4}, "N", theme.words(theme.small, theme.ink, Align::centre, Weight::bold));
    canvas.text({x - theme.px(14), y - theme.small * 0.6}, "↑", theme.words(theme.small, theme.ink, Align::centre));
}

Spot MapDrawing::handle() const
{
    const double x = plot.x + plot.width * p.wipe;
    canvas.segment({x, plot.y}, {x, plot.bottom()}, theme.ink, theme.px(2));
    const Rect grip{x - theme.px(13), plot.middle_y() - theme.px(13), theme.px(26), theme.px(26)};
    canvas.box(grip, theme.panel, theme.px(13));
    canvas.frame(grip, theme.ink, theme.px(1.6), theme.px(13));
    canvas.text({x, grip.middle_y() - theme.small / 2}, "↔", theme.words(theme.small, theme.ink, Align::centre));
    const auto tag = [&](const std::string& title, double room, bool left, Colour colour) {
        const TextStyle style = theme.words(theme.small, theme.panel, left ? Align::right : Align::left, Weight::bold);
        const std::string words = fitted(canvas, title, style, room - theme.px(24));
        if (room < theme.px(60)) return;
        const double width = canvas.text_width(words, style) + theme.px(12), start = left ? x - theme.px(6) - width : x + theme.px(6);
        canvas.box({start, plot.y + theme.px(6), width, theme.small * 1.4}, colour, theme.px(4));
        canvas.text({left ? start + width - theme.px(6) : start + theme.px(6), plot.y + theme.px(6) + theme.small * 0.2}, words, style);
    };
    tag(p.base, x - plot.x, true, option_colour(theme, 0));
    tag(p.option, plot.right() - x, false, option_colour(theme, p.option_place));
    Spot spot;
    spot.area = {x - theme.px(13), plot.y, theme.px(26), plot.height};
    spot.tip = words::map::drag_wipe.in(p.language);
    spot.drag = [plot = plot](Point at) { return std::vector<Action>{SetWipe{(at.x - plot.x) / plot.width}}; };
    return spot;
}

} // namespace samspil::viewer
