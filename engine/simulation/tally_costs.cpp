// SPDX-License-Identifier: MPL-2.0
#include "engine/simulation/tally_costs.hpp"

#include <string>

namespace samspil {

Ore running_costs(const std::array<Ore, account_count>& spent)
{
    Ore running = 0;
    for (std::size_t a = 0; a < account_count; ++a) {
        if (is_running(static_cast<Account>(a))) running += spent[a];
    }
    return running;
}

void CostTally::observe(const std::array<Ore, account_count>& spent)
{
    for (std::size_t a = 0; a < account_count; ++a) spent_[a] += spent[a];
}

void CostTally::report(std::int64_t user_weeks, Fixed attended, KpiWriter& to) const
{
    for (std::size_t a = 0; a < account_count; ++a) {
        to.set("budget." + std::string(id_of(static_cast<Account>(a))), static_cast<double>(spent_[a]) / 100.0);
    }
    constexpr double months_per_week = 12.0 / weeks_per_year;
    const double kr = static_cast<double>(running_costs(spent_)) / 100.0;
    to.set("cost.total", kr);
    to.set("cost.net_per_participant_month", ratio(kr, static_cast<double>(user_weeks) * months_per_week));
    to.set("cost.per_attendance", ratio(kr, from_fixed(attended)));
}

} // namespace samspil
