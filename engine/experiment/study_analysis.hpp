// SPDX-License-Identifier: MPL-2.0
// What the answers of a study say: how much each factor moves each goal, where the option is better, and at which points
// most and least so. Always of the paired difference to the base; with one scenario only, of its own level.
#pragma once

#include "engine/experiment/comparison.hpp"
#include "engine/experiment/evaluation.hpp"
#include "engine/stats/matrix.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace samspil {

inline constexpr double unknown_value = std::numeric_limits<double>::quiet_NaN();

/// A number with a 95 % bootstrap interval; the ends are NaN where there is none.
struct Estimate {
    double value = unknown_value, low = unknown_value, high = unknown_value;
};

/// One factor's hold on one measure. What is filled depends on the study.
struct FactorInfluence {
    Estimate influence;  ///< to rank by: Morris mu*, Sobol' total index, size of the rank correlation of a sweep (of words: rank_association)
    Estimate signed_one; ///< Morris mu, Sobol' first index, rank correlation with its sign (words: NaN)
    double sigma = unknown_value; ///< Morris only
};

/// One goal of one option.
struct Measure {
    std::size_t option = 0; ///< 0: the level of the base itself (a study of one scenario)
    std::size_t kpi = 0;    ///< of kpi_table()
    double relevance = unknown_value; ///< the goal's own limit for a verdict, as in Goal; NaN: the KPI's
    std::vector<FactorInfluence> factors;
    std::size_t used = 0, left_out = 0; ///< trajectories, blocks or points; left out for a value that is undefined
    std::size_t better = 0, tie = 0, worse = 0, undecided = 0; ///< points, by the verdict there; of options, where the goal has a direction
    double mean = unknown_value, lowest = unknown_value, highest = unknown_value; ///< over points
    std::size_t lowest_point = 0, highest_point = 0;
};

enum class InfluenceKind { rank_correlation, morris, sobol };

/// Mean over replications of the difference (or of the level, option 0) at every point; NaN where it is undefined in all.
std::vector<double> point_means(const Evaluation& answers, std::size_t option, std::size_t kpi);

/// Every goal of every option against the base. `cube` is the design in the unit cube, used by Morris (its steps) and
/// Sobol' (its order); `seed` that of the bootstrap; `relevances` the goals' own limits, by goal (empty: none has one).
std::vector<Measure> analyse(InfluenceKind kind, const Evaluation& answers, std::span<const StudyFactor> factors, std::span<const StudyPoint> points,
                             const Matrix& cube, std::span<const std::size_t> goals, std::uint32_t seed, std::span<const double> relevances = {});

/// Spearman's correlation of two columns (ties get mean ranks) over pairs where both are defined; NaN when one does not vary.
double rank_correlation(std::span<const double> a, std::span<const double> b);

/// How much of the ranks of `b` lies between the groups of equal values in `a` (correlation ratio eta of ranks, 0 to 1): the order of
/// the groups' values does not matter. Of two groups it is the size of rank_correlation. NaN when one does not vary.
double rank_association(std::span<const double> a, std::span<const double> b);

/// Factors by falling influence; undefined ones last, equals in the order of the plan.
std::vector<std::size_t> by_influence(const Measure& measure);

/// A factor's influence over all measures: the largest of its shares of the strongest influence on each.
struct WeakAssumption {
    std::size_t factor = 0;
    std::size_t measure = 0; ///< where its share is largest
    double share = 0;        ///< of the strongest factor there, 0 to 1
};
/// Below this share of the strongest a factor is not called influential.
inline constexpr double least_influence = 0.05;
/// The most influential factors among those whose value is assumed, at most `most`, falling.
std::vector<WeakAssumption> weakest_influential(std::span<const Measure> measures, std::span<const StudyFactor> factors, std::size_t most);

} // namespace samspil
