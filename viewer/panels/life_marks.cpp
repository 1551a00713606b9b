// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/life_marks.hpp"

#include "viewer/words/common.hpp"
#include "viewer/words/overview.hpp"

#include <algorithm>
#include <array>

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
    case LifeEventKind::assessed:
        return Mark{Marker::diamond,
                    event.a == 0 ? Label{"ikke visiteret", "no right"} : Label{"visiteret", "assessed"}};
    case LifeEventKind::handed_over:
        return Mark{Marker::triangle, {"overlevering", "handover"}};
    case LifeEventKind::volunteered:
        if (event.a == 0) return Mark{Marker::ring, {"ikke mere frivillig", "stops volunteering"}};
        return Mark{Marker::disc, event.a == 1 ? Label{"frivillig", "volunteers"}
                                               : Label{"frivillig, for meget", "asked for too much"}};
    case LifeEventKind::ended:
        if (event.a == static_cast<int>(EndReason::centre_closed))
            return Mark{Marker::cross, {"huset lukker", "house closes"}};
        if (event.a == static_cast<int>(EndReason::home_weeks_over))
            return Mark{Marker::cross, {"ugerne er gået", "weeks over"}};
        if (event.a > static_cast<int>(EndReason::dropped_in_transition)) return std::nullopt;
        return Mark{Marker::cross, {"falder fra", "drops out"}};
    case LifeEventKind::nursing_home:
        return Mark{Marker::square, {"plejehjem", "nursing home"}};
    case LifeEventKind::moved_out:
        return Mark{Marker::square, {"flytter", "moves away"}};
    case LifeEventKind::died:
        return Mark{Marker::square, {"dør", "dies"}};
    default:
        return std::nullopt;
    }
}

/// A line of marks: where its last one stands, and words beside that one that the next may still cover.
struct MarkLine {
    double last = -1e9, end = -1e9; ///< middle of the last mark; end of it and of its words
    std::string_view words = {};    ///< not drawn yet
    Point at = {};
};

struct Taken {
    double from, to;
};

} // namespace

double beside_parting(const LifeScene& scene, const Theme& theme, const Scale& x, double left, double width)
{
    if (!scene.parting) return left;
    const double line = x.at(scene.parting->week), clear = theme.px(4);
    return line > left - clear && line < left + width + clear ? line + clear : left;
}

void draw_words_of_waits(Canvas& canvas, const Theme& theme, const LifeScene& scene, const Course& course, Rect row, const Scale& x)
{
    const double gap = theme.px(4);
    std::vector<Taken> taken;
    for (const WaitSpan& wait : course.waits) {
        const double from = x.at(wait.from);
        taken.push_back({from - gap, wait.got_place ? std::max(x.at(wait.to), from + 1) + theme.px(2) : from + theme.px(16)});
    }
    for (const WaitSpan& wait : course.waits) {
        if (!wait.got_place) continue;
        const int weeks = wait.to - wait.from;
        const std::string said = fmt::format("{} {}", weeks, (weeks == 1 ? words::week : words::weeks).in(scene.language));
        const double width = canvas.text_width(said, theme.small_text());
        const double after = std::max(x.at(wait.to), x.at(wait.from) + 1) + gap, before = x.at(wait.from) - gap - width - theme.px(2);
        for (const double left : {beside_parting(scene, theme, x, after, width), before}) {
            const bool clear = left >= row.x && left + width <= row.right() && beside_parting(scene, theme, x, left, width) == left;
            if (!clear || std::any_of(taken.begin(), taken.end(), [&](Taken t) { return left < t.to && left + width > t.from; })) continue;
            canvas.text({left, row.middle_y() - theme.small / 2}, said, theme.small_text());
            taken.push_back({left - gap, left + width + gap});
            break;
        }
    }
}

void draw_marks(Canvas& canvas, const Theme& theme, const LifeScene& scene, const Course& course, Rect row, const Scale& x)
{
    const double radius = theme.px(4.5), gap = theme.px(3);
    const bool two = row.height >= theme.small * 2;
    std::array<MarkLine, 2> lines;
    const auto say = [&](MarkLine& line) {
        if (!line.words.empty()) canvas.text(line.at, line.words, theme.small_text());
        line.words = {};
    };
    for (const LifeEvent& event : course.events) {
        const auto mark = mark_of(event);
        if (!mark || event.week < 0 || event.week >= scene.weeks()) continue;
        const double at = x.at(event.week);
        // Rather over words than over a mark: those give way.
        const auto covers = [&](const MarkLine& line) { return line.last + 2 * radius > at ? 2 : line.end + gap > at - radius ? 1 : 0; };
        const std::size_t on = two && covers(lines[1]) < covers(lines[0]) ? 1 : 0;
        MarkLine& line = lines[on];
        if (covers(line) > 0) {
            line.words = {};
            line.end = line.last + radius;
        }
        say(line);
        const double y = row.y + theme.small * (on == 0 ? 0.6 : 1.75);
        draw_marker(canvas, mark->marker, {at, y}, radius, theme.ink);
        const std::string_view words = mark->words.in(scene.language);
        const double width = canvas.text_width(words, theme.small_text());
        double left = beside_parting(scene, theme, x, at + radius + gap, width);
        if (left + width > row.right()) left = at - radius - gap - width;
        const bool stands = left > at || left >= std::max(line.end + gap, row.x);
        line.last = at;
        line.end = at + radius;
        if (!stands) continue;
        line.words = words;
        line.at = {left, y - theme.small / 2};
        line.end = std::max(line.end, left + width);
    }
    for (MarkLine& line : lines) say(line);
}

bool has_mark(const LifeEvent& event) { return mark_of(event).has_value(); }

} // namespace samspil::viewer
