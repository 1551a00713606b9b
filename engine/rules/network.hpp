// SPDX-License-Identifier: MPL-2.0
// Consultants, agreements, forum; volunteers beyond volunteering.cpp (docs/model.md 7.15, 7.17).
#pragma once

#include "engine/rules/rules.hpp"

namespace samspil {

void set_up_network(const Premises& premises, World& world, Chance chance);
/// Ordered: hours of consultants, agreements that lapse, activity of the forum.
void update_network(Moment& moment);
/// A participant may become a volunteer, or stop.
void offer_help(Moment& moment, std::uint32_t row);
/// Activity of the forum where the centre lies, 0..1.
double forum_activity(const Premises& premises, const World& world, int centre);
/// Club sessions of the `wanted` that the volunteers of a house can carry.
int volunteer_sessions(const Premises& premises, const World& world, std::size_t centre, int wanted);
bool apply_network(Moment& moment, const Intervention& intervention);

} // namespace samspil
