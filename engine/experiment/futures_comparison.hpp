// SPDX-License-Identifier: MPL-2.0
// A difference measured over futures beside the same difference by chance alone (docs/model.md 8.3): what of it is the
// choice, what is assumptions, what is chance, and whether a verdict of chance alone stands when assumptions move.
#pragma once

#include "engine/experiment/comparison.hpp"
#include "engine/stats/intervals.hpp"

#include <optional>
#include <span>
#include <vector>

namespace samspil {

/// A verdict over futures asks that this share of them has its sign when chance is taken out.
inline constexpr double enough_futures = 0.9;

/// One KPI of one option. Variances are those of one replication, in the unit squared.
struct FutureSplit {
    const Kpi* kpi = nullptr;
    double choice = 0;              ///< mean difference over futures
    double chance_variance = 0;     ///< at fixed assumptions
    double assumption_variance = 0; ///< of the futures beyond that, floored at 0
    std::optional<double> assumption_share; ///< of the two together; empty when neither varies, or chance alone is estimated to vary more than both
    std::size_t n = 0;              ///< futures
    std::size_t same_sign = 0;      ///< futures whose difference has the sign of the mean, with their own luck
    std::size_t zeros = 0;          ///< futures whose difference is exactly zero: they have no sign
    Interval same_sign_share;       ///< of those with a sign; Wilson, 95 %; NaN when the mean or all of them are exactly zero
    double sign_by_assumptions = 0; ///< share of futures with the sign of the mean, chance taken out; NaN as above
    std::optional<Verdict> by_chance, by_futures;
    std::optional<Label> said_by_chance, said_by_futures; ///< finding_label: what is undecided is no tie
    bool depends = false;           ///< chance alone decides, futures do not
};

/// Nothing when either is undetermined. Both are of the same KPI and option.
std::optional<FutureSplit> split_of(const KpiDifference& futures, const KpiDifference& chance);

/// The splits of all KPIs that have one; a verdict over futures that does not stand is taken back and marked.
std::vector<FutureSplit> split_all(std::vector<KpiDifference>& futures, std::span<const KpiDifference> chance);

} // namespace samspil
