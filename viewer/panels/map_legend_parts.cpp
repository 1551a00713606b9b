// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/map_legend_parts.hpp"

#include "engine/io/figures.hpp"

#include <algorithm>
#include <cmath>

namespace samspil::viewer {

void LegendPen::words(const std::string& text, const TextStyle& style, std::size_t lines, double indent)
{
    y += draw_wrapped(canvas, {area.x + indent, y, area.width - indent, 0}, text, style, lines) + theme.px(3);
}

void LegendPen::swatch(Colour fill, const std::string& text)
{
    const Rect box{area.x, y + theme.px(1), theme.px(20), theme.small};
    canvas.box(box, fill, theme.px(2));
    canvas.frame(box, theme.border, 1, theme.px(2));
    words(text, theme.words(theme.small, theme.ink), 2, theme.px(28));
}

void colour_bar(LegendPen& pen, double width)
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

void draw_ring(Canvas& canvas, const Theme& theme, Point at)
{
    canvas.ring(at, theme.px(6), theme.border, theme.px(3));
    canvas.arc(at, theme.px(6), 0, 0.75, theme.ink, theme.px(3));
}

void draw_hollow(Canvas& canvas, const Theme& theme, Point at)
{
    canvas.disc(at, theme.px(7), theme.tie);
    canvas.disc(at, theme.px(3.5), theme.panel);
}

void draw_line_home(Canvas& canvas, const Theme& theme, Point at)
{
    canvas.segment({at.x - theme.px(7.5), at.y}, {at.x + theme.px(7.5), at.y}, theme.ink, theme.px(1.2));
    canvas.disc({at.x - theme.px(7.5), at.y}, theme.px(2.4), theme.ink);
}

std::array<bool, 4> findings_of_houses(const MapPicture& p)
{
    std::array<bool, 4> found{};
    for (const HouseValues& h : p.houses)
        if (h.users.difference && h.users.difference->difference) found[static_cast<std::size_t>(*finding_of(*h.users.difference))] = true;
    return found;
}

bool has_colours(const MapPicture& p)
{
    return !p.areas.empty() && (p.mode == MapMode::difference ? p.range.most > 0 || !grey_words(p.range.found, p.language).empty() : p.range.high > 0);
}

std::string unit_of_colours(const MapPicture& p)
{
    const FigureStyle style = figure_style(p.measure.kpi->unit, p.range.high, p.language);
    return unit_in_words(p.mode == MapMode::difference ? style.difference_unit : style.unit, p.language);
}

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

} // namespace samspil::viewer
