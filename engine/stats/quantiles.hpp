// SPDX-License-Identifier: MPL-2.0
// Quantiles of a sample, type 7 of Hyndman and Fan (the default of R and NumPy).
#pragma once

#include <span>
#include <vector>

namespace samspil {

/// The p-quantile, 0 <= p <= 1, of values sorted upwards: linear between order statistics; NaN of nothing.
double quantile_of_sorted(std::span<const double> sorted, double p);

/// As above of values in any order; NaN when one of them is NaN.
double quantile(std::span<const double> values, double p);

/// Several quantiles with one sort, in the order asked for.
std::vector<double> quantiles(std::span<const double> values, std::span<const double> ps);

double median(std::span<const double> values);

} // namespace samspil
