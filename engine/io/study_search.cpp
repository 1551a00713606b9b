// SPDX-License-Identifier: MPL-2.0
#include "engine/io/study_search.hpp"

#include "engine/io/build_info.hpp"
#include "engine/io/figures.hpp"
#include "engine/io/source_text.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace samspil {
namespace {

/// Share of the checked draws whose mean lies in a target's range, for the target to count as within reach.
constexpr double least_inside = 0.05;

std::size_t count(int number) { return static_cast<std::size_t>(number); }

} // namespace

void check_search(const StudySetup& setup, Diagnostics& out)
{
    const Origin place{setup.plan_path, 1, 1};
    if (setup.plan.kind == StudyKind::calibrate) {
        for (const StudyFactor& factor : setup.factors)
            if (!factor.path.starts_with(assumption_paths))
                out.add(error_at(place, factor.path, {"kun antagelser kan kalibreres", "only assumptions can be calibrated"}));
        const auto targets = calibration_targets(setup.scenarios.front().scenario);
        if (std::all_of(targets.begin(), targets.end(), [](const CalibrationTarget& t) { return t.held_out; }))
            out.add(error_at(place, "base", {"scenariets targets.csv har intet mål med rollen calibrate, der er et måltal",
                                             "the scenario's targets.csv has no target with the role calibrate that is an indicator"}));
        if (setup.plan.replications == 1)
            out.add(error_at(place, "replications", {"kalibrering måler tilfældigheden: mindst 2 gentagelser",
                                                     "calibration measures luck: at least 2 replications"}));
    }
    if (setup.plan.kind == StudyKind::optimise)
        for (const std::size_t goal : setup.goals)
            if (kpi_table()[goal].direction == Direction::none)
                out.add(error_at(place, "goals", say("{} har ingen god retning", "{} has no good direction", kpi_table()[goal].id)));
}

CalibrationPlan calibration_plan(const StudySetup& setup)
{
    const PlannedStudy& p = setup.plan;
    CalibrationPlan plan;
    plan.targets = calibration_targets(setup.scenarios.front().scenario);
    plan.seed = setup.seed;
    plan.waves = p.waves;
    if (p.points > 0) plan.points = std::max<std::size_t>(3, count(p.points));
    if (p.replications > 0) plan.replications = p.replications;
    plan.simulations = count(p.simulations);
    plan.draws = count(p.draws);
    plan.checked = count(p.checked);
    return plan;
}

OptimisationPlan optimisation_plan(const StudySetup& setup)
{
    const PlannedStudy& p = setup.plan;
    OptimisationPlan plan;
    for (const std::size_t goal : setup.goals)
        plan.goals.push_back({goal, kpi_table()[goal].direction == Direction::higher_is_better});
    for (const PlannedBudget& budget : p.budgets) plan.budgets.push_back({*find_kpi(budget.kpi), budget.bound, budget.at_least});
    plan.seed = setup.seed;
    plan.population = count(p.population);
    plan.generations = p.generations;
    if (p.replications > 0) plan.replications = p.replications;
    plan.confirmed = count(p.confirmed);
    plan.confirming = p.confirming;
    return plan;
}

std::size_t most_runs(const StudySetup& setup)
{
    const bool calibration = setup.plan.kind == StudyKind::calibrate;
    return (calibration ? cost_of(calibration_plan(setup)) : cost_of(optimisation_plan(setup))) * setup.scenarios.size();
}

Text sentence_of(const StudySetup& setup, const CalibrationPlan& plan, const CalibrationOutcome& outcome)
{
    if (outcome.nothing_left) {
        const double nearest = outcome.waves.empty() ? std::nan("") : outcome.waves.back().least_implausibility;
        return {fmt::format("Målene kan ikke nås på én gang inden for antagelsernes intervaller: det nærmeste punkt, der er kørt, ligger {} "
                            "spredninger fra et mål. Der er ingen posterior.", grouped(nearest, 1, Language::da)),
                fmt::format("The targets cannot be met together within the ranges of the assumptions: the nearest point that was run is {} "
                            "deviations off a target. There is no posterior.", grouped(nearest, 1, Language::en))};
    }
    std::size_t used = 0, held = 0, met = 0, met_held = 0, centred = 0, learnt = 0;
    const bool tried = std::any_of(outcome.checked.begin(), outcome.checked.end(), [](const TargetChecked& c) { return std::isfinite(c.inside); });
    Text worse;
    for (std::size_t t = 0; t < plan.targets.size(); ++t) {
        const CalibrationTarget& target = plan.targets[t];
        const TargetChecked& checked = outcome.checked[t];
        const auto within = [&](double value) { return value >= target.low && value <= target.high; };
        const bool covers = checked.inside >= least_inside; // more than a draw or two has its mean within the range
        ++(target.held_out ? held : used);
        (target.held_out ? met_held : met) += covers;
        centred += within(checked.mean);
        if (std::fabs(checked.mean - target.value) > std::fabs(checked.before - target.value) && !within(checked.mean)) {
            worse.da += (worse.da.empty() ? "" : ", ") + target.label.da;
            worse.en += (worse.en.empty() ? "" : ", ") + target.label.en;
        }
    }
    for (const double share : outcome.learnt) learnt += share >= 0.5;
    Text words = say("Målene siger meget (over halvdelen af variansen) om {} af {} antagelser. ",
                     "The targets say much (more than half of the variance) about {} of {} assumptions. ", learnt, setup.factors.size());
    if (tried) {
        const Text reached = say("{} af {} mål og {} af {} kontroltal kan nås: mindst {:.0f} % af trækkene har deres middel inden for intervallet. "
                                 "Middel over alle træk ligger inden for i {} af {}. ",
                                 "{} of {} targets and {} of {} hold-outs can be met: at least {:.0f} % of the draws have their mean within the "
                                 "range. The mean over all draws lies within it for {} of {}. ",
                                 met, used, met_held, held, 100 * least_inside, centred, plan.targets.size());
        words = {reached.da + words.da, reached.en + words.en};
    } else {
        words = {"Ingen træk er kørt igen: om målene nås, er ikke prøvet. " + words.da, "No draw was run again: whether the targets are met was not tried. " + words.en};
    }
    if (!worse.da.empty()) {
        words.da += "Længere fra målet end før, og uden for intervallet: " + worse.da + ". ";
        words.en += "Farther from the target than before, and outside the range: " + worse.en + ". ";
    }
    const Text doubt = say("Husk: målenes intervaller læses som to spredninger til hver side, priorerne er jævne over deres interval, "
                           "og {} gentagelser måler tilfældigheden.",
                           "Bear in mind: the ranges of the targets are read as two deviations to each side, priors are even over "
                           "their range, and {} replications measure luck.",
                           plan.replications);
    return {words.da + doubt.da, words.en + doubt.en};
}

namespace {

/// Choices that stand at one end of their range in every point of the front: better ones may lie beyond.
Text at_the_edge(std::span<const StudyFactor> factors, const OptimisationOutcome& outcome)
{
    Text names;
    for (std::size_t f = 0; f < factors.size(); ++f) {
        const StudyFactor& factor = factors[f];
        const double low = factor.values.empty() ? factor.low : factor.values.front(), high = factor.values.empty() ? factor.high : factor.values.back();
        if (!factor.words.empty() || !(high > low)) continue;
        const double near = 0.01 * (high - low);
        std::size_t front = 0, lowest = 0, highest = 0;
        for (const OptimisedPoint& one : outcome.points) {
            if (!one.on_front) continue;
            ++front;
            lowest += one.point.values[f] <= low + near ? 1 : 0;
            highest += one.point.values[f] >= high - near ? 1 : 0;
        }
        if (front == 0 || (lowest < front && highest < front)) continue;
        const auto add = [&](std::string& to, const std::string& name, std::string_view end) {
            to += fmt::format("{}{} ({})", to.empty() ? "" : ", ", name.empty() ? factor.path : name, end);
        };
        add(names.da, std::string(factor.label.da), highest == front ? "højest" : "lavest");
        add(names.en, std::string(factor.label.en), highest == front ? "highest" : "lowest");
    }
    if (names.en.empty()) return names;
    return {" Ved kanten af det tilladte på hele fronten, så bedre kan ligge udenfor: " + names.da + ".", " At the edge of what was allowed on the whole front, so better may lie beyond: " + names.en + "."};
}

} // namespace

Text sentence_of(std::span<const StudyFactor> factors, const OptimisationPlan& plan, const OptimisationOutcome& outcome)
{
    if (outcome.within_budgets == 0 && !plan.budgets.empty())
        return say("Ingen af {} prøvede punkter holder budgetterne; de nærmeste er vist.",
                   "None of the {} points tried keeps within the budgets; the nearest are shown.", outcome.tried);
    const auto front = std::count_if(outcome.points.begin(), outcome.points.end(), [](const OptimisedPoint& p) { return p.on_front; });
    Text words = say("{} punkter prøvet, {} inden for budgetterne. De bedste er kørt igen på {} gentagelser som søgningen ikke har set: {} "
               "ligger på fronten. Sandsynligheden siger hvor tit et punkt bliver der, når gentagelserne trækkes om; der kan findes "
               "bedre punkter end de prøvede.",
               "{} points tried, {} within budgets. The best were run again on {} replications the search had not seen: {} are on the "
               "front. The probability says how often a point stays there when the replications are drawn anew; there may be "
               "better points than those tried.",
               outcome.tried, outcome.within_budgets, plan.confirming, front);
    const Text edges = at_the_edge(factors, outcome);
    words.da += edges.da;
    words.en += edges.en;
    return words;
}

std::string posterior_file(const StudySetup& setup, const CalibrationPlan& plan, const CalibrationOutcome& outcome)
{
    const BuildInfo& program = build_info();
    const Scenario& base = setup.scenarios.front().scenario;
    std::vector<std::string> lines{
        fmt::format("posterior of {} by samspil {} ({}), seed {}", base.id, program.version, program.commit, plan.seed),
        fmt::format("{} equally likely draws; {} waves of {} points, {} simulations, {} replications; period {} weeks after {}",
                    outcome.draws.rows, plan.waves, plan.points, plan.simulations, plan.replications, base.period.weeks,
                    base.period.burn_in_weeks)};
    for (const CalibrationTarget& target : plan.targets)
        lines.push_back(fmt::format("{}: {} ({} to {}), {}", target.id, target.value, target.low, target.high,
                                    target.held_out ? "hold-out" : "used"));
    return posterior_csv(setup.factors, outcome, lines);
}

} // namespace samspil
