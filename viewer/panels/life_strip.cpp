// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/life_strip.hpp"

#include "viewer/panels/life_marks.hpp"
#include "viewer/panels/life_words.hpp"
#include "viewer/panels/offer_look.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/lives.hpp"
#include "viewer/words/overview.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

constexpr double named_offer = 1.7;                               ///< height of an offer's box whose name stands clear of its foot, in small letters
constexpr double head_lines = 1.5, waits_lines = 1.25, marks_lines = 2.3, lane_gap = 5; ///< of a life with all of its lanes

class Strip {
public:
    Strip(Canvas& canvas, const Theme& theme, const LifeDrawn& life, const LifeRows& rows, const Scale& x)
        : canvas_(canvas),
          theme_(theme),
          scene_(life.scene),
          result_(life.result),
          course_(life.course),
          number_(life.number),
          rows_(rows),
          x_(x)
    {
    }

    void draw()
    {
        head();
        label(rows_.level, words::row_function);
        label(rows_.offers, words::row_offers);
        if (rows_.waits.height > 0) label(rows_.waits, words::row_waits);
        if (rows_.marks.height > 0) label(rows_.marks, words::row_events);
        levels();
        absence();
        for (const StaySpan& stay : course_.stays)
            box(stay);
        for (const WaitSpan& wait : course_.waits)
            waiting(wait);
        draw_words_of_waits(canvas_, theme_, scene_, course_, rows_.waits, x_);
        if (rows_.marks.height > 0) draw_marks(canvas_, theme_, scene_, course_, rows_.marks, x_);
    }

private:
    void head()
    {
        const double radius = theme_.px(6);
        draw_marker(canvas_, option_marker(number_), {rows_.head.x + radius, rows_.head.y + theme_.body / 2}, radius,
                    option_colour(theme_, number_));
        const std::string sum = scene_.language == Language::da
                                    ? fmt::format("i tilbud {} af {} uger", weeks_enrolled(course_), scene_.weeks())
                                    : fmt::format("in offers {} of {} weeks", weeks_enrolled(course_), scene_.weeks());
        canvas_.text({rows_.head.right(), rows_.head.y}, sum, theme_.small_text(Align::right));
        const std::string& title = title_of(result_, scene_.language);
        const double room = rows_.head.width - canvas_.text_width(sum, theme_.small_text()) - 4 * radius;
        canvas_.text({rows_.head.x + 3 * radius, rows_.head.y}, fitted(canvas_, title, theme_.bold_text(), room),
                     theme_.bold_text());
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
        canvas_.segment({rows_.level.x, rows_.level.bottom()}, {rows_.level.right(), rows_.level.bottom()},
                        theme_.border, 1);
        for (std::size_t i = 0; i < course_.levels.size(); ++i) {
            const LevelSpan& span = course_.levels[i];
            Rect whole = between(rows_.level, span.from, span.to);
            Rect bar = whole;
            bar = bar.take_bottom(whole.height * (5 - span.level) / 4.0);
            canvas_.box(bar, mixed(theme_.panel, theme_.faint, span.nursing_home ? 0.4 : 0.08 + 0.05 * span.level));
            canvas_.segment({bar.x, bar.y}, {bar.right(), bar.y}, theme_.faint, theme_.px(2));
            const Label words = span.nursing_home ? words::nursing_home : level_label(span.level);
            const double width = canvas_.text_width(words.in(scene_.language), ink()), left = beside_parting(scene_, theme_, x_, bar.x + theme_.px(5), width);
            if (left + width > whole.right() - theme_.px(3)) continue;
            const bool inside = bar.height > theme_.small * 1.3;
            if (!inside && whole.height < theme_.small * 2) { // a thin band: the word stands on it
                const double below = std::min(bar.y + theme_.px(1.5), whole.bottom() - theme_.small * 1.05); // of its line, where there is room
                if (whole.height >= theme_.small) canvas_.text({left, std::max(whole.middle_y() - theme_.small / 2, below)}, words.in(scene_.language), ink());
                continue;
            }
            canvas_.text({left, inside ? bar.y + theme_.px(4) : bar.y - theme_.small - theme_.px(2)},
                         words.in(scene_.language), ink());
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
            const std::string shown =
                fitted(canvas_, words.in(scene_.language), theme_.small_text(), area.width - theme_.px(12));
            canvas_.text({area.x + theme_.px(8), area.middle_y() - theme_.small / 2}, shown, theme_.small_text());
        };
        if (!course_.is_there())
            return empty(0, scene_.weeks(),
                         course_.died    ? words::has_died
                         : course_.moved ? words::has_moved
                                         : words::not_yet_65);
        empty(0, course_.enters, words::not_yet_65);
        empty(course_.leaves, scene_.weeks(), course_.died ? words::has_died : words::has_moved);
    }

    void box(const StaySpan& stay)
    {
        const Rect area = between(rows_.offers, stay.from, stay.to);
        const auto known = std::find_if(result_.centres.begin(), result_.centres.end(),
                                        [&](const CentreRow& c) { return c.key == stay.centre; });
        draw_offer_box(canvas_, theme_, area, stay.offer, known != result_.centres.end() && !known->known);
        const double room = area.width - theme_.px(10);
        if (room < theme_.px(34)) return;
        const bool two = area.height > 2.75 * theme_.small;
        const std::string offer(label_of(stay.offer).in(scene_.language)),
            house = name_of_house(result_, stay.centre, scene_.language);
        const bool thin = area.height < named_offer * theme_.small;
        const double y = thin ? area.middle_y() - theme_.small / 2 : area.y + theme_.px(two ? 4 : 3);
        if (thin) // its foot would lie behind the words
            canvas_.box({area.x + theme_.px(3), area.y + 1, std::min(room, canvas_.text_width(house + " · " + offer, ink())) + theme_.px(6), area.height - 2}, theme_.panel.with_alpha(0.9));
        canvas_.text({area.x + theme_.px(6), y}, fitted(canvas_, two ? offer : house + " · " + offer, ink(), room),
                     ink());
        if (two)
            canvas_.text({area.x + theme_.px(6), y + theme_.small * 1.15}, fitted(canvas_, house, ink(), room), ink());
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
    }

    TextStyle ink() const { return theme_.words(theme_.small, theme_.ink); }

    Canvas& canvas_;
    const Theme& theme_;
    const LifeScene& scene_;
    const Result& result_;
    const Course& course_;
    std::size_t number_;
    LifeRows rows_;
    Scale x_;
};

} // namespace

LifeRows life_rows(const Theme& theme, Rect area, double gutter, LifeLanes lanes)
{
    LifeRows rows;
    rows.head = area.take_top(theme.body * (lanes.low ? 1.2 : head_lines));
    area.take_left(gutter);
    const double gap = theme.px(lanes.low ? 2 : lane_gap), marks = lanes.marks ? theme.small * (lanes.low ? 1.2 : marks_lines) : 0, waits = lanes.waits ? theme.small * waits_lines : 0;
    const double rest = std::max(0.0, area.height - marks - waits - gap * (1.0 + (lanes.marks ? 1 : 0) + (lanes.waits ? 1 : 0)));
    // In a low place the words in the lanes are all the legend there is: the word of the function has its height before the offers more than theirs.
    const double worded = std::min(theme.small * 1.05, rest - theme.small * 1.15);
    const double level = lanes.low ? std::min(std::max(rest * 0.4, worded), theme.small * 1.3) : std::min(rest * 0.5, theme.px(84));
    rows.level = area.take_top(level);
    area.take_top(gap);
    rows.offers = area.take_top(std::min(lanes.low ? rest - level : rest * 0.5, theme.px(56)));
    const auto lane = [&](double height) {
        if (height > 0) area.take_top(gap);
        return area.take_top(height);
    };
    rows.waits = lane(waits);
    rows.marks = lane(marks);
    return rows;
}

double height_of_all_lanes(const Theme& theme)
{
    const double function_and_offers = 2 * named_offer * theme.small; // they share what the others leave
    return theme.body * head_lines + theme.small * (waits_lines + marks_lines) + 3 * theme.px(lane_gap) + function_and_offers;
}

void draw_life(Canvas& canvas, const Theme& theme, const LifeDrawn& life, const LifeRows& rows, const Scale& x)
{
    Strip(canvas, theme, life, rows, x).draw();
}

} // namespace samspil::viewer
