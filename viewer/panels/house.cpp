// SPDX-License-Identifier: MPL-2.0
// The house's name, its curves over time and its tables.
#include "viewer/panels/house.hpp"

#include "viewer/data/time_words.hpp"
#include "viewer/panels/measure_grid.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/house.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

Label kind_label(std::string_view kind)
{
    if (kind == "frivillighus") return words::frivillighus;
    return kind == "dagcenter" ? words::dagcenter : words::lokalcenter;
}

/// The week looked at, said of every result.
std::string curve_sentence(const WeekChart& chart)
{
    return in_one_line(week_tip(chart, chart.week));
}

void append(Table& all, const Table& more)
{
    if (all.headings.empty()) {
        all = more;
        return;
    }
    all.headings.insert(all.headings.end(), more.headings.begin() + 1, more.headings.end());
    for (std::size_t r = 0; r < all.rows.size() && r < more.rows.size(); ++r)
        all.rows[r].insert(all.rows[r].end(), more.rows[r].begin() + 1, more.rows[r].end());
}

std::string curves_note(const Compared& compared, bool difference)
{
    std::string note(difference ? words::fan_note.in(compared.language) : words::level_note.in(compared.language));
    if (compared.few()) note += fmt::format(" {}", words::few_runs.in(compared.language));
    return note;
}

Panel grid_panel(std::string id, Label title, std::string note, MeasureGrid grid, Label nothing)
{
    Panel panel;
    panel.id = std::move(id);
    panel.title = title.in(grid.language);
    panel.note = std::move(note);
    panel.sentence = grid.measures.empty() ? std::string(nothing.in(grid.language)) : grid_sentence(grid);
    panel.least_width = grid.measures.empty() ? 240 : least_grid_width(grid);
    panel.least_height = grid.measures.empty() ? 60 : least_grid_height(grid);
    const auto shared = std::make_shared<const MeasureGrid>(std::move(grid));
    panel.late_table = late([shared] { return grid_table(*shared); });
    if (!shared->measures.empty())
        panel.draw = [shared](Canvas& canvas, const Theme& theme, Rect area) { return draw_measure_grid(canvas, theme, area, shared); };
    return panel;
}

} // namespace

std::string area_name(const CentreRow& row, const GroupTable* areas, Language language)
{
    if (areas == nullptr) return {};
    const auto found = std::find_if(areas->members.begin(), areas->members.end(), [&](const GroupMember& m) { return m.id == row.area; });
    return found == areas->members.end() ? std::string() : found->label.in(language);
}

std::string house_words(const CentreRow& row, const GroupTable* areas, Language language)
{
    std::string words(kind_label(row.kind).in(language));
    const std::string area = area_name(row, areas, language);
    if (!area.empty()) words += " · " + area;
    return fmt::format("{} · {}", words, (row.known ? words::known_house : words::assumed_house).in(language));
}

Panel queue_panel(std::shared_ptr<const WeekFigure> figure, const Compared& compared, Offer offer, const State& state)
{
    WeekChart chart{std::move(figure), state.show == Show::difference && compared.has_options(), compared.focus, state.week, {}, true, true, 0};
    const std::string_view which = (offer == Offer::none ? words::all_offers : label_of(offer)).in(compared.language);
    Panel panel;
    panel.id = "centre.queue";
    panel.title = (chart.difference ? words::queue_difference : words::queue_title).in(compared.language);
    panel.note = fmt::format("{}. {}", capitalised(which), curves_note(compared, chart.difference));
    panel.sentence = curve_sentence(chart);
    panel.late_table = late([figure = chart.figure] { return week_table(*figure); });
    panel.least_width = 420;
    panel.least_height = 170;
    panel.draw = [chart](Canvas& canvas, const Theme& theme, Rect area) { return draw_week_chart(canvas, theme, area, chart); };
    return panel;
}

Panel house_volunteers_panel(std::vector<std::shared_ptr<const WeekFigure>> figures, const Compared& compared, const State& state)
{
    const bool difference = state.show == Show::difference && compared.has_options();
    const Label headings[] = {words::stock, words::wanted, words::burden};
    std::vector<WeekChart> charts;
    for (std::size_t i = 0; i < figures.size(); ++i)
        charts.push_back({figures[i], difference, compared.focus, state.week, std::string(headings[i].in(compared.language)), false, i + 1 == figures.size(), 42});
    Panel panel;
    panel.id = "centre.volunteers";
    panel.title = (difference ? words::volunteers_difference : words::volunteers_title).in(compared.language);
    panel.note = curves_note(compared, difference);
    for (const WeekChart& chart : charts) {
        panel.sentence += ended(fmt::format("{}{}: {}", panel.sentence.empty() ? "" : " ", chart.heading, curve_sentence(chart)));
    }
    panel.late_table = late([figures] {
        Table all;
        for (const std::shared_ptr<const WeekFigure>& figure : figures) append(all, week_table(*figure));
        return all;
    });
    panel.least_width = 330;
    panel.least_height = 350;
    panel.draw = [charts, names = compared.names()](Canvas& canvas, const Theme& theme, Rect area) {
        std::vector<Spot> spots;
        std::vector<LegendEntry> legend;
        for (const std::size_t i : drawn_results(charts.front())) legend.push_back({names[i], option_colour(theme, i), option_marker(i)});
        if (const std::string more = left_out_words(charts.front()); !more.empty()) legend.push_back({more, theme.faint, option_marker(0)});
        area.take_top(draw_legend(canvas, theme, area, legend) + theme.px(2));
        const bool beside = area.width > 2.6 * area.height && area.width >= theme.px(900);
        const auto n = static_cast<double>(charts.size());
        const double axis = theme.small * 1.5; // only the last of charts below each other has the labels of time
        for (std::size_t i = 0; i < charts.size(); ++i) {
            WeekChart chart = charts[i];
            chart.years = beside || chart.years;
            const double height = beside ? area.height : (area.height - axis) / n + (chart.years ? axis : 0);
            const Rect part = beside ? area.take_left(area.width / (n - static_cast<double>(i))) : area.take_top(0);
            const Rect place = beside ? Rect{part.x, part.y, part.width - theme.px(8), part.height}
                                      : Rect{area.x, area.y + static_cast<double>(i) * (area.height - axis) / n, area.width, height};
            for (Spot& spot : draw_week_chart(canvas, theme, place, chart)) spots.push_back(std::move(spot));
        }
        return spots;
    };
    return panel;
}

Panel house_running_panel(std::vector<Measure> measures, const Compared& compared)
{
    return grid_panel("centre.running", words::running_title, std::string(words::no_house_money.in(compared.language)),
                      measure_grid(std::move(measures), compared), words::no_running);
}

Panel house_compare_panel(std::vector<Measure> measures, const Compared& compared)
{
    const bool scores = std::any_of(measures.begin(), measures.end(), [](const Measure& m) { return m.kpi->rests_on_scores; });
    std::string note = compared.has_options() ? paired_note(compared) : std::string();
    if (scores) note += fmt::format("{}{}", note.empty() ? "" : " ", words::scores_note.in(compared.language));
    return grid_panel("centre.compare", words::compare_title, std::move(note), measure_grid(std::move(measures), compared), words::no_kpis);
}

} // namespace samspil::viewer
