// SPDX-License-Identifier: MPL-2.0
// Which interventions of an option can be run against the base one by one, and which only together with what they rest on:
// a merger into a house that opens before it, what `requires` another.
#pragma once

#include "engine/model/scenario.hpp"

#include <span>
#include <vector>

namespace samspil {

/// Indices into the option's interventions, in their order. No intervention stands in two parts.
struct StandingParts {
    std::vector<std::vector<std::size_t>> parts; ///< in the order of the last of each: what rests on the others
    std::vector<std::size_t> left_out;           ///< stand neither alone nor with anything added before them
};

/// Of the added interventions (added_interventions).
StandingParts parts_that_stand(const Scenario& base, const Scenario& option, std::span<const std::size_t> added);

/// The base with these in order of date; of one day they come after the base's own.
Scenario base_with(const Scenario& base, std::span<const Intervention> added);

} // namespace samspil
