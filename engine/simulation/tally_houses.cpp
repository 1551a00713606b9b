// SPDX-License-Identifier: MPL-2.0
#include "engine/simulation/tally_houses.hpp"

#include "engine/simulation/tally_groups.hpp"

namespace samspil {

void HouseTally::observe(const Premises& premises, const World& world, int volunteers_quit)
{
    ++weeks_;
    quit_ += volunteers_quit;
    for (std::size_t j = 0; j < world.centres.size(); ++j) {
        const CentreState& centre = world.centres[j];
        volunteer_weeks_ += centre.volunteers;
        overasked_weeks_ += overasked_volunteers(world, j);
        wanted_tenths_ += centre.wanted_tenths;
        agreed_tenths_ += centre.agreed_tenths;
        if (!centre.open || !needs_leader(premises.scenario->centres[j].kind)) continue;
        attention_ += to_fixed(centre.attention);
        ++attention_weeks_;
        if (world.organisation.leading.leading_unit[j] >= 0) ++led_house_weeks_;
    }
    for (const int n : world.organisation.leading.leaders) leader_weeks_ += n;
}

void HouseTally::report(KpiWriter& to) const
{
    to.set("volunteers.stock", static_cast<double>(volunteer_weeks_) / static_cast<double>(weeks_));
    to.set("volunteers.load", ratio(wanted_tenths_, agreed_tenths_));
    to.set("volunteers.overasked", ratio(overasked_weeks_, volunteer_weeks_));
    to.set("volunteers.turnover", ratio(static_cast<double>(quit_) * weeks_per_year, static_cast<double>(volunteer_weeks_)));
    to.set("organisation.attention", ratio(from_fixed(attention_), static_cast<double>(attention_weeks_)));
    to.set("organisation.centres_per_leader", ratio(led_house_weeks_, leader_weeks_));
}

} // namespace samspil
