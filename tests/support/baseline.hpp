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

/// The same town with a population that does not age: `entrants` of each sex turn 65 every year, and each age holds
/// those whom deaths and moves leave of them.
Scenario without_ageing(Scenario like, double entrants);

/// Results of replications 0..n-1 under the scenario's own seed, by kpi_table().
class Runs {
public:
    Runs(const Scenario& scenario, int replications, int threads = 2);
    Moments of(std::string_view kpi) const;
    double mean(std::string_view kpi) const { return of(kpi).mean(); }
    /// Citizens at home at functional levels F3 and F4, mean of weeks and replications.
    double frail_at_home() const { return frail_.mean(); }

private:
    std::vector<std::vector<double>> kpis_;
    Moments frail_;
};

} // namespace samspil::baseline
