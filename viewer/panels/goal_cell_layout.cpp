// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/goal_cell_layout.hpp"

#include <algorithm>

namespace samspil::viewer {
namespace {

constexpr double least_beside = 120; ///< of pairs beside words that are wider than most

} // namespace

CellLayout lay_out_cell(const Theme& theme, Rect area, bool whole_interval, double words_need)
{
    CellLayout at;
    const double first = theme.body * 1.2, second = theme.small * 1.2, three = first + 2 * second;
    double margin = std::min(theme.px(4), area.height * 0.06);
    if (whole_interval && area.height - 2 * margin < three && area.height - 2 * theme.px(1) >= three) margin = theme.px(1); // rather than no interval
    Rect inside = area.inset(theme.px(area.width < theme.px(270) ? 5 : 8), margin);
    if (inside.height < theme.body + second) {
        // One line, with the pairs to its right where the row is wide; sizes are alike in a column.
        at.one_line = true;
        if (inside.width >= theme.px(500) && inside.height >= theme.px(15)) at.spread = inside.take_right(inside.width - theme.px(400));
        at.size = inside.width >= theme.px(390) && inside.height >= theme.body ? theme.body : theme.small;
        at.text = inside;
        return at;
    }
    // Beside the words where the cell is wide, below them where it is tall; a narrow one gives the interval a line.
    at.beside = inside.width >= theme.px(330);
    at.third = inside.height >= three && (at.beside || whole_interval || inside.width < theme.px(240));
    const double pairs = theme.px(17);
    if (!at.beside && !whole_interval && inside.height >= first + second + pairs && inside.height < three + pairs) at.third = false;
    const double lines = first + (at.third ? 2 : 1) * second;
    at.text = inside;
    if (at.beside) {
        const double most = std::max(theme.px(225), inside.width - theme.px(least_beside));
        at.text = inside.take_left(std::min(most, std::max(words_need, std::clamp(inside.width * 0.4, theme.px(225), theme.px(330)))));
        at.spread = inside.inset(0, std::max(0.0, (inside.height - theme.px(64)) / 2));
    } else if (inside.height >= lines + pairs) {
        at.spread = inside;
        at.spread.take_top(lines + theme.px(2));
    }
    if (at.beside || at.spread.height <= 0) at.text.y += std::max(0.0, (at.text.height - lines) / 2);
    return at;
}

bool says_interval(const Canvas& canvas, const Theme& theme, const CellLayout& layout, const CellWords& words)
{
    const double room = layout.text.width, gap = theme.px(5);
    const auto width = [&](const std::string& text, double size, Weight weight = Weight::regular) { return canvas.text_width(text, theme.words(size, theme.ink, Align::left, weight)); };
    const auto figure = [&](const std::string& unit, double size) { return width(figure_with(words, unit), size, Weight::bold); };
    const std::string& interval = words.intervals.back();
    if (layout.one_line) return figure(words.units.back(), layout.size) + width(" " + words.short_word, layout.size) + width("  " + interval, layout.size) <= room;
    const double word = width(words.short_word, theme.small, Weight::bold), below = width(interval, theme.small);
    const bool beside_word = word + gap + below <= room, on_third = layout.third && !layout.beside && std::max(word, below) <= room;
    const bool word_moves_up = std::max(figure(words.units.front(), theme.body) + gap + word, below) <= room;
    return figure(words.units.back(), theme.body) <= room && (beside_word || on_third || word_moves_up);
}

CellLayout lay_out_words(const Canvas& canvas, const Theme& theme, Rect area, const CellWords& words)
{
    const CellLayout layout = lay_out_cell(theme, area);
    if (words.intervals.empty() || says_interval(canvas, theme, layout, words)) return layout;
    const double need = canvas.text_width(words.short_word, theme.words(theme.small, theme.ink, Align::left, Weight::bold)) + theme.px(5) +
                        canvas.text_width(words.intervals.back(), theme.words(theme.small, theme.ink)) + 1;
    const CellLayout wider = lay_out_cell(theme, area, false, need);
    if (says_interval(canvas, theme, wider, words)) return wider;
    return lay_out_cell(theme, area, true);
}

} // namespace samspil::viewer
