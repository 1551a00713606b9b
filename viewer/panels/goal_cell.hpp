// SPDX-License-Identifier: MPL-2.0
// One goal of one option: the paired difference in figure, word, mark, colour and dots, drawn as fully as there is room.
#pragma once

#include "viewer/data/overview.hpp"
#include "viewer/panels/panel.hpp"

namespace samspil::viewer {

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
