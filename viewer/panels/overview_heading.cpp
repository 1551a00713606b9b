// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/overview_heading.hpp"

#include "viewer/panels/goal_cell.hpp"
#include "viewer/panels/overview_words.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/overview.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

constexpr double gutter = 30;           // of marker and letter
constexpr double smallest_title = 0.84; // of small letters, before a title is cut

/// "3 bedre · 2 dårligere · 1 uafgjort · 1 uafklaret": a head never hides what is no win.
std::string counts(const OverviewOption& option, Language language, bool in_short = false)
{
    std::string text;
    for (const Verdict sort : {Verdict::better, Verdict::worse})
        text += (text.empty() ? "" : " · ") + fmt::format("{} {}", count_of(option, sort), label_of(sort).in(language));
    for (const Finding finding : {Finding::tie, Finding::undecided, Finding::below_limit})
        if (const std::size_t n = count_of(option, finding); n > 0)
            text += fmt::format(" · {} {}", n, (in_short && finding == Finding::below_limit ? words::below_limit_short : label_of(finding)).in(language));
    return text;
}

/// "2 bedre · 2 dårligere · 3 øvrige" where not every sort has room for its word.
std::string counts_in_three(const OverviewOption& option, Language language)
{
    const std::size_t better = count_of(option, Verdict::better), worse = count_of(option, Verdict::worse);
    return fmt::format("{} {} · {} {} · {} {}", better, label_of(Verdict::better).in(language), worse, label_of(Verdict::worse).in(language),
                       option.goals.size() - better - worse, words::neither.in(language));
}

/// "3+ 2− 1≈ 1↕" where words have no room; the tip has them.
std::string counts_by_mark(const OverviewOption& option)
{
    std::string text = fmt::format("{}+ {}−", count_of(option, Verdict::better), count_of(option, Verdict::worse));
    for (const auto& [finding, mark] : {std::pair{Finding::tie, "≈"}, std::pair{Finding::undecided, "↕"}, std::pair{Finding::below_limit, "△▽"}})
        if (const std::size_t n = count_of(option, finding); n > 0) text += fmt::format(" {}{}", n, mark);
    return text;
}

std::array<std::string, 4> wordings_of(const OptionHeading& heading)
{
    return {counts(heading.option, heading.language), counts(heading.option, heading.language, true), counts_in_three(heading.option, heading.language),
            counts_by_mark(heading.option)};
}

std::string notice_of(const OptionHeading& heading)
{
    return heading.option.may_change() ? may_change_words(heading.option, heading.language) : std::string();
}

void draw_letter(Canvas& canvas, const Theme& theme, Point at, const OptionHeading& heading)
{
    draw_marker(canvas, option_marker(heading.number), {at.x + theme.px(5), at.y + theme.body / 2}, theme.px(5.5), option_colour(theme, heading.number));
    canvas.text({at.x + theme.px(16), at.y}, heading.option.letter, theme.bold_text());
}

} // namespace

bool stands_whole(const Canvas& canvas, const std::string& words, const TextStyle& style, double width, std::size_t lines)
{
    std::string whole;
    for (const std::string& one : wrapped(canvas, words, style, width, lines)) whole += (whole.empty() ? "" : " ") + one;
    return whole == words;
}

void draw_roomy_heading(Canvas& canvas, const Theme& theme, Rect box, const OptionHeading& heading)
{
    Rect inside = box.inset(theme.px(8), theme.px(4));
    draw_letter(canvas, theme, {inside.x, inside.y}, heading);
    if (!heading.place.empty()) draw_chip(canvas, theme, {inside.x + theme.px(gutter + 4), inside.y - theme.px(1)}, heading.place, theme.better, theme.panel);
    inside.take_top(theme.body * 1.2);
    // The title gives a line to the counts before they are cut.
    const std::string title(heading.option.title.in(heading.language));
    const TextStyle small = theme.words(theme.small, theme.ink);
    const auto lines_in = [&](double height) { return static_cast<std::size_t>(std::max(1.0, height / (theme.small * 1.2))); };
    const std::string notice = notice_of(heading), after = notice.empty() ? "" : " · " + notice;
    const std::array wordings = wordings_of(heading);
    const auto beside = [&](std::size_t title_lines) -> std::string {
        const double room = inside.height - static_cast<double>(title_lines) * theme.body * 1.2 - theme.px(2);
        for (const std::string& wording : wordings)
            if (stands_whole(canvas, wording + after, small, inside.width, lines_in(room))) return wording + after;
        return {};
    };
    std::size_t title_lines = stands_whole(canvas, title, theme.bold_text(), inside.width, 1) ? 1 : 2;
    std::string words = beside(title_lines);
    if (words.empty()) words = beside(title_lines = 1);
    if (words.empty()) words = wordings.back() + after;
    inside.take_top(draw_wrapped(canvas, inside, title, theme.bold_text(), title_lines) + theme.px(2));
    draw_wrapped(canvas, inside, words, small, lines_in(inside.height));
}

void draw_low_heading(Canvas& canvas, const Theme& theme, Rect box, const OptionHeading& heading)
{
    Rect inside = box.inset(theme.px(5), theme.px(4));
    draw_letter(canvas, theme, {inside.x, inside.y}, heading);
    const std::string title(heading.option.title.in(heading.language));
    const std::array wordings = wordings_of(heading);
    TextStyle style = theme.words(theme.small, theme.ink);
    Rect first = inside.take_top(theme.small * 1.2), second = inside;
    first.take_left(theme.px(gutter));
    const double wide = canvas.text_width(title, style), chip = canvas.text_width(heading.place, style) + theme.px(14); // as draw_chip has it, and a gap
    const bool beside_title = wide + chip <= first.width || canvas.text_width(wordings.back(), theme.small_text()) + chip > second.width;
    if (heading.place.empty() || beside_title) second.take_left(theme.px(gutter));
    if (!heading.place.empty()) {
        Rect& row = beside_title ? first : second;
        const Rect at = row.take_right(std::min(chip, row.width));
        draw_chip(canvas, theme, {at.x + theme.px(2), at.y - theme.px(2)}, heading.place, theme.better, theme.panel);
    }
    if (const double fits = first.width / wide; fits < 1 && fits >= smallest_title) style.size *= fits * 0.995;
    canvas.text({first.x, first.y}, fitted(canvas, title, style, first.width), style);
    canvas.text({second.x, second.y}, first_fitting(canvas, wordings, theme.small_text(), second.width), theme.small_text());
}

std::string heading_tip(const OptionHeading& heading)
{
    const std::string notice = notice_of(heading);
    return heading.option.letter + "  " + std::string(heading.option.title.in(heading.language)) + "\n" + counts(heading.option, heading.language) +
           (notice.empty() ? "" : "\n" + notice);
}

} // namespace samspil::viewer
