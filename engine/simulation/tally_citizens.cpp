// SPDX-License-Identifier: MPL-2.0
#include "engine/simulation/tally_citizens.hpp"

namespace samspil {

void CitizenTally::observe(const World& world)
{
    const Counts& counts = world.counts;
    std::int64_t citizens = counts.nursing_home;
    for (const std::int64_t n : counts.home_by_level) citizens += n;
    if (weeks_++ == 0) at_start_ = citizens;
    citizen_weeks_ += citizens;
    nursing_weeks_ += counts.nursing_home;
    independent_weeks_ += counts.home_by_level[0] + counts.home_by_level[1];
}

void CitizenTally::report(const World& world, KpiWriter& to) const
{
    constexpr double months_per_week = 12.0 / weeks_per_year;
    const double thousands = static_cast<double>(at_start_) / 1000.0;
    to.set("function.independent_months", ratio(static_cast<double>(independent_weeks_) * months_per_week, thousands));
    to.set("function.nursing_home_months", ratio(static_cast<double>(nursing_weeks_) * months_per_week, thousands));
    to.set("nursing_home.share", ratio(nursing_weeks_, citizen_weeks_));
    std::int64_t young = 0, old = 0;
    constexpr int weeks_to_80 = 783;
    for (const Citizen& citizen : world.citizens) {
        if (citizen.residence != Residence::home && citizen.residence != Residence::nursing_home) continue;
        ++(world.week - citizen.week_65 >= weeks_to_80 ? old : young);
    }
    to.set("population.65_79", static_cast<double>(young));
    to.set("population.80plus", static_cast<double>(old));
}

} // namespace samspil
