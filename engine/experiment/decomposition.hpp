// SPDX-License-Identifier: MPL-2.0
// A comparison in parts (docs/model.md 7.17): each part of a change alone (or with what it rests on), then together; variants of what is
// assumed about the base; function without an effect of participation. One study runs all of it on the same chance.
#pragma once

#include "engine/base/parallel.hpp"
#include "engine/experiment/comparison.hpp"
#include "engine/experiment/study.hpp"

#include <atomic>
#include <deque>
#include <functional>
#include <string>
#include <vector>

namespace samspil {

enum class PartRole { part, together, interplay, variant, no_participation };

/// One comparison of the decomposition: two of the scenarios below.
struct PartComparison {
    PartRole role = PartRole::part;
    std::string id; ///< "attention", "sharing", "service_unit", "shock", "together", "sharing_equal", ...
    Text label;
    std::size_t base = 0, option = 0; ///< indices into DecompositionPlan::scenarios
};

/// All scenarios of a decomposition; the first is the base, the second the whole option.
struct DecompositionPlan {
    std::deque<Scenario> scenarios;
    std::vector<PartComparison> comparisons;
    std::vector<Text> left_out;       ///< what stands neither alone nor with earlier ones: no part
    bool organisation_change = false; ///< with the variants of 7.17
};

/// Indices of the option's interventions that the base does not have.
std::vector<std::size_t> added_interventions(const Scenario& base, const Scenario& option);

/// Base and option share period and tables. Parts of each organisation change the base does not have, else each such
/// intervention alone, or with what it rests on (standing_alone.hpp), and what differs beside them (other_difference.hpp); a
/// single undivided difference has no parts besides the whole.
DecompositionPlan plan_decomposition(const Scenario& base, const Scenario& option);

/// Whether a verdict of the whole comparison stands in a variant.
enum class Standing {
    holds,
    fades,   ///< better or worse, but a tie or undecided in the variant
    appears, ///< a tie or undecided, but better or worse in the variant
    turns,   ///< better here, worse there, or the other way round
};
Label label_of(Standing standing);

struct Part {
    PartComparison what;
    std::vector<KpiDifference> kpis; ///< all, in the order of compare_runs
};

struct GoalStanding {
    const Kpi* kpi = nullptr;
    std::size_t part = 0; ///< index into Decomposition::parts, a variant
    Standing standing = Standing::holds;
};

struct Decomposition {
    std::vector<Part> parts; ///< parts, together, interplay, variants, no_participation
    /// Every goal with a verdict in every variant; also figures without a good direction whose sign turns.
    std::vector<GoalStanding> standings;
    std::vector<Text> left_out; ///< of the plan
    bool organisation_change = false;
    StudyOutcome outcome; ///< of the study; parts are empty when it was stopped or failed
};

/// Standing of a verdict in a variant.
Standing standing_of(Verdict whole, Verdict variant);

/// Whether a difference that does not hold zero gets the other sign in a variant.
bool sign_turns(const KpiDifference& whole, const KpiDifference& variant);

/// KPIs shown in parts: the goals, cost.total and organisation.*; of no_participation the function KPIs.
bool shown_in_parts(const KpiDifference& difference, PartRole role);

/// From the columns of every scenario of the plan.
Decomposition decompose(const DecompositionPlan& plan, const std::vector<KpiColumns>& columns,
                        std::span<const Goal> goals);

struct DecompositionRun {
    std::uint32_t seed = 1;
    int replications = 1;
    std::function<void(const StudyProgress&)> progress; ///< may be empty
};

/// Runs the plan as one study and compares.
Decomposition run_decomposition(const DecompositionPlan& plan, const DecompositionRun& run, std::span<const Goal> goals,
                                const Workers& workers, const std::atomic<bool>& stop);

/// One sentence of at most 140 characters, naming what is better, worse and a tie, what depends on assumptions, and where
/// a verdict does not stand in a variant (`decomposition` may be null when the parts were not run). Over futures it says
/// so.
Text headline(const Text& title, std::span<const KpiDifference> differences, const Decomposition* decomposition, std::string_view covers);
inline constexpr std::size_t headline_length = 140;
/// The text; of one longer than headline_length as many whole sentences, or else clauses, as fit.
std::string whole_clauses(std::string text);

/// Of a goal within a sentence: "ventetid"; its label where there is no shorter one.
Label short_name(const Kpi& kpi);

} // namespace samspil
