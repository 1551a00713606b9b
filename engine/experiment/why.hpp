// SPDX-License-Identifier: MPL-2.0
// Why an option differs from its base: one mechanism at a time is switched off on both sides and the difference is
// measured again on the same chance. What the difference loses is what the mechanism moves. Mechanisms lean on each
// other, so the effects do not add up to the difference.
#pragma once

#include "engine/experiment/comparison.hpp"
#include "engine/model/scenario.hpp"
#include "engine/stats/intervals.hpp"

#include <optional>
#include <span>
#include <vector>

namespace samspil {

/// A mechanism that is at work in the base or the option.
struct WhyQuestion {
    const Field* mechanism = nullptr; ///< of mechanism_fields()
    std::optional<Text> refused;      ///< why a scenario may not be without it
};

/// Every mechanism at work, in the order of mechanism_fields(). Both scenarios are ones that can be run.
std::vector<WhyQuestion> why_questions(const Scenario& base, const Scenario& option);

/// The scenario with the mechanism switched off.
Scenario without(const Scenario& scenario, const Field& mechanism);

/// What answering costs: said before it is begun.
struct WhyCost {
    int mechanisms = 0; ///< to be switched off
    int refused = 0;
    int runs = 0;     ///< replications simulated, both sides of every mechanism
    double weeks = 0; ///< simulated; sides share the weeks before their first difference, none are kept from before
};

/// Of one replication of each side.
WhyCost why_cost(std::span<const WhyQuestion> questions, const Scenario& base, const Scenario& option);
WhyCost times(WhyCost one, int replications);

/// The runs without one mechanism, by kpi_table() and replication.
struct WhyRuns {
    const Field* mechanism = nullptr;
    KpiColumns base, option;
};

/// What has been found so far.
struct WhyAnswers {
    KpiColumns base, option;   ///< everything as it is
    std::vector<WhyRuns> runs; ///< of mechanisms that are done, in the order of questions
    std::vector<WhyQuestion> questions;
    int replications = 0;
};

/// One mechanism's part in the difference of one KPI.
struct MechanismEffect {
    const Field* mechanism = nullptr;
    const Kpi* kpi = nullptr;
    std::vector<double> with, without; ///< difference option - base, by replication
    PairedDifference effect;           ///< with - without
    /// Whether the interval keeps clear of zero.
    bool is_distinct() const { return effect.interval && !effect.interval->contains(0); }
    /// Whether the difference is the same without it, in every replication.
    bool is_nothing() const;
};

/// Of every mechanism that is done, for one KPI of kpi_table(): the distinct ones first, by the size of the effect,
/// then those that cannot be told from zero, then those that are not determined.
std::vector<MechanismEffect> effects_on(const WhyAnswers& answers, std::size_t kpi);

/// The first of them, `most` at the most, that are distinct: none is listed as a cause that may be chance.
std::span<const MechanismEffect> main_causes(std::span<const MechanismEffect> effects, std::size_t most = 3);

} // namespace samspil
