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

} // namespace samspil::viewer
