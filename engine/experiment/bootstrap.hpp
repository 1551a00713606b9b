// SPDX-License-Identifier: MPL-2.0
// Intervals for statistics without a formula, by resampling replications at addresses of a seed. Of studies, whole
// blocks of points at a time: engine/stats/resampling.hpp.
#pragma once

#include "engine/base/parallel.hpp"
#include "engine/stats/intervals.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace samspil {

/// Percentile bootstrap interval of a statistic: `resamples` samples with replacement, drawn at addresses of `seed`.
/// Empty with no values, or when the statistic is not finite for some resample.
std::optional<Interval> bootstrap_interval(std::span<const double> values,
                                           FunctionRef<double(std::span<const double>)> statistic, std::uint32_t seed,
                                           std::uint32_t resamples = 2000, double level = 0.95);

} // namespace samspil
