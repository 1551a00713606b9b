// SPDX-License-Identifier: MPL-2.0
// What citizens know and who brings them on (docs/model.md 7.5, 7.6).
#pragma once

#include "engine/rules/rules.hpp"

namespace samspil {

/// Week 0: what is known of the houses before anybody looks, bridge-builders, coverage of the compass.
void set_up_information(const Premises& premises, World& world, Chance chance);
/// Ordered, before the citizens: channels run on, coverage and hours of the week.
void inform(Moment& moment);
/// Brings what the citizen knows up to this week; before every choice.
void look_around(Moment& moment, Citizen& citizen, std::uint32_t row);
/// Contacts due: home visit, front staff, clinic; and a bridge that is due.
void meet(Moment& moment, std::uint32_t row);
/// Ordered, after the citizens: bridges take hours, in order of waiting.
void hand_over(Moment& moment);
/// Whether the type belongs here; then it has been applied.
bool apply_information(Moment& moment, const Intervention& intervention);

} // namespace samspil
