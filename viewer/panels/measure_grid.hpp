// SPDX-License-Identifier: MPL-2.0
// Results down, measures across: the base's level, and each option's paired difference with its level below.
#pragma once

#include "viewer/data/measures.hpp"
#include "viewer/panels/compared.hpp"
#include "viewer/panels/panel.hpp"

#include <memory>
#include <vector>

namespace samspil::viewer {

struct MeasureGrid {
    std::vector<Measure> measures;
    std::vector<LegendEntry> results; ///< base first; colours are those of `theme` when drawn
    std::vector<std::string> keys;    ///< of results, for focus
    std::size_t focus = 0;
    Language language = Language::da;
    double column_width = 106;        ///< least, in units at text scale 1
};

MeasureGrid measure_grid(std::vector<Measure> measures, const Compared& compared);
/// Least size in units at text scale 1.
double least_grid_width(const MeasureGrid& grid);
double least_grid_height(const MeasureGrid& grid);
/// What a cell says is made when it is pointed at.
std::vector<Spot> draw_measure_grid(Canvas& canvas, const Theme& theme, Rect area, const std::shared_ptr<const MeasureGrid>& shared);
/// A row a measure and result, numbers and units in columns of their own.
Table grid_table(const MeasureGrid& grid);
/// What differs, in one sentence; "ingen sikker forskel" where nothing does.
std::string grid_sentence(const MeasureGrid& grid);

} // namespace samspil::viewer
