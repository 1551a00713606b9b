// SPDX-License-Identifier: MPL-2.0
// Several goals at once: which points no other point beats in all of them, and how sure that is.
#pragma once

#include "engine/stats/matrix.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace samspil {

/// Whether a is at least as good as b in every goal and better in one; smaller is better.
bool dominates(std::span<const double> a, std::span<const double> b);

/// For every row (point) whether no other row dominates it; columns are goals, smaller is better. A row with a value
/// that is not finite is never on the front and dominates nobody. Equal rows stand on the front together.
std::vector<bool> non_dominated(const Matrix& goals);

struct ParetoPoint {
    std::vector<double> mean;     ///< by goal, over replications; NaN when a replication is undefined
    bool on_front = false;        ///< by the means
    double probability = 0.0;     ///< share of bootstrap resamples of replications in which it is on the front;
                                  ///< NaN without resamples
};

/// `values`: of each point a matrix replication x goal, all of one shape; smaller is better. Replications are paired:
/// a resample takes the same ones at every point, so luck that all points share does not blur the front.
std::vector<ParetoPoint> pareto_front(std::span<const Matrix> values, std::uint32_t seed, std::uint32_t resamples = 1000);

} // namespace samspil
