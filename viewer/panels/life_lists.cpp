// SPDX-License-Identifier: MPL-2.0
// Whom to look at: lives that part counted by cause, and the list chosen.
#include "viewer/panels/life_scene.hpp"

#include "viewer/panels/life_words.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/lives.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

constexpr std::size_t most_rows = 80;

struct CauseBar {
    Cause cause;
    int count;
    std::string words;
};

std::vector<CauseBar> bars_of(const LifeChoice& choice)
{
    std::vector<CauseBar> bars;
    for (std::size_t i = 0; i < cause_count; ++i)
        if (choice.lives->causes[i] > 0)
            bars.push_back(
                {static_cast<Cause>(i), choice.lives->causes[i], std::string(label_of(static_cast<Cause>(i)).in(choice.language))});
    std::stable_sort(bars.begin(), bars.end(), [](const CauseBar& a, const CauseBar& b) { return a.count > b.count; });
    return bars;
}

std::string how_many(const LifeChoice& choice)
{
    const std::size_t all = choice.lives->all.size();
    return choice.language == Language::da ? fmt::format("{} af {} fulgte liv skilles.", choice.lives->parted, all)
                                           : fmt::format("{} of {} lives followed part.", choice.lives->parted, all);
}

std::vector<Spot> draw_bars(Canvas& canvas, const Theme& theme, Rect area, const std::vector<CauseBar>& bars, int list)
{
    std::vector<Spot> spots;
    if (bars.empty()) return spots;
    const double row = std::clamp(area.height / static_cast<double>(bars.size()), theme.px(22), theme.px(34));
    double label = 0;
    for (const CauseBar& bar : bars)
        label = std::max(label, canvas.text_width(bar.words, theme.body_text()));
    label = std::min(label + theme.px(12), area.width * 0.62);
    const double number = canvas.text_width("0000", theme.bold_text());
    const Scale x{0, static_cast<double>(bars.front().count), area.x + label, area.right() - number - theme.px(8)};
    for (const CauseBar& bar : bars) {
        const Rect line = area.take_top(row);
        const bool chosen = list == list_of(bar.cause);
        if (chosen)
            canvas.box({line.x - theme.px(6), line.y, line.width + theme.px(12), line.height}, theme.better_soft,
                       theme.px(4));
        const double y = line.middle_y() - theme.body / 2;
        canvas.text({line.x, y}, fitted(canvas, bar.words, theme.body_text(), label - theme.px(8)), theme.body_text());
        canvas.box(
            {x.from, line.middle_y() - theme.px(7), std::max(x.at(bar.count) - x.from, theme.px(2)), theme.px(14)},
            theme.accent, theme.px(2));
        canvas.text({std::max(x.at(bar.count), x.from + theme.px(2)) + theme.px(6), y}, std::to_string(bar.count),
                    theme.bold_text());
        Spot& spot = spots.emplace_back();
        spot.area = line;
        spot.tip = bar.words;
        spot.actions = {SetLivesList{chosen ? 0 : list_of(bar.cause)}};
    }
    return spots;
}

struct ListRow {
    std::uint64_t person = 0;
    std::string who, why, tip;
};

std::string parting_week(const LifeChoice& choice, const LifeDifference& parting)
{
    return short_week(*choice.base, std::clamp(parting.week, 0, choice.base->metadata.weeks - 1), choice.language);
}

ListRow row_of(const LifeChoice& choice, const FollowedLife& life)
{
    const bool da = choice.language == Language::da;
    ListRow row{life.person, citizen_words(*choice.base, life.person, choice.language), {}, {}};
    if (!life.parting) {
        row.why = life.enrolled == 0
                      ? (da ? "aldrig i tilbud" : "never in an offer")
                      : fmt::format(fmt::runtime(da ? "i tilbud {} uger" : "in offers {} weeks"), life.enrolled);
        return row;
    }
    const std::string cause(label_of(life.parting->cause).in(choice.language));
    row.why = fmt::format(fmt::runtime(da ? "{} uger anderledes · {}" : "{} weeks apart · {}"), life.apart, cause);
    row.tip = fmt::format(fmt::runtime(da ? "Livene skilles {}" : "The lives part in {}"),
                          parting_week(choice, *life.parting));
    return row;
}

std::vector<Spot> draw_list(Canvas& canvas, const Theme& theme, Rect area, const std::vector<ListRow>& rows,
                            std::uint64_t person, const std::string& rest)
{
    std::vector<Spot> spots;
    const double row = theme.body * 1.2 + theme.small * 1.3 + theme.px(9);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Rect line = area.take_top(row);
        if (rows[i].person == person)
            canvas.box({line.x - theme.px(6), line.y, line.width + theme.px(12), line.height}, theme.better_soft,
                       theme.px(4));
        TextStyle who = rows[i].person == person ? theme.bold_text() : theme.body_text();
        if (canvas.text_width(rows[i].who, who) > line.width) who.size = theme.small;
        canvas.text({line.x, line.y + theme.px(4)}, fitted(canvas, rows[i].who, who, line.width), who);
        canvas.text({line.x, line.y + theme.px(4) + theme.body * 1.2},
                    fitted(canvas, rows[i].why, theme.small_text(), line.width), theme.small_text());
        Spot& spot = spots.emplace_back();
        spot.area = line;
        spot.tip = rows[i].who + "\n" + rows[i].why + (rows[i].tip.empty() ? "" : "\n" + rows[i].tip);
        spot.actions = {FocusPerson{rows[i].person}};
    }
    if (!rest.empty()) canvas.text({area.x, area.y + theme.px(4)}, rest, theme.small_text());
    return spots;
}

} // namespace

Panel life_causes_panel(const LifeChoice& choice)
{
    const bool da = choice.language == Language::da;
    Panel panel;
    panel.id = "lives.causes";
    panel.title = std::string(words::causes_title.in(choice.language));
    panel.note = how_many(choice) + (da ? " Tal for stikprøven: 0,5 % af borgerne, første gentagelse."
                                        : " Counts in the sample: 0.5 % of citizens, first replication.");
    const std::vector<CauseBar> bars = bars_of(choice);
    panel.sentence = how_many(choice);
    panel.table.headings = {std::string(words::heading_cause.in(choice.language)),
                            std::string(words::heading_lives.in(choice.language))};
    for (const CauseBar& bar : bars) {
        panel.table.rows.push_back({bar.words, std::to_string(bar.count)});
        if (bar.cause == bars.front().cause)
            panel.sentence +=
                fmt::format(fmt::runtime(da ? " Oftest: {} ({})." : " Most often: {} ({})."), bar.words, bar.count);
    }
    panel.least_width = 220;
    panel.least_height = 22 * static_cast<double>(std::max<std::size_t>(1, bars.size()));
    panel.draw = [bars, list = choice.list](Canvas& canvas, const Theme& theme, Rect area) {
        return draw_bars(canvas, theme, area, bars, list);
    };
    return panel;
}

Panel life_list_panel(const LifeChoice& choice)
{
    const bool da = choice.language == Language::da;
    Panel panel;
    panel.id = "lives.list";
    const auto chosen = listed(*choice.lives, choice.list);
    const auto cause = static_cast<std::size_t>(choice.list - static_cast<int>(LivesList::by_cause));
    const Label name = !choice.lives->paired ? words::everybody
                       : choice.list == 0   ? words::most_changed
                       : choice.list == 1   ? words::unchanged
                                            : label_of(static_cast<Cause>(std::min(cause, cause_count - 1)));
    panel.title = fmt::format("{} ({})", name.in(choice.language), chosen.size());
    const auto head = [&](Label label) { panel.table.headings.emplace_back(label.in(choice.language)); };
    head(words::heading_citizen);
    head(words::heading_enrolled);
    head(words::heading_apart);
    head(words::heading_parting);
    head(words::heading_cause);
    std::vector<ListRow> rows;
    for (const FollowedLife* life : chosen) {
        if (rows.size() < most_rows) rows.push_back(row_of(choice, *life));
        const std::string why =
            life->parting
                ? std::string(label_of(life->parting->cause).in(choice.language))
                : "–";
        panel.table.rows.push_back({citizen_words(*choice.base, life->person, choice.language),
                                    std::to_string(life->enrolled), std::to_string(life->apart),
                                    life->parting ? parting_week(choice, *life->parting) : "–", why});
    }
    panel.sentence = chosen.empty() ? std::string(words::nobody_on_list.in(choice.language)) + "." : panel.title + ".";
    std::string rest;
    if (chosen.size() > rows.size())
        rest = fmt::format(fmt::runtime(da ? "… og {} flere i tallene" : "… and {} more in the numbers"),
                           chosen.size() - rows.size());
    if (chosen.empty()) rest = std::string(words::nobody_on_list.in(choice.language));
    panel.least_width = 220;
    panel.least_height = 47 * static_cast<double>(rows.size()) + 30;
    panel.draw = [rows, person = choice.person, rest](Canvas& canvas, const Theme& theme, Rect area) {
        return draw_list(canvas, theme, area, rows, person, rest);
    };
    return panel;
}

} // namespace samspil::viewer
