// SPDX-License-Identifier: MPL-2.0
// A municipality of another size, made from the tables of one that is known (docs/cluster.md, a nation).
#pragma once

#include "engine/model/scenario.hpp"

#include <vector>

namespace samspil {

/// The stated rule: what a municipality has more of because it is larger is multiplied, everything else stays. Multiplied
/// are citizens, new 65-year-olds, places, rooms, volunteers and their hours, agreements, pools, bridge hours, visitators'
/// hours, the frame for rides, new volunteers from outside, the amounts of interventions, and what a house, its renewal
/// and a leader cost: areas, houses and leaders keep their number, so that a house of a small municipality is a small
/// house, led a part of the week. `factor` > 0; 1 changes nothing.
Scenario scaled(const Scenario& scenario, double factor);

/// Counts times `factor` as whole numbers: sums from the first to any other are within a half of the exact ones.
std::vector<int> scaled_counts(const std::vector<int>& counts, double factor);

/// `n` sizes from `low` to `high` with evenly spread logarithms, ascending; one size is the geometric mean. 0 < low <= high.
std::vector<double> spread_sizes(int n, double low, double high);

} // namespace samspil
