// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/measure_grid.hpp"

#include "viewer/words/house.hpp"

#include "engine/io/figures.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

constexpr double name_width = 150, heading_height = 58, row_height = 58;

/// Unit and scale of a column: one for all its numbers, so that they can be read down.
FigureStyle style_of(const Measure& measure, Language language)
{
    double largest = 0;
    for (const KpiDifference& d : measure.differences)
        for (const std::optional<double>& v : {d.base, d.option, d.difference}) largest = std::max(largest, std::abs(v.value_or(0)));
    return figure_style(measure.kpi->unit, largest, language);
}

/// As many digits as the difference's own interval carries, in the scale of its column.
FigureStyle style_of(const KpiDifference& d, FigureStyle column)
{
    const FigureStyle own = figure_style(d, column.language);
    column.decimals = own.scale == column.scale ? std::min(own.decimals, 3) : 2;
    return column;
}

bool is_there(const Measure& measure, std::size_t i) { return i < measure.there.size() && measure.there[i]; }

/// A level is read, not computed with: about three digits.
std::string level_words(const KpiDifference& d, FigureStyle style)
{
    if (!d.option) return "–";
    const double size = std::abs(*d.option * style.scale);
    style.decimals = std::min(style.decimals, size >= 100 ? 0 : size >= 10 ? 1 : 2);
    return figure(*d.option, style);
}

std::string cell_tip(const MeasureGrid& grid, const Measure& measure, const FigureStyle& style, std::size_t i)
{
    const KpiDifference& d = measure.differences[i];
    std::string words = fmt::format("{}\n{}: {} {}", grid.results[i].words, measure.kpi->label.in(grid.language), level_words(d, style), style.unit);
    if (i > 0) words += "\n" + whole_difference(d, grid.language);
    return words + fmt::format("\n{}", measure.kpi->description.in(grid.language));
}

/// "−1,2 til +3,4", in short where it is narrow; empty before half of one would stand.
std::string interval_words(const Canvas& canvas, const Theme& theme, const KpiDifference& d, const FigureStyle& style, double room)
{
    if (!d.difference) return {};
    if (is_fixed(d) || d.kpi == &per_extra_reached()) return in_words(d, style.language).interval;
    const std::string low = signed_figure(*d.ci_low, style), high = signed_figure(*d.ci_high, style);
    const std::string to = style.language == Language::da ? " til " : " to ";
    for (const std::string& words : {low + to + high, low + "; " + high})
        if (canvas.text_width(words, theme.small_text()) <= room) return words;
    return {};
}

void draw_cell(Canvas& canvas, const Theme& theme, Rect cell, const MeasureGrid& grid, const Measure& measure, const FigureStyle& style, std::size_t i)
{
    const KpiDifference& d = measure.differences[i];
    const double right = cell.right() - theme.px(8), top = cell.y + theme.px(3);
    if (!is_there(measure, i)) return canvas.text({right, top}, "–", theme.small_text(Align::right));
    if (i == 0) return canvas.text({right, top}, level_words(d, style), theme.bold_text(Align::right));
    const Colour colour = verdict_colour(theme, d);
    const std::string change = d.difference ? fmt::format("{} {}", arrow(d), signed_figure(*d.difference, style_of(d, style))) : in_words(d, grid.language).number;
    canvas.text({right, top}, change, theme.words(theme.body, colour, Align::right, Weight::bold));
    const double second = top + theme.body * 1.15, room = cell.width - theme.px(12);
    // The number first, and whole; the word only where it is whole too: the mark says it.
    std::string below = level_words(d, style);
    if (d.verdict) {
        const std::string with_word = fmt::format("{} · {}", below, finding_label(d)->in(grid.language));
        if (canvas.text_width(with_word, theme.small_text()) <= room) below = with_word;
    }
    canvas.text({right, second}, fitted(canvas, below, theme.small_text(), room), theme.small_text(Align::right));
    canvas.text({right, second + theme.small * 1.15}, interval_words(canvas, theme, d, style_of(d, style), room), theme.small_text(Align::right));
}

void draw_row_name(Canvas& canvas, const Theme& theme, Rect row, double width, const MeasureGrid& grid, std::size_t i)
{
    if (i == grid.focus && i > 0) canvas.box(row, theme.raised, theme.px(4));
    canvas.segment({row.x, row.y}, {row.right(), row.y}, theme.grid, 1);
    draw_marker(canvas, grid.results[i].marker, {row.x + theme.px(9), row.y + theme.px(4) + theme.body / 2}, theme.px(5), option_colour(theme, i));
    const TextStyle style = theme.words(theme.small, theme.ink, Align::left, i == 0 ? Weight::bold : Weight::regular);
    draw_wrapped(canvas, {row.x + theme.px(21), row.y + theme.px(4), width - theme.px(27), row.height}, grid.results[i].words, style, 2);
}

} // namespace

MeasureGrid measure_grid(std::vector<Measure> measures, const Compared& compared)
{
    MeasureGrid grid;
    grid.measures = std::move(measures);
    grid.focus = compared.focus;
    grid.language = compared.language;
    for (std::size_t i = 0; i < compared.results.size(); ++i) {
        grid.results.push_back({compared.name(i), {}, option_marker(i)});
        grid.keys.push_back(compared.results[i]->key);
    }
    return grid;
}

double least_grid_width(const MeasureGrid& grid) { return name_width + grid.column_width * static_cast<double>(grid.measures.size()); }
double least_grid_height(const MeasureGrid& grid) { return heading_height + row_height * static_cast<double>(grid.results.size()); }

std::vector<Spot> draw_measure_grid(Canvas& canvas, const Theme& theme, Rect area, const std::shared_ptr<const MeasureGrid>& shared)
{
    const MeasureGrid& grid = *shared;
    std::vector<Spot> spots;
    if (grid.measures.empty()) return spots;
    std::vector<FigureStyle> styles;
    for (const Measure& measure : grid.measures) styles.push_back(style_of(measure, grid.language));
    const double columns = theme.px(grid.column_width) * static_cast<double>(grid.measures.size());
    const double names = std::max(theme.px(name_width), std::min({area.width * 0.24, theme.px(320), area.width - columns}));
    const double wide = std::min((area.width - names) / static_cast<double>(grid.measures.size()), theme.px(170));
    const double high = std::min(theme.px(64), (area.height - theme.px(heading_height)) / static_cast<double>(grid.results.size()));
    for (std::size_t m = 0; m < grid.measures.size(); ++m) {
        const Measure& measure = grid.measures[m];
        const double right = area.x + names + static_cast<double>(m + 1) * wide - theme.px(8);
        const std::string heading = capitalised(measure.heading.in(grid.language));
        const TextStyle style = theme.words(theme.small, theme.ink, Align::right, Weight::bold);
        const double x = right - wide + theme.px(10);
        // Headings end on the same line, with the unit last.
        const double line = theme.small * 1.2, floor = area.y + theme.px(heading_height) - theme.px(4);
        const auto lines = static_cast<double>(wrapped(canvas, heading, style, right - x, 2).size());
        draw_wrapped(canvas, {x, floor - (lines + 1) * line, right - x, floor}, heading, style, 2);
        draw_wrapped(canvas, {x, floor - line, right - x, floor}, styles[m].unit, theme.small_text(Align::right), 1);
    }
    for (std::size_t i = 0; i < grid.results.size(); ++i) {
        const double y = area.y + theme.px(heading_height) + static_cast<double>(i) * high;
        const Rect row{area.x, y, names + wide * static_cast<double>(grid.measures.size()), high};
        const bool in_sight = canvas.in_sight(row); // what is not drawn is still reached by the keyboard
        if (in_sight) draw_row_name(canvas, theme, row, names, grid, i);
        if (i > 0) spots.push_back({{row.x, row.y, names, high}, grid.results[i].words, {FocusOption{grid.keys[i]}}, {}, {}});
        for (std::size_t m = 0; m < grid.measures.size(); ++m) {
            const Rect cell{area.x + names + static_cast<double>(m) * wide, y, wide, high};
            if (in_sight) draw_cell(canvas, theme, cell, grid, grid.measures[m], styles[m], i);
            if (!is_there(grid.measures[m], i)) continue;
            const auto tip = [shared, m, i, style = styles[m]](Point) { return cell_tip(*shared, shared->measures[m], style, i); };
            spots.push_back({cell, {}, {}, tip, {}});
        }
    }
    return spots;
}

Table grid_table(const MeasureGrid& grid)
{
    Table table;
    for (const Label& heading : {words::measure, words::result, words::level, words::unit, words::difference_heading, words::low95, words::high95,
                                 words::unit, words::verdict_heading})
        table.headings.emplace_back(heading.in(grid.language));
    for (const Measure& measure : grid.measures) {
        const FigureStyle style = style_of(measure, grid.language);
        for (std::size_t i = 0; i < grid.results.size(); ++i) {
            const KpiDifference& d = measure.differences[i];
            std::vector<std::string> row{std::string(measure.kpi->label.in(grid.language)), grid.results[i].words, level_words(d, style), style.unit};
            if (i == 0) row.insert(row.end(), 5, "");
            else {
                const FigureStyle own = style_of(d, style);
                row.push_back(d.difference ? signed_figure(*d.difference, own) : in_words(d, grid.language).number);
                row.push_back(d.ci_low ? signed_figure(*d.ci_low, own) : "–");
                row.push_back(d.ci_high ? signed_figure(*d.ci_high, own) : "–");
                row.push_back(own.difference_unit);
                row.push_back(in_words(d, grid.language).verdict);
            }
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

std::string grid_sentence(const MeasureGrid& grid)
{
    std::string words;
    for (std::size_t i = 1; i < grid.results.size(); ++i) {
        std::string apart;
        for (const Measure& measure : grid.measures) {
            const KpiDifference& d = measure.differences[i];
            if (finding_of(d) != Finding::decided) continue;
            apart += fmt::format("{}{} {}", apart.empty() ? "" : ", ", measure.heading.in(grid.language), in_words(d, grid.language).difference);
            if (d.verdict) apart += fmt::format(" ({})", label_of(*d.verdict).in(grid.language));
        }
        if (apart.empty()) apart = words::nothing_apart.in(grid.language);
        words += ended(fmt::format("{}{}: {}", words.empty() ? "" : " ", grid.results[i].words, apart));
    }
    return words;
}

} // namespace samspil::viewer
