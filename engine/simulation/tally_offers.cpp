// SPDX-License-Identifier: MPL-2.0
#include "engine/simulation/tally_offers.hpp"

#include "engine/simulation/tally_measures.hpp"

#include <algorithm>
#include <numeric>

namespace samspil {

OfferTally::OfferTally()
{
    for (auto& waits : waits_) waits.assign(longest_wait, 0);
}

void OfferTally::observe(const Premises& premises, const World& world, std::span<const Start> starts)
{
    const Counts& counts = world.counts;
    for (std::size_t u = 0; u < premises.units.size(); ++u) {
        const std::size_t o = index_of(premises.units[u].offer);
        user_weeks_[o] += counts.users[u];
        queue_weeks_[o] += static_cast<std::int64_t>(world.units[u].queue.size());
        offered_[o] += world.units[u].offered;
        taken_[o] += counts.taken[u];
        attended_ += expected_attendance(premises, counts, u, world.week);
    }
    traveller_weeks_ += counts.travellers;
    travel_tenths_ += counts.travel_tenths;
    over_30_ += counts.over_30;
    for (const Start& start : starts) {
        ++waits_[index_of(start.offer)][std::min<std::size_t>(static_cast<std::size_t>(start.waited), longest_wait - 1)];
    }
}

void OfferTally::report(const Premises& premises, std::int64_t citizen_weeks, std::int64_t weeks, KpiWriter& to) const
{
    const double w_max = premises.scenario->policy.w_max;
    std::int64_t municipal = 0, waiting = 0;
    for (const Offer offer : offers) {
        const std::size_t o = index_of(offer);
        const std::string id(id_of(offer));
        waiting += queue_weeks_[o];
        if (is_municipal(offer)) municipal += user_weeks_[o];
        to.set("reach." + id, ratio(user_weeks_[o], citizen_weeks));
        to.set("wait.mean." + id, mean_wait(waits_[o]));
        to.set("wait.p90." + id, wait_quantile(waits_[o], 0.9));
        to.set("wait.over_8w." + id, share_over(waits_[o], w_max));
        to.set("utilisation." + id, ratio(taken_[o], offered_[o]));
    }
    to.set("reach.municipal", ratio(municipal, citizen_weeks));
    to.set("unmet_need", static_cast<double>(waiting) / static_cast<double>(weeks));
    to.set("travel.mean", ratio(static_cast<double>(travel_tenths_) / 10.0, static_cast<double>(traveller_weeks_)));
    to.set("travel.over_30", ratio(over_30_, traveller_weeks_));
}

std::int64_t OfferTally::user_weeks() const { return std::accumulate(user_weeks_.begin(), user_weeks_.end(), std::int64_t{0}); }

} // namespace samspil
