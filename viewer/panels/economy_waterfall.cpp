// SPDX-License-Identifier: MPL-2.0
// From the base's running cost to the option's, account by account; investment by itself. Steps are drawn against the
// base's level, so that they can be seen; the two totals stand outside the axis, their feet broken.
#include "viewer/panels/economy.hpp"
#include "viewer/panels/lone_marks.hpp"

#include "viewer/data/time_words.hpp"
#include "viewer/words/economy.hpp"
#include "viewer/words/house.hpp"

#include "engine/io/figures.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

constexpr double column_width = 54, investment_gap = 18;

struct Step {
    std::optional<Account> account;
    std::string name;
    KpiDifference difference;
    double from = 0; ///< kr. above the base where the step begins
};

struct Waterfall {
    std::vector<Step> steps; ///< accounts of running
    Step investment;
    KpiDifference total;
    std::string base_name, option_name;
    std::size_t option = 0;
    FigureStyle style;
    Language language = Language::da;
};

Waterfall waterfall_of(const std::vector<MoneyRow>& rows, const Compared& compared)
{
    const MoneyRow& row = rows[compared.focus];
    Waterfall w;
    w.language = compared.language;
    w.option = compared.focus;
    w.base_name = compared.name(0);
    w.option_name = compared.name(compared.focus);
    w.total = row.running;
    double at = 0;
    for (std::size_t a = 0; a < account_count; ++a) {
        const auto account = static_cast<Account>(a);
        Step step{account, account_name(account, w.language), row.accounts[a], at};
        if (!is_running(account)) {
            step.from = 0;
            w.investment = std::move(step);
            continue;
        }
        at += step.difference.difference.value_or(0);
        w.steps.push_back(std::move(step));
    }
    w.style = figure_style("kr.", 1e6, w.language); // all in millions
    const double largest = std::max(1.0, std::abs(w.total.difference.value_or(0))) * w.style.scale;
    w.style.decimals = largest >= 100 ? 0 : largest >= 10 ? 1 : 2;
    return w;
}

std::string change_words(const Waterfall& w, const KpiDifference& d)
{
    if (!d.difference) return std::string(words::undetermined.in(w.language));
    // No mark where the figure has no digit to go with it.
    const double least = std::pow(10.0, -w.style.decimals);
    if (*d.difference != 0 && std::abs(*d.difference * w.style.scale) < least / 2) return fmt::format("<\u00A0{}", grouped(least, w.style.decimals, w.language));
    return fmt::format("{}\u00A0{}", arrow(d), signed_figure(*d.difference, w.style)); // never broken at a line's end
}

/// A column has no room for the word of its mark.
bool has_lone_mark(const Waterfall& w)
{
    const auto marked = [&](const KpiDifference& d) { return mark_needs_word(d) && change_words(w, d).starts_with(arrow(d)); };
    return marked(w.total) || marked(w.investment.difference) || std::any_of(w.steps.begin(), w.steps.end(), [&](const Step& step) { return marked(step.difference); });
}

std::string step_tip(const Waterfall& w, const Step& step)
{
    const KpiDifference& d = step.difference;
    std::string tip = step.name + (step.account && !is_running(*step.account) ? fmt::format(" ({})", words::one_off.in(w.language)) : "");
    if (d.base && d.option)
        tip += fmt::format("\n{}: {} {}\n{}: {} {}", w.base_name, figure(*d.base, w.style), w.style.unit, w.option_name, figure(*d.option, w.style), w.style.unit);
    tip += "\n" + whole_difference(d, w.language);
    if (is_fixed(d)) tip += fmt::format("\n{}", words::fixed_change.in(w.language));
    return tip;
}

struct Picture {
    Canvas& canvas;
    const Theme& theme;
    const Waterfall& w;
    Rect plot;
    Scale y;
    double wide = 0;
};

/// A total: its top alone, torn off below, since its foot is many times the changes further down. Its size is said in words.
void draw_total(const Picture& p, double x, double level, Colour colour, const std::string& words)
{
    p.canvas.box({x, p.plot.y, p.wide, p.plot.height}, p.theme.panel); // no lines of the axis behind it: its foot is no value
    const double bar = p.wide * 0.62, left = x + (p.wide - bar) / 2, top = p.y.at(level), foot = std::min(p.plot.bottom(), top + p.theme.px(30));
    const double tear = std::min(p.theme.px(7), foot - top);
    std::vector<Point> torn{{left, top}, {left + bar, top}};
    for (int i = 6; i >= 0; --i) torn.push_back({left + bar * i / 6, foot - (i % 2 == 0 ? tear : 0)});
    p.canvas.polygon(polygon_of(torn), {0, 0}, 1, colour.with_alpha(0.85));
    p.canvas.text({x + p.wide / 2, top - p.theme.small * 1.25}, words, p.theme.words(p.theme.small, p.theme.ink, Align::centre, Weight::bold));
}

void draw_step(const Picture& p, double x, const Step& step)
{
    const KpiDifference& d = step.difference;
    const double change = d.difference.value_or(0), a = p.y.at(step.from), b = p.y.at(step.from + change);
    const double bar = p.wide * 0.62, left = x + (p.wide - bar) / 2, top = std::min(a, b), height = std::max(std::abs(b - a), p.theme.px(2));
    const bool sure = d.difference && !holds_zero(d);
    const Colour colour = option_colour(p.theme, p.w.option);
    p.canvas.box({left, top, bar, height}, sure ? colour : p.theme.tie_soft);
    if (!sure) p.canvas.frame({left, top, bar, height}, p.theme.tie, p.theme.px(1.2));
    double label_top = top, label_foot = top + height;
    if (d.ci_low && *d.ci_high > *d.ci_low) {
        const double low = p.y.at(step.from + *d.ci_low), high = p.y.at(step.from + *d.ci_high), middle = x + p.wide / 2, cap = p.theme.px(4);
        p.canvas.segment({middle, low}, {middle, high}, p.theme.ink, p.theme.px(1.6));
        p.canvas.segment({middle - cap, low}, {middle + cap, low}, p.theme.ink, p.theme.px(1.6));
        p.canvas.segment({middle - cap, high}, {middle + cap, high}, p.theme.ink, p.theme.px(1.6));
        label_top = std::min(label_top, high);
        label_foot = std::max(label_foot, low);
    }
    const TextStyle style = p.theme.words(p.theme.small, sure ? p.theme.ink : p.theme.tie, Align::centre, Weight::bold);
    // Above a rise, below a fall: the label stands where the step ends.
    const double label = change >= 0 ? label_top - p.theme.small * 1.25 : label_foot + p.theme.small * 0.2;
    const std::string words = change_words(p.w, d);
    const double width = p.canvas.text_width(words, style);
    p.canvas.box({x + (p.wide - width) / 2, label, width, p.theme.small * 1.1}, p.theme.panel.with_alpha(0.8)); // lines of the axis end before it
    p.canvas.text({x + p.wide / 2, label}, words, style);
}

Axis difference_axis(const Waterfall& w, Rect plot, const Theme& theme)
{
    double low = 0, high = 0;
    const auto hold = [&](const Step& step) {
        for (const std::optional<double>& v : {step.difference.difference, step.difference.ci_low, step.difference.ci_high}) {
            low = std::min(low, step.from + v.value_or(0));
            high = std::max(high, step.from + v.value_or(0));
        }
    };
    for (const Step& step : w.steps) hold(step);
    hold(w.investment);
    const double extent = std::max(high - low, 1e5), room = theme.small * 1.9 / std::max(1.0, plot.height) * extent * 1.25;
    const int count = std::clamp(static_cast<int>(plot.height / theme.px(44)), 2, 6);
    Axis axis;
    // Not widened to whole steps: room for labels is enough.
    axis.scale = {(low - extent * 0.22 - room) * w.style.scale, (high + room) * w.style.scale, plot.bottom(), plot.y};
    axis.ticks = ticks_of(axis.scale.low, axis.scale.high, count);
    return axis;
}

/// Below the column; `beyond` is room at both sides of it.
void draw_name(const Picture& p, double x, const std::string& name, Weight weight, double beyond = 0)
{
    TextStyle style = p.theme.words(p.theme.small, p.theme.ink, Align::centre, weight);
    // A word that is wider than its column is set smaller, not cut.
    double widest = 1;
    for (std::size_t begin = 0; begin < name.size();) {
        const std::size_t end = std::min(name.find(' ', begin), name.size());
        widest = std::max(widest, p.canvas.text_width(name.substr(begin, end - begin), style));
        begin = end + 1;
    }
    const double gap = p.theme.px(3); // two names beside each other are two words
    style.size *= std::clamp((p.wide + 2 * beyond - gap) / (widest + 1), 0.75, 1.0);
    // Lines of names beside each other do not read as one.
    const double whole = p.wide + 2 * beyond, room = std::min(whole, std::max(widest + 1, whole - p.theme.px(12)));
    draw_wrapped(p.canvas, {x - beyond + (whole - room) / 2, p.plot.bottom() + p.theme.px(4), room, 0}, name, style, 3);
}

std::vector<Spot> draw_waterfall(Canvas& canvas, const Theme& theme, Rect area, const Waterfall& w)
{
    const LegendEntry whose{w.option_name, option_colour(theme, w.option), option_marker(w.option)};
    area.take_top(draw_legend(canvas, theme, area, std::span(&whose, 1)));
    const Rect unit = area.take_top(theme.small * 1.5);
    canvas.text({unit.x, unit.y}, words::against_base.in(w.language), theme.small_text());
    if (has_lone_mark(w)) draw_lone_marks(canvas, theme, area.take_bottom(lone_marks_height(theme)), w.language);
    Rect plot = area;
    plot.take_bottom(theme.small * 1.2 * 3 + theme.px(4));
    const Axis rough = difference_axis(w, plot, theme);
    const double gap = theme.px(investment_gap), columns = static_cast<double>(w.steps.size()) + 3;
    const double axis_width = value_axis_width(canvas, theme, rough.ticks, w.language), column = (plot.width - axis_width - gap) / columns;
    const double base_x = plot.take_left(column).x; // left of the axis: what hangs below its top is not below nought
    plot.take_left(axis_width);
    const Axis axis = difference_axis(w, plot, theme);
    draw_value_axis(canvas, theme, plot, axis, w.language);
    Scale y = axis.scale; // steps are in kr.
    y.low /= w.style.scale;
    y.high /= w.style.scale;
    const Picture p{canvas, theme, w, plot, y, column};
    std::vector<Spot> spots;
    double x = base_x;
    const auto spot = [&](std::string tip, std::vector<Action> actions) {
        spots.push_back({{x, plot.y, p.wide, area.bottom() - plot.y}, std::move(tip), std::move(actions), {}, {}});
    };
    // With the digits of the steps, so that they add up.
    const auto level_words = [&](const std::optional<double>& kr) { return kr ? figure(*kr, w.style) : std::string("–"); };
    draw_total(p, x, 0, option_colour(theme, 0), level_words(w.total.base));
    draw_name(p, x, std::string(words::base_total.in(w.language)), Weight::bold, theme.px(8));
    spot(fmt::format("{}\n{}: {} {}", w.base_name, words::total_running.in(w.language), level_words(w.total.base), w.style.unit), {FocusAccount{""}});
    double level_before = 0;
    x = plot.x - p.wide;
    for (const Step& step : w.steps) {
        const double join = y.at(level_before);
        canvas.segment({std::max(x + p.wide * 0.81, plot.x), join}, {x + p.wide * 1.19, join}, theme.faint, theme.px(1), Dash::dotted);
        x += p.wide;
        draw_step(p, x, step);
        draw_name(p, x, step.name, Weight::regular);
        spot(step_tip(w, step), {FocusAccount{std::string(id_of(*step.account))}});
        level_before = step.from + step.difference.difference.value_or(0);
    }
    canvas.segment({x + p.wide * 0.81, y.at(level_before)}, {x + p.wide * 1.19, y.at(level_before)}, theme.faint, theme.px(1), Dash::dotted);
    x += p.wide;
    draw_total(p, x, w.total.difference.value_or(0), option_colour(theme, w.option), level_words(w.total.option));
    draw_name(p, x, fmt::format("{} {}", words::option_total.in(w.language), change_words(w, w.total)), Weight::bold, theme.px(8));
    spot(fmt::format("{}\n{}: {} {}\n{}", w.option_name, words::total_running.in(w.language), level_words(w.total.option), w.style.unit,
                     whole_difference(w.total, w.language)),
         {FocusAccount{""}});
    x += p.wide + gap;
    canvas.segment({x - gap / 2, plot.y}, {x - gap / 2, area.bottom()}, theme.border, theme.px(1));
    draw_step(p, x, w.investment);
    draw_name(p, x, fmt::format("{} ({})", w.investment.name, words::one_off.in(w.language)), Weight::regular, theme.px(7));
    spot(step_tip(w, w.investment), {FocusAccount{std::string(id_of(Account::investment))}});
    return spots;
}

Table waterfall_table(const Waterfall& w)
{
    Table table;
    for (const Label& heading : {words::account, words::base_total, words::option_total, words::difference_heading, words::low95, words::high95, words::unit})
        table.headings.emplace_back(heading.in(w.language));
    const auto add = [&](const std::string& name, const KpiDifference& d) {
        // Whole kr.: a spreadsheet adds them up itself.
        const auto level = [&](const std::optional<double>& v) { return v ? grouped(*v, 0, w.language) : std::string("–"); };
        table.rows.push_back({name, level(d.base), level(d.option), level(d.difference), level(d.ci_low), level(d.ci_high), "kr."});
    };
    for (const Step& step : w.steps) add(step.name, step.difference);
    add(std::string(words::total_running.in(w.language)), w.total);
    add(fmt::format("{} ({})", w.investment.name, words::one_off.in(w.language)), w.investment.difference);
    return table;
}

} // namespace

Panel waterfall_panel(const std::vector<MoneyRow>& rows, const Compared& compared)
{
    const Waterfall w = waterfall_of(rows, compared);
    Panel panel;
    panel.id = "economy.waterfall";
    panel.title = words::waterfall_title.in(compared.language);
    const Result& base = compared.base();
    const int weeks = base.metadata.weeks;
    panel.note = fmt::format("{}–{} ({} {}). {}", year_of(base, 0), year_of(base, std::max(0, weeks - 1)), weeks, words::part_of_year.in(w.language),
                             words::waterfall_note.in(w.language));
    panel.sentence = ended(fmt::format("{}: {} {}", w.option_name, words::total_running.in(w.language), whole_difference(w.total, w.language)));
    for (const Step& step : w.steps)
        if (step.difference.difference && !holds_zero(step.difference))
            panel.sentence += ended(fmt::format(" {}: {}", step.name, whole_difference(step.difference, w.language)));
    panel.sentence += fmt::format(" {}", words::prices_fixed.in(w.language));
    panel.table = waterfall_table(w);
    panel.least_width = column_width * static_cast<double>(w.steps.size() + 3) + investment_gap + 50;
    panel.least_height = 260;
    panel.draw = [w](Canvas& canvas, const Theme& theme, Rect area) { return draw_waterfall(canvas, theme, area, w); };
    return panel;
}

} // namespace samspil::viewer
