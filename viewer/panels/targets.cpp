// SPDX-License-Identifier: MPL-2.0
// The targets of the baseline: each on a scale of its own, with its accepted interval and what the base reached.
#include "viewer/panels/evidence.hpp"

#include "viewer/words/register.hpp"

#include "engine/io/figures.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

/// A target in words, on a scale of its own.
struct TargetLine {
    std::string label, reached, target, interval, verdict, tip;
    double low = 0, high = 0, aim = 0;
    std::optional<double> value;
    bool hit = false, judged = false; ///< judged: measured, and over the first year
};

std::string with_unit(double value, const std::string& unit, Language language)
{
    const FigureStyle style = figure_style(unit, value, language);
    if (unit == "ratio" || unit == "persons") return figure(value, style); // the name says of what
    return style.unit.empty() ? figure(value, style) : figure(value, style) + " " + unit_in_words(style.unit, language);
}

TargetLine target_line(const TargetCheck& check, Language language)
{
    const TargetRow& t = check.target;
    TargetLine line{
        t.label.in(language), "–",      with_unit(t.target, t.unit, language), {}, {}, {}, t.low, t.high, t.target,
        check.reached,        check.hit,                                  check.reached && check.comparable};
    line.interval = fmt::format("{} {} {}", with_unit(t.low, t.unit, language), language == Language::da ? "til" : "to",
                                with_unit(t.high, t.unit, language));
    const Label verdict = !check.reached           ? words::not_measured
                          : check.hit              ? words::hit
                          : *check.reached < t.low ? words::miss_below
                                                   : words::miss_above;
    line.verdict = verdict.in(language);
    if (check.reached && !check.comparable) line.verdict = "(" + line.verdict + ")";
    if (check.reached) line.reached = with_unit(*check.reached, t.unit, language);
    line.tip = fmt::format("{}\n{}: {}\n{}: {}\n{}: {} ({})\n{}: {}", line.label, words::heading_target.in(language),
                           line.target, words::heading_interval.in(language), line.interval,
                           words::heading_reached.in(language), line.reached, line.verdict,
                           words::heading_source.in(language), t.source);
    if (!check.comparable) line.tip += fmt::format("\n{}", words::targets_longer.in(language));
    return line;
}

void draw_bullet(Canvas& canvas, const Theme& theme, Rect area, const TargetLine& line)
{
    // The accepted interval is the middle half; what is farther out stands at the edge.
    const double reach = (line.high - line.low) / 2;
    const Scale x{line.low - reach, line.high + reach, area.x, area.right()};
    const double y = area.middle_y();
    canvas.segment({area.x, y}, {area.right(), y}, theme.grid, theme.px(1.5));
    canvas.box({x.at(line.low), y - theme.px(6), x.at(line.high) - x.at(line.low), theme.px(12)}, theme.better_soft,
               theme.px(2));
    canvas.segment({x.at(line.aim), y - theme.px(9)}, {x.at(line.aim), y + theme.px(9)}, theme.ink, theme.px(1.6));
    if (!line.value) return;
    const Point at{std::clamp(x.at(*line.value), area.x + theme.px(4), area.right() - theme.px(4)), y};
    if (!line.judged) return draw_marker(canvas, Marker::ring, at, theme.px(5.5), theme.ink);
    draw_marker(canvas, line.hit ? Marker::disc : Marker::diamond, at, theme.px(5),
                line.hit ? theme.better : theme.worse);
}

std::vector<Spot> draw_targets(Canvas& canvas, const Theme& theme, Rect area, const std::vector<TargetLine>& lines,
                               const std::string& unmeasured, const std::string& nothing)
{
    std::vector<Spot> spots;
    if (lines.empty()) {
        draw_wrapped(canvas, area, nothing, theme.body_text(), 3);
        return spots;
    }
    double verdict = 0, reached = 0;
    for (const TargetLine& line : lines) {
        verdict = std::max(verdict, canvas.text_width("▼ " + line.verdict, theme.body_text()));
        reached = std::max(reached, canvas.text_width(line.reached, theme.bold_text()));
    }
    const Rect foot = area.take_bottom(unmeasured.empty() ? 0 : theme.small * 1.4);
    canvas.text({foot.x, foot.bottom() - theme.small}, fitted(canvas, unmeasured, theme.small_text(), foot.width),
                theme.small_text());
    const double bullet = std::clamp(area.width * 0.2, theme.px(64), theme.px(180)), gap = theme.px(12);
    const double name = area.width - verdict - reached - bullet - 3 * gap;
    // A long name goes down in size, then on to a second line; its row is higher.
    const TextStyle small = theme.words(theme.small, theme.ink);
    const auto is_long = [&](const TargetLine& line) { return canvas.text_width(line.label, small) > name; };
    const auto longs = static_cast<double>(std::count_if(lines.begin(), lines.end(), is_long));
    const double share = std::min(area.height / (static_cast<double>(lines.size()) + longs * 0.6), theme.px(42));
    for (const TargetLine& line : lines) {
        const bool fits = canvas.text_width(line.label, theme.body_text()) <= name, two = is_long(line);
        const double row = two ? share * 1.6 : share;
        const Rect at = area.take_top(row);
        const double y = at.middle_y() - theme.body / 2;
        if (fits)
            canvas.text({at.x, y}, line.label, theme.body_text());
        else if (two && row >= theme.small * 2.2) {
            // What stands in brackets is left to the tip where two lines do not hold it.
            const bool whole = wrapped(canvas, line.label, small, name, 3).size() <= 2;
            const std::string words = whole ? line.label : line.label.substr(0, line.label.find(" ("));
            const auto high = theme.small * 1.2 * static_cast<double>(wrapped(canvas, words, small, name, 2).size());
            draw_wrapped(canvas, {at.x, at.middle_y() - high / 2, name, row}, words, small, 2);
        }
        else
            canvas.text({at.x, at.middle_y() - theme.small / 2}, fitted(canvas, line.label, small, name), small);
        draw_bullet(canvas, theme, {at.x + name + gap, at.y, bullet, at.height}, line);
        canvas.text({at.x + name + 2 * gap + bullet + reached, y}, line.reached, theme.bold_text(Align::right));
        const Colour colour = !line.judged ? theme.tie : line.hit ? theme.better : theme.worse;
        const std::string sign = !line.judged ? "" : line.hit ? "● " : "◆ ";
        canvas.text({at.right() - verdict, y}, sign + line.verdict, theme.words(theme.body, colour));
        Spot& spot = spots.emplace_back();
        spot.area = at;
        spot.tip = line.tip;
    }
    return spots;
}

} // namespace

Panel targets_panel(const std::vector<TargetCheck>& checks, Language language)
{
    const bool da = language == Language::da;
    Panel panel;
    panel.id = "assumptions.targets";
    panel.title = std::string(words::targets_title.in(language));
    const bool longer = std::any_of(checks.begin(), checks.end(), [](const TargetCheck& c) { return !c.comparable; });
    panel.note = std::string(words::targets_note.in(language));
    panel.note += fmt::format(" {}", (longer ? words::targets_longer : words::targets_dot).in(language));
    for (const Label label : {words::heading_name, words::heading_target, words::heading_interval,
                              words::heading_reached, words::heading_verdict, words::heading_source})
        panel.table.headings.emplace_back(label.in(language));
    std::vector<TargetLine> lines;
    int hits = 0, measured = 0;
    for (const TargetCheck& check : checks) {
        const TargetLine line = target_line(check, language);
        if (check.reached) lines.push_back(line);
        panel.table.rows.push_back(
            {line.label, line.target, line.interval, line.reached, line.verdict, check.target.source});
        hits += check.hit ? 1 : 0;
        measured += check.reached ? 1 : 0;
    }
    const std::string nothing(words::no_targets.in(language));
    const auto left = static_cast<int>(checks.size()) - measured;
    std::string unmeasured;
    if (left > 0 && measured > 0)
        unmeasured = fmt::format(fmt::runtime(da ? "{} mål måles ikke i en kørsel; de står i tallene."
                                                 : "{} targets are not measured in a run; they stand in the numbers."),
                                 left);
    panel.sentence =
        lines.empty()
            ? nothing
            : fmt::format(fmt::runtime(da ? "{} af {} målte ligger inden for." : "{} of {} measured are within."), hits,
                          measured);
    if (longer && measured > 0) panel.sentence += fmt::format(" {}", words::targets_longer.in(language));
    panel.least_width = 400;
    panel.least_height =
        28 * static_cast<double>(std::max<std::size_t>(lines.size(), 2)) + (unmeasured.empty() ? 0 : 20);
    panel.draw = [lines, unmeasured, nothing](Canvas& canvas, const Theme& theme, Rect area) {
        return draw_targets(canvas, theme, area, lines, unmeasured, nothing);
    };
    return panel;
}

} // namespace samspil::viewer
