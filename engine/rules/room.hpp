// SPDX-License-Identifier: MPL-2.0
// How many sessions people want and units have left, where there is room for everybody who asks (there nobody need queue),
// and where else there is a place for somebody who has waited long (docs/model.md 7.9).
#pragma once

#include "engine/rules/rules.hpp"

#include <span>
#include <vector>

namespace samspil {

inline constexpr int most_sessions = 5; ///< a week, of one citizen at one offer
inline constexpr Week asked_every = 4;  ///< weeks between calls to the same citizen about a place elsewhere

/// Sessions a week of a unit that somebody has, those given this week with them.
std::int64_t sessions_taken(const Moment& moment, std::size_t unit);

/// Where offers follow the level and nobody has friends, who look at where the others are, who comes from no offer takes
/// nobody's place or company along: the stay concerns the citizen's own row and the counts alone.
bool stays_stand_alone(const Moment& moment);

/// By unit: whether all who wait or ask are sure of all the sessions they want. Only where stays stand alone: there it does not
/// matter who goes first, so no lots are drawn, and who asks for one place alone walks in. (In order of rows it shows who asks twice.)
std::vector<char> room_for_all(const Moment& moment, std::span<const Application> applications);

/// Whether the unit's house is open and has the offer.
bool is_open(const Moment& moment, std::size_t unit);

struct Longest {
    std::int16_t unit = no_unit; ///< where the citizen waits
    QueueEntry entry;
};
/// Who has waited longest elsewhere in the district, is called this week and would come to the unit.
Longest longest_waiting(Moment& moment, std::size_t unit);
/// The nearest house with a free place that nobody waits for; in the district, or anywhere. no_unit where there is none.
std::int16_t room_elsewhere(Moment& moment, const QueueEntry& entry, std::size_t unit, bool in_district);
/// A temporary course at home, for who has no place at all. no_unit where there is none.
std::int16_t room_at_home(const Moment& moment, const QueueEntry& entry);

} // namespace samspil
