// SPDX-License-Identifier: MPL-2.0
// Options down, years across: the week in which what the base spends in the year is spent.
#include "viewer/panels/economy.hpp"

#include "viewer/words/common.hpp"
#include "viewer/words/economy.hpp"
#include "viewer/words/house.hpp"

#include "engine/io/figures.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

constexpr double name_width = 160, column_width = 84, heading_height = 40, row_height = 48;
constexpr int whole_year = 51; ///< weeks that begin in a year, at least

struct Years {
    std::vector<SpendingYear> years;
    std::vector<std::string> names, keys;
    std::size_t focus = 0;
    int week = 0;
    Language language = Language::da;
};

bool mostly_over(const YearCell& cell) { return cell.week && 2 * cell.over > cell.replications; }

std::string week_label(const Years& y, const YearCell& cell)
{
    if (!cell.there) return "–";
    if (cell.over == 0) return std::string(words::lasts.in(y.language));
    if (!mostly_over(cell)) return fmt::format("{} ({}/{})", words::lasts.in(y.language), cell.over, cell.replications);
    const std::string week = fmt::format("{} {}", words::week.in(y.language), std::lround(*cell.week));
    return cell.over == cell.replications ? week : fmt::format("{} ({}/{})", week, cell.over, cell.replications);
}

std::string change_words(const Years& y, const YearCell& cell)
{
    if (!cell.spent.difference) return {};
    const FigureStyle style = figure_style("kr.", 1e6, y.language); // all in millions
    return fmt::format("{} {}", arrow(cell.spent), signed_figure(*cell.spent.difference, {style.scale, 2, style.unit, style.difference_unit, style.language}));
}

std::string heading(const Years& y, const SpendingYear& year)
{
    return year.weeks >= whole_year ? std::to_string(year.year) : fmt::format("{} ({} {})", year.year, year.weeks, words::part_of_year.in(y.language));
}

std::string year_tip(const Years& y, const SpendingYear& year, std::size_t i)
{
    const YearCell& cell = year.cells[i];
    std::string tip = fmt::format("{} · {}\n{} {} {} {} {}", y.names[i], heading(y, year), cell.over, y.language == Language::da ? "af" : "of", cell.replications,
                                  words::pairs.in(y.language), words::runs_over.in(y.language));
    if (cell.week) tip += fmt::format(", {} {}", words::week_of_year.in(y.language), grouped(*cell.week, 0, y.language));
    return tip + "\n" + whole_difference(cell.spent, y.language);
}

std::vector<Spot> draw_years(Canvas& canvas, const Theme& theme, Rect area, const std::shared_ptr<const Years>& shared)
{
    const Years& y = *shared;
    std::vector<Spot> spots;
    if (y.years.empty() || y.names.size() < 2) {
        draw_wrapped(canvas, area, (y.names.size() < 2 ? words::no_option : words::nothing_read).in(y.language), theme.body_text(), 3);
        return spots;
    }
    const double columns = theme.px(column_width) * static_cast<double>(y.years.size());
    const double names = std::max(theme.px(name_width), std::min({area.width * 0.2, theme.px(280), area.width - columns}));
    const double wide = std::min((area.width - names) / static_cast<double>(y.years.size()), theme.px(150));
    const auto options = static_cast<double>(y.names.size() - 1);
    const double top = area.y + theme.px(heading_height), high = std::min(theme.px(58), (area.bottom() - top) / options);
    for (std::size_t i = 1; i < y.names.size(); ++i) {
        const double at = top + static_cast<double>(i - 1) * high;
        draw_marker(canvas, option_marker(i), {area.x + theme.px(9), at + theme.px(5) + theme.body / 2}, theme.px(5), option_colour(theme, i));
        draw_wrapped(canvas, {area.x + theme.px(21), at + theme.px(5), names - theme.px(26), high}, y.names[i],
                     theme.words(theme.small, theme.ink, Align::left, i == y.focus ? Weight::bold : Weight::regular), 2);
        spots.push_back({{area.x, at, names, high}, y.names[i], {FocusOption{y.keys[i]}}, {}, {}});
    }
    for (std::size_t c = 0; c < y.years.size(); ++c) {
        const SpendingYear& year = y.years[c];
        const double x = area.x + names + static_cast<double>(c) * wide;
        const bool now = y.week >= year.first_week && y.week < year.first_week + year.weeks;
        const TextStyle style = theme.words(theme.small, now ? theme.accent : theme.ink, Align::left, Weight::bold);
        canvas.text({x + theme.px(7), area.y}, std::to_string(year.year), style);
        if (year.weeks < whole_year)
            canvas.text({x + theme.px(7), area.y + theme.small * 1.15}, fmt::format("{} {}", year.weeks, words::part_of_year.in(y.language)), theme.small_text());
        if (now) canvas.box({x + theme.px(2), top - theme.px(4), wide - theme.px(4), theme.px(2)}, theme.accent);
        for (std::size_t i = 1; i < y.names.size(); ++i) {
            const YearCell& cell = year.cells[i];
            const Rect box = Rect{x, top + static_cast<double>(i - 1) * high, wide, high}.inset(theme.px(2));
            const int to = year.first_week + (cell.week ? static_cast<int>(*cell.week) - 1 : 0);
            spots.push_back({box, {}, {SetWeek{to}}, [shared, c, i](Point) { return year_tip(*shared, shared->years[c], i); }, {}});
            if (!canvas.in_sight(box)) continue;
            const double share = cell.replications > 0 ? static_cast<double>(cell.over) / cell.replications : 0;
            canvas.box(box, mixed(theme.raised, theme.tie, 0.3 * share), theme.px(4));
            const double left = box.x + theme.px(5), room = box.width - theme.px(7);
            const TextStyle bold = theme.words(theme.small, mostly_over(cell) ? theme.ink : theme.faint, Align::left, mostly_over(cell) ? Weight::bold : Weight::regular);
            canvas.text({left, box.y + theme.px(3)}, fitted(canvas, week_label(y, cell), bold, room), bold);
            canvas.text({left, box.y + theme.px(3) + theme.small * 1.25}, fitted(canvas, change_words(y, cell), theme.small_text(), room), theme.small_text());
        }
    }
    return spots;
}

Table years_table(const Years& y)
{
    Table table;
    for (const Label& label : {words::year, words::part_of_year, words::result, words::week_of_year, words::of_pairs, words::pairs, words::level,
                               words::difference_heading, words::low95, words::high95, words::unit})
        table.headings.emplace_back(label.in(y.language));
    for (const SpendingYear& year : y.years) {
        for (std::size_t i = 0; i < y.names.size(); ++i) {
            const YearCell& cell = year.cells[i];
            const auto kr = [&](const std::optional<double>& v) { return v ? grouped(*v, 0, y.language) : std::string(); };
            std::vector<std::string> row{std::to_string(year.year), std::to_string(year.weeks), y.names[i], cell.week ? grouped(*cell.week, 0, y.language) : "",
                                         i == 0 ? "" : std::to_string(cell.over), std::to_string(cell.replications), kr(cell.spent.option)};
            for (const std::optional<double>& v : {cell.spent.difference, cell.spent.ci_low, cell.spent.ci_high}) row.push_back(kr(v));
            row.push_back("kr.");
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

} // namespace

Panel spending_years_panel(const std::vector<SpendingYear>& years, const Compared& compared, int week)
{
    Years y{years, compared.names(), {}, compared.focus, week, compared.language};
    for (const Result* result : compared.results) y.keys.push_back(result->key);
    Panel panel;
    panel.id = "economy.years";
    panel.title = words::years_title.in(compared.language);
    panel.note = words::years_note.in(compared.language);
    for (std::size_t i = 1; i < y.names.size(); ++i) {
        panel.sentence += fmt::format("{}{}:", i > 1 ? " " : "", y.names[i]);
        for (const SpendingYear& year : y.years) panel.sentence += fmt::format(" {} {};", year.year, week_label(y, year.cells[i]));
    }
    panel.least_width = name_width + column_width * static_cast<double>(std::max<std::size_t>(1, y.years.size()));
    panel.least_height = heading_height + row_height * static_cast<double>(std::max<std::size_t>(2, y.names.size()) - 1);
    const auto shared = std::make_shared<const Years>(std::move(y));
    panel.late_table = late([shared] { return years_table(*shared); });
    panel.draw = [shared](Canvas& canvas, const Theme& theme, Rect area) { return draw_years(canvas, theme, area, shared); };
    return panel;
}

} // namespace samspil::viewer
