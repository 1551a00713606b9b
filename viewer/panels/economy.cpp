// SPDX-License-Identifier: MPL-2.0
// Spending over time, and accounts and frames as grids.
#include "viewer/panels/economy.hpp"

#include "viewer/panels/measure_grid.hpp"
#include "viewer/words/economy.hpp"
#include "viewer/words/house.hpp"

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

Panel curve_panel(std::string id, Label title, std::shared_ptr<const WeekFigure> figure, const Compared& compared, const State& state)
{
    const WeekChart chart{std::move(figure), state.show == Show::difference && compared.has_options(), compared.focus, state.week, {}, true, true, 0};
    const std::string account = account_name(account_from(state.account), compared.language);
    Panel panel;
    panel.id = std::move(id);
    panel.title = fmt::format("{}: {}", title.in(compared.language), account);
    panel.note = chart.difference ? fmt::format("{}. {}", capitalised(words::difference_suffix.in(compared.language)), words::fan_note.in(compared.language))
                                  : std::string(words::level_note.in(compared.language));
    if (compared.few()) panel.note += fmt::format(" {}", words::few_runs.in(compared.language));
    panel.sentence = in_one_line(week_tip(chart, chart.week));
    panel.late_table = late([figure = chart.figure] { return week_table(*figure); });
    panel.least_width = 420;
    panel.least_height = 190;
    panel.draw = [chart](Canvas& canvas, const Theme& theme, Rect area) { return draw_week_chart(canvas, theme, area, chart); };
    return panel;
}

Panel grid_panel(std::string id, Label title, std::string note, MeasureGrid grid)
{
    Panel panel;
    panel.id = std::move(id);
    panel.title = title.in(grid.language);
    panel.note = std::move(note);
    panel.sentence = grid_sentence(grid);
    panel.least_width = least_grid_width(grid);
    panel.least_height = least_grid_height(grid);
    const auto shared = std::make_shared<const MeasureGrid>(std::move(grid));
    panel.late_table = late([shared] { return grid_table(*shared); });
    panel.draw = [shared](Canvas& canvas, const Theme& theme, Rect area) { return draw_measure_grid(canvas, theme, area, shared); };
    return panel;
}

} // namespace

std::optional<Account> account_from(const std::string& id)
{
    for (std::size_t a = 0; a < account_count; ++a)
        if (id_of(static_cast<Account>(a)) == id) return static_cast<Account>(a);
    return std::nullopt;
}

std::string account_name(std::optional<Account> account, Language language)
{
    return std::string(account ? label_of(*account).in(language) : words::all_running.in(language));
}

Panel weekly_cost_panel(std::shared_ptr<const WeekFigure> figure, const Compared& compared, const State& state)
{
    return curve_panel("economy.weekly", words::weekly_title, std::move(figure), compared, state);
}

Panel cost_so_far_panel(std::shared_ptr<const WeekFigure> figure, const Compared& compared, const State& state)
{
    return curve_panel("economy.so_far", words::so_far_title, std::move(figure), compared, state);
}

Panel accounts_panel(const std::vector<MoneyRow>& rows, const Compared& compared)
{
    std::vector<Measure> measures;
    const auto add = [&](Label heading, auto pick) {
        Measure measure{nullptr, heading, {}, {}};
        for (const MoneyRow& row : rows) {
            measure.differences.push_back(pick(row));
            measure.there.push_back(measure.differences.back().option.has_value());
        }
        measure.kpi = measure.differences.front().kpi;
        measures.push_back(std::move(measure));
    };
    for (std::size_t a = 0; a < account_count; ++a) add(label_of(static_cast<Account>(a)), [a](const MoneyRow& row) { return row.accounts[a]; });
    add(words::total_running, [](const MoneyRow& row) { return row.running; });
    std::rotate(measures.end() - 2, measures.end() - 1, measures.end()); // investment last, by itself
    return grid_panel("economy.accounts", words::accounts_title,
                      fmt::format("{} {}", words::accounts_note.in(compared.language), words::prices_fixed.in(compared.language)),
                      measure_grid(std::move(measures), compared));
}

Panel frames_panel(std::vector<Measure> measures, const Compared& compared)
{
    MeasureGrid grid = measure_grid(std::move(measures), compared);
    grid.column_width = 128; // one long word a heading
    return grid_panel("economy.frames", words::frames_title, std::string(words::frames_note.in(compared.language)), std::move(grid));
}

} // namespace samspil::viewer
