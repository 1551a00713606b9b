// SPDX-License-Identifier: MPL-2.0
// Where words and pairs stand in a cell: what gives way first as room shrinks.
#pragma once

#include "viewer/panels/goal_cell_words.hpp"
#include "viewer/panels/panel.hpp"

namespace samspil::viewer {

struct CellLayout {
    Rect text, spread; ///< no pairs: no width
    bool one_line = false, beside = false, third = false;
    double size = 0; ///< of the one line
};

/// By size alone. `whole_interval`: a line for the interval, also where it takes the place of the pairs.
/// `words_need`: width of word and interval beside each other, which goes before the pairs' where they still have some.
CellLayout lay_out_cell(const Theme& theme, Rect area, bool whole_interval = false, double words_need = 0);

/// By what is said: with the pairs; without them where a long word would cost the interval its place.
CellLayout lay_out_words(const Canvas& canvas, const Theme& theme, Rect area, const CellWords& words);

/// Whether all of figure, word and interval stand in this layout.
bool says_interval(const Canvas& canvas, const Theme& theme, const CellLayout& layout, const CellWords& words);

} // namespace samspil::viewer
