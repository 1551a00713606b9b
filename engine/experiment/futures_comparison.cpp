// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/futures_comparison.hpp"

#include "engine/experiment/finding.hpp"
#include "engine/stats/moments.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace samspil {
namespace {

/// Share of a normal distribution above zero.
double share_above_zero(double mean, double deviation)
{
    if (!(deviation > 0)) return 1;
    return normal_share_below(mean / deviation);
}

bool decides(const std::optional<Verdict>& verdict) { return verdict && *verdict != Verdict::tie; }

} // namespace

std::optional<FutureSplit> split_of(const KpiDifference& futures, const KpiDifference& chance)
{
    if (futures.by_pair.size() < 2 || chance.by_pair.size() < 2) return std::nullopt;
    FutureSplit split;
    split.kpi = futures.kpi;
    const Moments over = moments(futures.by_pair);
    split.choice = over.mean();
    split.chance_variance = moments(chance.by_pair).variance();
    split.assumption_variance = std::max(0.0, over.variance() - split.chance_variance);
    const double both = split.assumption_variance + split.chance_variance;
    // Where chance alone varies more than the futures with their chance did, both are noise: a share of 0 would be a finding.
    if (both > 0 && over.variance() >= split.chance_variance) split.assumption_share = split.assumption_variance / both;
    split.n = futures.by_pair.size();
    const auto how_many = [&](auto is) { return static_cast<std::size_t>(std::count_if(futures.by_pair.begin(), futures.by_pair.end(), is)); };
    split.same_sign = how_many([&](double d) { return d * split.choice > 0; });
    split.zeros = how_many([](double d) { return d == 0; });
    const std::size_t with_sign = split.n - split.zeros;
    if (split.choice == 0 || with_sign == 0) {
        constexpr double none = std::numeric_limits<double>::quiet_NaN();
        split.same_sign_share = {none, none};
        split.sign_by_assumptions = none;
    } else {
        split.same_sign_share = wilson_interval(split.same_sign, with_sign);
        // Chance only blurs a sign: it holds in no fewer futures without their luck. The normal share is wrong where futures are skewed.
        split.sign_by_assumptions = std::max(share_above_zero(std::abs(split.choice), std::sqrt(split.assumption_variance)),
                                             static_cast<double>(split.same_sign) / static_cast<double>(with_sign));
    }
    split.by_chance = chance.verdict;
    split.by_futures = futures.verdict;
    split.said_by_chance = finding_label(chance);
    split.said_by_futures = finding_label(futures);
    const bool stands = split.by_futures == split.by_chance && split.sign_by_assumptions >= enough_futures;
    split.depends = decides(split.by_chance) && !stands;
    return split;
}

std::vector<FutureSplit> split_all(std::vector<KpiDifference>& futures, std::span<const KpiDifference> chance)
{
    std::vector<FutureSplit> splits;
    for (KpiDifference& difference : futures) {
        const KpiDifference* alone = find_difference(chance, difference.kpi->id);
        const auto split = alone != nullptr ? split_of(difference, *alone) : std::nullopt;
        if (!split) continue;
        splits.push_back(*split);
        difference.depends_on_assumptions = split->depends;
        if (split->depends) difference.verdict.reset();
    }
    return splits;
}

} // namespace samspil
