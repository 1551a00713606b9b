// SPDX-License-Identifier: MPL-2.0
// What is decided before an intervention: the start of the scenario and the interventions before it. Reading leaves what a
// later one does not say as it then stands; words say it as the value before.
#pragma once

#include "engine/model/scenario.hpp"

namespace samspil {

/// The scenario's decisions and houses as they stand just before its intervention `number` (from 0), with what is needed to
/// name them; no other tables.
Scenario in_force_before(const Scenario& scenario, std::size_t number);

/// Puts what an intervention decides in force.
void put_in_force(Scenario& now, const Intervention& made);

/// Sets what an intervention of this type may leave unsaid to what is in force.
void leave_unsaid(const Scenario& now, Intervention& made);

} // namespace samspil
