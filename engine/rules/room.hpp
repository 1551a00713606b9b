// SPDX-License-Identifier: MPL-2.0
// How many sessions people want and units have left, and where there is room for everybody who asks: there nobody need queue.
#pragma once

#include "engine/rules/rules.hpp"

#include <span>
#include <vector>

namespace samspil {

inline constexpr int most_sessions = 5; ///< a week, of one citizen at one offer

/// Sessions a week of a unit that somebody has, those given this week with them.
std::int64_t sessions_taken(const Moment& moment, std::size_t unit);

/// Where offers follow the level and nobody has friends, who look at where the others are, who comes from no offer takes
/// nobody's place or company along: the stay concerns the citizen's own row and the counts alone.
bool stays_stand_alone(const Moment& moment);

/// By unit: whether all who wait or ask are sure of all the sessions they want. Only where stays stand alone: there it does not
/// matter who goes first, so no lots are drawn, and who asks for one place alone walks in. (In order of rows it shows who asks twice.)
std::vector<char> room_for_all(const Moment& moment, std::span<const Application> applications);

} // namespace samspil
