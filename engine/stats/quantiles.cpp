// SPDX-License-Identifier: MPL-2.0
#include "engine/stats/quantiles.hpp"

#include "engine/base/errors.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace samspil {

double quantile_of_sorted(std::span<const double> sorted, double p)
{
    SAMSPIL_EXPECT(p >= 0.0 && p <= 1.0, "a quantile is asked for between 0 and 1");
    if (sorted.empty()) return std::numeric_limits<double>::quiet_NaN();
    const double position = p * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    const double share = position - static_cast<double>(below);
    if (share == 0.0) return sorted[below]; // also keeps infinities of neighbours out
    return sorted[below] + share * (sorted[below + 1] - sorted[below]);
}

std::vector<double> quantiles(std::span<const double> values, std::span<const double> ps)
{
    const bool undefined = std::any_of(values.begin(), values.end(), [](double v) { return std::isnan(v); });
    if (undefined) return std::vector<double>(ps.size(), std::numeric_limits<double>::quiet_NaN());
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    std::vector<double> result;
    result.reserve(ps.size());
    for (const double p : ps)
        result.push_back(quantile_of_sorted(sorted, p));
    return result;
}

double quantile(std::span<const double> values, double p) { return quantiles(values, {&p, 1}).front(); }

double median(std::span<const double> values) { return quantile(values, 0.5); }

} // namespace samspil
