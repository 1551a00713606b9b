// SPDX-License-Identifier: MPL-2.0
// The balanced baseline (docs/model.md 8.1): a few constants nobody can observe are solved so that the unchanged
// baseline shows what is known of the municipality. What cannot be met is said, with how near it came.
#pragma once

#include "engine/base/parallel.hpp"
#include "engine/model/scenario.hpp"

#include <atomic>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace samspil {

/// A constant left free and the targets it alone answers for. Raising it raises every one of its KPIs.
struct FreeConstant {
    std::string_view parameter;
    std::vector<std::string_view> targets; ///< two targets: solved so that their deviations balance
    std::vector<std::string_view> tied;    ///< parameters that move with it, without a target of their own
    bool multiplies = false;               ///< moves by factors, else by differences
    double slope = 1;                      ///< first guess: deviation per unit of the constant (or of its logarithm)
};

/// The free constants of this version, in the order of the register.
std::span<const FreeConstant> free_constants();
/// Whether it is one of them, or moves with one.
bool is_free_constant(std::string_view parameter);

struct BalancePlan {
    std::uint32_t seed = 1;
    int replications = 8;     ///< on the same chance in every round
    int weeks = 104;          ///< of the period, after the burn-in
    int rounds = 14;
    double tolerance = 0.05;  ///< of half the width between a target's bounds
    std::size_t block = 8192; ///< citizens per block; never changes a result
};

/// How one target came out. Deviation: (reached - target) over half the width between its bounds.
struct TargetReached {
    const Target* target = nullptr; ///< of the scenario
    double reached = 0;             ///< mean of the replications; NaN where undefined
    double error = 0;               ///< standard error of that mean
    bool solved_for = false;        ///< a free constant answers for it
    double residual() const { return reached - target->target; }
    double deviation() const;
    bool within_bounds() const { return reached >= target->low && reached <= target->high; }
};

struct SolvedConstant {
    const FreeConstant* constant = nullptr;
    double before = 0, solved = 0;
    std::optional<double> deviation; ///< what is left, the mean over its targets; empty: every one of them is undefined
    bool at_limit = false;      ///< stopped at the end of the range of the parameter
    bool within_tolerance = false;
};

struct BalanceOutcome {
    std::vector<SolvedConstant> constants; ///< those whose targets the scenario has
    std::vector<TargetReached> targets;    ///< every KPI among the scenario's targets, in its order
    int rounds = 0;                        ///< how many were run
    bool stopped = false;
    bool balanced() const;                 ///< every constant within tolerance
};

struct BalanceProgress {
    int round = 0, rounds = 0;
    double worst = 0; ///< largest deviation of a constant so far this round
    double seconds = 0;
};

/// Parameters changed by the outcome, tied ones included: what a solved table holds.
struct SolvedValue {
    std::string_view parameter;
    double value = 0;
    const SolvedConstant* by = nullptr;
};
std::vector<SolvedValue> solved_values(const BalanceOutcome& outcome);

/// Solves on the scenario without its interventions. Nothing when no target belongs to a free constant.
std::optional<BalanceOutcome> balance(const Scenario& scenario, const BalancePlan& plan, const Workers& workers,
                                      const std::function<void(const BalanceProgress&)>& progress,
                                      const std::atomic<bool>& stop);

/// The targets as the scenario stands, nothing solved: one round of the plan.
std::vector<TargetReached> measure_targets(const Scenario& scenario, const BalancePlan& plan, const Workers& workers,
                                           const std::atomic<bool>& stop);

} // namespace samspil
