// SPDX-License-Identifier: MPL-2.0
// What rests on the most active volunteers: a curve to drag along, and the houses that depend on few. Estimates are
// dashed and hollow.
#include "viewer/panels/volunteers.hpp"

#include "viewer/data/time_words.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/volunteers.hpp"

#include "engine/stats/quantiles.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

constexpr double most_stop = 0.5;
constexpr int steps = 20;

std::string percent(double share, Language language) { return grouped(share * 100, 0, language) + " %"; }

struct StressChart {
    std::vector<StressCurve> curves; ///< of the base, then of the option in focus
    std::vector<std::string> names;
    std::vector<std::size_t> results; ///< place of colour and marker
    double stop = 0, limit = 0;
    Language language{};
};

std::string answer(const StressChart& chart, std::size_t i)
{
    const StressCurve& c = chart.curves[i];
    const bool da = chart.language == Language::da;
    std::string words = fmt::format(fmt::runtime(da ? "{}: mindst {} af de ønskede timer (skøn)" : "{}: at least {} of the hours wanted (estimate)"), chart.names[i],
                                    percent(c.now, chart.language));
    if (c.over_before && c.over_after)
        words += fmt::format(fmt::runtime(da ? "; huse over {} timer pr. frivillig: {} nu, {} efter" : "; houses above {} hours per volunteer: {} now, {} after"),
                             grouped(chart.limit, 1, chart.language), *c.over_before, *c.over_after);
    return words;
}

std::vector<Spot> draw_stress(Canvas& canvas, const Theme& theme, Rect area, const StressChart& chart)
{
    const auto say = [&](Label label) { return std::string(label.in(chart.language)); };
    for (std::size_t i = 0; i < chart.curves.size(); ++i) {
        if (chart.curves[i].mean.empty()) continue;
        draw_marker(canvas, option_marker(chart.results[i]), {area.x + theme.px(6), area.y + theme.body / 2}, theme.px(5), option_colour(theme, chart.results[i]));
        const double used = draw_wrapped(canvas, {area.x + theme.px(18), area.y, area.width - theme.px(18), 0}, answer(chart, i), theme.body_text(), 6);
        area.take_top(used + theme.px(2));
    }
    Rect plot = area;
    plot.take_top(theme.small * 1.6);
    plot.take_bottom(theme.small * 2.9);
    double most = most_stop;
    for (const StressCurve& c : chart.curves)
        for (const double v : c.high90) most = std::max(most, v);
    const int count = std::clamp(static_cast<int>(plot.height / theme.px(36)), 2, 6);
    Axis axis;
    axis.scale = widened(0, most * 100, count, plot.bottom(), plot.y);
    axis.ticks = ticks_of(axis.scale.low, axis.scale.high, count);
    plot.take_left(value_axis_width(canvas, theme, axis.ticks, chart.language));
    plot.take_right(theme.px(12));
    draw_value_axis(canvas, theme, plot, axis, chart.language);
    canvas.text({area.x, area.y}, fitted(canvas, "% " + say(words::volunteers::hours_missing) + " · " + say(words::volunteers::estimate), theme.small_text(), area.width), theme.small_text());
    const Scale x{0, most_stop * 100, plot.x, plot.right()};
    for (int tick = 0; tick <= 50; tick += 10) {
        canvas.segment({x.at(tick), plot.bottom()}, {x.at(tick), plot.bottom() + theme.px(4)}, theme.faint, 1);
        canvas.text({x.at(tick), plot.bottom() + theme.px(5)}, std::to_string(tick), theme.small_text(Align::centre));
    }
    canvas.text({plot.middle_x(), plot.bottom() + theme.px(6) + theme.small * 1.2}, "% " + say(words::volunteers::who_stop), theme.small_text(Align::centre));
    // Where the hours are shared by all alike, s per cent carry s per cent.
    canvas.segment({x.at(0), axis.scale.at(0)}, {x.at(50), axis.scale.at(50)}, theme.faint, 1, Dash::dotted);
    const double words_at = x.at(50) - canvas.text_width(say(words::volunteers::all_alike), theme.small_text());
    if (plot.width > theme.px(240)) canvas.text({words_at, axis.scale.at(50 * (words_at - plot.x) / plot.width) + theme.px(4)}, say(words::volunteers::all_alike), theme.small_text());
    const double at = x.at(chart.stop * 100);
    canvas.segment({at, plot.y}, {at, plot.bottom()}, theme.accent, theme.px(1.5));
    for (std::size_t i = 0; i < chart.curves.size(); ++i) {
        const StressCurve& c = chart.curves[i];
        if (c.mean.empty()) continue;
        Curve curve;
        const auto per_cent = [](const std::vector<double>& shares) {
            std::vector<double> values(shares);
            for (double& v : values) v *= 100;
            return values;
        };
        curve.x = per_cent(c.stop);
        curve.middle = per_cent(c.mean);
        curve.low90 = per_cent(c.low90);
        curve.high90 = per_cent(c.high90);
        curve.colour = option_colour(theme, chart.results[i]);
        curve.dash = Dash::dashed;
        draw_curve(canvas, plot, x, axis.scale, curve, theme.px(2));
        const Point now{at, axis.scale.at(c.now * 100)};
        canvas.disc(now, theme.px(5.5), theme.panel);
        canvas.ring(now, theme.px(5), curve.colour, theme.px(2));
    }
    const Rect grip{at - theme.px(9), plot.bottom() - theme.px(9), theme.px(18), theme.px(18)};
    canvas.box(grip, theme.accent, theme.px(9));
    Spot spot;
    spot.area = {plot.x - theme.px(9), plot.y, plot.width + theme.px(18), plot.height + theme.px(10)};
    spot.tip = say(words::volunteers::drag_stress);
    for (std::size_t i = 0; i < chart.curves.size(); ++i) {
        const StressCurve& c = chart.curves[i];
        if (!c.mean.empty()) spot.tip += fmt::format("\n{}: {} (90 %: {}–{})", chart.names[i], percent(c.now, chart.language), percent(c.low_now, chart.language), percent(c.high_now, chart.language));
    }
    spot.drag = [x](Point p) { return std::vector<Action>{SetStress{std::round(x.value_at(p.x)) / 100}}; };
    return {spot};
}

} // namespace

StressCurve stress_curve(const Library& library, const Result& result, int week, double share, double limit)
{
    StressCurve curve;
    for (int i = 0; i <= steps; ++i) {
        const double stop = most_stop * i / steps;
        const std::vector<double> shares = hours_resting_on(library, result, week, stop);
        if (shares.empty()) return {};
        curve.stop.push_back(stop);
        curve.mean.push_back(mean_of(shares));
        curve.low90.push_back(quantile(shares, 0.05));
        curve.high90.push_back(quantile(shares, 0.95));
    }
    const std::vector<double> now = hours_resting_on(library, result, week, share);
    curve.now = mean_of(now);
    curve.low_now = quantile(now, 0.05);
    curve.high_now = quantile(now, 0.95);
    if (!std::isfinite(limit)) return curve;
    const std::vector<HouseHours> houses = hours_by_house(library, result, week);
    curve.over_before = houses_over(houses, 0, limit);
    curve.over_after = houses_over(houses, share, limit);
    return curve;
}

Panel volunteer_stress_panel(const Library& library, const Compared& compared, const State& state, double each)
{
    const Language language = compared.language;
    const bool da = language == Language::da;
    StressChart chart;
    chart.language = language;
    chart.stop = state.stress;
    chart.limit = overasked_times * each;
    chart.results = {0};
    if (compared.has_options()) chart.results.push_back(compared.focus);
    for (const std::size_t i : chart.results) {
        chart.curves.push_back(stress_curve(library, *compared.results[i], state.week, state.stress, chart.limit));
        chart.names.push_back(compared.name(i));
    }
    Panel panel;
    panel.id = "volunteers.stress";
    panel.title = fmt::format(fmt::runtime(da ? "Hvis de {} mest aktive stopper" : "If the {} most active stop"), percent(state.stress, language));
    panel.note = words::volunteers::stress_note.in(language);
    for (std::size_t i = 0; i < chart.curves.size(); ++i)
        if (!chart.curves[i].mean.empty()) panel.sentence += answer(chart, i) + ". ";
    panel.table.headings = {"% " + std::string(words::volunteers::who_stop.in(language))};
    for (const std::string& name : chart.names) panel.table.headings.push_back(fmt::format("{}: {} (90 %)", name, words::volunteers::hours_missing.in(language)));
    for (int s = 0; s <= steps; ++s) {
        std::vector<std::string> row{percent(most_stop * s / steps, language)};
        const auto at = static_cast<std::size_t>(s);
        for (const StressCurve& c : chart.curves)
            row.push_back(c.mean.empty() ? "–" : fmt::format("{} ({}–{})", percent(c.mean[at], language), percent(c.low90[at], language), percent(c.high90[at], language)));
        panel.table.rows.push_back(std::move(row));
    }
    panel.least_width = 320;
    panel.least_height = 260;
    panel.draw = [chart = std::move(chart)](Canvas& canvas, const Theme& theme, Rect area) { return draw_stress(canvas, theme, area, chart); };
    return panel;
}

} // namespace samspil::viewer
