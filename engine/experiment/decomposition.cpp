// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/decomposition.hpp"

#include "engine/base/errors.hpp"
#include "engine/experiment/other_difference.hpp"
#include "engine/experiment/part_names.hpp"
#include "engine/experiment/standing_alone.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace samspil {
namespace {

bool same(const Intervention& a, const Intervention& b)
{
    if (a.type != b.type || a.date != b.date || a.centre != b.centre || a.to != b.to || a.area != b.area || a.pool != b.pool) return false;
    if (a.organisation.model != b.organisation.model) return false;
    const auto params = kind_of(a.type).params;
    return std::all_of(params.begin(), params.end(),
                       [&](const Field& f) { return f.access.read(&a) == f.access.read(&b); });
}

Text text_of(Label label) { return {std::string(label.da), std::string(label.en)}; }

struct ChangePart {
    std::string_view id;
    bool ChangeParts::*flag;
    Label label;
};

constexpr std::array change_parts{
    ChangePart{"attention",
               &ChangeParts::attention,
               {"ledere: antal, løn og opmærksomhed", "leaders: number, pay and attention"}},
    ChangePart{"sharing", &ChangeParts::sharing, {"deling af ledige pladser", "sharing of free places"}},
    ChangePart{"service_unit", &ChangeParts::service_unit, {"serviceenhed", "service unit"}},
    ChangePart{"shock", &ChangeParts::shock, {"omstillingen selv", "the change shock"}},
};

class Planner {
public:
    Planner(const Scenario& base, const Scenario& option) { plan_.scenarios = {base, option}; }

    void add_part(std::span<const Intervention> added, std::string id, Text label)
    {
        add_part(base_with(plan_.scenarios[0], added), std::move(id), std::move(label));
    }

    void add_part(Scenario scenario, std::string id, Text label)
    {
        plan_.scenarios.push_back(std::move(scenario));
        plan_.comparisons.push_back({PartRole::part, std::move(id), std::move(label), 0, plan_.scenarios.size() - 1});
    }

    /// Base and option with the same change; where it changes neither, the whole comparison stands for it.
    template <class Change>
    void add_both(PartRole role, std::string id, Label label, bool changes_nothing, Change change)
    {
        std::size_t base = 0, option = 1;
        if (!changes_nothing) {
            for (const std::size_t original : {base, option}) {
                plan_.scenarios.push_back(plan_.scenarios[original]);
                change(plan_.scenarios.back());
            }
            base = plan_.scenarios.size() - 2;
            option = base + 1;
        }
        plan_.comparisons.push_back({role, std::move(id), text_of(label), base, option});
    }

    void add_together()
    {
        plan_.comparisons.push_back({PartRole::together, "together", {"tilsammen", "together"}, 0, 1});
    }

    DecompositionPlan& plan() { return plan_; }

private:
    DecompositionPlan plan_;
};

void add_organisation_parts(Planner& planner, const Intervention& change, const std::string& suffix)
{
    for (const ChangePart& part : change_parts) {
        if (!(change.parts.*part.flag)) continue;
        Intervention alone = change;
        alone.parts = {};
        alone.parts.*part.flag = true;
        planner.add_part({&alone, 1}, std::string(part.id) + suffix, text_of(part.label));
    }
}

/// One that stands alone, or the last with what it rests on: "to huse lægges sammen … sammen med et hus åbner …".
void add_undivided_part(Planner& planner, const Scenario& option, std::span<const std::size_t> added,
                        const std::vector<std::size_t>& members)
{
    const auto id_of_one = [&](std::size_t member) {
        const auto number = std::find(added.begin(), added.end(), member) - added.begin() + 1;
        return fmt::format("{}_{}", kind_of(option.interventions[member].type).id, number);
    };
    std::vector<Intervention> together;
    for (const std::size_t member : members) together.push_back(option.interventions[member]);
    std::string id = id_of_one(members.back());
    Text label = describe(option, together.back());
    for (std::size_t i = 0; i + 1 < members.size(); ++i) {
        const Text under = describe(option, together[i]);
        id += (i == 0 ? "_with_" : "_and_") + id_of_one(members[i]);
        label.da += (i == 0 ? " sammen med " : ", ") + under.da;
        label.en += (i == 0 ? " together with " : ", ") + under.en;
    }
    planner.add_part(together, std::move(id), std::move(label));
}

void add_variants(Planner& planner, const Intervention& change)
{
    const OrganisationPlan before = planner.plan().scenarios[0].organisation;
    const double sharing = change.organisation.sharing_within;
    planner.add_both(PartRole::variant, "sharing_equal", {"samme deling af pladser i begge", "sharing equal in both"},
                     before.sharing_within == sharing, [&](Scenario& s) { s.organisation.sharing_within = sharing; });
    planner.add_both(PartRole::variant, "no_dual_leadership",
                     {"ingen dobbeltledelse før ændringen", "no dual leadership before the change"},
                     before.leadership != Leadership::dual,
                     [](Scenario& s) { s.organisation.leadership = Leadership::single; });
}

std::vector<GoalStanding> goal_standings(const std::vector<Part>& parts)
{
    const auto together =
        std::find_if(parts.begin(), parts.end(), [](const Part& p) { return p.what.role == PartRole::together; });
    std::vector<GoalStanding> standings;
    for (std::size_t p = 0; p < parts.size(); ++p) {
        if (parts[p].what.role != PartRole::variant) continue;
        for (std::size_t k = 0; k < parts[p].kpis.size(); ++k) {
            const auto whole = together->kpis[k].verdict, variant = parts[p].kpis[k].verdict;
            if (whole && variant)
                standings.push_back({together->kpis[k].kpi, p, standing_of(*whole, *variant)});
            else if (shown_in_parts(together->kpis[k], PartRole::variant) &&
                     sign_turns(together->kpis[k], parts[p].kpis[k]))
                standings.push_back({together->kpis[k].kpi, p, Standing::turns});
        }
    }
    return standings;
}

/// What the whole differs from the base beyond the sum of its parts, replication by replication; no verdicts.
Part interplay(const DecompositionPlan& plan, const std::vector<KpiColumns>& columns, std::span<const Goal> goals)
{
    const KpiColumns &base = columns[0], &whole = columns[1];
    KpiColumns sum = base;
    for (const PartComparison& what : plan.comparisons) {
        if (what.role != PartRole::part) continue;
        for (std::size_t k = 0; k < sum.size(); ++k)
            for (std::size_t r = 0; r < sum[k].size(); ++r)
                sum[k][r] += columns[what.option][k][r] - base[k][r];
    }
    for (std::size_t k = 0; k < sum.size(); ++k) {
        for (std::size_t r = 0; r < sum[k].size(); ++r) {
            // A sum that misses by rounding alone is the whole.
            if (std::abs(sum[k][r] - whole[k][r]) <= 1e-12 * std::abs(base[k][r])) sum[k][r] = whole[k][r];
        }
    }
    Part rest{{PartRole::interplay, "interplay", {"samspil (rest)", "interplay (rest)"}, 0, 1},
              compare_runs(sum, whole, goals)};
    KpiDifference& ratio = rest.kpis.back(); // of two differences: parts do not add up
    ratio.difference = ratio.ci_low = ratio.ci_high = std::nullopt;
    for (KpiDifference& d : rest.kpis)
        d.verdict = std::nullopt;
    return rest;
}

} // namespace

std::vector<std::size_t> added_interventions(const Scenario& base, const Scenario& option)
{
    std::vector<Intervention> left = base.interventions;
    std::vector<std::size_t> added;
    for (std::size_t i = 0; i < option.interventions.size(); ++i) {
        const auto twin = std::find_if(left.begin(), left.end(),
                                       [&](const Intervention& other) { return same(other, option.interventions[i]); });
        if (twin == left.end())
            added.push_back(i);
        else
            left.erase(twin);
    }
    return added;
}

DecompositionPlan plan_decomposition(const Scenario& base, const Scenario& option)
{
    Planner planner(base, option);
    const auto added = added_interventions(base, option);
    const auto is_change = [&](std::size_t i) { return option.interventions[i].type == InterventionType::organisation_change; };
    const StandingParts standing = parts_that_stand(base, option, added);
    std::optional<OtherDifference> other = other_difference(base, option);
    const bool several = added.size() + (other ? 1 : 0) > 1;
    int changes = 0;
    for (const std::vector<std::size_t>& members : standing.parts) {
        // What rests on others is run with them undivided, so that no part holds another.
        if (members.size() == 1 && is_change(members.front()))
            add_organisation_parts(planner, option.interventions[members.front()], ++changes > 1 ? fmt::format("_{}", changes) : std::string());
        else if (several)
            add_undivided_part(planner, option, added, members);
    }
    if (several) {
        for (const std::size_t i : standing.left_out) planner.plan().left_out.push_back(describe(option, option.interventions[i]));
    }
    if (other && several) {
        if (other->valid) planner.add_part(std::move(other->scenario), "other", std::move(other->label));
        else planner.plan().left_out.push_back(std::move(other->label));
    }
    tell_apart(planner.plan().comparisons);
    const auto first_change = std::find_if(added.begin(), added.end(), is_change);
    const Intervention* change = first_change == added.end() ? nullptr : &option.interventions[*first_change];
    planner.add_together();
    if (change != nullptr) add_variants(planner, *change);
    const bool no_effect = !base.mechanisms.participation_effect && !option.mechanisms.participation_effect;
    planner.add_both(PartRole::no_participation, "no_participation_effect",
                     {"uden virkning af deltagelse på funktion", "no effect of participation on function"}, no_effect,
                     [](Scenario& s) { s.mechanisms.participation_effect = false; });
    planner.plan().organisation_change = change != nullptr;
    return std::move(planner.plan());
}

Label label_of(Standing standing)
{
    static constexpr Label labels[] = {{"holder", "stands"},
                                       {"forsvinder", "fades"},
                                       {"viser sig", "appears"},
                                       {"vender", "turns"}};
    return labels[static_cast<int>(standing)];
}

Standing standing_of(Verdict whole, Verdict variant)
{
    if (whole == variant) return Standing::holds;
    if (variant == Verdict::tie) return Standing::fades;
    return whole == Verdict::tie ? Standing::appears : Standing::turns;
}

bool sign_turns(const KpiDifference& whole, const KpiDifference& variant)
{
    if (!whole.difference || !variant.difference || holds_zero(whole) || holds_zero(variant)) return false;
    return (*whole.difference > 0) != (*variant.difference > 0);
}

bool shown_in_parts(const KpiDifference& difference, PartRole role)
{
    const std::string_view id = difference.kpi->id;
    if (role == PartRole::no_participation) return id.rfind("function.", 0) == 0;
    return difference.goal || id == "cost.total" || id.rfind("organisation.", 0) == 0;
}

Decomposition decompose(const DecompositionPlan& plan, const std::vector<KpiColumns>& columns,
                        std::span<const Goal> goals)
{
    SAMSPIL_EXPECT(columns.size() == plan.scenarios.size(), "a column set for every scenario of the plan");
    Decomposition result;
    result.organisation_change = plan.organisation_change;
    result.left_out = plan.left_out;
    const auto parts = std::count_if(plan.comparisons.begin(), plan.comparisons.end(),
                                     [](const PartComparison& c) { return c.role == PartRole::part; });
    for (const PartComparison& what : plan.comparisons) {
        result.parts.push_back({what, compare_runs(columns[what.base], columns[what.option], goals)});
        const bool leaves_rest = parts > 1 || (parts == 1 && !plan.left_out.empty());
        if (what.role == PartRole::together && leaves_rest) result.parts.push_back(interplay(plan, columns, goals));
    }
    result.standings = goal_standings(result.parts);
    return result;
}

Decomposition run_decomposition(const DecompositionPlan& plan, const DecompositionRun& run, std::span<const Goal> goals,
                                const Workers& workers, const std::atomic<bool>& stop)
{
    const KpiColumns empty(kpi_table().size(), std::vector<double>(static_cast<std::size_t>(run.replications)));
    std::vector<KpiColumns> columns(plan.scenarios.size(), empty);
    StudyPlan study;
    for (const Scenario& scenario : plan.scenarios)
        study.options.push_back(&scenario);
    study.seed = run.seed;
    study.replications = run.replications;
    study.life_sample = 0;
    StudySinks sinks;
    sinks.progress = run.progress;
    sinks.result = [&](std::size_t option, ReplicationResult&& result) {
        for (std::size_t k = 0; k < result.kpis.size(); ++k)
            columns[option][k][static_cast<std::size_t>(result.replication)] = result.kpis[k];
    };
    const StudyOutcome outcome = run_study(study, workers, sinks, stop);
    Decomposition result;
    if (!outcome.stopped && outcome.failures.empty()) result = decompose(plan, columns, goals);
    result.organisation_change = plan.organisation_change;
    result.outcome = outcome;
    return result;
}

} // namespace samspil
