// SPDX-License-Identifier: MPL-2.0
// An option against its base, replication by replication: differences, intervals, verdicts and one honest sentence.
// Numbers in, plain structs out; files and screens are made elsewhere.
#pragma once

#include "engine/model/indicators.hpp"
#include "engine/model/scenario.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samspil {

/// Values by kpi_table() and replication: columns[kpi][replication], NaN where undefined.
using KpiColumns = std::vector<std::vector<double>>;

enum class Verdict { better, worse, tie };

std::string_view id_of(Verdict verdict); ///< "better", "worse", "tie"
Label label_of(Verdict verdict);         ///< "bedre"/"better", ...

/// What the intervals of a comparison cover (docs/model.md 8.3): chance at fixed assumptions, or futures as well.
inline constexpr std::string_view covers_chance = "chance";
inline constexpr std::string_view covers_futures = "chance+assumptions";
inline constexpr double comparison_level = 0.95;
/// Below this many pairs a comparison says that it may change.
inline constexpr std::size_t enough_pairs = 10;

/// One KPI of one option. `difference`, the interval and the verdict are empty when a value of a pair is undefined or
/// there are fewer than two pairs.
struct KpiDifference {
    const Kpi* kpi = nullptr;           ///< of kpi_table(), or per_extra_reached()
    std::optional<double> base, option; ///< means over the pairs
    std::optional<double> difference, ci_low, ci_high;
    std::size_t n = 0;                 ///< pairs
    std::optional<double> share_above; ///< share of pairs with the option above the base
    std::optional<Verdict> verdict;
    bool more_months = false;    ///< of cost.per_extra_reached: the option gives more person-months
    bool goal = false;           ///< a chosen goal
    bool depends_on_assumptions = false; ///< decided by chance alone but not over futures: no verdict (futures_comparison.hpp)
    double relevance = 0;        ///< smallest difference that matters, in the unit
    std::vector<double> by_pair; ///< option - base, in order of replications; for quantile dots
};

/// The goals that get a verdict: those asked for, else the seven headline KPIs.
std::vector<Goal> goals_or_headline(std::span<const Goal> asked);

/// Verdict of an interval for a KPI with a good direction; a tie holds zero or stays inside the threshold.
Verdict verdict_of(Direction direction, double ci_low, double ci_high, double relevance);

/// The smallest difference that matters, in the unit: `relevance` as in Goal (NaN: the KPI's own) on a base of this mean.
double relevance_of(const Kpi& kpi, double relevance, std::optional<double> base);

/// "afhænger af antagelser"/"depends on assumptions": in place of a verdict that does not stand when assumptions move.
Label depends_label();

/// Whether the interval holds zero; a tie that does not is one by the threshold.
bool holds_zero(const KpiDifference& difference);
/// Whether the difference is the same, and not zero, in every replication: chance does not touch it.
bool is_fixed(const KpiDifference& difference);
/// Whether the difference is zero in every replication.
bool is_nothing(const KpiDifference& difference);

/// All KPIs in the order of kpi_table(), then cost.per_extra_reached. Pairs the common prefix when n differs.
std::vector<KpiDifference> compare_runs(const KpiColumns& base, const KpiColumns& option, std::span<const Goal> goals);

/// One measure alone, such as that of a group; a verdict where it has a good direction. `relevance` as in Goal.
KpiDifference compare_values(const Kpi& kpi, std::span<const double> base, std::span<const double> option, double relevance = no_prior);

/// Derived here: kr. per extra person-month reached, the ratio of two paired differences with Fieller's interval; not
/// determined (empty) while the interval of the extra person-months holds zero.
const Kpi& per_extra_reached();

const KpiDifference* find_difference(std::span<const KpiDifference> differences, std::string_view kpi);

/// What two results must share to be paired.
struct RunFrame {
    std::uint32_t seed = 0;
    Day start = 0;
    int weeks = 0;
    int burn_in_weeks = 0;
    std::string covers{covers_chance}; ///< whether assumptions are drawn
};

/// Why two results cannot be paired, naming both values; nothing when they can.
std::optional<Text> why_not_paired(const RunFrame& base, const RunFrame& option);

} // namespace samspil
