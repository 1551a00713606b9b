// SPDX-License-Identifier: MPL-2.0
// The baseline of Aarhus as it is committed, cut to what a test looks at.
#pragma once

#include "engine/model/scenario.hpp"
#include "engine/stats/moments.hpp"

#include <string_view>
#include <vector>

namespace samspil::baseline {

/// scenarios/aarhus/basis.yaml with its tables and solved constants.
Scenario aarhus();

/// Year 1, 2, ... of the period by itself: all before it is burn-in. The same lives, week for week.
Scenario only_year(Scenario scenario, int year);

/// As many citizens of 80 and over as in `like` on the first day, but a population that does not age: every year as
/// many turn 65 as the year before, and each age holds those whom deaths and moves leave of them.
Scenario without_ageing(Scenario like);

/// Results of replications 0..n-1 under the scenario's own seed, by kpi_table().
class Runs {
public:
    Runs(const Scenario& scenario, int replications, int threads = 2);
    Moments of(std::string_view kpi) const;
    double mean(std::string_view kpi) const { return of(kpi).mean(); }

private:
    std::vector<std::vector<double>> kpis_;
};

} // namespace samspil::baseline
