// SPDX-License-Identifier: MPL-2.0
// Percentile bootstrap of several statistics at once over whole blocks: trajectories, Saltelli blocks, replications.
#pragma once

#include "engine/base/parallel.hpp"
#include "engine/stats/intervals.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace samspil {

/// Indices below `blocks` >= 1, drawn with replacement: resample number `resample` at the addresses of `seed`.
std::vector<std::size_t> resampled(std::size_t blocks, std::uint32_t seed, std::uint32_t resample);

/// Percentile intervals of `count` statistics; `statistics` writes them for the blocks it is given. An interval is
/// empty with fewer than two blocks, no resamples, or when its statistic is not finite for some resample.
std::vector<std::optional<Interval>>
resampled_intervals(std::size_t blocks, std::size_t count,
                    FunctionRef<void(std::span<const std::size_t> blocks, std::span<double> results)> statistics,
                    std::uint32_t seed, std::uint32_t resamples, double level);

} // namespace samspil
