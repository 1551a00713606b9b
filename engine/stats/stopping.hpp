// SPDX-License-Identifier: MPL-2.0
// When enough has been run: a rule that looks at complete prefixes n = 10, 15, 20, ... of replications and stops at the
// first that satisfies it. What it keeps depends on the numbers only, never on how many threads ran ahead.
#pragma once

#include "engine/base/parallel.hpp"

#include <cstddef>
#include <optional>
#include <span>

namespace samspil {

inline constexpr std::size_t first_look = 10, look_every = 5;
/// A difference counts as settled away from zero only at this level: many looks at 95 % would call chance a finding.
inline constexpr double settled_level = 0.99;

/// Whether the rule looks at a prefix of n.
constexpr bool is_look(std::size_t n) { return n >= first_look && (n - first_look) % look_every == 0; }

/// Half of Student's t interval of the mean; empty where the interval is (n < 2, a value that is not finite).
std::optional<double> half_width(std::span<const double> values, double level = 0.95);

/// Whether the 95 % interval reaches no further than `wanted` to either side.
bool is_narrow(std::span<const double> values, double wanted);

/// Whether a difference is settled: its 99 % interval does not hold zero, or its 95 % interval lies within
/// [-relevance, relevance], which shows a tie.
bool is_settled(std::span<const double> differences, double relevance);

/// The smallest n above `judged` (looks up to there were judged before, and were not enough) and at most `complete` at which
/// the rule looks and `enough(n)` holds.
std::optional<std::size_t> smallest_look(std::size_t complete, FunctionRef<bool(std::size_t n)> enough, std::size_t judged = 0);

} // namespace samspil
