// SPDX-License-Identifier: MPL-2.0
// The strips of one or two lives: function as a band of steps, offers as boxes, waits and events below, one time axis.
#include "viewer/panels/life_scene.hpp"

#include "viewer/data/time_words.hpp"
#include "viewer/panels/life_words.hpp"
#include "viewer/panels/offer_look.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/lives.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

struct Mark {
    Marker marker;
    Label words;
};

/// Events that stand as marks; nothing for those the strips show otherwise.
std::optional<Mark> mark_of(const LifeEvent& event)
{
    switch (event.kind) {
    case LifeEventKind::assessed: return Mark{Marker::diamond, event.a == 0 ? Label{"ikke visiteret", "no right"} : Label{"visiteret", "assessed"}};
    case LifeEventKind::handed_over: return Mark{Marker::triangle, {"overlevering", "handover"}};
    case LifeEventKind::volunteered:
        if (event.a == 0) return Mark{Marker::ring, {"ikke mere frivillig", "stops volunteering"}};
        return Mark{Marker::disc, event.a == 1 ? Label{"frivillig", "volunteers"} : Label{"frivillig, for meget", "asked for too much"}};
    case LifeEventKind::ended:
        if (event.a == static_cast<int>(EndReason::centre_closed)) return Mark{Marker::cross, {"huset lukker", "house closes"}};
        if (event.a == static_cast<int>(EndReason::home_weeks_over)) return Mark{Marker::cross, {"ugerne er gået", "weeks over"}};
        if (event.a > static_cast<int>(EndReason::dropped_in_transition)) return std::nullopt;
        return Mark{Marker::cross, {"falder fra", "drops out"}};
    case LifeEventKind::nursing_home: return Mark{Marker::square, {"plejehjem", "nursing home"}};
    case LifeEventKind::moved_out: return Mark{Marker::square, {"flytter", "moves away"}};
    case LifeEventKind::died: return Mark{Marker::square, {"dør", "dies"}};
    default: return std::nullopt;
    }
}

/// Where one life stands on the picture.
struct Rows {
    Rect head, level, offers, waits, marks;
    double bottom() const { return marks.bottom(); }
};

Rows rows_in(const Theme& theme, Rect area, double gutter)
{
    Rows rows;
    rows.head = area.take_top(theme.body * 1.5);
    area.take_left(gutter);
    const double gap = theme.px(5), marks = theme.small * 2.3, waits = theme.small * 1.25;
    const double rest = area.height - marks - waits - 3 * gap;
    rows.level = area.take_top(std::min(rest * 0.5, theme.px(84)));
    area.take_top(gap);
    rows.offers = area.take_top(std::min(rest * 0.5, theme.px(56)));
    area.take_top(gap);
    rows.waits = area.take_top(waits);
    area.take_top(gap);
    rows.marks = area.take_top(marks);
    return rows;
}

class Strip {
public:
    Strip(Canvas& canvas, const Theme& theme, const LifeScene& scene, const Result& result, const Course& course, std::size_t number, Rows rows, Scale x)
        : canvas_(canvas), theme_(theme), scene_(scene), result_(result), course_(course), number_(number), rows_(rows), x_(x)
    {
    }

    void draw()
    {
        head();
        label(rows_.level, words::row_function);
        label(rows_.offers, words::row_offers);
        label(rows_.waits, words::row_waits);
        label(rows_.marks, words::row_events);
        levels();
        absence();
        for (const StaySpan& stay : course_.stays) box(stay);
        for (const WaitSpan& wait : course_.waits) waiting(wait);
        marks();
    }

private:
    void head()
    {
        const double radius = theme_.px(6);
        draw_marker(canvas_, option_marker(number_), {rows_.head.x + radius, rows_.head.y + theme_.body / 2}, radius, option_colour(theme_, number_));
        const std::string sum = scene_.language == Language::da ? fmt::format("i tilbud {} af {} uger", weeks_enrolled(course_), scene_.weeks())
                                                                : fmt::format("in offers {} of {} weeks", weeks_enrolled(course_), scene_.weeks());
        canvas_.text({rows_.head.right(), rows_.head.y}, sum, theme_.small_text(Align::right));
        std::string title = title_of(result_, scene_.language);
        if (number_ == 0) title = scene_.say(words::base) + ": " + title;
        const double room = rows_.head.width - canvas_.text_width(sum, theme_.small_text()) - 4 * radius;
        canvas_.text({rows_.head.x + 3 * radius, rows_.head.y}, fitted(canvas_, title, theme_.bold_text(), room), theme_.bold_text());
    }

    void label(Rect row, Label words)
    {
        canvas_.text({rows_.head.x, row.middle_y() - theme_.small / 2}, words.in(scene_.language), theme_.small_text());
    }

    Rect between(Rect row, double from, double to) const
    {
        const double left = x_.at(from);
        return {left, row.y, std::max(x_.at(to) - left, 1.0), row.height};
    }

    void levels()
    {
        canvas_.segment({rows_.level.x, rows_.level.bottom()}, {rows_.level.right(), rows_.level.bottom()}, theme_.border, 1);
        for (std::size_t i = 0; i < course_.levels.size(); ++i) {
            const LevelSpan& span = course_.levels[i];
            Rect whole = between(rows_.level, span.from, span.to);
            Rect bar = whole;
            bar = bar.take_bottom(whole.height * (5 - span.level) / 4.0);
            canvas_.box(bar, mixed(theme_.panel, theme_.faint, span.nursing_home ? 0.5 : 0.14 + 0.07 * span.level));
            canvas_.segment({bar.x, bar.y}, {bar.right(), bar.y}, theme_.faint, theme_.px(2));
            const Label words = span.nursing_home ? words::nursing_home : words::levels[span.level - 1];
            const double room = whole.width - theme_.px(8);
            if (canvas_.text_width(words.in(scene_.language), ink()) > room) continue;
            const bool inside = bar.height > theme_.small * 1.3;
            canvas_.text({bar.x + theme_.px(5), inside ? bar.y + theme_.px(4) : bar.y - theme_.small - theme_.px(2)}, words.in(scene_.language), ink());
        }
    }

    /// Before 65, after death or a move: nothing to show, in words.
    void absence()
    {
        const auto empty = [&](int from, int to, Label words) {
            if (to <= from) return;
            Rect area = between(rows_.level, from, to);
            area.height = rows_.offers.bottom() - area.y;
            canvas_.box(area, theme_.raised, theme_.px(3));
            const std::string shown = fitted(canvas_, words.in(scene_.language), theme_.small_text(), area.width - theme_.px(12));
            canvas_.text({area.x + theme_.px(8), area.middle_y() - theme_.small / 2}, shown, theme_.small_text());
        };
        if (!course_.is_there()) return empty(0, scene_.weeks(), course_.died ? words::has_died : course_.moved ? words::has_moved : words::not_yet_65);
        empty(0, course_.enters, words::not_yet_65);
        empty(course_.leaves, scene_.weeks(), course_.died ? words::has_died : words::has_moved);
    }

    void box(const StaySpan& stay)
    {
        const Rect area = between(rows_.offers, stay.from, stay.to);
        const auto known = std::find_if(result_.centres.begin(), result_.centres.end(), [&](const CentreRow& c) { return c.key == stay.centre; });
        draw_offer_box(canvas_, theme_, area, stay.offer, known != result_.centres.end() && !known->known);
        const double room = area.width - theme_.px(10);
        if (room < theme_.px(34)) return;
        const bool two = area.height > 2.75 * theme_.small;
        const std::string offer(label_of(stay.offer).in(scene_.language)), house = house_words(result_, stay.centre, scene_.language);
        const double y = area.y + theme_.px(two ? 4 : 3);
        canvas_.text({area.x + theme_.px(6), y}, fitted(canvas_, two ? offer : house + " · " + offer, ink(), room), ink());
        if (two) canvas_.text({area.x + theme_.px(6), y + theme_.small * 1.15}, fitted(canvas_, house, ink(), room), ink());
    }

    void waiting(const WaitSpan& wait)
    {
        const Rect area = between(rows_.waits, wait.from, wait.to);
        const Colour colour = offer_colour(theme_, wait.offer);
        const double y = area.middle_y();
        if (!wait.got_place) {
            canvas_.segment({area.x, y}, {area.x + theme_.px(16), y}, colour, theme_.px(2), Dash::dotted);
            canvas_.ring({area.x, y}, theme_.px(3.5), colour, theme_.px(1.5));
            return;
        }
        canvas_.segment({area.x, y}, {area.right(), y}, colour, theme_.px(4), Dash::dashed);
        canvas_.segment({area.right(), area.y}, {area.right(), area.bottom()}, colour, theme_.px(2));
        const std::string words = scene_.language == Language::da ? fmt::format("{} uger", wait.to - wait.from) : fmt::format("{} weeks", wait.to - wait.from);
        if (area.right() + theme_.px(4) + canvas_.text_width(words, theme_.small_text()) < rows_.waits.right())
            canvas_.text({area.right() + theme_.px(4), y - theme_.small / 2}, words, theme_.small_text());
    }

    /// Words stand beside their mark on the first of two lines with room for them; else the tip says them.
    void marks()
    {
        double free[2] = {rows_.marks.x, rows_.marks.x}, last = -1e9;
        for (const LifeEvent& event : course_.events) {
            const auto mark = mark_of(event);
            if (!mark || event.week < 0 || event.week >= scene_.weeks()) continue;
            const double at = x_.at(event.week), radius = theme_.px(4.5);
            const std::string_view words = mark->words.in(scene_.language);
            const double width = canvas_.text_width(words, theme_.small_text()) + 2 * radius + theme_.px(3);
            const bool left = at + width > rows_.marks.right();
            int line = free[0] <= at - radius ? 0 : 1;
            const double y = rows_.marks.y + theme_.small * (line == 0 ? 0.6 : 1.75);
            if (at - last < radius && left) continue;
            last = at;
            draw_marker(canvas_, mark->marker, {at, y}, radius, theme_.ink);
            if (free[line] > at - radius || (left && free[line] > at - width)) continue;
            canvas_.text({left ? at - radius - theme_.px(3) : at + radius + theme_.px(3), y - theme_.small / 2}, words,
                         theme_.small_text(left ? Align::right : Align::left));
            free[line] = at + (left ? radius : width + theme_.px(8));
        }
    }

    TextStyle ink() const { return theme_.words(theme_.small, theme_.ink); }

    Canvas& canvas_;
    const Theme& theme_;
    const LifeScene& scene_;
    const Result& result_;
    const Course& course_;
    std::size_t number_;
    Rows rows_;
    Scale x_;
};

std::vector<TimeTick> years_of(const Result& result)
{
    std::vector<TimeTick> ticks;
    for (int week = 0; week < result.metadata.weeks; ++week) {
        const int year = year_of(result, week);
        if (week == 0 || year != year_of(result, week - 1)) ticks.push_back({static_cast<double>(week), std::to_string(year)});
    }
    return ticks;
}

std::string parting_words(const LifeScene& scene)
{
    const std::string cause = cause_words(*scene.base, *scene.parting, scene.base_course, scene.option_course, scene.language);
    const std::string week = short_week(*scene.base, scene.parting->week, scene.language);
    return scene.language == Language::da ? fmt::format("Livene skilles {}: {}.", week, cause) : fmt::format("The lives part in {}: {}.", week, cause);
}

/// Week, both states and the events near by.
std::string tip_of(const LifeScene& scene, int week, int reach)
{
    std::string tip = week_words(*scene.base, week, scene.language);
    const auto add = [&](const Result& result, const Course& course) {
        tip += "\n" + title_of(result, scene.language) + ": " + state_words(result, course, week, scene.language);
        for (const LifeEvent& event : course.events) {
            if (std::abs(event.week - week) > reach || !(mark_of(event) || event.kind == LifeEventKind::queued || event.kind == LifeEventKind::started)) continue;
            tip += "\n   " + short_week(result, event.week, scene.language) + ": " + event_words(result, event, scene.language);
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
    const Rect head = area.take_top(scene.parting ? theme.body * 2.5 + theme.px(6) : 0);
    const Rect legend = area.take_bottom(draw_offer_legend(canvas, theme, area, scene.language, false) + theme.px(2));
    area.take_bottom(theme.small * 1.9);
    const double gap = theme.px(8), each = scene.option ? (area.height - gap) / 2 : std::min(area.height, theme.px(300));
    const Rect plot{area.x + gutter, area.y, area.width - gutter, scene.option ? area.height : each};
    const Scale x{0, static_cast<double>(scene.weeks()), plot.x, plot.right()};
    draw_time_axis(canvas, theme, plot, x, years_of(*scene.base));
    const Rows upper = rows_in(theme, {area.x, area.y, area.width, each}, gutter);
    Strip(canvas, theme, scene, *scene.base, scene.base_course, 0, upper, x).draw();
    if (scene.option) {
        const Rows lower = rows_in(theme, {area.x, area.y + each + gap, area.width, each}, gutter);
        Strip(canvas, theme, scene, *scene.option, scene.option_course, scene.option_number, lower, x).draw();
    }
    if (scene.parting) {
        const double at = x.at(scene.parting->week);
        canvas.segment({at, head.bottom() - theme.px(4)}, {at, plot.bottom()}, theme.accent, theme.px(2), Dash::dashed);
        const auto lines = wrapped(canvas, parting_words(scene), theme.bold_text(), std::min(head.width, theme.px(560)), 2);
        double widest = 0;
        for (const std::string& line : lines) widest = std::max(widest, canvas.text_width(line, theme.bold_text()));
        const double left = std::clamp(at - theme.px(6), head.x, std::max(head.x, head.right() - widest));
        double y = head.bottom() - theme.px(6) - static_cast<double>(lines.size()) * theme.body * 1.2;
        for (const std::string& line : lines) {
            canvas.text({left, y}, line, theme.words(theme.body, theme.accent, Align::left, Weight::bold));
            y += theme.body * 1.2;
        }
    }
    const double now = x.at(std::clamp(scene.week, 0, scene.weeks()));
    canvas.segment({now, plot.y + theme.body * 1.4}, {now, plot.bottom()}, theme.ink, theme.px(1));
    draw_offer_legend(canvas, theme, {plot.x, legend.y + theme.px(2), plot.width, legend.height}, scene.language);
    Spot scrub;
    scrub.area = plot;
    const auto week_at = [x, weeks = scene.weeks()](Point p) { return std::clamp(static_cast<int>(std::floor(x.value_at(p.x))), 0, std::max(0, weeks - 1)); };
    const int reach = static_cast<int>(std::ceil(theme.px(5) * scene.weeks() / std::max(plot.width, 1.0)));
    scrub.tip_at = [held, week_at, reach](Point p) { return tip_of(*held, week_at(p), reach); };
    scrub.drag = [week_at](Point p) { return std::vector<Action>{SetWeek{week_at(p)}}; };
    return {scrub};
}

void add_rows(Table& table, const LifeScene& scene, const Result& result, const Course& course)
{
    const std::string title = title_of(result, scene.language);
    const auto until = [&](int week) { return week >= scene.weeks() ? std::string("–") : short_week(result, week, scene.language); };
    const auto row = [&](int from, int to, Label what, const std::string& words) {
        table.rows.push_back({title, short_week(result, from, scene.language), until(to), scene.say(what), words});
    };
    for (const LevelSpan& s : course.levels)
        row(s.from, s.to, words::row_function, scene.say(s.nursing_home ? words::nursing_home : words::levels[s.level - 1]));
    for (const StaySpan& s : course.stays)
        row(s.from, s.to, words::row_offers, fmt::format("{}, {}", label_of(s.offer).in(scene.language), house_words(result, s.centre, scene.language)));
    for (const WaitSpan& w : course.waits)
        row(w.from, w.to, words::row_waits, w.got_place ? std::string(label_of(w.offer).in(scene.language)) : scene.say(words::wait_unknown));
}

} // namespace

Panel life_strips_panel(const LifeScenePtr& held)
{
    const LifeScene& scene = *held;
    const bool da = scene.language == Language::da;
    Panel panel;
    panel.id = "lives.strips";
    panel.title = fmt::format("{}: {}", scene.say(words::synthetic), citizen_words(*scene.base, scene.person, scene.language));
    panel.note = scene.option ? (da ? "Samme borger og samme tilfælde i begge: basis øverst, alternativet nederst. Ét forløb, første gentagelse."
                                    : "The same citizen and the same chance in both: the base above, the option below. One course, first replication.")
                              : (da ? "Ét forløb, første gentagelse." : "One course, first replication.");
    panel.sentence = scene.parting ? parting_words(scene)
                     : scene.option ? (da ? "Livet er det samme i begge." : "The life is the same in both.")
                                    : citizen_words(*scene.base, scene.person, scene.language) + ".";
    panel.table.headings = {scene.say(words::heading_result), scene.say(words::heading_from), scene.say(words::heading_to), scene.say(words::heading_what), ""};
    add_rows(panel.table, scene, *scene.base, scene.base_course);
    if (scene.option) add_rows(panel.table, scene, *scene.option, scene.option_course);
    panel.least_width = 360;
    panel.least_height = scene.option ? 400 : 200;
    panel.draw = [held](Canvas& canvas, const Theme& theme, Rect area) { return draw_strips(canvas, theme, area, held); };
    return panel;
}

} // namespace samspil::viewer
