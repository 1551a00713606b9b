// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/futures_comparison.hpp"

#include "engine/stats/moments.hpp"

#include <algorithm>
#include <cmath>

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
    if (both > 0) split.assumption_share = split.assumption_variance / both;
    split.n = futures.by_pair.size();
    split.same_sign = static_cast<std::size_t>(
        std::count_if(futures.by_pair.begin(), futures.by_pair.end(), [&](double d) { return split.choice > 0 ? d > 0 : split.choice < 0 ? d < 0 : d == 0; }));
    split.same_sign_share = wilson_interval(split.same_sign, split.n);
    // Chance only blurs a sign: it holds in no fewer futures without their luck. The normal share is wrong where futures are skewed.
    split.sign_by_assumptions = std::max(share_above_zero(std::abs(split.choice), std::sqrt(split.assumption_variance)),
                                         static_cast<double>(split.same_sign) / static_cast<double>(split.n));
    split.by_chance = chance.verdict;
    split.by_futures = futures.verdict;
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
