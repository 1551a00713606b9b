// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/week_chart.hpp"

#include "viewer/chart/spaced_ticks.hpp"
#include "viewer/data/time_words.hpp"
#include "viewer/panels/end_labels.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/difference.hpp"
#include "viewer/words/house.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

Table table_of(const WeekFigure& figure, const WeekCurves& curves)
{
    Table table;
    const auto say = [&](Label label) { return std::string(label.in(figure.language)); };
    table.headings = {say(words::week)};
    for (std::size_t i = 0; i < figure.names.size(); ++i) {
        table.headings.push_back(fmt::format("{}: {}, {}", figure.names[i], say(words::mean_level), figure.style.unit));
        if (i == 0) continue;
        for (const Label& what : {words::median_difference, words::low90, words::high90})
            table.headings.push_back(fmt::format("{}: {}", figure.names[i], say(what)));
    }
    const auto cell = [&](const std::vector<double>& column, std::size_t week, bool is_signed) {
        if (week >= column.size() || !std::isfinite(column[week])) return std::string("–");
        return is_signed ? signed_figure(column[week], figure.change) : samspil::figure(column[week], figure.style);
    };
    for (std::size_t w = 0; w < figure.when.size(); w += static_cast<std::size_t>(figure.table_step)) {
        std::vector<std::string> row{figure.when[w]};
        for (std::size_t i = 0; i < figure.names.size(); ++i) {
            row.push_back(cell(curves.levels[i].mean, w, false));
            if (i == 0) continue;
            const WeekFan& d = curves.differences[i];
            for (const std::vector<double>* column : {&d.median, &d.low90, &d.high90}) row.push_back(cell(*column, w, true));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

constexpr std::size_t most_curves = 12; ///< options drawn at once, as on the screen over time

/// From the first to before the last option drawn.
std::pair<std::size_t, std::size_t> options_around(std::size_t focus, std::size_t results)
{
    const std::size_t first = 1 + (std::max<std::size_t>(focus, 1) - 1) / most_curves * most_curves;
    return {first, std::min(first + most_curves, results)};
}

/// One line a result.
std::string tip_of(const WeekChart& chart, int week, std::span<const std::size_t> who)
{
    const WeekFigure& f = *chart.figure;
    const auto w = static_cast<std::size_t>(std::max(0, week));
    if (w >= f.when.size()) return {};
    std::string words = f.when[w];
    for (const std::size_t i : who) {
        const std::vector<double>& level = f.curves.levels[i].mean;
        if (w >= level.size()) continue;
        words += fmt::format("\n{}: {} {}", f.names[i], figure(level[w], f.style), f.style.unit);
        const WeekFan& d = f.curves.differences[i];
        if (w >= d.median.size()) continue;
        words += fmt::format(" · {}", signed_figure(d.median[w], f.change));
        if (w < d.low90.size())
            words += fmt::format(" (90 %: {} {} {})", signed_figure(d.low90[w], f.change), words::to.in(f.language), signed_figure(d.high90[w], f.change));
    }
    return words;
}

struct Extent {
    double low = 0, high = 0;
    void hold(const std::vector<double>& values)
    {
        for (const double v : values) {
            if (!std::isfinite(v)) continue;
            low = std::min(low, v);
            high = std::max(high, v);
        }
    }
};

/// That tell values of this size apart.
int decimals_of(const Extent& extent, double scale)
{
    const double largest = std::max(extent.high, -extent.low) * scale;
    return largest >= 100 ? 0 : largest >= 5 ? 1 : 2;
}

std::vector<double> scaled(const std::vector<double>& values, double by)
{
    std::vector<double> out(values);
    for (double& v : out) v *= by;
    return out;
}

Curve curve_of(const WeekChart& chart, const Theme& theme, std::size_t i)
{
    const WeekFigure& figure = *chart.figure;
    Curve curve;
    curve.colour = option_colour(theme, i);
    curve.dash = option_dash(i);
    const WeekFan& fan = chart.difference ? figure.curves.differences[i] : figure.curves.levels[i];
    curve.middle = scaled(chart.difference ? fan.median : fan.mean, figure.style.scale);
    for (std::size_t w = 0; w < curve.middle.size(); ++w) curve.x.push_back(static_cast<double>(w));
    if (chart.difference && i == chart.focus) {
        curve.low50 = scaled(fan.low50, figure.style.scale);
        curve.high50 = scaled(fan.high50, figure.style.scale);
        curve.low90 = scaled(fan.low90, figure.style.scale);
        curve.high90 = scaled(fan.high90, figure.style.scale);
    }
    return curve;
}

Axis value_axis(const WeekChart& chart, Rect plot, const Theme& theme, const std::vector<Curve>& curves)
{
    Extent extent;
    for (const Curve& curve : curves)
        for (const std::vector<double>* values : {&curve.middle, &curve.low90, &curve.high90}) extent.hold(*values);
    const int count = std::clamp(static_cast<int>(plot.height / theme.px(40)), 2, 6);
    Axis axis;
    const double high = extent.high > extent.low ? extent.high : extent.low + 1;
    axis.scale = widened(extent.low, high, count, plot.bottom(), plot.y);
    axis.ticks = spaced_ticks(widened_ticks(extent.low, high, count), axis.scale, 1.1 * theme.small);
    axis.unit = chart.difference ? chart.figure->style.difference_unit : chart.figure->style.unit;
    return axis;
}

} // namespace

std::vector<const Result*> drawn_of(const Compared& compared)
{
    std::vector<const Result*> drawn(compared.results.size(), nullptr);
    const auto [first, last] = options_around(compared.focus, drawn.size());
    for (std::size_t i = 0; i < drawn.size(); ++i)
        if (i == 0 || (i >= first && i < last)) drawn[i] = compared.results[i];
    return drawn;
}

std::string drawn_key(const Compared& compared)
{
    return fmt::format("{}.{}", options_around(compared.focus, compared.results.size()).first, compared.key());
}

WeekFigure week_figure(const std::function<WeekCurves(Results)>& curves_of, const Compared& compared, const Kpi& kpi, int table_step)
{
    WeekFigure figure;
    figure.curves = curves_of(drawn_of(compared));
    if (compared.results.size() > most_curves + 1) figure.all = [curves_of, all = compared.results] { return curves_of(all); };
    figure.table_step = table_step;
    figure.language = compared.language;
    figure.names = compared.names();
    figure.good = kpi.direction;
    Extent extent;
    for (const WeekFan& fan : figure.curves.levels) extent.hold(fan.mean);
    figure.style = figure_style(kpi.unit, std::max(extent.high, -extent.low), compared.language);
    figure.change = figure.style;
    figure.style.decimals = decimals_of(extent, figure.style.scale);
    Extent changes;
    for (const WeekFan& fan : figure.curves.differences) changes.hold(fan.median);
    figure.change.decimals = std::max(figure.style.decimals, decimals_of(changes, figure.style.scale));
    for (int w = 0; w < figure.curves.weeks(); ++w) figure.when.push_back(week_words(compared.base(), w, compared.language));
    figure.years = year_ticks(compared.base());
    return figure;
}

Table week_table(const WeekFigure& figure) { return table_of(figure, figure.all ? figure.all() : figure.curves); }

std::string week_tip(const WeekChart& chart, int week)
{
    std::vector<std::size_t> who = drawn_results(chart);
    if (chart.difference) who.insert(who.begin(), 0);
    return tip_of(chart, week, who);
}

std::vector<std::size_t> drawn_results(const WeekChart& chart)
{
    const std::size_t all = chart.figure->names.size(), focus = std::max<std::size_t>(chart.focus, 1);
    std::vector<std::size_t> who;
    if (!chart.difference && all > 0) who.push_back(0);
    const bool alone = chart.difference && chart.focus_alone;
    const auto [first, last] = alone ? std::pair{focus, std::min(focus + 1, all)} : options_around(focus, all);
    for (std::size_t i = first; i < last; ++i) who.push_back(i);
    return who;
}

std::string left_out_words(const WeekChart& chart)
{
    const std::size_t options = chart.figure->names.size() - 1;
    if (options <= most_curves || (chart.difference && chart.focus_alone)) return {};
    const auto drawn = drawn_results(chart).size() - (chart.difference ? 0 : 1);
    return fmt::format(fmt::runtime(words::lines_left_out.in(chart.figure->language)), options - drawn);
}

std::vector<Spot> draw_week_chart(Canvas& canvas, const Theme& theme, Rect area, const WeekChart& chart)
{
    const WeekFigure& f = *chart.figure;
    const int weeks = f.curves.weeks();
    if (weeks == 0) {
        draw_wrapped(canvas, area, words::nothing_read.in(f.language), theme.small_text(), 3);
        return {};
    }
    const std::vector<std::size_t> who = drawn_results(chart);
    std::vector<Curve> curves;
    for (const std::size_t i : who) curves.push_back(curve_of(chart, theme, i));
    const double label_width = chart.labels && area.width >= theme.px(400) ? std::clamp(area.width * 0.25, theme.px(130), theme.px(200)) : 0;
    Rect plot = area;
    plot.take_top(theme.small * 1.5);
    plot.take_bottom(theme.small * (chart.years ? 1.5 : 0.6));
    const Axis rough = value_axis(chart, plot, theme, curves);
    plot.take_left(std::max(theme.px(chart.axis_room), value_axis_width(canvas, theme, rough.ticks, f.language)));
    plot.take_right(label_width > 0 ? label_width : theme.px(std::max(10.0, chart.right_room)));
    const Axis axis = value_axis(chart, plot, theme, curves);
    const Scale x{0, std::max(1.0, static_cast<double>(weeks - 1)), plot.x, plot.right()};
    Axis unlabelled = axis;
    unlabelled.unit.clear();
    draw_value_axis(canvas, theme, plot, unlabelled, f.language);
    if (chart.years) draw_time_axis(canvas, theme, plot, x, f.years);
    // Heading, unit and which way is good, in one line above the plot.
    std::string heading = chart.heading.empty() ? axis.unit : fmt::format("{}, {}", chart.heading, axis.unit);
    const std::string left_out = chart.labels ? left_out_words(chart) : std::string(); // without labels there is a legend that says it
    if (!left_out.empty()) heading += " · " + left_out;
    const TextStyle style = chart.heading.empty() ? theme.small_text() : theme.words(theme.small, theme.ink, Align::left, Weight::bold);
    canvas.text({area.x, area.y}, fitted(canvas, heading, style, area.width), style);
    if (chart.difference && f.good != Direction::none) {
        const std::string way(f.good == Direction::higher_is_better ? words::more_is_better.in(f.language) : words::less_is_better.in(f.language));
        const double used = canvas.text_width(heading, style) + theme.px(16);
        if (used + canvas.text_width(way, theme.small_text()) < plot.right() - area.x)
            canvas.text({plot.right(), area.y}, way, theme.small_text(Align::right));
    }
    for (std::size_t c = 0; c < curves.size(); ++c)
        draw_curve(canvas, plot, x, axis.scale, curves[c], theme.px(who[c] == chart.focus ? 2.4 : 1.7));

    const int week = std::clamp(chart.week, 0, weeks - 1);
    canvas.segment({x.at(week), plot.y}, {x.at(week), plot.bottom()}, theme.accent, theme.px(1.5));
    std::vector<EndLabel> labels;
    for (std::size_t c = 0; c < curves.size(); ++c) {
        const auto w = static_cast<std::size_t>(week);
        if (w < curves[c].middle.size() && std::isfinite(curves[c].middle[w]))
            draw_marker(canvas, option_marker(who[c]), {x.at(week), axis.scale.at(curves[c].middle[w])}, theme.px(4), curves[c].colour);
        if (!curves[c].middle.empty() && std::isfinite(curves[c].middle.back()))
            labels.push_back({f.names[who[c]], curves[c].colour, who[c], axis.scale.at(curves[c].middle.back())});
    }
    if (label_width > 0) draw_end_labels(canvas, theme, plot, label_width, std::move(labels), chart.focus);
    Spot spot;
    spot.area = plot;
    const auto week_at = [x, weeks](Point p) { return std::clamp(static_cast<int>(std::lround(x.value_at(p.x))), 0, weeks - 1); };
    spot.tip_at = [chart, week_at, who](Point p) { return tip_of(chart, week_at(p), who); };
    spot.drag = [week_at](Point p) { return std::vector<Action>{SetWeek{week_at(p)}}; };
    return {spot};
}

} // namespace samspil::viewer
