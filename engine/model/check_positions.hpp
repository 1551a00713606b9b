// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "engine/model/scenario.hpp"

namespace samspil {

/// Warns of houses and neighbourhoods that lie where nobody would go: most often x and y in the wrong order, or a digit too few.
void check_positions(const Scenario& scenario, Diagnostics& found);

} // namespace samspil
