// SPDX-License-Identifier: MPL-2.0
// People in and out a year, and the indicators of volunteers as compare gives them.
#include "viewer/panels/volunteers.hpp"
#include "viewer/panels/lone_marks.hpp"

#include "viewer/words/common.hpp"
#include "viewer/words/overview.hpp"
#include "viewer/words/volunteers.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

struct FlowChart {
    std::shared_ptr<const VolunteersOverTime> numbers;
    std::vector<std::string> names;
    Language language{};
};

double level(const KpiDifference& d) { return d.option.value_or(0); }

std::string persons(double value, Language language, bool is_signed = false)
{
    const FigureStyle style{1, 0, {}, {}, language};
    return is_signed ? signed_figure(value, style) : figure(value, style);
}

/// "≈ +3 (−1 til +7)"
std::string unit_free(const KpiDifference& d, Language language)
{
    const DifferenceWords words = in_words(d, language);
    return d.difference ? fmt::format("{} {} ({})", arrow(d), words.number, words.interval) : words.number;
}

std::string flow_tip(const FlowChart& chart, std::size_t i)
{
    const YearFlow& f = chart.numbers->flows[i];
    std::string tip = chart.names[i];
    const auto line = [&](Label label, const KpiDifference& d) {
        tip += fmt::format("\n{}: {}", label.in(chart.language), persons(level(d), chart.language));
        if (d.difference) tip += fmt::format(" · {}", unit_free(d, chart.language));
    };
    line(words::volunteers::by_participants, f.participants);
    line(words::volunteers::by_external, f.external);
    line(words::volunteers::by_bridges, f.bridges);
    line(words::volunteers::leaving, f.leaving);
    line(words::volunteers::net, f.net);
    return tip;
}

std::vector<Spot> draw_flow(Canvas& canvas, const Theme& theme, Rect area, const std::shared_ptr<const FlowChart>& shared)
{
    const FlowChart& chart = *shared;
    const auto say = [&](Label label) { return std::string(label.in(chart.language)); };
    const Colour in[] = {theme.accent, mixed(theme.accent, theme.panel, 0.4), mixed(theme.accent, theme.panel, 0.7)};
    const LegendEntry entries[] = {{say(words::volunteers::leaving), theme.tie, Marker::square},
                                   {say(words::volunteers::by_participants), in[0], Marker::square},
                                   {say(words::volunteers::by_external), in[1], Marker::square},
                                   {say(words::volunteers::by_bridges), in[2], Marker::square}};
    area.take_top(draw_legend(canvas, theme, area, entries) + theme.px(4));
    double most = 1;
    for (const YearFlow& f : chart.numbers->flows) most = std::max({most, level(f.leaving), level(f.participants) + level(f.bridges) + level(f.external)});
    const double numbers = theme.px(56), zero = area.middle_x() - theme.px(30), reach = std::min(zero - area.x, area.right() - theme.px(64) - zero) - numbers;
    const double block = std::min(area.height / static_cast<double>(chart.names.size()), theme.px(62));
    const double bar = std::clamp(block - theme.body * 1.5, theme.px(8), theme.px(22));
    std::vector<Spot> spots;
    double y = area.y;
    canvas.text({area.right(), area.y - theme.small * 1.25}, words::volunteers::net.in(chart.language), theme.small_text(Align::right));
    for (std::size_t i = 0; i < chart.names.size(); ++i, y += block) {
        const Rect row{area.x, y, area.width, block};
        spots.push_back({row, {}, {}, [shared, i](Point) { return flow_tip(*shared, i); }, {}});
        if (!canvas.in_sight(row)) continue;
        const YearFlow& f = chart.numbers->flows[i];
        draw_marker(canvas, option_marker(i), {area.x + theme.px(5), y + theme.body / 2}, theme.px(4.5), option_colour(theme, i));
        canvas.text({area.x + theme.px(15), y}, fitted(canvas, chart.names[i], theme.body_text(), area.width - theme.px(15)), theme.body_text());
        const double top = y + theme.body * 1.3, text = top + (bar - theme.small) / 2;
        const double out = reach * level(f.leaving) / most;
        canvas.box({zero - out, top, out, bar}, theme.tie);
        canvas.text({zero - out - theme.px(6), text}, persons(-level(f.leaving), chart.language), theme.words(theme.small, theme.ink, Align::right));
        double x = zero, sum = 0;
        std::size_t shade = 0;
        for (const KpiDifference* part : {&f.participants, &f.external, &f.bridges}) {
            const double width = reach * level(*part) / most;
            canvas.box({x, top, width, bar}, in[shade++]);
            x += width;
            sum += level(*part);
        }
        canvas.text({x + theme.px(6), text}, "+" + persons(sum, chart.language), theme.words(theme.small, theme.ink));
        canvas.segment({zero, top - theme.px(3)}, {zero, top + bar + theme.px(3)}, theme.ink, theme.px(1.5));
        canvas.text({area.right(), text - (theme.body - theme.small) / 2}, persons(level(f.net), chart.language, true), theme.bold_text(Align::right));
    }
    return spots;
}

struct KpiRows {
    std::vector<KpiDifference> rows;
    bool paired = false;
    Language language{};
};

/// The base's number; of its unit only the per cent, since the rest stands beside the name.
std::string short_base(const DifferenceWords& words)
{
    const std::size_t end = words.base.find(' ');
    return words.base.substr(0, end) + (end != std::string::npos && words.base[end + 1] == '%' ? " %" : "");
}

/// What stands beside the name: "persons", "h/week", "% a year".
std::string unit_beside(const DifferenceWords& words)
{
    const std::size_t end = words.base.find(' ');
    return end == std::string::npos ? "" : words.base.substr(end + 1);
}

/// "▲ +0,3 %-point": points of a share in short; other units stand beside the name.
std::string short_difference(const KpiDifference& d, const DifferenceWords& words, Language language)
{
    if (!d.difference) return words.number;
    const std::string_view points = d.kpi->unit.starts_with("share") ? words::percentage_points_short.in(language) : std::string_view();
    return fmt::format("{} {}{}{}", arrow(d), words.number, points.empty() ? "" : " ", points);
}

std::string unit_of(const DifferenceWords& words, Language language) { return unit_in_words(words.unit, language); }

/// Which way is good, where the goal has one.
std::string verdict_word(const KpiDifference& d, const KpiRows& table, bool in_short)
{
    if (!table.paired || !d.verdict) return {};
    return std::string((in_short && mark_needs_word(d) ? short_label_of(*finding_of(d)) : *finding_label(d)).in(table.language));
}

std::vector<Spot> draw_rows(Canvas& canvas, const Theme& theme, Rect area, const KpiRows& table)
{
    const auto say = [&](Label label) { return label.in(table.language); };
    const TextStyle small = theme.words(theme.small, theme.ink);
    const bool marks = table.paired && std::any_of(table.rows.begin(), table.rows.end(), mark_needs_word);
    const Rect foot = area.take_bottom(marks ? lone_marks_height(theme) : 0);
    const double heading = theme.small * 1.4, rows = static_cast<double>(std::max<std::size_t>(1, table.rows.size()));
    const double line = std::clamp((area.height - heading) / rows, theme.body * 1.35, theme.body * 2.6);
    const bool two_lines = line >= theme.body + theme.small * 1.2;
    // Units stand below the names where a row has two lines, else after the base's number.
    const auto base_of = [&](const DifferenceWords& words) { return two_lines ? short_base(words) : words.base; };
    double intervals = canvas.text_width(say(words::volunteers::interval_95), small), differences = 0, bases = 0, verdicts = 0, short_verdicts = 0;
    for (const KpiDifference& d : table.rows) {
        const DifferenceWords words = in_words(d, table.language);
        intervals = std::max(intervals, canvas.text_width(words.interval, small));
        differences = std::max(differences, canvas.text_width(short_difference(d, words, table.language), theme.bold_text()));
        bases = std::max(bases, canvas.text_width(base_of(words), two_lines ? theme.body_text() : small));
        verdicts = std::max(verdicts, canvas.text_width(verdict_word(d, table, false), small));
        short_verdicts = std::max(short_verdicts, canvas.text_width(verdict_word(d, table, true), small));
    }
    const double gap = theme.px(14);
    // Verdicts stand below the differences where a row has two lines, else beside them; short where the whole words have no room.
    const auto room_with = [&](double words) { return area.width - bases - intervals - (two_lines ? std::max(differences, words) : differences + words) - 4 * gap; };
    const bool in_short = room_with(verdicts) < theme.px(150);
    if (in_short) verdicts = short_verdicts;
    if (two_lines) {
        differences = std::max(differences, verdicts);
        verdicts = 0;
    }
    if (room_with(verdicts) < theme.px(150)) verdicts = 0; // the line below the rows says the marks
    const double word_room = verdicts > 0 ? verdicts + theme.px(6) : 0;
    const double interval_at = area.right(), difference_at = interval_at - intervals - gap - word_room;
    const double base_at = table.paired ? difference_at - differences - gap : interval_at;
    const double room = base_at - bases - gap - area.x;
    if (table.paired) {
        canvas.text({difference_at, area.y}, say(words::volunteers::difference_column), theme.small_text(Align::right));
        canvas.text({interval_at, area.y}, say(words::volunteers::interval_95), theme.small_text(Align::right));
    }
    canvas.text({base_at, area.y}, say(words::base), theme.small_text(Align::right));
    area.take_top(heading);
    canvas.segment({area.x, area.y}, {area.right(), area.y}, theme.border, 1);
    std::vector<Spot> spots;
    double y = area.y;
    for (const KpiDifference& d : table.rows) {
        const DifferenceWords words = in_words(d, table.language);
        const Colour colour = verdict_colour(theme, d);
        const double text = y + (two_lines ? theme.px(3) : (line - theme.body) / 2), small_y = text + (theme.body - theme.small) / 2;
        const std::string whole(d.kpi->label.in(table.language));
        const TextStyle style = canvas.text_width(whole, theme.body_text()) <= room ? theme.body_text() : small; // set smaller before it is cut
        canvas.text({area.x, text + (theme.body - style.size) / 2}, fitted(canvas, whole, style, room), style);
        if (two_lines) canvas.text({area.x, text + theme.body * 1.15}, fitted(canvas, unit_beside(words), theme.small_text(), room), theme.small_text());
        if (verdicts > 0 && table.paired) canvas.text({difference_at + theme.px(6), small_y}, verdict_word(d, table, in_short), theme.words(theme.small, colour));
        std::string tip = fmt::format("{}\n{}\n{}: {}", d.kpi->label.in(table.language), d.kpi->description.in(table.language), say(words::base), words.base);
        const TextStyle base = theme.words(two_lines ? theme.body : theme.small, theme.ink, Align::right);
        canvas.text({base_at, text + (theme.body - base.size) / 2}, base_of(words), base);
        if (table.paired) {
            canvas.text({difference_at, text}, short_difference(d, words, table.language), theme.words(theme.body, colour, Align::right, Weight::bold));
            canvas.text({interval_at, small_y}, words.interval, theme.words(theme.small, theme.ink, Align::right));
            if (two_lines)
                canvas.text({difference_at, text + theme.body * 1.15}, verdict_word(d, table, in_short), theme.words(theme.small, colour, Align::right));
            tip += "\n" + whole_difference(d, table.language);
        }
        Spot& spot = spots.emplace_back();
        spot.area = {area.x, y, area.width, line};
        spot.tip = std::move(tip);
        spot.actions = {FocusGoal{std::string(d.kpi->id)}, GoTo{Screen::difference}};
        y += line;
    }
    const bool said = two_lines || verdicts > 0;
    if (std::any_of(table.rows.begin(), table.rows.end(), [&](const KpiDifference& d) { return table.paired && mark_needs_word(d) && !(said && d.verdict); }))
        draw_lone_marks(canvas, theme, {foot.x, y, foot.width, foot.height}, table.language);
    return spots;
}

Table flow_table(const VolunteersOverTime& numbers, const std::vector<std::string>& names, Language language)
{
    const bool paired = names.size() > 1;
    Table table{{""}, {}};
    for (const Label& what : {words::volunteers::by_participants, words::volunteers::by_external, words::volunteers::by_bridges, words::volunteers::leaving, words::volunteers::net}) {
        table.headings.emplace_back(what.in(language));
        if (paired) table.headings.push_back(fmt::format("{} ({})", words::volunteers::difference_column.in(language), words::volunteers::interval_95.in(language)));
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        const YearFlow& f = numbers.flows[i];
        std::vector<std::string> row{names[i]};
        for (const KpiDifference* d : {&f.participants, &f.external, &f.bridges, &f.leaving, &f.net}) {
            row.push_back(d->option ? persons(*d->option, language) : "–");
            if (paired) row.push_back(d->difference ? unit_free(*d, language) : "–");
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace

Panel volunteer_flow_panel(std::shared_ptr<const VolunteersOverTime> numbers, const Compared& compared)
{
    const Language language = compared.language;
    Panel panel;
    panel.id = "volunteers.flow";
    panel.title = words::volunteers::flow_title.in(language);
    panel.note = words::volunteers::flow_note.in(language);
    panel.late_table = late([numbers, names = compared.names(), language] { return flow_table(*numbers, names, language); });
    const YearFlow& base = numbers->flows.front();
    const bool da = language == Language::da;
    panel.sentence = fmt::format(fmt::runtime(da ? "{}: {} nye frivillige om året, {} stopper." : "{}: {} new volunteers a year, {} stop."), compared.name(0),
                                 persons(level(base.participants) + level(base.bridges) + level(base.external), language), persons(level(base.leaving), language));
    if (compared.has_options()) {
        const YearFlow& option = numbers->flows[compared.focus];
        panel.sentence += ended(fmt::format(fmt::runtime(da ? " {}: forskel i alt {}" : " {}: net difference {}"), compared.name(compared.focus), unit_free(option.net, language)));
    }
    panel.least_width = 340;
    panel.least_height = 34 + 50 * static_cast<double>(compared.results.size());
    panel.draw = [chart = std::make_shared<const FlowChart>(FlowChart{std::move(numbers), compared.names(), language})](Canvas& canvas, const Theme& theme, Rect area) {
        return draw_flow(canvas, theme, area, chart);
    };
    return panel;
}

Panel volunteer_kpis_panel(const Compared& compared)
{
    const Language language = compared.language;
    const Result &base = compared.base(), &option = *compared.results[compared.focus];
    KpiRows rows{{}, compared.has_options(), language};
    for (KpiDifference& d : compare_runs(base.kpis, option.kpis, goals_or_headline(base.metadata.goals)))
        if (d.kpi->id.starts_with("volunteers.")) rows.rows.push_back(std::move(d));
    const auto say = [&](Label label) { return std::string(label.in(language)); };
    Panel panel;
    panel.id = "volunteers.kpis";
    panel.title = say(words::volunteers::kpis_title);
    panel.note = compared.has_options() ? compared.name(compared.focus) + ". " + paired_note(compared) : compared.name(0);
    panel.table.headings = {say(words::volunteers::measure), say(words::base)};
    if (compared.has_options())
        panel.table.headings.insert(panel.table.headings.end(), {say(words::volunteers::difference_column), say(words::volunteers::interval_95), say(words::volunteers::share_above), say(words::volunteers::verdict_column)});
    for (const KpiDifference& d : rows.rows) {
        const DifferenceWords w = in_words(d, language);
        panel.table.rows.push_back({std::string(d.kpi->label.in(language)), w.base});
        if (compared.has_options())
            panel.table.rows.back().insert(panel.table.rows.back().end(), {w.number + " " + unit_of(w, language), w.interval, w.share_above, w.verdict});
        if (d.verdict && compared.has_options()) panel.sentence += ended(fmt::format("{}: {}", d.kpi->label.in(language), whole_difference(d, language))) + " ";
    }
    panel.least_width = compared.has_options() ? 580 : 320;
    panel.least_height = 24 + 34 * static_cast<double>(rows.rows.size()) + 18;
    panel.draw = [rows = std::move(rows)](Canvas& canvas, const Theme& theme, Rect area) { return draw_rows(canvas, theme, area, rows); };
    return panel;
}

} // namespace samspil::viewer
