// SPDX-License-Identifier: MPL-2.0
// Curves over the weeks of the period, one a result: levels, or paired differences with bands. The week that is looked
// at is a line that can be dragged.
#pragma once

#include "viewer/data/measures.hpp"
#include "viewer/panels/compared.hpp"
#include "viewer/panels/panel.hpp"

#include "engine/io/figures.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace samspil::viewer {

/// What does not depend on the week looked at: made once.
struct WeekFigure {
    WeekCurves curves;
    std::vector<std::string> names; ///< by result
    std::vector<std::string> when;  ///< every week in words
    std::vector<TimeTick> years;
    FigureStyle style;              ///< of levels, and unit and scale of all that is drawn
    FigureStyle change;             ///< of differences: the same with digits of its own
    Direction good = Direction::none;
    Language language = Language::da;
    int table_step = 4;             ///< weeks from one row of the table to the next
    std::function<WeekCurves()> all; ///< of all results, for the table; empty where `curves` has them all
};

/// The results as a chart needs them: of many those that are drawn, and null in the places of the others.
std::vector<const Result*> drawn_of(const Compared& compared);
std::string drawn_key(const Compared& compared); ///< tells sets of results, and which of them are drawn, apart
/// `curves_of` the results given to it: of those drawn now, of all when the table is looked at. `kpi` tells unit and good direction.
WeekFigure week_figure(const std::function<WeekCurves(Results)>& curves_of, const Compared& compared, const Kpi& kpi, int table_step = 4);
/// Every so many weeks of all results.
Table week_table(const WeekFigure& figure);

struct WeekChart {
    std::shared_ptr<const WeekFigure> figure;
    bool difference = false; ///< differences against the base instead of levels
    std::size_t focus = 0;   ///< result whose bands are drawn
    int week = 0;
    std::string heading;     ///< above the axis, before the unit; may be empty
    bool labels = true;      ///< names beside the curves where there is room
    bool years = true;       ///< labels of the time axis
    double axis_room = 0;    ///< least width of the value axis in units, so that charts below each other line up
    double right_room = 0;   ///< where no names stand to the right: least width kept free there in units, for the same reason
    bool focus_alone = false; ///< of differences: those of the result in focus, not of the others
};

/// The results whose curves are drawn: the base where levels are, and the dozen of options around the one in focus. A curve without
/// a name says nothing, and a hundred of them take longer than a frame.
std::vector<std::size_t> drawn_results(const WeekChart& chart);
/// "+ 3 flere (tabel: t)", or empty where all are drawn.
std::string left_out_words(const WeekChart& chart);

/// Draws into the area and returns the spot that is dragged.
std::vector<Spot> draw_week_chart(Canvas& canvas, const Theme& theme, Rect area, const WeekChart& chart);

/// One line a result, as the tip over a week says it: the base and those drawn.
std::string week_tip(const WeekChart& chart, int week);

} // namespace samspil::viewer
