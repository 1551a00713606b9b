// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "engine/model/scenario.hpp"

namespace samspil {

/// Warns of numbers that each are allowed and together cannot be meant: a projection of another size than the population of
/// the same year, more hours a volunteer than anybody gives, homes spread over half a region.
void check_sizes(const Scenario& scenario, Diagnostics& found);

} // namespace samspil
