// SPDX-License-Identifier: MPL-2.0
// Sobol' indices: how much of the variance of a value each dimension explains alone, and together with the others.
#pragma once

#include "engine/stats/intervals.hpp"
#include "engine/stats/matrix.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace samspil {

/// Of one dimension; shares of the variance. Estimates may fall a little outside [0, 1]. NaN when the values do not vary.
struct SobolIndex {
    double first = 0.0; ///< alone: Var(E[y | x_j]) / Var y, by Saltelli's estimator (2010)
    double total = 0.0; ///< with all its interactions: E(Var[y | all but x_j]) / Var y, by Jansen's estimator (1999)
    std::optional<Interval> first_interval, total_interval;
};

struct SobolResult {
    std::vector<SobolIndex> dimensions; ///< in the order of the design's columns
    double mean = 0.0;                  ///< of the value over the unit cube; NaN without whole blocks
    double variance = 0.0;              ///< of the value over the unit cube
    std::size_t used = 0;               ///< whole blocks
    std::size_t left_out = 0;           ///< blocks with a value that is not finite: one failed point costs its block
};

/// `values` in the order of saltelli(blocks, d, ...). Intervals by percentile bootstrap over blocks; empty below two
/// blocks, with no resamples, or when some resample does not vary.
SobolResult sobol_indices(std::span<const double> values, std::size_t d, std::uint32_t seed,
                          std::uint32_t resamples = 1000, double level = 0.95);

} // namespace samspil
