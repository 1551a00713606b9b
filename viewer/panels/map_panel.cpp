// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/map_panel.hpp"

#include "viewer/panels/labels.hpp"
#include "viewer/words/map.hpp"

#include "engine/io/figures.hpp"

#include <algorithm>
#include <cmath>

namespace samspil::viewer {
namespace {

enum class Side { base, option, difference };

/// Metres to pixels.
struct Fit {
    Point origin; ///< of the corner of the shapes
    double scale = 1;
    Point at(Point metres) const { return {origin.x + metres.x * scale, origin.y + metres.y * scale}; }
    Point metres(Point pixel) const { return {(pixel.x - origin.x) / scale, (pixel.y - origin.y) / scale}; }
};

Fit fit_of(const MapPicture& p, Rect plot)
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

struct Drawing {
    Canvas& canvas;
    const Theme& theme;
    const MapPicture& p;
    Fit fit;
    Rect plot;

    bool shown(std::size_t neighbourhood) const { return p.district.empty() || p.district_of[neighbourhood] == p.district; }
    const AreaValues* area_at(std::size_t neighbourhood) const
    {
        const int area = p.area_of[neighbourhood];
        return area < 0 ? nullptr : &p.areas[static_cast<std::size_t>(area)];
    }
    Colour fill(std::size_t neighbourhood, Side side) const
    {
        const AreaValues* area = area_at(neighbourhood);
        if (area == nullptr) return theme.panel;
        Colour colour = side == Side::difference ? difference_colour(theme, *p.measure.kpi, p.range, area->values.difference)
                                                 : level_colour(theme, p.range, side == Side::base ? area->values.base : area->values.option);
        return shown(neighbourhood) ? colour : mixed(colour, theme.raised, 0.75);
    }
    std::vector<Point> on_screen(const MapLine& line, bool closed) const
    {
        std::vector<Point> points;
        for (const Point q : line) points.push_back(fit.at(q));
        if (closed && !points.empty()) points.push_back(points.front());
        return points;
    }

    void land(Side side) const
    {
        for (const MapRing& ring : p.shapes->rings)
            canvas.polygon(ring.shape, fit.origin, fit.scale, ring.hole ? theme.raised : fill(ring.neighbourhood, side));
        for (const MapRing& ring : p.shapes->rings) canvas.line(on_screen(ring.shape.points, true), mixed(theme.panel, theme.faint, 0.45), theme.px(0.8));
        const auto& heavy = p.dimension == Dimension::area ? p.shapes->between_areas : p.shapes->between_districts;
        for (const MapLine& line : heavy) canvas.line(on_screen(line, false), theme.ink, theme.px(1.7));
    }

    void house(const HouseValues& h, Side side) const
    {
        const bool dimmed = !p.district.empty() && h.district != p.district;
        const Point at = fit.at(p.shapes->at(h.x_m, h.y_m));
        const SideValues& users = h.users;
        const std::optional<double> number = side == Side::base ? users.base : users.option;
        const double radius = house_radius(theme, p, number.value_or(0));
        Colour colour = side == Side::base ? option_colour(theme, 0) : option_colour(theme, 1);
        if (side == Side::difference) colour = sense_colour(theme, week_users_kpi(), users.difference ? sense_of(*users.difference) : 0);
        if (dimmed) colour = mixed(colour, theme.raised, 0.75);
        canvas.disc(at, radius + theme.px(1.2), theme.panel);
        canvas.disc(at, radius, colour);
        if (!h.known) canvas.disc(at, radius * 0.5, theme.panel);
        const std::optional<double> use = side == Side::base ? h.use.base : h.use.option;
        if (!use || dimmed) return;
        canvas.ring(at, radius + theme.px(3), theme.panel, theme.px(3.6));
        canvas.ring(at, radius + theme.px(3), theme.border, theme.px(2.4));
        canvas.arc(at, radius + theme.px(3), 0, std::clamp(*use, 0.0, 1.0), theme.ink, theme.px(2.4));
    }

    void side(Side side) const
    {
        land(side);
        // Large ones first, so that small ones stay visible.
        std::vector<const HouseValues*> order;
        for (const HouseValues& h : p.houses)
            if (h.in_use()) order.push_back(&h);
        const auto users = [](const HouseValues* h) { return std::max(h->users.base.value_or(0), h->users.option.value_or(0)); };
        std::stable_sort(order.begin(), order.end(), [&](auto* a, auto* b) { return users(a) > users(b); });
        for (const HouseValues* h : order) house(*h, side);
    }

    double outer_radius(const HouseValues& h) const
    {
        return house_radius(theme, p, std::max(h.users.base.value_or(0), h.users.option.value_or(0))) + theme.px(4.5);
    }

    void words_over(Rect place, const std::string& words, const TextStyle& style) const
    {
        canvas.box({place.x - theme.px(2), place.y, place.width + theme.px(4), place.height}, theme.panel.with_alpha(0.78), theme.px(3));
        canvas.text({place.x, place.y}, words, style);
    }

    std::string number_of(const AreaValues& area, double x) const
    {
        const Kpi& kpi = *p.measure.kpi;
        if (p.mode != MapMode::difference) {
            const bool left = p.mode == MapMode::level || x < plot.x + plot.width * p.wipe;
            return level_words(kpi, left ? area.values.base : area.values.option, p.language, false);
        }
        const std::optional<KpiDifference>& d = area.values.difference;
        if (!d || !d->difference) return "–";
        return std::string(arrow(*d)) + " " + signed_figure(*d->difference, p.style);
    }

    /// The chosen house by name, then numbers of areas, then names of the largest houses, where there is room.
    void labels() const
    {
        LabelPlaces places(plot);
        std::vector<const HouseValues*> order;
        for (const HouseValues& h : p.houses) {
            if (!h.in_use() || (!p.district.empty() && h.district != p.district)) continue;
            const Point at = fit.at(p.shapes->at(h.x_m, h.y_m));
            const double r = outer_radius(h);
            places.keep_free({at.x - r, at.y - r, 2 * r, 2 * r});
            order.push_back(&h);
        }
        std::stable_sort(order.begin(), order.end(), [&](auto* a, auto* b) {
            return std::pair(a->key == p.centre, outer_radius(*a)) > std::pair(b->key == p.centre, outer_radius(*b));
        });
        const auto name = [&](const HouseValues& h) {
            const TextStyle style = theme.words(theme.small, theme.ink, Align::left, h.key == p.centre ? Weight::bold : Weight::regular);
            const Point at = fit.at(p.shapes->at(h.x_m, h.y_m));
            if (const auto place = places.beside(at, outer_radius(h), canvas.text_width(h.name, style), theme.small * 1.15)) words_over(*place, h.name, style);
        };
        if (!order.empty() && order.front()->key == p.centre) name(*order.front());
        const TextStyle number_style = theme.words(theme.small, theme.ink, Align::left, Weight::bold);
        for (const AreaValues& area : p.areas) {
            // In the largest small area of the unit that is shown.
            std::optional<Point> middle;
            for (const MapRing& ring : p.shapes->rings) {
                if (middle || area_at(ring.neighbourhood) != &area || !shown(ring.neighbourhood)) continue;
                middle = middle_of(*p.shapes, ring.neighbourhood);
            }
            if (!middle) continue;
            const Point at = fit.at(*middle);
            const std::string words = number_of(area, at.x);
            const double width = canvas.text_width(words, number_style);
            for (const double dy : {0.0, -1.2, 1.2, -2.4, 2.4})
                if (const auto place = places.over({at.x, at.y + dy * theme.small}, width, theme.small * 1.15)) {
                    words_over(*place, words, number_style);
                    break;
                }
        }
        for (const HouseValues* h : order)
            if (h->key != p.centre) name(*h);
    }

    void chosen() const
    {
        for (const HouseValues& h : p.houses)
            if (h.key == p.centre) canvas.ring(fit.at(p.shapes->at(h.x_m, h.y_m)), outer_radius(h) + theme.px(2.5), theme.accent, theme.px(2.5));
    }

    /// North, and a round length of at most a quarter of the width.
    void scale_bar() const
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

    Spot handle() const
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
        tag(p.option, plot.right() - x, false, option_colour(theme, 1));
        Spot spot;
        spot.area = {x - theme.px(13), plot.y, theme.px(26), plot.height};
        spot.tip = words::drag_wipe.in(p.language);
        spot.drag = [plot = plot](Point at) { return std::vector<Action>{SetWipe{(at.x - plot.x) / plot.width}}; };
        return spot;
    }
};

void add_spots(std::vector<Spot>& spots, const Drawing& d, const std::shared_ptr<const MapPicture>& picture)
{
    const MapPicture& p = *picture;
    std::vector<const HouseValues*> order;
    for (const HouseValues& h : p.houses)
        if (h.in_use()) order.push_back(&h);
    std::stable_sort(order.begin(), order.end(), [&](auto* a, auto* b) { return d.outer_radius(*a) < d.outer_radius(*b); });
    for (const HouseValues* h : order) {
        const Point at = d.fit.at(p.shapes->at(h->x_m, h->y_m));
        const double r = d.outer_radius(*h);
        if (!d.plot.holds(at)) continue;
        Spot spot;
        spot.area = {at.x - r, at.y - r, 2 * r, 2 * r};
        spot.tip = house_tip(p, *h);
        spot.actions = house_actions(p, h->key);
        spots.push_back(std::move(spot));
    }
    if (p.shapes->empty()) return;
    Spot land;
    land.area = d.plot;
    land.tip_at = [picture, fit = d.fit](Point at) {
        const auto here = neighbourhood_at(*picture->shapes, fit.metres(at));
        if (!here || picture->area_of[*here] < 0) return std::string();
        const bool opens = !picture->district_of[*here].empty() && picture->district_of[*here] != picture->district;
        return area_tip(*picture, picture->areas[static_cast<std::size_t>(picture->area_of[*here])]) +
               (opens ? "\n\n" + std::string(words::open_district.in(picture->language)) : std::string());
    };
    land.click = [picture, fit = d.fit](Point at) {
        const auto here = neighbourhood_at(*picture->shapes, fit.metres(at));
        if (!here || picture->district_of[*here].empty() || picture->district_of[*here] == picture->district) return std::vector<Action>{};
        return std::vector<Action>{FocusDistrict{picture->district_of[*here]}};
    };
    spots.push_back(std::move(land));
}

std::vector<Spot> draw_map(Canvas& canvas, const Theme& theme, Rect area, const std::shared_ptr<const MapPicture>& picture)
{
    const MapPicture& p = *picture;
    std::vector<Spot> spots;
    const bool beside = area.width >= theme.px(620) && area.height >= theme.px(380);
    if (!p.shapes->sources.empty()) {
        std::string from(words::outlines_from.in(p.language));
        for (const std::string& source : p.shapes->sources) from += (&source == &p.shapes->sources.front() ? "" : "; ") + source;
        const Rect line = area.take_bottom(theme.small * 1.4);
        canvas.text({line.x, line.bottom() - theme.small * 1.1}, fitted(canvas, from, theme.small_text(), line.width), theme.small_text());
    } else {
        const Rect line = area.take_top(theme.small * 2.8);
        draw_wrapped(canvas, line, words::no_outlines.in(p.language), theme.small_text(), 2);
    }
    if (beside) {
        Rect column = area.take_left(theme.px(210));
        area.take_left(theme.px(14));
        draw_map_legend(canvas, theme, column, p, false);
    } else {
        draw_map_legend(canvas, theme, area.take_bottom(theme.small * 3.9 + theme.px(18)).inset(0, theme.px(6)), p, true);
    }
    canvas.box(area, theme.raised, theme.px(4));
    const Drawing drawing{canvas, theme, p, fit_of(p, area.inset(theme.px(16))), area};
    canvas.clip(area);
    if (p.mode == MapMode::wipe) {
        const double cut = area.width * p.wipe;
        canvas.clip({area.x, area.y, cut, area.height});
        drawing.side(Side::base);
        canvas.unclip();
        canvas.clip({area.x + cut, area.y, area.width - cut, area.height});
        drawing.side(Side::option);
        canvas.unclip();
    } else {
        drawing.side(p.mode == MapMode::difference ? Side::difference : Side::base);
    }
    drawing.chosen();
    drawing.labels();
    drawing.scale_bar();
    if (p.mode == MapMode::wipe) spots.push_back(drawing.handle());
    canvas.unclip();
    add_spots(spots, drawing, picture);
    return spots;
}

} // namespace

Panel map_panel(std::shared_ptr<const MapPicture> picture)
{
    Panel panel;
    panel.id = "map.land";
    panel.title = map_title(*picture);
    panel.note = map_note(*picture);
    panel.sentence = map_sentence(*picture);
    panel.table = area_table(*picture);
    panel.least_width = 360;
    panel.least_height = 300;
    panel.draw = [picture = std::move(picture)](Canvas& canvas, const Theme& theme, Rect area) { return draw_map(canvas, theme, area, picture); };
    return panel;
}

} // namespace samspil::viewer
