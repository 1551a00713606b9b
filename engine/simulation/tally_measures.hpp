// SPDX-License-Identifier: MPL-2.0
// Measures of a replication's counts: of waits by week, and of spread between areas (docs/model.md 8). NaN where nobody
// is counted.
#pragma once

#include "engine/model/scenario.hpp"

#include <cstdint>
#include <vector>

namespace samspil {

// Of `waits`: how many waited 0, 1, 2 ... weeks.
double mean_wait(const std::vector<std::int64_t>& waits);
double wait_quantile(const std::vector<std::int64_t>& waits,
                     double share); ///< weeks within which that share had waited
double share_over(const std::vector<std::int64_t>& waits,
                  double limit); ///< of all, those who waited longer than `limit`

/// Values of neighbourhoods in order of their keys: a floating sum over them must not depend on the order of rows.
std::vector<std::int64_t> by_key(const Scenario& scenario, const std::vector<std::int64_t>& values);

/// Gini of a rate over areas weighted by their citizens: sum_a sum_b n_a n_b |r_a - r_b| / (2 n^2 mean).
double gini(const std::vector<std::int64_t>& people, const std::vector<std::int64_t>& users);

/// The rate of the worst-off area over that of the best-off; areas without citizens do not count.
double worst_over_best(const std::vector<std::int64_t>& people, const std::vector<std::int64_t>& users);

} // namespace samspil
