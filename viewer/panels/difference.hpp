// SPDX-License-Identifier: MPL-2.0
// Options over time: the paired difference or the levels, with bands, a zero line, flags of changes and a week to drag;
// and beside it what the goal itself says of the whole period.
#pragma once

#include "viewer/data/difference.hpp"
#include "viewer/data/overview.hpp"
#include "viewer/panels/panel.hpp"

#include <memory>

namespace samspil::viewer {

struct DifferenceLook {
    Language language = Language::da;
    Show show = Show::difference;
    bool runs = false;
    std::string option; ///< key of the one in front, with bands
    int week = 0;
};

/// All weeks of all options as shown.
Table difference_table(const Difference& difference, const Result& base, Show show, Language language);

/// `table`: the one above, made once for all weeks of the marker.
Panel difference_panel(std::shared_ptr<const Difference> difference, ResultPtr base, std::shared_ptr<const Late<Table>> table, DifferenceLook look);

/// An overview of one goal: each option's difference of the whole period.
Panel difference_goal_panel(std::shared_ptr<const Overview> goal, Language language, Uncertainty uncertainty, std::string option);

} // namespace samspil::viewer
