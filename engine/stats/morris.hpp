// SPDX-License-Identifier: MPL-2.0
// Morris' screening: which dimensions matter at all, from one-step effects along random trajectories.
#pragma once

#include "engine/stats/intervals.hpp"
#include "engine/stats/matrix.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace samspil {

/// Of one dimension; every effect is the change of the value per whole width of the dimension.
struct MorrisEffect {
    double mu = 0.0;      ///< mean effect; NaN when no trajectory is whole
    double mu_star = 0.0; ///< mean size of the effect (Campolongo 2007): the influence to rank by
    double sigma = 0.0;   ///< standard deviation of effects, large when they depend on the rest; NaN below two
    std::optional<Interval> mu_interval, mu_star_interval;
};

struct MorrisResult {
    std::vector<MorrisEffect> dimensions; ///< in the order of the columns
    std::size_t used = 0;                 ///< whole trajectories
    std::size_t left_out = 0;             ///< trajectories with a value that is not finite
};

/// `points` as made by morris_trajectories (or rows moved alike: a step may be any length but 0), `values` one per row.
/// Intervals by percentile bootstrap over trajectories; empty below two trajectories or with no resamples.
MorrisResult morris(const Matrix& points, std::span<const double> values, std::uint32_t seed,
                    std::uint32_t resamples = 1000, double level = 0.95);

} // namespace samspil
