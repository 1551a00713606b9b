// SPDX-License-Identifier: MPL-2.0
// What is decided before an intervention: the start of the scenario and the interventions before it. Reading leaves what a
// later one does not say as it then stands; words say it as the value before.
#pragma once

#include "engine/model/scenario.hpp"

#include <optional>
#include <string_view>

namespace samspil {

/// The scenario's decisions and houses as they stand just before its intervention `number` (from 0), with what is needed to
/// name them; no other tables.
Scenario in_force_before(const Scenario& scenario, std::size_t number);

/// The same on a day, the changes of that day made. Money, contacts and volunteers that only a run knows are left out.
Scenario in_force_on(const Scenario& scenario, Day day);

/// Whether the scenario itself holds the value of this parameter, so that before and after can be said.
bool is_held(InterventionType type, std::string_view key);

/// The parameter of the change as it is in force; nothing where the scenario holds no such value, or has no such house.
std::optional<double> value_in_force(const Scenario& now, const Intervention& change, const Field& field);

/// Puts what an intervention decides in force.
void put_in_force(Scenario& now, const Intervention& made);

/// Sets what an intervention of this type may leave unsaid to what is in force.
void leave_unsaid(const Scenario& now, Intervention& made);

} // namespace samspil
