// SPDX-License-Identifier: MPL-2.0
#include "engine/stats/intervals.hpp"

#include "engine/base/errors.hpp"
#include "engine/stats/moments.hpp"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace samspil {

namespace {

bool all_finite(std::span<const double> values)
{
    return std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
}

std::vector<double> differences(std::span<const double> base, std::span<const double> option)
{
    SAMSPIL_EXPECT(base.size() == option.size(), "paired values come in pairs");
    std::vector<double> result(base.size());
    for (std::size_t i = 0; i < base.size(); ++i)
        result[i] = option[i] - base[i];
    return result;
}

} // namespace

double student_t_quantile(double p, double df)
{
    SAMSPIL_EXPECT(p > 0.0 && p < 1.0 && df > 0.0, "a t quantile needs 0 < p < 1 and positive degrees of freedom");
    return boost::math::quantile(boost::math::students_t(df), p);
}

double normal_share_below(double z) { return boost::math::cdf(boost::math::normal(), z); }

std::optional<Interval> mean_interval(std::span<const double> values, double level)
{
    SAMSPIL_EXPECT(level > 0.0 && level < 1.0, "a level lies between 0 and 1");
    if (values.size() < 2 || !all_finite(values)) return std::nullopt;
    const Moments m = moments(values);
    const double half = student_t_quantile(0.5 + 0.5 * level, static_cast<double>(m.count() - 1)) * m.standard_error();
    if (!std::isfinite(half)) return std::nullopt;
    return Interval{m.mean() - half, m.mean() + half};
}

Interval wilson_interval(std::size_t successes, std::size_t n, double level)
{
    SAMSPIL_EXPECT(n > 0 && successes <= n, "a share is of something");
    const double z = boost::math::quantile(boost::math::normal(), 0.5 + 0.5 * level), trials = static_cast<double>(n);
    const double share = static_cast<double>(successes) / trials, z2 = z * z / trials;
    const double middle = (share + z2 / 2) / (1 + z2);
    const double half = z / (1 + z2) * std::sqrt(share * (1 - share) / trials + z2 / (4 * trials));
    // Its ends are exact where all or none succeed; rounding must not say otherwise.
    return {successes == 0 ? 0.0 : middle - half, successes == n ? 1.0 : middle + half};
}

PairedDifference paired_difference(std::span<const double> base, std::span<const double> option, double level)
{
    const std::vector<double> by_pair = differences(base, option);
    PairedDifference result;
    result.n = by_pair.size();
    if (by_pair.empty() || !all_finite(by_pair)) {
        result.mean = result.share_above = std::numeric_limits<double>::quiet_NaN();
        return result;
    }
    const auto above = std::count_if(by_pair.begin(), by_pair.end(), [](double d) { return d > 0.0; });
    result.share_above = static_cast<double>(above) / static_cast<double>(result.n);
    result.mean = moments(by_pair).mean();
    result.interval = mean_interval(by_pair, level);
    return result;
}

std::optional<double> pairing_factor(std::span<const double> base, std::span<const double> option)
{
    const std::vector<double> by_pair = differences(base, option);
    if (by_pair.size() < 2 || !all_finite(by_pair)) return std::nullopt;
    const double paired = moments(by_pair).variance();
    if (!(paired > 0.0)) return std::nullopt;
    return (moments(base).variance() + moments(option).variance()) / paired;
}

} // namespace samspil
