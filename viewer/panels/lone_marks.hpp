// SPDX-License-Identifier: MPL-2.0
// Marks that stand before a difference: their word beside them where it has room, else one line that explains them.
#pragma once

#include "viewer/chart/canvas.hpp"
#include "viewer/chart/theme.hpp"

#include "engine/io/figures.hpp"

#include <string>

namespace samspil::viewer {

/// Whether the mark says less than it seems to: ≈, △, ▽ and ↕. A full triangle is a direction, "=" says itself.
bool mark_needs_word(const KpiDifference& difference);

/// The finding's whole word, its short one, or nothing where neither fits or no direction is good.
std::string finding_word(const Canvas& canvas, const KpiDifference& difference, const TextStyle& style, double width, Language language);

/// Height of the line that explains the marks.
double lone_marks_height(const Theme& theme);
void draw_lone_marks(Canvas& canvas, const Theme& theme, Rect area, Language language);

} // namespace samspil::viewer
