// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/lone_marks.hpp"

namespace samspil::viewer {
namespace {

constexpr Label marks{"≈ under grænsen · △▽ størrelse uafklaret · ↕ uafklaret", "≈ below the limit · △▽ size undecided · ↕ undecided"};

} // namespace

bool mark_needs_word(const KpiDifference& difference)
{
    const auto finding = finding_of(difference);
    return finding && *finding != Finding::decided && !is_nothing(difference);
}

std::string finding_word(const Canvas& canvas, const KpiDifference& difference, const TextStyle& style, double width, Language language)
{
    const auto whole = finding_label(difference);
    if (!whole) return {};
    for (const Label& label : {*whole, mark_needs_word(difference) ? short_label_of(*finding_of(difference)) : *whole})
        if (std::string word(label.in(language)); canvas.text_width(word, style) <= width) return word;
    return {};
}

double lone_marks_height(const Theme& theme) { return theme.small * 1.5; }

void draw_lone_marks(Canvas& canvas, const Theme& theme, Rect area, Language language)
{
    const TextStyle style = theme.small_text();
    canvas.text({area.x, area.y + theme.small * 0.3}, fitted(canvas, marks.in(language), style, area.width), style);
}

} // namespace samspil::viewer
