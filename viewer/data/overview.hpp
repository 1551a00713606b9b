// SPDX-License-Identifier: MPL-2.0
// Options against goals: every paired difference to the base, which options lead, and one sentence that says so.
#pragma once

#include "viewer/data/result.hpp"

#include "engine/io/figures.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace samspil::viewer {

/// A difference as a reader sees it: at most twenty dots, each one pair or a twentieth of the pairs.
struct GoalCell {
    KpiDifference difference;
    std::vector<double> dots;                ///< sorted, in the unit of the KPI; empty when undetermined
    double low90 = 0, low50 = 0, middle = 0, high50 = 0, high90 = 0; ///< quantiles of the pairs; 0 when undetermined
    std::optional<double> citizens; ///< the difference of a share of all 65+, see difference_in_citizens
};

struct OverviewOption {
    std::string key;    ///< of the result
    Text title;
    std::string letter; ///< "A", "B" ... in the order shown
    int replications = 0, wanted = 0;
    std::size_t pairs = 0;
    std::vector<GoalCell> goals; ///< in the order asked for
    std::vector<Text> other_side; ///< in brief, what the goals' figures do not say (other_side_of_wins)
    bool may_change() const { return replications < wanted || pairs < enough_pairs; }
};

/// How several leaders stand to each other, goal by goal of any two of them.
enum class Among {
    level,      ///< no goal is clearly better or worse
    each_ahead, ///< each is clearly better than another on some goal
    some_ahead, ///< some are, but one is clearly better than no other on anything
};

struct Overview {
    Text base;                          ///< its title
    int replications = 0, wanted = 0;   ///< of the base
    int weeks = 0;
    Label covers{}; ///< what the intervals cover
    std::string covers_id{}; ///< the same as results name it
    bool early = false; ///< the first weeks of a longer period that is being run
    std::vector<KpiDifference> levels;  ///< the base by goal: its mean over all replications, nothing compared
    std::vector<OverviewOption> options;
    std::vector<std::size_t> leaders;   ///< indices of options, see leaders_of; empty when none is better than the base
    Among among = Among::level;         ///< of several leaders
    Text sentence;
};

class KnownGoals;

/// Goals are ids of kpi_table(); those it does not have are left out. Options share the frame of the base. What is `known` is not
/// worked out again.
Overview make_overview(const Result& base, std::span<const Result* const> options, std::span<const Goal> goals, KnownGoals& known);
Overview make_overview(const Result& base, std::span<const Result* const> options, std::span<const Goal> goals);

/// The goals of the table in their order, as compare_runs has them; no other KPI is compared.
std::vector<KpiDifference> goal_differences(const KpiColumns& base, const KpiColumns& option, std::span<const Goal> goals);

GoalCell goal_cell(KpiDifference difference);

/// "A" ... "Z", "AA" ... for options in the order shown.
std::string letter_of(std::size_t option);

/// How many goals are better, or worse, by no less than their limit.
std::size_t count_of(const OverviewOption& option, Verdict sort);
/// How many goals with a verdict have this finding.
std::size_t count_of(const OverviewOption& option, Finding finding);
/// Goals better minus goals worse than the base; what is not clearly one of them counts for neither.
int balance_of(const OverviewOption& option);
int balance_of(std::span<const GoalCell> goals);

/// Goals clearly better and clearly worse of one option with another as its base.
struct Between {
    int better = 0, worse = 0;
};
Between between_of(std::span<const GoalCell> goals);

/// The options with the greatest balance, when it is above zero. One alone leads only if its balance against each
/// runner-up that is better than the base too, compared pairwise (`between(a, b)`: a with b as its base), is above zero; else they
/// stand side by side. Who is worse than another leader on some goal and better on none leads nothing.
std::vector<std::size_t> leaders_of(std::span<const OverviewOption> options,
                                    const std::function<Between(std::size_t, std::size_t)>& between);

/// At most headline_length characters. Of one option the engine's headline(), as `compare` has it. Of several: the best option or options, the worst drawback, what is undecided, what is a tie. Never calls
/// better what is a tie, undecided or below its limit. Several leaders are called level, or said to have each
/// their advantages, only where they are.
Text overview_sentence(std::span<const OverviewOption> options, std::span<const std::size_t> leaders, Among among = Among::level,
                       std::string_view covers = covers_chance);

/// Of one leader `level`; `between` as of leaders_of.
Among among_leaders(std::span<const std::size_t> leaders, const std::function<Between(std::size_t, std::size_t)>& between);

/// The goal on which the option is worse by the most, counted in the smallest difference that matters; null when none.
const KpiDifference* worst_drawback(const OverviewOption& option);

} // namespace samspil::viewer
