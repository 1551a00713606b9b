// SPDX-License-Identifier: MPL-2.0
// What a parameter of a lever is today: what moving the lever means is said against this.
#pragma once

#include "engine/model/scenario.hpp"

#include <optional>

namespace samspil::viewer {

/// What a parameter is before the change, changes of the base on that day included: parameters that stand in the scenario
/// (in_force.hpp) have today's value, the strength of a measure its neutral one. Nothing for a parameter that has no such
/// value (a gap, a phasing-in).
std::optional<double> value_today(const Scenario& base, const Intervention& change, const Field& field);

} // namespace samspil::viewer
