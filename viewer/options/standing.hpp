// SPDX-License-Identifier: MPL-2.0
// What the municipality has decided as it stands on a day: the scenario with its own dated changes up to then. What
// moving a lever means is said against this.
#pragma once

#include "engine/model/scenario.hpp"

#include <optional>

namespace samspil::viewer {

/// Policy, organisation, houses, units and pools as decided on the day, changes of that day included; no other tables.
/// Money, contacts and volunteers that only a run knows are left out.
Scenario standing(const Scenario& base, Day day);

/// What a parameter is before the change: parameters that stand in the scenario have today's value, the
/// strength of a measure its neutral one. Nothing for a parameter that has no such value (a gap, a phasing-in).
std::optional<double> value_today(const Scenario& base, const Intervention& change, const Field& field);

/// Params whose value the scenario holds itself: a lever starts at it.
bool stands_in_scenario(InterventionType type, std::string_view key);

} // namespace samspil::viewer
