// SPDX-License-Identifier: MPL-2.0
// Options down, prices across: each with its paired difference as a dot and an interval on a scale with its zero, and the
// numbers below. What an extra person-month costs is written, for it has no zero to stand against.
#include "viewer/panels/economy.hpp"
#include "viewer/panels/lone_marks.hpp"

#include "viewer/words/common.hpp"
#include "viewer/words/economy.hpp"
#include "viewer/words/house.hpp"

#include "engine/io/comparison_report.hpp"
#include "engine/io/figures.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

constexpr double name_width = 150, column_width = 138, heading_height = 60, row_height = 68, base_height = 30, marks_height = 18;

struct Column {
    Label heading;
    std::vector<KpiDifference> differences; ///< by result
    FigureStyle style;
    bool plotted = true; ///< on a scale with a zero
    bool nothing = true; ///< no option differs
};

struct Prices {
    std::vector<Column> columns;
    std::vector<std::optional<Interval>> per_month; ///< of the level, by result
    std::vector<std::string> names, keys;
    std::size_t focus = 0;
    Language language = Language::da;
};

/// One style a column: the digits of its coarsest interval.
FigureStyle style_of(const std::vector<KpiDifference>& differences, Language language)
{
    FigureStyle style = figure_style(differences.front().kpi->unit, differences.front().base.value_or(0), language);
    bool first = true;
    for (const KpiDifference& d : differences) {
        if (!d.difference || is_fixed(d)) continue;
        const FigureStyle own = figure_style(d, language);
        if (own.scale != style.scale) continue;
        style.decimals = first ? own.decimals : std::min(style.decimals, own.decimals);
        first = false;
    }
    style.decimals = std::min(style.decimals, 2);
    return style;
}

/// With as many digits more as a bound needs not to be said as the zero it leaves out.
FigureStyle style_in(const FigureStyle& column, const KpiDifference& d)
{
    FigureStyle style = column;
    if (!d.ci_low || is_nothing(d) || holds_zero(d)) return style;
    const double nearest = std::min(std::abs(*d.ci_low), std::abs(*d.ci_high)) * style.scale;
    while (style.decimals < 6 && nearest < 0.5 * std::pow(10.0, -style.decimals)) ++style.decimals;
    return style;
}

Prices prices_of(const std::vector<MoneyRow>& rows, const Compared& compared)
{
    Prices prices{{}, {}, compared.names(), {}, compared.focus, compared.language};
    const auto add = [&](Label heading, auto pick, bool plotted = true) {
        Column column{heading, {}, {}, plotted, true};
        for (const MoneyRow& row : rows) {
            const KpiDifference& d = column.differences.emplace_back(pick(row));
            column.nothing = column.nothing && (!d.difference || is_nothing(d));
        }
        column.style = style_of(column.differences, compared.language);
        prices.columns.push_back(std::move(column));
    };
    add(words::running_year, [](const MoneyRow& row) { return row.running_per_year; });
    add(words::investment_all, [](const MoneyRow& row) { return row.accounts[static_cast<std::size_t>(Account::investment)]; });
    add(words::per_month, [](const MoneyRow& row) { return row.per_month; });
    add(words::per_attendance, [](const MoneyRow& row) { return row.per_attendance; });
    add(words::per_extra, [](const MoneyRow& row) { return row.per_extra; }, false);
    for (const MoneyRow& row : rows) prices.per_month.push_back(row.per_month_level);
    for (const Result* result : compared.results) prices.keys.push_back(result->key);
    return prices;
}

std::string interval_words(const Column& column, const KpiDifference& d, Language language)
{
    if (!d.ci_low) return {};
    if (is_nothing(d)) return {};
    if (is_fixed(d)) return std::string(words::fixed_change.in(language));
    const FigureStyle style = style_in(column.style, d);
    if (!column.plotted) return fmt::format("{} {} {}", figure(*d.ci_low, style), words::to.in(language), figure(*d.ci_high, style));
    return fmt::format("{} {} {}", signed_figure(*d.ci_low, style), words::to.in(language), signed_figure(*d.ci_high, style));
}

std::string number_words(const Column& column, const KpiDifference& d, Language language)
{
    if (!d.difference) return std::string(words::undetermined.in(language));
    if (!column.plotted) {
        const DifferenceWords all = in_words(d, language);
        return *d.difference < 0 ? all.number : figure(*d.difference, style_in(column.style, d));
    }
    return fmt::format("{} {}", arrow(d), signed_figure(*d.difference, style_in(column.style, d)));
}

std::string price_tip(const Prices& prices, const Column& column, std::size_t i)
{
    const KpiDifference& d = column.differences[i];
    const Language language = prices.language;
    std::string tip = fmt::format("{}\n{}", prices.names[i], column.heading.in(language));
    if (column.plotted && d.option) tip += fmt::format(": {} {}", figure(*d.option, column.style), column.style.unit);
    if (column.plotted && d.kpi->id == "cost.net_per_participant_month" && prices.per_month[i])
        tip += fmt::format(" (95 %: {} {} {})", figure(prices.per_month[i]->low, column.style), words::to.in(language), figure(prices.per_month[i]->high, column.style));
    if (i > 0) tip += "\n" + whole_difference(d, language);
    if (!column.plotted) tip += fmt::format("\n{}", words::per_extra_note.in(language));
    return tip;
}

Scale scale_of(const Column& column, double from, double to)
{
    double low = 0, high = 0;
    for (std::size_t i = 1; i < column.differences.size(); ++i) {
        low = std::min(low, column.differences[i].ci_low.value_or(0));
        high = std::max(high, column.differences[i].ci_high.value_or(0));
    }
    const double room = high > low ? (high - low) * 0.08 : 1;
    return {low - room, high + room, from, to};
}

void draw_interval(Canvas& canvas, const Theme& theme, const Scale& x, double y, const KpiDifference& d, std::size_t option)
{
    const Colour colour = option_colour(theme, option);
    const double zero = x.at(0), half = theme.px(8);
    canvas.segment({x.from, y}, {x.to, y}, theme.grid, 1);
    canvas.segment({zero, y - half}, {zero, y + half}, theme.faint, theme.px(1.5));
    if (d.ci_low) canvas.segment({x.at(*d.ci_low), y}, {std::max(x.at(*d.ci_high), x.at(*d.ci_low) + 1), y}, colour, theme.px(3));
    if (d.difference) draw_marker(canvas, option_marker(option), {x.at(*d.difference), y}, theme.px(5), colour);
}

/// Whether a mark stands in it without its word.
bool draw_price(Canvas& canvas, const Theme& theme, Rect cell, const Prices& prices, const Column& column, const Scale& scale, std::size_t i)
{
    const KpiDifference& d = column.differences[i];
    const double plot = column.plotted ? theme.px(22) : theme.px(4);
    if (column.plotted && d.difference && !(is_nothing(d) && column.nothing)) draw_interval(canvas, theme, scale, cell.y + theme.px(13), d, i);
    const bool has_number = d.difference.has_value();
    const TextStyle style = theme.words(theme.body, has_number ? verdict_colour(theme, d) : theme.tie, Align::left, Weight::bold);
    const Colour plain = !column.plotted && has_number ? theme.ink : style.colour;
    const double left = cell.x + theme.px(8), room = cell.width - theme.px(12);
    canvas.text({left, cell.y + plot}, fitted(canvas, number_words(column, d, prices.language), {style.size, plain, style.weight, style.align}, room),
                {style.size, plain, style.weight, style.align});
    bool lone = column.plotted && mark_needs_word(d);
    if (column.plotted) {
        const double used = canvas.text_width(number_words(column, d, prices.language), style) + theme.px(6);
        const TextStyle small = theme.words(theme.small, verdict_colour(theme, d));
        const std::string word = finding_word(canvas, d, small, room - used, prices.language);
        canvas.text({left + used, cell.y + plot + (theme.body - theme.small) / 2}, word, small);
        lone = lone && word.empty();
    }
    const bool ratio = !column.plotted && has_number && *d.difference < 0; // says no size
    if (ratio || !has_number) return lone;
    const double below = cell.y + plot + theme.body * 1.15;
    canvas.text({left, below}, fitted(canvas, interval_words(column, d, prices.language), theme.small_text(), room), theme.small_text());
    if (column.plotted) return lone;
    const Label per = d.more_months ? words::per_month_more : words::per_month_less;
    draw_wrapped(canvas, {left, below + theme.small * 1.15, room, cell.height}, per.in(prices.language), theme.small_text(), 2);
    return lone;
}

std::vector<Spot> draw_prices(Canvas& canvas, const Theme& theme, Rect area, const std::shared_ptr<const Prices>& shared)
{
    const Prices& prices = *shared;
    std::vector<Spot> spots;
    bool lone = false;
    area.take_bottom(theme.px(marks_height)); // below the rows
    const double columns = theme.px(column_width) * static_cast<double>(prices.columns.size());
    const double names = std::max(theme.px(name_width), std::min({area.width * 0.2, theme.px(280), area.width - columns}));
    const double wide = std::min((area.width - names) / static_cast<double>(prices.columns.size()), theme.px(240));
    const auto options = static_cast<double>(prices.names.size() - 1);
    const double top = area.y + theme.px(heading_height + base_height);
    const double high = options > 0 ? std::min(theme.px(76), (area.bottom() - top) / options) : 0;
    const auto named = [&](std::size_t i, double y, double height) {
        draw_marker(canvas, option_marker(i), {area.x + theme.px(9), y + theme.px(4) + theme.body / 2}, theme.px(5), option_colour(theme, i));
        const TextStyle style = theme.words(theme.small, theme.ink, Align::left, i == 0 ? Weight::bold : Weight::regular);
        draw_wrapped(canvas, {area.x + theme.px(21), y + theme.px(4), names - theme.px(26), height}, prices.names[i], style, i == 0 ? 1 : 3);
    };
    const double base_y = area.y + theme.px(heading_height);
    named(0, base_y, theme.px(base_height));
    for (std::size_t i = 1; i < prices.names.size(); ++i) {
        const double y = top + static_cast<double>(i - 1) * high;
        if (i == prices.focus) canvas.box({area.x, y, names + wide * static_cast<double>(prices.columns.size()), high}, theme.raised, theme.px(4));
        canvas.segment({area.x, y}, {area.x + names + wide * static_cast<double>(prices.columns.size()), y}, theme.grid, 1);
        named(i, y, high);
        spots.push_back({{area.x, y, names, high}, prices.names[i], {FocusOption{prices.keys[i]}}, {}, {}});
    }
    for (std::size_t c = 0; c < prices.columns.size(); ++c) {
        const Column& column = prices.columns[c];
        const double x = area.x + names + static_cast<double>(c) * wide, left = x + theme.px(8);
        const TextStyle bold = theme.words(theme.small, theme.ink, Align::left, Weight::bold);
        const double line = theme.small * 1.2, floor = base_y - theme.px(3);
        const auto lines = static_cast<double>(wrapped(canvas, column.heading.in(prices.language), bold, wide - theme.px(14), 2).size());
        draw_wrapped(canvas, {left, floor - (lines + 1) * line, wide - theme.px(14), floor}, column.heading.in(prices.language), bold, 2);
        canvas.text({left, floor - line}, column.style.unit, theme.small_text());
        const KpiDifference& base = column.differences.front();
        if (column.plotted && base.option) canvas.text({left, base_y + theme.px(4)}, figure(*base.option, column.style), theme.bold_text());
        const Scale scale = scale_of(column, left, x + wide - theme.px(12));
        for (std::size_t i = 0; i < prices.names.size(); ++i) {
            const Rect cell = i == 0 ? Rect{x, base_y, wide, theme.px(base_height)} : Rect{x, top + static_cast<double>(i - 1) * high, wide, high};
            if (i > 0) lone = draw_price(canvas, theme, cell, prices, column, scale, i) || lone;
            spots.push_back({cell, {}, {}, [shared, c, i](Point) { return price_tip(*shared, shared->columns[c], i); }, {}});
        }
    }
    if (lone) draw_lone_marks(canvas, theme, {area.x, top + options * high, area.width, theme.px(marks_height)}, prices.language);
    return spots;
}

Table prices_table(const Prices& prices)
{
    Table table;
    const auto say = [&](Label label) { return std::string(label.in(prices.language)); };
    for (const Label& heading : {words::measure, words::result, words::level, words::low95, words::high95, words::difference_heading, words::low95, words::high95,
                                 words::unit, words::verdict_heading})
        table.headings.push_back(say(heading));
    for (const Column& column : prices.columns) {
        for (std::size_t i = 0; i < prices.names.size(); ++i) {
            const KpiDifference& d = column.differences[i];
            const auto number = [&](const std::optional<double>& v) { return v ? figure(*v, column.style) : std::string("–"); };
            const auto bound = [&](const std::optional<double>& v) { return v ? figure(*v, style_in(column.style, d)) : std::string("–"); };
            const bool month = d.kpi->id == "cost.net_per_participant_month" && prices.per_month[i];
            std::vector<std::string> row{say(column.heading), prices.names[i], column.plotted ? number(d.option) : "",
                                         month ? number(prices.per_month[i]->low) : "", month ? number(prices.per_month[i]->high) : ""};
            if (i == 0) row.insert(row.end(), 3, "");
            else if (!d.difference) row.insert(row.end(), {say(words::undetermined), "", ""});
            else row.insert(row.end(), {number_words(column, d, prices.language), bound(d.ci_low), bound(d.ci_high)});
            row.push_back(column.style.unit);
            row.push_back(i == 0 ? "" : in_words(d, prices.language).verdict);
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

/// Of what options do more often than the base.
std::string on_unpriced(const Compared& compared)
{
    const auto how_many = [](const Result& result, const InterventionKind& kind) {
        return std::count_if(result.interventions.begin(), result.interventions.end(), [&](const InterventionRow& row) { return row.type == kind.id; });
    };
    std::vector<Intervention> added;
    for (const InterventionKind& kind : intervention_kinds())
        for (const Result* option : compared.results)
            if (how_many(*option, kind) > how_many(compared.base(), kind)) added.emplace_back().type = kind.type;
    const auto words = words_without_price(added);
    return words ? " " + words->in(compared.language) : "";
}

} // namespace

Panel prices_panel(const std::vector<MoneyRow>& rows, const Compared& compared)
{
    const auto shared = std::make_shared<const Prices>(prices_of(rows, compared));
    const Prices& prices = *shared;
    Panel panel;
    panel.id = "economy.prices";
    panel.title = words::prices_title.in(compared.language);
    panel.note = compared.has_options() ? paired_note(compared) + on_unpriced(compared) : std::string(words::prices_fixed.in(compared.language));
    for (std::size_t i = 1; i < prices.names.size(); ++i)
        panel.sentence += ended(fmt::format("{}{}: {}; {}: {}", i > 1 ? " " : "", prices.names[i], whole_difference(rows[i].per_month, compared.language),
                                      words::per_extra.in(compared.language), in_words(rows[i].per_extra, compared.language).difference));
    panel.late_table = late([shared] { return prices_table(*shared); });
    panel.least_width = name_width + column_width * static_cast<double>(prices.columns.size());
    panel.least_height = heading_height + base_height + row_height * static_cast<double>(prices.names.size() - 1) + marks_height;
    panel.draw = [shared](Canvas& canvas, const Theme& theme, Rect area) { return draw_prices(canvas, theme, area, shared); };
    return panel;
}

} // namespace samspil::viewer
