// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/evidence.hpp"

#include "viewer/panels/compared.hpp"
#include "viewer/words/register.hpp"

#include "engine/experiment/decomposition.hpp"
#include "engine/io/figures.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

struct TagBar {
    Evidence tag;
    int count;
};

std::vector<Spot> draw_evidence(Canvas& canvas, const Theme& theme, Rect area, const std::array<TagBar, 4>& bars,
                                const RegisterFilter& now, const std::vector<std::string>& lines, Language language)
{
    std::vector<Spot> spots;
    double label = 0;
    int most = 1;
    for (const TagBar& bar : bars) {
        label = std::max(label, canvas.text_width(label_of(bar.tag).in(language), theme.body_text()) + theme.px(14));
        most = std::max(most, bar.count);
    }
    const Scale x{0, static_cast<double>(most), area.x + label,
                  area.right() - canvas.text_width("9.999", theme.bold_text()) - theme.px(8)};
    const double row = theme.px(24);
    for (const TagBar& bar : bars) {
        const Rect line = area.take_top(row);
        const bool chosen = now.tag == bar.tag, weak = bar.tag == Evidence::assumed || bar.tag == Evidence::recalled;
        if (chosen)
            canvas.box({line.x - theme.px(6), line.y, line.width + theme.px(12), line.height}, theme.better_soft,
                       theme.px(4));
        const double y = line.middle_y() - theme.body / 2;
        canvas.text({line.x, y}, label_of(bar.tag).in(language), theme.body_text());
        const Rect box{x.from, line.middle_y() - theme.px(7), std::max(x.at(bar.count) - x.from, theme.px(2)),
                       theme.px(14)};
        // What rests on nothing firmer than a memory or an assumption is light with an edge.
        canvas.box(box, weak ? mixed(theme.panel, theme.assumption, 0.25) : theme.choice, theme.px(2));
        if (weak) canvas.frame(box, theme.assumption, theme.px(1.2), theme.px(2));
        canvas.text({box.right() + theme.px(6), y}, std::to_string(bar.count), theme.bold_text());
        Spot& spot = spots.emplace_back();
        spot.area = line;
        spot.tip = fmt::format("{}: {}", label_of(bar.tag).in(language), bar.count);
        spot.actions = {SetRegister{now.words, chosen ? -1 : static_cast<int>(bar.tag), !now.only_differing}};
    }
    area.take_top(theme.px(6));
    for (const std::string& line : lines) {
        const double used = draw_wrapped(canvas, area, line, theme.body_text(), 5);
        area.take_top(used + theme.px(3));
    }
    return spots;
}

struct GroundRow {
    std::string goal, short_name, words, count;
    int assumed = 0;
};

std::vector<Spot> draw_grounds(Canvas& canvas, const Theme& theme, Rect area, const std::vector<GroundRow>& rows)
{
    std::vector<Spot> spots;
    const double line = theme.body * 1.2 + theme.small * 1.3;
    const double row =
        std::min(area.height / static_cast<double>(std::max<std::size_t>(rows.size(), 1)), line + theme.px(12));
    const auto fits = [&](const GroundRow& one) { return canvas.text_width(one.words, theme.small_text()) <= area.width; };
    const bool two = row >= line && std::all_of(rows.begin(), rows.end(), fits); // else the grounds stand in the tips
    for (const GroundRow& one : rows) {
        const Rect at = area.take_top(row);
        const double count = canvas.text_width(one.count, theme.bold_text());
        canvas.text({at.right(), at.y}, one.count,
                    theme.words(theme.body, theme.assumption, Align::right, Weight::bold));
        const double room = at.width - count - theme.px(12);
        // A long name goes down in size, then gives way to a short one.
        const bool long_fits = canvas.text_width(one.goal, theme.small_text()) <= room;
        const std::string& words = long_fits ? one.goal : one.short_name;
        const TextStyle name = theme.words(canvas.text_width(words, theme.body_text()) > room ? theme.small : theme.body, theme.ink);
        canvas.text({at.x, at.y}, fitted(canvas, words, name, room), name);
        if (two)
            canvas.text({at.x, at.y + theme.body * 1.2}, one.words,
                        theme.small_text());
        Spot& spot = spots.emplace_back();
        spot.area = at;
        spot.tip = one.goal + ": " + one.words;
    }
    return spots;
}

/// A target in words, on a scale of its own.
struct TargetLine {
    std::string label, reached, target, interval, verdict, tip;
    double low = 0, high = 0, aim = 0;
    std::optional<double> value;
    bool hit = false;
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
        check.reached,        check.hit};
    line.interval = fmt::format("{} {} {}", with_unit(t.low, t.unit, language), language == Language::da ? "til" : "to",
                                with_unit(t.high, t.unit, language));
    const Label verdict = !check.reached           ? words::not_measured
                          : check.hit              ? words::hit
                          : *check.reached < t.low ? words::miss_below
                                                   : words::miss_above;
    line.verdict = verdict.in(language);
    if (check.reached) line.reached = with_unit(*check.reached, t.unit, language);
    line.tip = fmt::format("{}\n{}: {}\n{}: {}\n{}: {} ({})\n{}: {}", line.label, words::heading_target.in(language),
                           line.target, words::heading_interval.in(language), line.interval,
                           words::heading_reached.in(language), line.reached, line.verdict,
                           words::heading_source.in(language), t.source);
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
            draw_wrapped(canvas, {at.x, at.middle_y() - theme.small * 1.2, name, row}, whole ? line.label : line.label.substr(0, line.label.find(" (")), small, 2);
        }
        else
            canvas.text({at.x, at.middle_y() - theme.small / 2}, fitted(canvas, line.label, small, name), small);
        draw_bullet(canvas, theme, {at.x + name + gap, at.y, bullet, at.height}, line);
        canvas.text({at.x + name + 2 * gap + bullet + reached, y}, line.reached, theme.bold_text(Align::right));
        const Colour colour = !line.value ? theme.tie : line.hit ? theme.better : theme.worse;
        const std::string sign = !line.value ? "" : line.hit ? "● " : "◆ ";
        canvas.text({at.right() - verdict, y}, sign + line.verdict, theme.words(theme.body, colour));
        Spot& spot = spots.emplace_back();
        spot.area = at;
        spot.tip = line.tip;
    }
    return spots;
}

} // namespace

Panel evidence_panel(const Evidences& evidence, const RegisterFilter& now, Language language)
{
    const bool da = language == Language::da;
    const std::array<TagBar, 4> bars{
        TagBar{Evidence::source, evidence.source}, TagBar{Evidence::derived, evidence.derived},
        TagBar{Evidence::recalled, evidence.recalled}, TagBar{Evidence::assumed, evidence.assumed}};
    Panel panel;
    panel.id = "assumptions.evidence";
    panel.title = std::string(words::evidence_title.in(language));
    panel.table.headings = {std::string(words::heading_evidence.in(language)),
                            std::string(words::heading_count.in(language))};
    int all = 0;
    for (const TagBar& bar : bars) {
        panel.table.rows.push_back({std::string(label_of(bar.tag).in(language)), std::to_string(bar.count)});
        all += bar.count;
    }
    panel.sentence = fmt::format(fmt::runtime(da ? "{} af {} antagelser har hverken kilde eller udledning."
                                                 : "{} of {} assumptions have neither a source nor a derivation."),
                                 evidence.assumed + evidence.recalled, all);
    std::vector<std::string> lines;
    if (evidence.centres > 0) {
        lines.push_back(
            fmt::format(fmt::runtime(da ? "{} af {} huse er antaget: ikke kendt ved navn, placeret efter en regel."
                                        : "{} of {} houses are assumed: not known by name, placed by a rule."),
                        evidence.assumed_centres, evidence.centres));
        panel.sentence += " " + lines.back();
        panel.table.rows.push_back({da ? "antagne huse" : "assumed houses", std::to_string(evidence.assumed_centres)});
    }
    lines.emplace_back(words::no_sensitivity.in(language));
    panel.sentence += " " + lines.back();
    panel.least_width = 240;
    panel.least_height = 4 * 24 + 6 + 6 * 20;
    panel.draw = [bars, now, lines, language](Canvas& canvas, const Theme& theme, Rect area) {
        return draw_evidence(canvas, theme, area, bars, now, lines, language);
    };
    return panel;
}

Panel goal_grounds_panel(const Evidences& evidence, Language language)
{
    const bool da = language == Language::da;
    Panel panel;
    panel.id = "assumptions.goals";
    panel.title = std::string(words::goals_title.in(language));
    panel.note = std::string(words::goals_note.in(language));
    for (const Label label : {words::heading_goal, words::heading_rests_on, words::heading_assumed})
        panel.table.headings.emplace_back(label.in(language));
    std::vector<GroundRow> rows;
    for (const GoalGround& ground : evidence.goals) {
        rows.push_back({std::string(ground.kpi->label.in(language)), capitalised(short_name(*ground.kpi).in(language)), ground.words.in(language),
                        std::to_string(ground.assumed), ground.assumed});
        panel.table.rows.push_back({rows.back().goal, rows.back().words, std::to_string(ground.assumed)});
    }
    const auto most = std::max_element(rows.begin(), rows.end(),
                                       [](const GroundRow& a, const GroundRow& b) { return a.assumed < b.assumed; });
    if (most != rows.end())
        panel.sentence = fmt::format(
            fmt::runtime(da ? "«{}» hviler på flest antagne værdier: {}." : "“{}” rests on most assumed values: {}."),
            most->goal, most->assumed);
    panel.least_width = 260;
    panel.least_height = 23 * static_cast<double>(rows.size());
    panel.draw = [rows](Canvas& canvas, const Theme& theme, Rect area) {
        return draw_grounds(canvas, theme, area, rows);
    };
    return panel;
}

Panel targets_panel(const std::vector<TargetCheck>& checks, Language language)
{
    const bool da = language == Language::da;
    Panel panel;
    panel.id = "assumptions.targets";
    panel.title = std::string(words::targets_title.in(language));
    panel.note = std::string(words::targets_note.in(language));
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
    panel.least_width = 400;
    panel.least_height =
        28 * static_cast<double>(std::max<std::size_t>(lines.size(), 2)) + (unmeasured.empty() ? 0 : 20);
    panel.draw = [lines, unmeasured, nothing](Canvas& canvas, const Theme& theme, Rect area) {
        return draw_targets(canvas, theme, area, lines, unmeasured, nothing);
    };
    return panel;
}

} // namespace samspil::viewer
