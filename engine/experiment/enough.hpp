// SPDX-License-Identifier: MPL-2.0
// The stopping rule of a run (docs/model.md 8.3): goals of KPIs, options against the first scenario, looked at while
// replications come in. With one scenario the interval is that of its mean.
#pragma once

#include "engine/experiment/comparison.hpp"
#include "engine/stats/stopping.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace samspil {

/// What --until-ci asks of one KPI.
struct EnoughGoal {
    const Kpi* kpi = nullptr;         ///< of kpi_table()
    std::optional<double> half_width; ///< of the 95 % interval, in the KPI's unit, > 0; empty: until the difference is settled
    double relevance = no_prior;      ///< as in Goal; NaN: the KPI's own
};

/// "KPI" or "KPI=HALFWIDTH", of a share also in percentage points ("0.1pp"); what is wrong with it otherwise.
std::variant<EnoughGoal, Text> read_enough_goal(std::string_view text);

/// Goals of a scenario that say what matters say it here too.
void take_relevance(std::vector<EnoughGoal>& goals, std::span<const Goal> said);

/// One goal of one option, on the first n replications.
struct GoalAtLook {
    const EnoughGoal* goal = nullptr;
    std::size_t option = 0;
    std::optional<double> mean, half_width; ///< 95 %; of the paired difference, or of the lone scenario
    bool enough = false;
    std::size_t zeros = 0; ///< of the n values, those that are exactly zero; more than half: too few others to trust the interval
    /// How many times more replications unpaired runs would need; empty with one scenario, or a fixed difference.
    std::optional<double> pairing;
    std::optional<std::size_t> enough_at;   ///< smallest look at which this goal alone is satisfied
    /// Replications that unpaired runs would have needed for the same.
    std::optional<std::size_t> unpaired() const;
};

/// By option (the first is the base), then goal.
std::vector<GoalAtLook> goals_at(std::span<const KpiColumns> options, std::size_t n, std::span<const EnoughGoal> goals);

/// The smallest look above `judged` and at most `complete` that satisfies every goal for every option.
std::optional<std::size_t> smallest_enough(std::span<const KpiColumns> options, std::size_t complete, std::span<const EnoughGoal> goals,
                                           std::size_t judged = 0);

/// Takes results in any order; knows the longest complete prefix and whether it is enough.
class EnoughWatch {
public:
    EnoughWatch(std::size_t options, int most, std::vector<EnoughGoal> goals);

    /// `kpis` as in a ReplicationResult. Not for several threads at once.
    void take(std::size_t option, int replication, std::span<const double> kpis);

    std::size_t complete() const { return complete_; } ///< replications 0 .. complete-1 are there for all options
    std::optional<std::size_t> settled() const { return settled_; } ///< the n to keep
    std::span<const EnoughGoal> goals() const { return goals_; }
    std::span<const KpiColumns> columns() const { return columns_; }

private:
    std::vector<EnoughGoal> goals_;
    std::vector<KpiColumns> columns_;
    std::vector<std::size_t> there_; ///< by replication: options that are in
    std::size_t complete_ = 0;
    std::optional<std::size_t> settled_;
};

} // namespace samspil
