// SPDX-License-Identifier: MPL-2.0
// Hours wanted and agreed week by week: levels of base and option with bands, and below them the paired difference.
#include "viewer/panels/volunteers.hpp"

#include "viewer/chart/spaced_ticks.hpp"
#include "viewer/data/time_words.hpp"
#include "viewer/words/volunteers.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

constexpr double axis_room = 64, names_room = 150; ///< of both charts, so that the week stands under itself

struct HoursChart {
    std::shared_ptr<const VolunteersOverTime> numbers;
    std::vector<std::size_t> shown; ///< base and the option in focus
    std::vector<std::string> names;
    std::vector<TimeTick> years;
    std::size_t focus = 0;
    bool has_options = false;
    int week = 0;
    Language language{};
};

Curve curve_of(const WeekFan& fan, Colour colour, Dash dash, bool bands)
{
    Curve curve;
    curve.colour = colour;
    curve.dash = dash;
    curve.middle = fan.median;
    for (std::size_t w = 0; w < fan.median.size(); ++w) curve.x.push_back(static_cast<double>(w));
    if (!bands) return curve;
    curve.low50 = fan.low50;
    curve.high50 = fan.high50;
    curve.low90 = fan.low90;
    curve.high90 = fan.high90;
    return curve;
}

struct End {
    std::size_t result;
    double y;
    bool estimate;
};

double room_for_names(const Theme& theme, Rect area) { return area.width >= theme.px(480) ? names_room : 10; }

void draw_levels(Canvas& canvas, const Theme& theme, Rect area, const HoursChart& chart, std::vector<Spot>& spots)
{
    const VolunteersOverTime& n = *chart.numbers;
    double low = 1e18, high = -1e18;
    for (const std::size_t i : chart.shown)
        for (const std::vector<double>* values : {&n.levels[i].low90, &n.levels[i].high90, &n.levels[i].median, &n.agreed[i].median})
            for (const double v : *values) {
                low = std::min(low, v);
                high = std::max(high, v);
            }
    if (low > high) return;
    Rect plot = area;
    plot.take_top(theme.small * 1.5);
    plot.take_bottom(theme.small * 1.5);
    const int count = std::clamp(static_cast<int>(plot.height / theme.px(44)), 2, 6);
    Axis axis;
    axis.ticks = widened_ticks(low, high, count);
    axis.unit.clear();
    plot.take_left(std::max(theme.px(axis_room), value_axis_width(canvas, theme, axis.ticks, chart.language)));
    const double room = theme.px(room_for_names(theme, area));
    plot.take_right(room);
    axis.scale = widened(low, high, count, plot.bottom(), plot.y);
    axis.ticks = spaced_ticks(widened_ticks(low, high, count), axis.scale, 1.1 * theme.small);
    draw_value_axis(canvas, theme, plot, axis, chart.language);
    const Scale x{0, std::max(1.0, static_cast<double>(n.wanted->when.size()) - 1), plot.x, plot.right()};
    draw_time_axis(canvas, theme, plot, x, chart.years);
    canvas.text({area.x, area.y}, words::volunteers::hours_a_week.in(chart.language), theme.small_text());
    if (axis.scale.low > 0) canvas.text({plot.right(), area.y}, words::volunteers::cut_axis.in(chart.language), theme.small_text(Align::right));
    std::vector<End> ends;
    for (const std::size_t i : chart.shown) {
        const Colour colour = option_colour(theme, i);
        const auto draw = [&](const WeekFan& fan, bool estimate) {
            if (fan.median.empty()) return;
            draw_curve(canvas, plot, x, axis.scale, curve_of(fan, colour, estimate ? Dash::dashed : Dash::solid, !estimate), theme.px(estimate ? 1.7 : 2.2));
            ends.push_back({i, axis.scale.at(fan.median.back()), estimate});
        };
        draw(n.levels[i], false);
        draw(n.agreed[i], true);
    }
    const double at = x.at(chart.week), line = theme.small * 1.2;
    canvas.segment({at, plot.y}, {at, plot.bottom()}, theme.accent, theme.px(1.5));
    std::sort(ends.begin(), ends.end(), [](const End& a, const End& b) { return a.y < b.y; });
    for (std::size_t i = 1; i < ends.size(); ++i) ends[i].y = std::max(ends[i].y, ends[i - 1].y + line);
    double floor = plot.bottom() - line / 2;
    for (std::size_t i = ends.size(); i-- > 0; floor = ends[i].y - line) ends[i].y = std::min(ends[i].y, floor);
    for (const End& end : ends) {
        if (room < theme.px(100)) break;
        const double from = plot.right() + theme.px(6);
        const Colour colour = option_colour(theme, end.result);
        canvas.segment({from, end.y}, {from + theme.px(20), end.y}, colour, theme.px(2), end.estimate ? Dash::dashed : Dash::solid);
        draw_marker(canvas, option_marker(end.result), {from + theme.px(28), end.y}, theme.px(4), colour);
        canvas.text({from + theme.px(37), end.y - theme.small / 2}, (end.estimate ? words::volunteers::agreed_estimate : words::volunteers::wanted).in(chart.language),
                    theme.words(theme.small, theme.ink));
    }
    Spot spot;
    spot.area = plot;
    const int weeks = static_cast<int>(n.wanted->when.size());
    const auto week_at = [x, weeks](Point p) { return std::clamp(static_cast<int>(std::lround(x.value_at(p.x))), 0, weeks - 1); };
    spot.tip_at = [chart, week_at](Point p) {
        const auto w = static_cast<std::size_t>(week_at(p));
        std::string tip = chart.numbers->wanted->when[w];
        for (const std::size_t i : chart.shown) {
            const WeekFan &wanted = chart.numbers->levels[i], &agreed = chart.numbers->agreed[i];
            if (w >= wanted.median.size()) continue;
            tip += fmt::format("\n{}: {} {} {}", chart.names[i], words::volunteers::wanted.in(chart.language), grouped(wanted.median[w], 0, chart.language),
                               words::volunteers::hours_a_week.in(chart.language));
            if (w < wanted.low90.size())
                tip += fmt::format(" (90 %: {}–{})", grouped(wanted.low90[w], 0, chart.language), grouped(wanted.high90[w], 0, chart.language));
            if (w < agreed.median.size()) tip += fmt::format(", {} {}", words::volunteers::agreed_estimate.in(chart.language), grouped(agreed.median[w], 0, chart.language));
        }
        return tip;
    };
    spot.drag = [week_at](Point p) { return std::vector<Action>{SetWeek{week_at(p)}}; };
    spots.push_back(std::move(spot));
}

std::vector<Spot> draw_hours(Canvas& canvas, const Theme& theme, Rect area, const HoursChart& chart)
{
    std::vector<Spot> spots;
    std::vector<LegendEntry> entries;
    for (const std::size_t i : chart.shown) entries.push_back({chart.names[i], option_colour(theme, i), option_marker(i)});
    area.take_top(draw_legend(canvas, theme, area, entries) + theme.px(4));
    if (chart.has_options) {
        const Rect lower = area.take_bottom(area.height * 0.42);
        WeekChart change{chart.numbers->wanted, true, chart.focus, chart.week, std::string(words::volunteers::wanted_difference.in(chart.language)), false, true};
        change.focus_alone = true; // of the others the legend says nothing
        change.axis_room = axis_room;
        change.right_room = room_for_names(theme, lower);
        spots = draw_week_chart(canvas, theme, lower, change);
        area.take_bottom(theme.px(8));
    }
    draw_levels(canvas, theme, area, chart, spots);
    return spots;
}

Table hours_table(const VolunteersOverTime& numbers, const std::vector<std::string>& names, Language language)
{
    Table table = week_table(*numbers.wanted);
    const std::vector<WeekFan> all = numbers.all_agreed();
    for (std::size_t i = 0; i < names.size(); ++i) {
        table.headings.push_back(fmt::format("{}: {}", names[i], words::volunteers::agreed_estimate.in(language)));
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            const std::size_t w = row * static_cast<std::size_t>(numbers.wanted->table_step);
            table.rows[row].push_back(w < all[i].median.size() ? grouped(all[i].median[w], 0, language) : "–");
        }
    }
    return table;
}

} // namespace

VolunteersOverTime volunteers_over_time(const Library& library, const Compared& compared)
{
    const auto wanted_of = [&library](Results results) {
        std::vector<ReplicationWeeks> wanted;
        for (const Result* result : results) wanted.push_back(result == nullptr ? ReplicationWeeks{} : hours_wanted(library, *result));
        return week_curves(std::move(wanted));
    };
    const auto agreed_of = [&library](Results results) {
        std::vector<WeekFan> agreed;
        for (const Result* result : results) agreed.push_back(result == nullptr ? WeekFan{} : week_fan(hours_agreed(library, *result)));
        return agreed;
    };
    VolunteersOverTime n;
    WeekFigure figure = week_figure(wanted_of, compared, hours_kpi(), 4);
    n.levels = figure.curves.levels;
    n.agreed = agreed_of(drawn_of(compared));
    n.all_agreed = [agreed_of, all = compared.results] { return agreed_of(all); };
    for (const Result* result : compared.results) n.flows.push_back(year_flow(compared.base(), *result));
    n.each = mean_of(hours_each_agreed(library, compared.base()));
    figure.style.unit = figure.style.difference_unit = words::volunteers::hours_a_week.in(compared.language);
    n.wanted = std::make_shared<const WeekFigure>(std::move(figure));
    return n;
}

Panel volunteer_hours_panel(std::shared_ptr<const VolunteersOverTime> numbers, const Compared& compared, int week)
{
    HoursChart chart{numbers, {0}, compared.names(), year_ticks(compared.base()), compared.focus, compared.has_options(), week, compared.language};
    if (compared.has_options()) chart.shown.push_back(compared.focus);
    Panel panel;
    panel.id = "volunteers.hours";
    panel.title = words::volunteers::hours_title.in(compared.language);
    panel.note = std::string(words::volunteers::hours_note.in(compared.language)) + (compared.has_options() ? " " + paired_note(compared) : std::string());
    panel.late_table = late([numbers, names = compared.names(), language = compared.language] { return hours_table(*numbers, names, language); });
    const bool da = compared.language == Language::da;
    const auto w = static_cast<std::size_t>(std::max(0, week));
    for (const std::size_t i : chart.shown) {
        if (w >= numbers->levels[i].median.size()) continue;
        panel.sentence += fmt::format(fmt::runtime(da ? "{} i {}: {} timer ønskes om ugen" : "{} in {}: {} hours are wanted a week"), compared.name(i),
                                      numbers->wanted->when[w], grouped(numbers->levels[i].median[w], 0, compared.language));
        if (w < numbers->agreed[i].median.size())
            panel.sentence += fmt::format(fmt::runtime(da ? ", omkring {} er aftalt (skøn)" : ", about {} are agreed (estimate)"),
                                          grouped(numbers->agreed[i].median[w], 0, compared.language));
        panel.sentence += ". ";
    }
    panel.least_width = 380;
    panel.least_height = compared.has_options() ? 300 : 200;
    panel.draw = [chart = std::move(chart)](Canvas& canvas, const Theme& theme, Rect area) { return draw_hours(canvas, theme, area, chart); };
    return panel;
}

} // namespace samspil::viewer
