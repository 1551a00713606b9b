// SPDX-License-Identifier: MPL-2.0
// What happened to one citizen, in words, side by side: what both lives have stands once.
#include "viewer/panels/life_scene.hpp"

#include "viewer/panels/life_words.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/lives.hpp"

#include <algorithm>

namespace samspil::viewer {
namespace {

struct Line {
    int week = 0;
    const LifeEvent *in_base = nullptr, *in_option = nullptr;
    bool same() const { return in_base != nullptr && in_option != nullptr && same_outcome(*in_base, *in_option); }
};

/// A new dose and a look at offers that changes nothing fill pages and say little; they count where the lives part.
bool worth_words(const LifeScene& scene, const LifeEvent& event)
{
    const auto is = [&](const std::optional<LifeEvent>& first) { return first && *first == event; };
    if (scene.parting && (is(scene.parting->in_a) || is(scene.parting->in_b))) return true;
    if (event.kind == LifeEventKind::effect) return false;
    return event.kind != LifeEventKind::considered || event.centre != 0;
}

bool leads_to(LifeEventKind one, LifeEventKind next)
{
    using Kind = LifeEventKind;
    return (one == Kind::considered && (next == Kind::queued || next == Kind::started)) ||
           (one == Kind::queued && next == Kind::started);
}

std::vector<const LifeEvent*> worth_telling(const LifeScene& scene, const Course& course)
{
    std::vector<const LifeEvent*> chosen;
    for (const LifeEvent& event : course.events) {
        if (event.week < 0 || event.week >= scene.weeks() || !worth_words(scene, event)) continue;
        // Chosen, queued and begun in one week is told once, as begun.
        const bool goes_on = !chosen.empty() && chosen.back()->week == event.week &&
                             chosen.back()->centre == event.centre && chosen.back()->offer == event.offer &&
                             leads_to(chosen.back()->kind, event.kind);
        if (goes_on) chosen.pop_back();
        chosen.push_back(&event);
    }
    return chosen;
}

/// Merged by week; within a week, what both have comes together.
std::vector<Line> lines_of(const LifeScene& scene)
{
    const auto base = worth_telling(scene, scene.base_course), option = worth_telling(scene, scene.option_course);
    std::vector<Line> lines;
    std::size_t b = 0, o = 0;
    while (b < base.size() || o < option.size()) {
        const int week = std::min(b < base.size() ? base[b]->week : scene.weeks(),
                                  o < option.size() ? option[o]->week : scene.weeks());
        std::vector<const LifeEvent*> left, right;
        for (; o < option.size() && option[o]->week == week; ++o)
            right.push_back(option[o]);
        for (; b < base.size() && base[b]->week == week; ++b) {
            const auto twin = std::find_if(right.begin(), right.end(),
                                           [&](const LifeEvent* e) { return same_outcome(*base[b], *e); });
            if (twin == right.end())
                left.push_back(base[b]);
            else
                lines.push_back({week, base[b], *twin}), right.erase(twin);
        }
        for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i)
            lines.push_back({week, i < left.size() ? left[i] : nullptr, i < right.size() ? right[i] : nullptr});
    }
    return lines;
}

struct Words {
    std::string week, base, option;
    bool same = false;
};

std::vector<Words> words_of(const LifeScene& scene)
{
    std::vector<Words> all;
    const auto state = [&](const Result& result, const Course& course) {
        return state_words(result, course, 0, scene.language);
    };
    Words start{scene.say(words::at_start), state(*scene.base, scene.base_course), {}, true};
    if (scene.option) {
        start.option = state(*scene.option, scene.option_course);
        start.same = start.option == start.base;
        if (start.same) start.option = scene.say(words::same_as_base);
    }
    all.push_back(start);
    for (const Line& line : lines_of(scene)) {
        Words words{short_week(*scene.base, line.week, scene.language), {}, {}, line.same() || !scene.option};
        if (line.in_base != nullptr) words.base = event_words(*scene.base, *line.in_base, scene.language);
        if (line.in_option != nullptr) words.option = event_words(*scene.option, *line.in_option, scene.language);
        if (line.same()) words.option = scene.say(words::same_as_base);
        all.push_back(std::move(words));
    }
    return all;
}

/// Height of one line, drawn or only measured.
double draw_line(Canvas* canvas, const Canvas& measure, const Theme& theme, Rect area, double week_width, double column,
                 const Words& line, bool two)
{
    const TextStyle style = theme.words(theme.body, line.same ? theme.faint : theme.ink);
    const auto cell = [&](const std::string& words, double x) {
        const auto lines = wrapped(measure, words, style, column - theme.px(12), 3);
        double y = area.y + theme.px(3);
        for (const std::string& one : lines) {
            if (canvas != nullptr) canvas->text({x, y}, one, style);
            y += theme.body * 1.2;
        }
        return y - area.y + theme.px(3);
    };
    if (canvas != nullptr)
        canvas->text({area.x, area.y + theme.px(3)}, line.week, theme.words(theme.body, theme.faint));
    const double base = cell(line.base, area.x + week_width);
    return two ? std::max(base, cell(line.option, area.x + week_width + column)) : base;
}

std::vector<Spot> draw_lines(Canvas& canvas, const Theme& theme, Rect area, const LifeScenePtr& scene,
                             const std::vector<Words>& lines)
{
    const bool two = scene->option != nullptr;
    double week_width = 0;
    for (const Words& line : lines) week_width = std::max(week_width, canvas.text_width(line.week, theme.body_text()));
    week_width += theme.px(14);
    const double column = (area.width - week_width) / (two ? 2 : 1);
    Rect head = area.take_top(theme.body * 1.7);
    const auto heading = [&](const Result& result, std::size_t number, double x) {
        const double radius = theme.px(5);
        draw_marker(canvas, option_marker(number), {x + radius, head.y + theme.body / 2}, radius,
                    option_colour(theme, number));
        canvas.text({x + 3 * radius, head.y},
                    fitted(canvas, title_of(result, scene->language), theme.bold_text(), column - 5 * radius),
                    theme.bold_text());
    };
    heading(*scene->base, 0, head.x + week_width);
    if (two) heading(*scene->option, scene->option_number, head.x + week_width + column);
    canvas.segment({area.x, area.y - theme.px(3)}, {area.right(), area.y - theme.px(3)}, theme.border, 1);
    std::vector<Spot> spots;
    for (const Words& line : lines) {
        const double height = draw_line(nullptr, canvas, theme, area, week_width, column, line, two);
        // The last line that fits says how many more there are; the numbers as a table hold them all.
        const auto at = static_cast<std::size_t>(&line - lines.data());
        if (area.height < height + theme.body * 1.4 && at + 1 < lines.size()) {
            const std::string more = scene->language == Language::da
                                         ? "… og " + std::to_string(lines.size() - at) + " flere i tallene"
                                         : "… and " + std::to_string(lines.size() - at) + " more in the numbers";
            canvas.text({area.x + week_width, area.y + theme.px(3)}, more, theme.small_text());
            break;
        }
        const Rect row = area.take_top(height);
        if (!line.same)
            canvas.box({row.x - theme.px(6), row.y, row.width + theme.px(12), row.height}, theme.raised, theme.px(3));
        draw_line(&canvas, canvas, theme, row, week_width, column, line, two);
    }
    return spots;
}

} // namespace

Panel life_events_panel(const LifeScenePtr& scene)
{
    Panel panel;
    panel.id = "lives.events";
    panel.title = scene->say(words::events_title);
    const std::vector<Words> lines = words_of(*scene);
    panel.table.headings = {scene->say(words::heading_week), title_of(*scene->base, scene->language)};
    if (scene->option) panel.table.headings.push_back(title_of(*scene->option, scene->language));
    std::size_t apart = 0;
    for (const Words& line : lines) {
        panel.table.rows.push_back({line.week, line.base});
        if (scene->option) panel.table.rows.back().push_back(line.option);
        apart += line.same ? 0 : 1;
    }
    panel.sentence = scene->language == Language::da
                         ? std::to_string(lines.size()) + " hændelser, " + std::to_string(apart) + " forskellige."
                         : std::to_string(lines.size()) + " events, " + std::to_string(apart) + " that differ.";
    panel.least_width = scene->option ? 420 : 260;
    panel.least_height = 40 + 27.0 * static_cast<double>(lines.size());
    panel.draw = [scene, lines](Canvas& canvas, const Theme& theme, Rect area) {
        return draw_lines(canvas, theme, area, scene, lines);
    };
    return panel;
}

} // namespace samspil::viewer
