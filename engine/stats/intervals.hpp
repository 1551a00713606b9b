// SPDX-License-Identifier: MPL-2.0
// How sure we are: intervals for means and for differences of options paired by replication.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace samspil {

struct Interval {
    double low = 0.0;
    double high = 0.0;
    bool contains(double value) const { return low <= value && value <= high; }
    bool operator==(const Interval&) const = default;
};

/// The p-quantile (0 < p < 1) of Student's t with df > 0 degrees of freedom.
double student_t_quantile(double p, double df);

/// Share of the standard normal distribution below z.
double normal_share_below(double z);

/// Student's t interval for a mean; empty with n < 2 or a value that is not finite.
std::optional<Interval> mean_interval(std::span<const double> values, double level = 0.95);

/// Wilson's interval for a share: `successes` of n > 0.
Interval wilson_interval(std::size_t successes, std::size_t n, double level = 0.95);

/// An option against its base, replication by replication: option - base.
struct PairedDifference {
    double mean = 0.0;                ///< NaN when undefined: no pairs, or a value of a pair is not finite
    std::optional<Interval> interval; ///< low <= mean <= high; empty when mean is undefined or n < 2
    std::size_t n = 0;                ///< pairs
    double share_above = 0.0;         ///< share of pairs with option > base; NaN when undefined
    /// The difference as reports show it: empty exactly when the interval is.
    std::optional<double> value() const { return interval ? std::optional(mean) : std::nullopt; }
};

/// Both spans have the same length and order of replications; 0 < level < 1.
PairedDifference paired_difference(std::span<const double> base, std::span<const double> option, double level = 0.95);

/// How many times more replications unpaired runs would need: (Var A + Var B) / Var(A - B).
/// Empty with n < 2, a value that is not finite, or differences that do not vary.
std::optional<double> pairing_factor(std::span<const double> base, std::span<const double> option);

} // namespace samspil
