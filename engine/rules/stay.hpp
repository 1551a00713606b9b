// SPDX-License-Identifier: MPL-2.0
// Small pieces that the citizen rules share about a stay: its counts, its journey, its dose.
#pragma once

#include "engine/rules/rules.hpp"

namespace samspil {

/// Attendance class of a level: 0 high, 1 affected, 2 reduced and low (7.9).
constexpr std::size_t level_class(int level) { return level < 2 ? static_cast<std::size_t>(level) : 2; }

/// Adds (+1) or takes away (-1) the citizen's stay from the counts; nothing without a stay.
void count_stay(Moment& moment, const Citizen& citizen, int sign);

/// Forgets one of the two queues a citizen may stand in.
inline void stop_waiting(Citizen& citizen, std::size_t place)
{
    citizen.waiting[place] = {};
    citizen.agenda.patience[place] = never;
}

/// Minutes one way to the centre of the stay, for the level and household as they are now.
void set_travel(Moment& moment, Citizen& citizen);

/// Tenths of minutes one way to a centre with or without a ride.
int journey_tenths(const Premises& premises, const Citizen& citizen, int centre, bool ride, Week week);

/// Brings the average of sessions to this week before offer, sessions or level change.
void settle_dose(const Premises& premises, Citizen& citizen, Week week);

} // namespace samspil
