// SPDX-License-Identifier: MPL-2.0
// One or two lives over one time axis, the week they part and the week in focus.
#include "viewer/panels/life_marks.hpp"
#include "viewer/panels/life_strip.hpp"

#include "viewer/data/time_words.hpp"
#include "viewer/panels/compared.hpp"
#include "viewer/panels/life_words.hpp"
#include "viewer/panels/offer_look.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/lives.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

std::string parting_words(const LifeScene& scene)
{
    const std::string cause =
        cause_words(*scene.base, *scene.parting, scene.base_course, scene.option_course, scene.language);
    const std::string week = short_week(*scene.base, scene.parting->week, scene.language);
    return scene.language == Language::da ? fmt::format("Livene skilles {}: {}.", week, cause)
                                          : fmt::format("The lives part in {}: {}.", week, cause);
}

/// Week, both states and the events near by.
std::string tip_of(const LifeScene& scene, int week, int reach)
{
    std::string tip = week_words(*scene.base, week, scene.language);
    const auto add = [&](const Result& result, const Course& course) {
        tip += "\n" + title_of(result, scene.language) + ": " + state_words(result, course, week, scene.language);
        for (const LifeEvent& event : course.events) {
            if (std::abs(event.week - week) > reach ||
                !(has_mark(event) || event.kind == LifeEventKind::queued || event.kind == LifeEventKind::started))
                continue;
            tip += "\n   " + short_week(result, event.week, scene.language) + ": " +
                   event_words(result, event, scene.language);
        }
    };
    add(*scene.base, scene.base_course);
    if (scene.option) add(*scene.option, scene.option_course);
    return tip;
}

std::vector<Spot> draw_strips(Canvas& canvas, const Theme& theme, Rect area, const LifeScenePtr& held)
{
    const LifeScene& scene = *held;
    double gutter = 0;
    for (const Label label : {words::row_function, words::row_offers, words::row_waits, words::row_events})
        gutter = std::max(gutter, canvas.text_width(label.in(scene.language), theme.small_text()) + theme.px(12));
    // Low: less than what all lanes need beside the sentence, the years and the legend.
    const double full_head = scene.parting ? theme.body * 2.5 + theme.px(6) : 0, full_axis = theme.small * 1.9, full_gap = theme.px(8);
    const double full_legend = draw_offer_legend(canvas, theme, area, scene.language, false) + theme.px(2);
    const bool low = area.height < full_head + full_axis + full_legend + (scene.option ? full_gap + 2 * height_of_all_lanes(theme) : height_of_all_lanes(theme));
    TextStyle said = theme.words(theme.body, theme.accent, Align::left, Weight::bold);
    // Where there is little height one line, two where the sentence is long: it is never cut.
    const double said_width = low ? area.width : std::min(area.width, theme.px(760));
    if (low && scene.parting && canvas.text_width(parting_words(scene), said) > said_width) said.size = theme.small;
    const auto lines = scene.parting ? wrapped(canvas, parting_words(scene), said, said_width, low ? 3 : 2) : std::vector<std::string>();
    const double line = said.size * 1.2;
    const Rect head = area.take_top(!scene.parting ? 0 : low ? line * static_cast<double>(lines.size()) : full_head);
    // In a low place the boxes say their offers, and the legend gives them its room.
    const Rect legend = area.take_bottom(low ? 0 : full_legend);
    area.take_bottom(low ? theme.small * 1.4 : full_axis);
    const double gap = low ? theme.px(4) : full_gap,
                 each = scene.option ? (area.height - gap) / 2 : std::min(area.height, theme.px(300));
    // A lane that is empty in both lives is left out where there is little height (the events are also listed below); both keep the same lanes, to be compared.
    const auto either = [&](const auto& holds) { return holds(scene.base_course) || (scene.option && holds(scene.option_course)); };
    const LifeLanes lanes{low, !low || either([](const Course& c) { return !c.waits.empty(); }),
                          !low || (area.height >= theme.px(220) && either([](const Course& c) { return std::any_of(c.events.begin(), c.events.end(), has_mark); }))};
    std::vector<LifeRows> rows{life_rows(theme, {area.x, area.y, area.width, each}, gutter, lanes)};
    if (scene.option) rows.push_back(life_rows(theme, {area.x, rows.front().bottom() + gap, area.width, each}, gutter, lanes));
    const Rect plot{area.x + gutter, area.y, area.width - gutter, rows.back().bottom() - area.y};
    const Scale x{0, static_cast<double>(scene.weeks()), plot.x, plot.right()};
    const auto upright = [&](double at, Colour colour, double width, Dash dash) { // not through the names between two lives
        for (const LifeRows& one : rows)
            canvas.segment({at, one.top()}, {at, one.bottom()}, colour, width, dash);
    };
    const std::vector<TimeTick> years = year_ticks(*scene.base);
    for (const TimeTick& year : years)
        if (const double at = x.at(year.week); at >= plot.x && at <= plot.right()) upright(at, theme.grid, 1, Dash::solid);
    draw_time_axis(canvas, theme, {plot.x, plot.bottom(), plot.width, 0}, x, years);
    draw_life(canvas, theme, {scene, *scene.base, scene.base_course, 0}, rows.front(), x);
    if (scene.option)
        draw_life(canvas, theme, {scene, *scene.option, scene.option_course, scene.option_number}, rows.back(), x);
    if (scene.parting) {
        const double at = x.at(scene.parting->week);
        canvas.segment({at, head.bottom() - theme.px(4)}, {at, plot.y}, theme.accent, theme.px(2));
        upright(at, theme.accent, theme.px(2), Dash::dashed);
        double widest = 0;
        for (const std::string& words : lines) widest = std::max(widest, canvas.text_width(words, said));
        const double left = std::clamp(at - theme.px(6), head.x, std::max(head.x, head.right() - widest));
        double y = head.bottom() - theme.px(low ? 2 : 6) - static_cast<double>(lines.size()) * line;
        for (const std::string& words : lines) {
            canvas.text({left, y}, words, said);
            y += line;
        }
    }
    upright(x.at(std::clamp(scene.week, 0, scene.weeks())), theme.ink.with_alpha(0.45), theme.px(1.5), Dash::solid);
    if (!low) draw_offer_legend(canvas, theme, {plot.x, legend.y + theme.px(2), plot.width, legend.height}, scene.language);
    Spot scrub;
    scrub.area = plot;
    const auto week_at = [x, weeks = scene.weeks()](Point p) {
        return std::clamp(static_cast<int>(std::floor(x.value_at(p.x))), 0, std::max(0, weeks - 1));
    };
    const int reach = static_cast<int>(std::ceil(theme.px(5) * scene.weeks() / std::max(plot.width, 1.0)));
    scrub.tip_at = [held, week_at, reach](Point p) { return tip_of(*held, week_at(p), reach); };
    scrub.drag = [week_at](Point p) { return std::vector<Action>{SetWeek{week_at(p)}}; };
    return {scrub};
}

void add_rows(Table& table, const LifeScene& scene, const Result& result, const Course& course)
{
    const std::string title = title_of(result, scene.language);
    const auto until = [&](int week) {
        return week >= scene.weeks() ? std::string("–") : short_week(result, week, scene.language);
    };
    const auto row = [&](int from, int to, Label what, const std::string& words) {
        table.rows.push_back({title, short_week(result, from, scene.language), until(to), scene.say(what), words});
    };
    for (const LevelSpan& s : course.levels)
        row(s.from, s.to, words::row_function,
            scene.say(s.nursing_home ? words::nursing_home : level_label(s.level)));
    for (const StaySpan& s : course.stays)
        row(s.from, s.to, words::row_offers,
            fmt::format("{}, {}", label_of(s.offer).in(scene.language),
                        name_of_house(result, s.centre, scene.language)));
    for (const WaitSpan& w : course.waits)
        row(w.from, w.to, words::row_waits,
            w.got_place ? std::string(label_of(w.offer).in(scene.language)) : scene.say(words::wait_unknown));
}

} // namespace

Panel life_strips_panel(const LifeScenePtr& held)
{
    const LifeScene& scene = *held;
    const bool da = scene.language == Language::da;
    Panel panel;
    panel.id = "lives.strips";
    panel.title =
        fmt::format("{}: {}", scene.say(words::synthetic), citizen_words(*scene.base, scene.person, scene.language));
    panel.note = scene.option ? (da ? "Samme borger og samme tilfælde i begge: basis øverst, alternativet nederst. Ét "
                                      "forløb, første gentagelse."
                                    : "The same citizen and the same chance in both: the base above, the option below. "
                                      "One course, first replication.")
                              : (da ? "Ét forløb, første gentagelse." : "One course, first replication.");
    panel.sentence = scene.parting  ? parting_words(scene)
                     : scene.option ? (da ? "Livet er det samme i begge." : "The life is the same in both.")
                                    : citizen_words(*scene.base, scene.person, scene.language) + ".";
    panel.table.headings = {scene.say(words::heading_result), scene.say(words::heading_from),
                            scene.say(words::heading_to), scene.say(words::heading_what), ""};
    add_rows(panel.table, scene, *scene.base, scene.base_course);
    if (scene.option) add_rows(panel.table, scene, *scene.option, scene.option_course);
    panel.least_width = 360;
    panel.least_height = scene.option ? 280 : 200;
    panel.draw = [held](Canvas& canvas, const Theme& theme, Rect area) {
        return draw_strips(canvas, theme, area, held);
    };
    return panel;
}

} // namespace samspil::viewer
