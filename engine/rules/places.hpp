// SPDX-License-Identifier: MPL-2.0
// Houses, transport and profiles (docs/model.md 7.9, 7.10, 7.21).
#pragma once

#include "engine/rules/rules.hpp"

namespace samspil {

void set_up_places(const Premises& premises, World& world, Chance chance);
/// Ordered, after places are given: cafés, rides, co-creation rounds.
void run_houses(Moment& moment);
bool apply_places(Moment& moment, const Intervention& intervention);
/// How well a unit's activities fit a citizen's interests, 0..1 (7.8); 0.5 where nothing tells them apart.
double interest_match(const Premises& premises, const World& world, const Citizen& citizen, std::int16_t unit);

} // namespace samspil
