// SPDX-License-Identifier: MPL-2.0
// Optimisation: choices under a budget with several goals at once. pagmo's NSGA-II breeds points on few replications;
// the best are then run on replications the search never saw, and the front says how sure it is. An algorithm that only
// asks (evaluation.hpp): interrupted and asked again, it goes the same way.
#pragma once

#include "engine/experiment/evaluation.hpp"
#include "engine/stats/intervals.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace samspil {

struct OptimisationGoal {
    std::size_t kpi = 0; ///< of kpi_table()
    bool more_is_better = false;
};

/// A KPI that may not pass a bound, as a mean over replications: what there is money, places or hours for.
struct OptimisationBudget {
    std::size_t kpi = 0;
    double bound = 0;
    bool at_least = false; ///< the mean must reach the bound; else it must not exceed it
};

struct OptimisationPlan {
    std::vector<OptimisationGoal> goals; ///< one or more
    std::vector<OptimisationBudget> budgets;
    std::uint32_t seed = 1;
    std::size_t population = 24;  ///< points of a generation; a multiple of 4, at least 8
    int generations = 12;
    int replications = 4;         ///< at each point of the search
    std::size_t confirmed = 16;   ///< of the best points that are run again
    int confirming = 12;          ///< replications of those, none of them used by the search
};

/// How many replications a plan asks for at most.
std::size_t cost_of(const OptimisationPlan& plan);

/// A point that was run again.
struct OptimisedPoint {
    StudyPoint point;
    std::vector<double> mean;                       ///< by goal, in the KPI's unit
    std::vector<std::optional<Interval>> interval;  ///< 95 %, by goal
    std::vector<double> spent;                      ///< by budget: mean of its KPI
    double within_budgets = 1;                      ///< share of bootstrap resamples within every budget
    bool on_front = false;                          ///< by the means, among points within budgets by their means
    double probability = 0;                         ///< share of resamples in which it is within budgets and on the front
};

struct OptimisationOutcome {
    std::vector<OptimisedPoint> points;  ///< front first, then by falling probability
    std::size_t tried = 0;               ///< different points of the search
    std::size_t within_budgets = 0;      ///< of those, by their means; 0: nothing fits, and `points` come nearest
    std::vector<EvaluationFailure> failures; ///< of all questions; `point` counts over them
    bool stopped = false;
};

struct OptimisationProgress {
    int generation = 0;  ///< from 0 (the first points); `generations` + 1 when the best are run again
    int generations = 0;
};

/// Asks about every option, and judges the last: the base alone, or the option whose choices the factors are.
OptimisationOutcome optimise(std::span<const StudyFactor> factors, const OptimisationPlan& plan, const Evaluate& evaluate,
                             const std::function<void(const OptimisationProgress&)>& progress = {});

} // namespace samspil
