// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/why.hpp"

#include "engine/base/errors.hpp"
#include "engine/experiment/shared_past.hpp"

#include <algorithm>
#include <cmath>

namespace samspil {
namespace {

bool is_on(const Scenario& scenario, const Field& mechanism)
{
    return mechanism.access.read(&scenario.mechanisms) != 0;
}

std::optional<Text> first_error(const Scenario& scenario)
{
    const Diagnostics found = check_scenario(scenario);
    for (const Diagnostic& diagnostic : found.items())
        if (diagnostic.severity == Severity::error) return diagnostic.message;
    return std::nullopt;
}

std::vector<double> differences(const KpiColumns& base, const KpiColumns& option, std::size_t kpi, std::size_t n)
{
    std::vector<double> by_replication(n);
    for (std::size_t r = 0; r < n; ++r)
        by_replication[r] = option[kpi][r] - base[kpi][r];
    return by_replication;
}

MechanismEffect effect_of(const WhyAnswers& all, const WhyRuns& off, std::size_t kpi)
{
    const std::size_t n =
        std::min({all.base[kpi].size(), all.option[kpi].size(), off.base[kpi].size(), off.option[kpi].size()});
    MechanismEffect effect{off.mechanism,
                           &kpi_table()[kpi],
                           differences(all.base, all.option, kpi, n),
                           differences(off.base, off.option, kpi, n),
                           {}};
    effect.effect = paired_difference(effect.without, effect.with, comparison_level);
    return effect;
}

/// Distinct, not to be told from zero, not determined.
int rank_of(const MechanismEffect& effect) { return effect.is_distinct() ? 0 : effect.effect.interval ? 1 : 2; }

} // namespace

std::vector<WhyQuestion> why_questions(const Scenario& base, const Scenario& option)
{
    std::vector<WhyQuestion> questions;
    for (const Field& mechanism : mechanism_fields()) {
        if (!is_on(base, mechanism) && !is_on(option, mechanism)) continue;
        WhyQuestion question{&mechanism, first_error(without(base, mechanism))};
        if (!question.refused) question.refused = first_error(without(option, mechanism));
        questions.push_back(std::move(question));
    }
    return questions;
}

Scenario without(const Scenario& scenario, const Field& mechanism)
{
    Scenario changed = scenario;
    mechanism.access.write(&changed.mechanisms, 0);
    return changed;
}

WhyCost why_cost(std::span<const WhyQuestion> questions, const Scenario& base, const Scenario& option)
{
    WhyCost cost;
    for (const WhyQuestion& question : questions) {
        ++(question.refused ? cost.refused : cost.mechanisms);
        if (question.refused) continue;
        const Field& mechanism = *question.mechanism;
        const Week difference = first_difference(without(base, mechanism), without(option, mechanism));
        const Week total = base.period.total_weeks();
        cost.runs += 2;
        cost.weeks += total + option.period.total_weeks() - std::min(total, difference);
    }
    return cost;
}

WhyCost times(WhyCost one, int replications)
{
    one.runs *= replications;
    one.weeks *= replications;
    return one;
}

bool MechanismEffect::is_nothing() const
{
    return !with.empty() && effect.interval && *effect.interval == Interval{0, 0};
}

std::vector<MechanismEffect> effects_on(const WhyAnswers& answers, std::size_t kpi)
{
    std::vector<MechanismEffect> effects;
    for (const WhyRuns& runs : answers.runs)
        effects.push_back(effect_of(answers, runs, kpi));
    std::stable_sort(effects.begin(), effects.end(), [](const MechanismEffect& a, const MechanismEffect& b) {
        if (rank_of(a) != rank_of(b)) return rank_of(a) < rank_of(b);
        return rank_of(a) < 2 && std::abs(a.effect.mean) > std::abs(b.effect.mean);
    });
    return effects;
}

std::span<const MechanismEffect> main_causes(std::span<const MechanismEffect> effects, std::size_t most)
{
    const auto end =
        std::find_if(effects.begin(), effects.end(), [](const MechanismEffect& e) { return !e.is_distinct(); });
    return effects.first(std::min(most, static_cast<std::size_t>(end - effects.begin())));
}

} // namespace samspil
