// SPDX-License-Identifier: MPL-2.0
#include "viewer/chart/plots.hpp"

#include "engine/io/figures.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace samspil::viewer {

std::string tick_words(const Ticks& ticks, double value, Language language) { return grouped(value, ticks.decimals, language); }

double value_axis_width(const Canvas& canvas, const Theme& theme, const Ticks& ticks, Language language)
{
    double widest = 0;
    for (const double v : ticks.values) widest = std::max(widest, canvas.text_width(tick_words(ticks, v, language), theme.small_text()));
    return widest + theme.px(8);
}

void draw_value_axis(Canvas& canvas, const Theme& theme, Rect plot, const Axis& axis, Language language)
{
    for (const double value : axis.ticks.values) {
        const double y = axis.scale.at(value);
        if (y < plot.y - 0.5 || y > plot.bottom() + 0.5) continue;
        const bool zero = value == 0;
        canvas.segment({plot.x, y}, {plot.right(), y}, zero ? theme.faint : theme.grid, zero ? theme.px(1.5) : 1);
        canvas.text({plot.x - theme.px(6), y - theme.small / 2}, tick_words(axis.ticks, value, language), theme.small_text(Align::right));
    }
    if (!axis.unit.empty()) canvas.text({plot.x, plot.y - theme.small * 1.3}, axis.unit, theme.small_text());
}

void draw_time_axis(Canvas& canvas, const Theme& theme, Rect plot, const Scale& x, std::span<const TimeTick> ticks)
{
    double free_from = plot.x - theme.px(20);
    for (const TimeTick& tick : ticks) {
        const double at = x.at(tick.week);
        if (at < plot.x - 0.5 || at > plot.right() + 0.5) continue;
        canvas.segment({at, plot.y}, {at, plot.bottom() + theme.px(4)}, theme.grid, 1);
        const double half = canvas.text_width(tick.words, theme.small_text()) / 2;
        if (at - half < free_from) continue;
        canvas.text({at, plot.bottom() + theme.px(5)}, tick.words, theme.small_text(Align::centre));
        free_from = at + half + theme.px(10);
    }
}

namespace {

/// Runs of points without a gap.
template <class Draw>
void each_run(const std::vector<double>& x, const std::vector<double>& a, const Draw& draw)
{
    for (std::size_t begin = 0; begin < x.size();) {
        while (begin < x.size() && std::isnan(a[begin])) ++begin;
        std::size_t end = begin;
        while (end < x.size() && !std::isnan(a[end])) ++end;
        if (end > begin + 1) draw(begin, end);
        begin = end;
    }
}

} // namespace

void draw_curve(Canvas& canvas, Rect plot, const Scale& x, const Scale& y, const Curve& curve, double width)
{
    canvas.clip(plot);
    std::vector<double> px(curve.x.size());
    std::transform(curve.x.begin(), curve.x.end(), px.begin(), [&](double v) { return x.at(v); });
    const auto band = [&](const std::vector<double>& low, const std::vector<double>& high, double strength) {
        if (low.empty() || high.empty()) return;
        each_run(px, low, [&](std::size_t begin, std::size_t end) {
            std::vector<double> upper, lower;
            for (std::size_t i = begin; i < end; ++i) {
                lower.push_back(y.at(low[i]));
                upper.push_back(y.at(high[i]));
            }
            canvas.band(std::span(px).subspan(begin, end - begin), lower, upper, curve.colour.with_alpha(strength));
        });
    };
    band(curve.low90, curve.high90, 0.14);
    band(curve.low50, curve.high50, 0.24);
    each_run(px, curve.middle, [&](std::size_t begin, std::size_t end) {
        std::vector<Point> points;
        for (std::size_t i = begin; i < end; ++i) points.push_back({px[i], y.at(curve.middle[i])});
        canvas.line(points, curve.colour, width, curve.dash);
    });
    canvas.unclip();
}

void draw_dots(Canvas& canvas, const Theme& theme, Rect area, const Scale& x, const DotFigure& figure)
{
    const double bar_room = theme.px(area.height < theme.px(40) ? 7 : 9);
    const Rect dots{area.x, area.y, area.width, area.height - bar_room};
    const double zero = x.at(0);
    canvas.segment({zero, area.y}, {zero, area.bottom()}, theme.faint, theme.px(1.2));
    canvas.segment({area.x, dots.bottom()}, {area.right(), dots.bottom()}, theme.grid, 1);
    // Dots in columns of their own width; smaller ones where the stacks would leave the area.
    double step = std::clamp(dots.width / 60, theme.px(6.5), theme.px(10));
    std::map<int, int> stacks;
    int tallest = 1;
    for (;; step *= 0.85) {
        stacks.clear();
        for (const double value : figure.dots) ++stacks[static_cast<int>(std::floor((x.at(value) - zero) / step + 0.5))];
        tallest = 1;
        for (const auto& [column, count] : stacks) tallest = std::max(tallest, count);
        if (tallest * step <= dots.height || step < theme.px(3.5)) break;
    }
    const double rise = std::min(step, (dots.height - step) / tallest);
    for (const auto& [column, count] : stacks) {
        for (int i = 0; i < count; ++i) {
            const Point middle{zero + column * step, dots.bottom() - step / 2 - i * rise};
            if (figure.hollow) canvas.ring(middle, step * 0.36, figure.colour, theme.px(1.2));
            else canvas.disc(middle, step * 0.42, figure.colour);
        }
    }
    const double y = area.bottom() - bar_room * 0.45;
    canvas.segment({x.at(figure.low), y}, {std::max(x.at(figure.high), x.at(figure.low) + 1), y}, figure.colour, theme.px(2.5));
    canvas.disc({x.at(figure.mean), y}, theme.px(3.4), figure.colour);
}

double draw_legend(Canvas& canvas, const Theme& theme, Rect area, std::span<const LegendEntry> entries)
{
    const double radius = theme.px(5), gap = theme.px(18), line = theme.body * 1.35;
    double x = area.x, y = area.y;
    for (const LegendEntry& entry : entries) {
        const std::string words = fitted(canvas, entry.words, theme.body_text(), area.width - 3 * radius);
        const double width = 3 * radius + canvas.text_width(words, theme.body_text());
        if (x > area.x && x + width > area.right()) {
            x = area.x;
            y += line;
        }
        draw_marker(canvas, entry.marker, {x + radius, y + theme.body / 2}, radius, entry.colour);
        canvas.text({x + 3 * radius, y}, words, theme.body_text());
        x += width + gap;
    }
    return entries.empty() ? 0 : y + line - area.y;
}

double draw_chip(Canvas& canvas, const Theme& theme, Point at, std::string_view words, Colour back, Colour ink)
{
    const TextStyle style = theme.words(theme.small, ink);
    const double width = canvas.text_width(words, style) + theme.px(12);
    canvas.box({at.x, at.y, width, theme.small * 1.35}, back, theme.px(4));
    canvas.text({at.x + theme.px(6), at.y + theme.small * 0.17}, words, style);
    return width;
}

} // namespace samspil::viewer
