// SPDX-License-Identifier: MPL-2.0
// People among people: ties, club help, loneliness and mental health (docs/model.md 7.11-7.14).
#pragma once

#include "engine/rules/rules.hpp"

namespace samspil {

void set_up_people(const Premises& premises, World& world, Chance chance);
/// Ordered, before the citizens: help in the clubs as it stands, founding and closing of clubs.
void update_clubs(Moment& moment);
/// Loneliness, bereavement and club help due for one citizen.
void feel(Moment& moment, std::uint32_t row);
/// Ordered, after places are given: ties form and fade among those who meet.
void befriend(Moment& moment);
/// Friends of the citizen who have a stay at this centre, by the week's start.
int ties_at(const Premises& premises, const World& world, std::uint32_t row, int centre);
/// A citizen entered, left or changed offer: called by the rules of stays.
void on_entering(Moment& moment, Citizen& citizen, std::uint32_t row);
bool apply_people(Moment& moment, const Intervention& intervention);

} // namespace samspil
