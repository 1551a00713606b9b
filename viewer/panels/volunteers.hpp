// SPDX-License-Identifier: MPL-2.0
// The figures about volunteers: hours, people in and out, indicators, what rests on few.
#pragma once

#include "viewer/data/volunteers.hpp"
#include "viewer/panels/compared.hpp"
#include "viewer/panels/week_chart.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace samspil::viewer {

/// What does not depend on the week looked at.
struct VolunteersOverTime {
    std::shared_ptr<const WeekFigure> wanted; ///< differences too
    std::vector<WeekFan> levels, agreed;      ///< by result: median and bands; empty where they are not drawn
    std::vector<YearFlow> flows;              ///< by result
    double each = 0;                          ///< hours that one volunteer of the base has agreed to, mean; an estimate
    std::function<std::vector<WeekFan>()> all_agreed; ///< for the table
};
VolunteersOverTime volunteers_over_time(const Library& library, const Compared& compared);

Panel volunteer_hours_panel(std::shared_ptr<const VolunteersOverTime> numbers, const Compared& compared, int week);
Panel volunteer_flow_panel(std::shared_ptr<const VolunteersOverTime> numbers, const Compared& compared);
/// The rows of compare --json whose KPI begins with "volunteers.", of the option in focus.
Panel volunteer_kpis_panel(const Compared& compared);

/// What rests on the most active, by share who stop; estimates.
struct StressCurve {
    std::vector<double> stop;              ///< 0..0.5
    std::vector<double> mean, low90, high90; ///< least share of hours wanted; empty where the result does not tell
    double now = 0, low_now = 0, high_now = 0; ///< at the share chosen
    std::optional<std::size_t> over_before, over_after; ///< houses above the limit, as the bars show them
};
StressCurve stress_curve(const Library& library, const Result& result, int week, double share, double limit);

Panel volunteer_stress_panel(const Library& library, const Compared& compared, const State& state, double each);
Panel volunteer_risk_panel(const Library& library, const Compared& compared, const State& state, double each);

} // namespace samspil::viewer
