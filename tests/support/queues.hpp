// SPDX-License-Identifier: MPL-2.0
// Many independent queues run by the rules of allocation and stay: arrivals by Poisson draws with an address, one
// place per person (5 sessions), nobody declines or loses patience, stays of constant hazard.
#pragma once

#include "engine/model/offer.hpp"
#include "engine/random/stream.hpp"
#include "engine/base/units.hpp"

#include <functional>
#include <vector>

namespace samspil::worlds {

struct QueuePlan {
    int units = 1;
    int places = 1;                 ///< per unit
    double arrivals = 0;            ///< per unit and week
    double stay = 0;                ///< mean weeks of a stay; whole weeks, so the hazard is -log(1 - 1 / stay)
    std::vector<double> at_start;   ///< chances of 0, 1, 2... persons in the unit at week 0
    int weeks = 0;                  ///< weeks with arrivals; then the queues run empty
    Offer offer = Offer::forebyggende;
    bool gives_up = false;          ///< who gets no place at once goes away
    std::function<Week(std::uint64_t person)> fixed_stay; ///< a stay that belongs to the person, in place of the hazard
};

/// What was seen, by unit; persons are those who arrived in the weeks after week 0.
struct Queues {
    std::vector<double> persons, waited_weeks, had_to_wait, refused;
    std::vector<double> queue_weeks, user_weeks; ///< sums over the weeks with arrivals, after places were given
    double all_queue_weeks = 0;                  ///< of everybody, until the last has a place
    std::vector<Week> wait_of;                   ///< by person, everybody; never = got no place
    std::vector<Week> stay_of;                   ///< by person; never = not over in the weeks seen
    int most_taken_over_places = 0;              ///< sessions beyond what the places allow, at any time
};

Queues run_queues(const QueuePlan& plan, Chance chance);

/// As above in worlds of at most `batch` units, each with its own luck, to keep memory small.
Queues run_queues(const QueuePlan& plan, Chance chance, int batch);

} // namespace samspil::worlds
