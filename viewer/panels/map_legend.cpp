// SPDX-License-Identifier: MPL-2.0
// The legend of the map: what colours are worth in numbers, and what circles mean.
#include "viewer/panels/map_legend_parts.hpp"

#include "viewer/words/map.hpp"

#include <array>

namespace samspil::viewer {
namespace {

/// Two sizes with their numbers, a ring three quarters full, and how houses are filled.
void symbols(LegendPen& pen, double largest)
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
    draw_ring(pen.canvas, theme, {pen.area.x + theme.px(10), pen.y + theme.small / 2 + theme.px(2)});
    pen.words(pen.say(words::map::ring_is), theme.words(theme.small, theme.ink), 2, theme.px(28));
    pen.y += theme.px(2);
    if (p.mode == MapMode::difference) {
        pen.words(pen.say(words::map::fill_is), theme.words(theme.small, theme.ink), 2);
        const std::array<bool, 4> found = findings_of_houses(p);
        for (const int sense : {1, -1}) pen.swatch(sense_colour(theme, week_users_kpi(), sense), (sense > 0 ? "▲ " : "▼ ") + pen.say(sense_word(week_users_kpi(), sense)));
        if (const std::string grey = grey_words(found, p.language); !grey.empty()) pen.swatch(theme.tie, grey);
    }
    draw_hollow(pen.canvas, theme, {pen.area.x + theme.px(10), pen.y + theme.small / 2 + theme.px(1)});
    pen.words(pen.say(words::map::hollow_is), theme.words(theme.small, theme.ink), 2, theme.px(28));
    draw_line_home(pen.canvas, theme, {pen.area.x + theme.px(12.5), pen.y + theme.small / 2 + theme.px(1)});
    pen.words(pen.say(words::map::line_home_is), theme.words(theme.small, theme.ink), 2, theme.px(28));
}

} // namespace

void draw_map_legend(Canvas& canvas, const Theme& theme, Rect area, const MapPicture& p, double largest)
{
    LegendPen pen{canvas, theme, p, area, area.y};
    const std::string grey = grey_words(p.range.found, p.language);
    if (has_colours(p)) {
        pen.words(std::string(p.measure.kpi->label.in(p.language)), theme.bold_text(), 3);
        pen.words(unit_of_colours(p), theme.small_text(), 1);
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
