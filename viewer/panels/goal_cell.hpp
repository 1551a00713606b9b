// SPDX-License-Identifier: MPL-2.0
// One goal of one option: the paired difference in figure, word, mark, colour and dots, drawn as fully as there is room.
#pragma once

#include "viewer/data/overview.hpp"
#include "viewer/panels/panel.hpp"

namespace samspil::viewer {

struct CellWords {
    std::string mark;     ///< "▲", "▼", "△", "▽", "≈", "↕", "=" as `arrow` has them, "" undetermined
    std::string number;
    std::vector<std::string> units; ///< the longest first; the last is empty
    std::string word;     ///< "bedre", "dårligere", "uafgjort", "uafklaret", "uden god retning", "ikke bestemt"
    std::string short_word; ///< for little room; mostly the same
    std::vector<std::string> intervals; ///< "−0,3 til +0,1" and shorter, or why there is none
    std::string share;    ///< "18 af 20 højere"
    std::string limit, short_limit; ///< with a verdict: "grænse 0,5" and "gr. 0,5", in the unit of the number
};
CellWords cell_words(const KpiDifference& difference, Language language);

/// Everything about the cell in lines, for pointing at it.
std::string cell_tip(const KpiDifference& difference, Language language);

/// Blue, orange, grey; text colour where there is no verdict.
struct CellColours {
    Colour ink, back;
};
CellColours cell_colours(const Theme& theme, const KpiDifference& difference);

/// A domain with zero and twice the limit each way in it for all cells of a row, so that they can be compared; pixels are set by draw_goal_cell.
Scale shared_scale(std::span<const GoalCell* const> cells);

struct CellLook {
    Language language = Language::da;
    Uncertainty uncertainty = Uncertainty::dots;
    bool may_change = false; ///< striped and hollow
};
/// Fills `area`; drops the dots first, then units from the longest, the limit, and the interval last.
void draw_goal_cell(Canvas& canvas, const Theme& theme, Rect area, const GoalCell& cell, Scale domain, CellLook look);

/// Whether a cell of this size has room for the interval.
bool keeps_interval(const Canvas& canvas, const Theme& theme, Rect area, const KpiDifference& difference, Language language);
/// Whether a cell of this size has room for the pairs.
bool draws_spread(const Theme& theme, Rect area);

/// The first of the wordings that fits the width, or the last one cut.
std::string first_fitting(const Canvas& canvas, std::span<const std::string> wordings, const TextStyle& style, double width);

} // namespace samspil::viewer
