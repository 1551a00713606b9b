// SPDX-License-Identifier: MPL-2.0
// Numbers of areas and names of houses, each where there is room.
#include "viewer/panels/map_drawing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace samspil::viewer {
namespace {

constexpr double least_for_names = 240; ///< height of a map that names its houses, but for the one in focus

/// Where a number may stand beside the middle of its land: in widths and in heights of a line, the nearest first.
constexpr std::array<Point, 11> numbers_aside{Point{0, 0},   {0, -1.2}, {0, 1.2},   {0.7, 0},   {-0.7, 0},  {0, -2.4},
                                              {0, 2.4},      {0.7, -1.6}, {-0.7, -1.6}, {0.7, 1.6}, {-0.7, 1.6}};

} // namespace

void MapDrawing::words_over(Rect place, const std::string& words, const TextStyle& style) const
{
    canvas.box({place.x - theme.px(2), place.y, place.width + theme.px(4), place.height}, theme.panel.with_alpha(0.78), theme.px(3));
    canvas.text({place.x, place.y}, words, style);
}

std::string MapDrawing::number_of(const AreaValues& area, double x) const
{
    const std::string name = p.dimension == Dimension::neighbourhood || area.unit.name.empty() ? std::string() : area.unit.name + " ";
    if (p.mode != MapMode::difference) {
        const bool left = p.mode == MapMode::level || x < plot.x + plot.width * p.wipe;
        return name + level_words(*p.measure.kpi, left ? area.values.base : area.values.option, p.language, false);
    }
    const std::optional<KpiDifference>& d = area.values.difference;
    if (!d || !d->difference) return name + "–";
    return name + std::string(arrow(*d)) + " " + signed_figure(*d->difference, p.style);
}

std::vector<const AreaValues*> areas_by_importance(const MapPicture& p)
{
    std::vector<const AreaValues*> order;
    for (const AreaValues& area : p.areas) order.push_back(&area);
    if (p.mode != MapMode::difference) return order;
    const auto weight = [](const AreaValues* area) {
        const std::optional<KpiDifference>& d = area->values.difference;
        const bool known = d && d->difference;
        return std::pair(known && sense_of(*d) != 0, known ? std::abs(*d->difference) : -1.0);
    };
    std::stable_sort(order.begin(), order.end(), [&](auto* a, auto* b) { return weight(a) > weight(b); });
    return order;
}

std::optional<Rect> MapDrawing::beside_land(LabelPlaces& places, Point middle, double width, double height) const
{
    const double step = theme.px(16);
    std::optional<Rect> nearest;
    double least = 1e18;
    for (const int line : {0, -1, 1, -2, 2, -3, 3, -4, 4, -6, 6}) {
        for (const double side : {1.0, -1.0}) {
            double x = middle.x;
            const double y = middle.y + line * height * 1.1;
            // No farther than the nearest place so far: most directions end after a few steps.
            while (x > plot.x && x < plot.right() && std::hypot(x - middle.x, y - middle.y) < least && neighbourhood_at(*p.shapes, fit.metres({x, y}))) x += side * step;
            const Point at{x + side * (width / 2 + theme.px(12)), y};
            const double far = std::hypot(x - middle.x, y - middle.y);
            if (far >= least) continue;
            LabelPlaces attempt = places; // the place is taken when it is chosen
            if (const auto place = attempt.over(at, width, height)) {
                nearest = place;
                least = far;
            }
        }
    }
    if (nearest) {
        const double edge = nearest->x > middle.x ? nearest->x - theme.px(3) : nearest->right() + theme.px(3);
        canvas.segment(middle, {edge, nearest->middle_y()}, theme.ink, theme.px(1.2));
        canvas.disc(middle, theme.px(2.4), theme.ink);
    }
    return nearest;
}

void MapDrawing::area_numbers(LabelPlaces& places) const
{
    const TextStyle style = theme.words(theme.small, theme.ink, Align::left, Weight::bold);
    const bool few = p.dimension != Dimension::neighbourhood;
    for (const AreaValues* one : areas_by_importance(p)) {
        const AreaValues& area = *one;
        // In the largest small area of the unit that is shown; a large unit has others to move to.
        std::vector<Point> middles;
        for (const MapRing& ring : p.shapes->rings) {
            if (area_at(ring.neighbourhood) != &area || !shown(ring.neighbourhood)) continue;
            if (const auto middle = middle_of(*p.shapes, ring.neighbourhood)) middles.push_back(fit.at(*middle));
        }
        if (middles.empty()) continue;
        const std::string words = number_of(area, middles.front().x);
        const double width = canvas.text_width(words, style), height = theme.small * 1.15;
        // Moved aside it must still stand on its own land, or it is read as a number of the neighbour.
        const auto on_own = [&](Point at) {
            const auto below = neighbourhood_at(*p.shapes, fit.metres(at));
            return below && area_at(*below) == &area;
        };
        // Of a large unit both ends too: a name half on other land is read as that land's.
        const auto own = [&](Point at) { return on_own(at) && (!few || (on_own({at.x - width * 0.42, at.y}) && on_own({at.x + width * 0.42, at.y}))); };
        std::optional<Rect> place;
        for (const Point& middle : few ? std::span(middles) : std::span(middles).first(1))
            for (const Point& aside : numbers_aside)
                if (const Point at{middle.x + aside.x * width, middle.y + aside.y * theme.small}; !place && own(at)) place = places.over(at, width, height);
        if (!place && few) place = beside_land(places, middles.front(), width, height);
        if (!place) continue;
        places.keep_free(*place);
        words_over(*place, words, style);
    }
}

void MapDrawing::house_name(LabelPlaces& places, const HouseValues& h) const
{
    const TextStyle style = theme.words(theme.small, theme.ink, Align::left, h.key == p.centre ? Weight::bold : Weight::regular);
    if (const auto place = places.beside(place_of(h), outer_radius(h), canvas.text_width(h.name, style), theme.small * 1.15))
        words_over(*place, h.name, style);
}

void MapDrawing::labels() const
{
    LabelPlaces places(plot);
    const std::vector<const HouseValues*> houses = by_size();
    for (const HouseValues* h : houses) {
        const Point at = place_of(*h);
        const double r = outer_radius(*h);
        if (shown(*h)) places.keep_free({at.x - r, at.y - r, 2 * r, 2 * r});
    }
    for (const HouseValues* h : houses)
        if (h->key == p.centre) house_name(places, *h);
    area_numbers(places);
    if (plot.height < theme.px(least_for_names)) return; // on little land names would cover it
    for (const HouseValues* h : houses)
        if (h->key != p.centre && shown(*h)) house_name(places, *h);
}

} // namespace samspil::viewer
