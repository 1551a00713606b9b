// SPDX-License-Identifier: MPL-2.0
#include "engine/simulation/tally_equity.hpp"

#include "engine/simulation/tally_measures.hpp"

namespace samspil {

void EquityTally::observe(const World& world)
{
    for (std::size_t i = 0; i < citizens_.size(); ++i) {
        citizens_[i] += world.counts.home_by_place[i];
        for (const Offer offer : offers) {
            if (is_municipal(offer)) users_[i] += world.counts.users_by_place[i * offer_count + index_of(offer)];
        }
    }
}

void EquityTally::report(const Scenario& scenario, KpiWriter& to) const
{
    to.set("equity.gini_reach", gini(by_key(scenario, citizens_), by_key(scenario, users_)));
    to.set("equity.min_max", worst_over_best(citizens_, users_));
    std::int64_t outside = 0, outside_users = 0;
    for (std::size_t i = 0; i < citizens_.size(); ++i) {
        if (scenario.neighbourhoods[i].inside_ring_road) continue;
        outside += citizens_[i];
        outside_users += users_[i];
    }
    to.set("equity.reach_outside", ratio(outside_users, outside));
}

} // namespace samspil
