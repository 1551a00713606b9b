// SPDX-License-Identifier: MPL-2.0
// The legend of the map: what colours are worth in numbers, and what circles mean.
#include "viewer/panels/map_panel.hpp"

#include "viewer/words/map.hpp"

#include "engine/io/figures.hpp"

#include <algorithm>
#include <cmath>

namespace samspil::viewer {
namespace {

struct Pen {
    Canvas& canvas;
    const Theme& theme;
    const MapPicture& picture;
    Rect area;
    double y;

    std::string say(Label label) const { return std::string(label.in(picture.language)); }
    void words(const std::string& text, const TextStyle& style, std::size_t lines, double indent = 0)
    {
        y += draw_wrapped(canvas, {area.x + indent, y, area.width - indent, 0}, text, style, lines) + theme.px(3);
    }
    void swatch(Colour fill, const std::string& text)
    {
        const Rect box{area.x, y + theme.px(1), theme.px(20), theme.small};
        canvas.box(box, fill, theme.px(2));
        canvas.frame(box, theme.border, 1, theme.px(2));
        words(text, theme.words(theme.small, theme.ink), 2, theme.px(28));
    }
};

/// A bar of the colours with the numbers of its ends (and of its middle).
void colour_bar(Pen& pen, double width)
{
    const MapPicture& p = pen.picture;
    const Theme& theme = pen.theme;
    const Kpi& kpi = *p.measure.kpi;
    const double height = theme.px(14);
    constexpr int steps = 24;
    const bool difference = p.mode == MapMode::difference;
    for (int i = 0; i < steps; ++i) {
        const double share = (i + 0.5) / steps;
        Colour colour = level_colour(theme, p.range, p.range.low + (p.range.high - p.range.low) * share);
        if (difference) {
            // As an area with this difference would be filled.
            const double value = (2 * share - 1) * p.range.most;
            KpiDifference d;
            d.kpi = &kpi;
            d.difference = d.ci_low = d.ci_high = value;
            colour = difference_colour(theme, kpi, p.range, d);
        }
        pen.canvas.box({pen.area.x + width * i / steps, pen.y, width / steps + 1, height}, colour);
    }
    pen.y += height + theme.px(3);
    const auto number = [&](double at, const std::string& words, Align align) {
        pen.canvas.text({pen.area.x + width * at, pen.y}, words, theme.words(theme.small, theme.ink, align));
    };
    if (difference) {
        number(0, signed_figure(-p.range.most, p.style), Align::left);
        number(0.5, "0", Align::centre);
        number(1, signed_figure(p.range.most, p.style), Align::right);
        pen.y += theme.small * 1.2;
        pen.canvas.text({pen.area.x, pen.y}, sense_word(kpi, -1).in(p.language), theme.small_text());
        pen.canvas.text({pen.area.x + width, pen.y}, sense_word(kpi, 1).in(p.language), theme.small_text(Align::right));
    } else {
        number(0, level_words(kpi, p.range.low, p.language, false), Align::left);
        number(1, level_words(kpi, p.range.high, p.language, false), Align::right);
    }
    pen.y += theme.small * 1.2 + theme.px(6);
}

/// Two sizes with their numbers, a ring three quarters full, and how houses are filled.
void symbols(Pen& pen, double largest)
{
    const MapPicture& p = pen.picture;
    const Theme& theme = pen.theme;
    pen.words(pen.say(words::map::houses), theme.bold_text(), 1);
    pen.words(pen.say(words::map::size_is), theme.words(theme.small, theme.ink), 2);
    double x = pen.area.x;
    for (const double share : {0.25, 1.0}) {
        const double users = p.most_users * share, radius = house_radius(p, users, largest);
        pen.canvas.ring({x + radius, pen.y + largest}, radius, theme.faint, theme.px(1.5));
        const std::string number = level_words(week_users_kpi(), users, p.language, false);
        const TextStyle style = theme.words(theme.small, theme.ink);
        pen.canvas.text({x + 2 * radius + theme.px(5), pen.y + largest - theme.small / 2}, number, style);
        x += 2 * radius + pen.canvas.text_width(number, style) + theme.px(22);
    }
    pen.y += 2 * largest + theme.px(6);
    const double radius = theme.px(6);
    const Point ring{pen.area.x + theme.px(10), pen.y + theme.small / 2 + theme.px(2)};
    pen.canvas.ring(ring, radius, theme.border, theme.px(3));
    pen.canvas.arc(ring, radius, 0, 0.75, theme.ink, theme.px(3));
    pen.words(pen.say(words::map::ring_is), theme.words(theme.small, theme.ink), 2, theme.px(28));
    pen.y += theme.px(2);
    if (p.mode == MapMode::difference) {
        pen.words(pen.say(words::map::fill_is), theme.words(theme.small, theme.ink), 2);
        std::array<bool, 4> found{};
        for (const HouseValues& h : p.houses)
            if (h.users.difference && h.users.difference->difference) found[static_cast<std::size_t>(*finding_of(*h.users.difference))] = true;
        for (const int sense : {1, -1}) pen.swatch(sense_colour(theme, week_users_kpi(), sense), (sense > 0 ? "▲ " : "▼ ") + pen.say(sense_word(week_users_kpi(), sense)));
        if (const std::string grey = grey_words(found, p.language); !grey.empty()) pen.swatch(theme.tie, grey);
    }
    const Point hollow{pen.area.x + theme.px(10), pen.y + theme.small / 2 + theme.px(1)};
    pen.canvas.disc(hollow, theme.px(7), theme.tie);
    pen.canvas.disc(hollow, theme.px(3.5), theme.panel);
    pen.words(pen.say(words::map::hollow_is), theme.words(theme.small, theme.ink), 2, theme.px(28));
    const Point home{pen.area.x + theme.px(5), pen.y + theme.small / 2 + theme.px(1)};
    pen.canvas.segment(home, {home.x + theme.px(15), home.y}, theme.ink, theme.px(1.2));
    pen.canvas.disc(home, theme.px(2.4), theme.ink);
    pen.words(pen.say(words::map::line_home_is), theme.words(theme.small, theme.ink), 2, theme.px(28));
}

} // namespace

double largest_radius(const Theme& theme, const MapPicture& picture, Rect map)
{
    return std::clamp(std::min(map.width, map.height) * 0.021, theme.px(3.5), theme.px(picture.district.empty() ? 13 : 19));
}

double house_radius(const MapPicture& picture, double users, double largest)
{
    const double least = largest * 0.2;
    if (!(picture.most_users > 0) || !(users > 0)) return least;
    return std::max(least, largest * std::sqrt(users / picture.most_users));
}

void draw_map_legend(Canvas& canvas, const Theme& theme, Rect area, const MapPicture& p, double largest, bool brief)
{
    Pen pen{canvas, theme, p, area, area.y};
    const FigureStyle style = figure_style(p.measure.kpi->unit, p.range.high, p.language);
    const std::string unit = unit_in_words(p.mode == MapMode::difference ? style.difference_unit : style.unit, p.language);
    const std::string grey = grey_words(p.range.found, p.language);
    const bool colours = !p.areas.empty() && (p.mode == MapMode::difference ? p.range.most > 0 || !grey.empty() : p.range.high > 0);
    if (brief) {
        pen.area.width = std::min(area.width, theme.px(260));
        if (colours) colour_bar(pen, pen.area.width);
        if (colours) canvas.text({pen.area.right() + theme.px(12), area.y}, unit, theme.small_text());
        return;
    }
    if (colours) {
        pen.words(std::string(p.measure.kpi->label.in(p.language)), theme.bold_text(), 3);
        pen.words(unit, theme.small_text(), 1);
        colour_bar(pen, area.width);
        if (p.mode == MapMode::difference && !grey.empty()) pen.swatch(mixed(theme.panel, theme.tie, 0.22), grey);
        if (p.range.any_undetermined) pen.swatch(theme.panel, pen.say(words::map::not_determined));
        pen.y += theme.px(10);
    }
    symbols(pen, largest);
    const bool areas = p.dimension == Dimension::area;
    const std::vector<MapLine>& lines = areas ? p.shapes->between_areas : p.shapes->between_districts;
    if (!lines.empty()) {
        pen.y += theme.px(4);
        canvas.segment({area.x, pen.y + theme.small / 2}, {area.x + theme.px(20), pen.y + theme.small / 2}, theme.ink, theme.px(2));
        pen.words(pen.say(areas ? words::map::areas_are : words::map::districts_are), theme.words(theme.small, theme.ink), 2, theme.px(28));
    }
}

} // namespace samspil::viewer
