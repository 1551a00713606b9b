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

constexpr std::string_view assumptions = "assumptions.";
/// Share of the checked draws whose mean lies in a target's range, for the target to count as within reach.
constexpr double least_inside = 0.05;

std::size_t count(int number) { return static_cast<std::size_t>(number); }

StudyColumn numbers(std::string name, std::string_view unit, Text label, std::vector<double> values)
{
    return {std::move(name), std::string(unit), std::move(label), std::move(values), {}};
}

StudyColumn texts(std::string name, Text label, std::vector<std::string> values)
{
    return {std::move(name), "", std::move(label), {}, std::move(values)};
}

template <class Rows, class Reading>
std::vector<double> each(const Rows& rows, Reading reading)
{
    std::vector<double> values;
    for (const auto& row : rows) values.push_back(static_cast<double>(reading(row)));
    return values;
}

/// Without what all columns of a table share, and without the slash that a name in a file may not have.
std::string short_name(const StudyFactor& factor)
{
    std::string name = factor.path.starts_with(assumptions) ? factor.path.substr(assumptions.size()) : factor.path;
    std::replace(name.begin(), name.end(), '/', '.');
    return name;
}

Text name_of(const StudyFactor& factor)
{
    if (factor.label.da.empty()) return {factor.path, factor.path};
    return {std::string(factor.label.da), std::string(factor.label.en)};
}

Text in_both(Label label) { return {std::string(label.da), std::string(label.en)}; }

StudyTable table_of_targets(const CalibrationPlan& plan, const CalibrationOutcome& outcome)
{
    const auto& targets = plan.targets;
    const auto checked = [&](auto reading) {
        std::vector<double> values = each(outcome.checked, reading);
        values.resize(targets.size(), std::nan(""));
        return values;
    };
    std::vector<std::string> da, en, used_da, used_en, ids;
    for (const CalibrationTarget& target : targets) {
        ids.push_back(target.id);
        da.push_back(target.label.da);
        en.push_back(target.label.en);
        used_da.push_back(target.held_out ? "kontrol" : "brugt");
        used_en.push_back(target.held_out ? "hold-out" : "used");
    }
    using C = TargetChecked;
    using T = CalibrationTarget;
    StudyTable table{"targets", {"Mål: før og efter kalibreringen", "Targets: before and after calibration"}, true, {}};
    auto& add = table.columns;
    add.push_back(texts("id", {"måltal", "indicator"}, ids));
    add.push_back(texts("name_da", {"navn", "name"}, da));
    add.push_back(texts("name_en", {"navn", "name"}, en));
    add.push_back(texts("role_da", {"rolle", "role"}, used_da));
    add.push_back(texts("role_en", {"rolle", "role"}, used_en));
    add.push_back(numbers("target", "", {"mål", "target"}, each(targets, [](const T& t) { return t.value; })));
    add.push_back(numbers("low", "", {"fra", "from"}, each(targets, [](const T& t) { return t.low; })));
    add.push_back(numbers("high", "", {"til", "to"}, each(targets, [](const T& t) { return t.high; })));
    add.push_back(numbers("before", "", {"før", "before"}, checked([](const C& c) { return c.before; })));
    add.push_back(numbers("after", "", {"efter (95 % af kørsler)", "after (95 % of runs)"}, checked([](const C& c) { return c.mean; })));
    add.push_back(numbers("after.low", "", {"95 % fra", "95 % from"}, checked([](const C& c) { return c.low; })));
    add.push_back(numbers("after.high", "", {"95 % til", "95 % to"}, checked([](const C& c) { return c.high; })));
    add.push_back(numbers("inside", "share", {"træk inden for", "draws inside"}, checked([](const C& c) { return c.inside; })));
    return table;
}

StudyTable table_of_assumptions(const StudySetup& setup, const CalibrationOutcome& outcome)
{
    using F = StudyFactor;
    std::vector<std::string> paths, da, en, units;
    for (const F& factor : setup.factors) {
        paths.push_back(factor.path);
        da.push_back(name_of(factor).da);
        en.push_back(name_of(factor).en);
        units.push_back(factor.unit);
    }
    const auto known = [&](std::vector<double> values) {
        values.resize(setup.factors.size(), std::nan(""));
        return values;
    };
    StudyTable table{"assumptions", {"Antagelser: hvad målene siger om dem", "Assumptions: what the targets say about them"}, true, {}};
    auto& add = table.columns;
    add.push_back(texts("path", {"sti", "path"}, paths));
    add.push_back(texts("name_da", {"navn", "name"}, da));
    add.push_back(texts("name_en", {"navn", "name"}, en));
    add.push_back(numbers("prior_low", "", {"før fra", "before from"}, each(setup.factors, [](const F& f) { return f.low; })));
    add.push_back(numbers("prior_high", "", {"før til", "before to"}, each(setup.factors, [](const F& f) { return f.high; })));
    add.push_back(numbers("mean", "", {"efter, middel", "after, mean"}, known(outcome.mean)));
    add.push_back(numbers("deviation", "", {"spredning", "deviation"}, known(outcome.deviation)));
    add.push_back(numbers("learnt", "share", {"lært", "learnt"}, known(outcome.learnt)));
    return table;
}

StudyTable table_of_waves(const CalibrationOutcome& outcome)
{
    using W = CalibrationWave;
    const auto& waves = outcome.waves;
    const auto least = [](const std::vector<double>& v) { return v.empty() ? std::nan("") : *std::min_element(v.begin(), v.end()); };
    const auto most = [](const std::vector<double>& v) { return v.empty() ? std::nan("") : *std::max_element(v.begin(), v.end()); };
    std::vector<double> number;
    for (std::size_t w = 0; w < waves.size(); ++w) number.push_back(static_cast<double>(w + 1));
    return {"waves",
            {"Bølger: hvad der er udelukket", "Waves: what is ruled out"},
            true,
            {numbers("wave", "", {"bølge", "wave"}, number),
             numbers("points", "", {"punkter", "points"}, each(waves, [](const W& w) { return w.points; })),
             numbers("share_left", "share", {"rest af rummet", "space left"}, each(waves, [](const W& w) { return w.share_left; })),
             numbers("least_implausibility", "", {"nærmeste punkt (spredninger)", "nearest point (deviations)"},
                     each(waves, [](const W& w) { return w.least_implausibility; })),
             numbers("least_explained", "share", {"svageste efterligning (R²)", "weakest emulator (R²)"},
                     each(waves, [&](const W& w) { return least(w.explained); })),
             numbers("most_surprises", "share", {"flest overraskelser", "most surprises"},
                     each(waves, [&](const W& w) { return most(w.surprises); }))}};
}

StudyTable table_of_draws(const StudySetup& setup, const CalibrationOutcome& outcome)
{
    StudyTable table{"posterior", {"Posterioren: lige sandsynlige træk", "The posterior: equally likely draws"}, false, {}};
    for (std::size_t f = 0; f < setup.factors.size(); ++f) {
        std::vector<double> values;
        for (std::size_t i = 0; i < outcome.draws.rows; ++i) values.push_back(outcome.draws(i, f));
        table.columns.push_back(numbers(short_name(setup.factors[f]), setup.factors[f].unit, name_of(setup.factors[f]), std::move(values)));
    }
    return table;
}

} // namespace

void check_search(const StudySetup& setup, Diagnostics& out)
{
    const Origin place{setup.plan_path, 1, 1};
    if (setup.plan.kind == StudyKind::calibrate) {
        for (const StudyFactor& factor : setup.factors)
            if (!factor.path.starts_with(assumptions))
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

std::vector<StudyTable> tables_of(const StudySetup& setup, const CalibrationPlan& plan, const CalibrationOutcome& outcome)
{
    std::vector<StudyTable> tables{table_of_waves(outcome), table_of_targets(plan, outcome)};
    if (outcome.nothing_left) return tables;
    tables.push_back(table_of_assumptions(setup, outcome));
    tables.push_back(table_of_draws(setup, outcome));
    return tables;
}

std::vector<StudyTable> tables_of(const StudySetup& setup, const OptimisationPlan& plan, const OptimisationOutcome& outcome)
{
    using P = OptimisedPoint;
    const auto& points = outcome.points;
    StudyTable table{"front", {"De bedste punkter, kørt igen", "The best points, run again"}, true, {}};
    auto& add = table.columns;
    std::vector<std::string> da, en;
    for (const P& p : points) {
        da.push_back(p.on_front ? "ja" : "nej");
        en.push_back(p.on_front ? "yes" : "no");
    }
    add.push_back(texts("on_front_da", {"på fronten", "on the front"}, da));
    add.push_back(texts("on_front_en", {"på fronten", "on the front"}, en));
    add.push_back(numbers("probability", "share", {"sandsynlighed", "probability"}, each(points, [](const P& p) { return p.probability; })));
    for (std::size_t f = 0; f < setup.factors.size(); ++f) {
        const StudyFactor& factor = setup.factors[f];
        if (factor.words.empty())
            add.push_back(numbers("choice." + short_name(factor), factor.unit, name_of(factor),
                                  each(points, [&](const P& p) { return p.point.values[f]; })));
        else {
            std::vector<std::string> words;
            for (const P& p : points) words.push_back(written_value(factor, p.point.values[f]));
            add.push_back(texts("choice." + short_name(factor), name_of(factor), std::move(words)));
        }
    }
    for (std::size_t g = 0; g < plan.goals.size(); ++g) {
        const Kpi& kpi = kpi_table()[plan.goals[g].kpi];
        const std::string id = "goal." + std::string(kpi.id);
        const auto end = [&](bool low) {
            return each(points, [&](const P& p) { return !p.interval[g] ? std::nan("") : low ? p.interval[g]->low : p.interval[g]->high; });
        };
        add.push_back(numbers(id, kpi.unit, in_both(kpi.label), each(points, [&](const P& p) { return p.mean[g]; })));
        add.push_back(numbers(id + ".low", kpi.unit, {"95 % fra", "95 % from"}, end(true)));
        add.push_back(numbers(id + ".high", kpi.unit, {"95 % til", "95 % to"}, end(false)));
    }
    for (std::size_t b = 0; b < plan.budgets.size(); ++b) {
        const Kpi& kpi = kpi_table()[plan.budgets[b].kpi];
        const Text word = plan.budgets[b].at_least ? Text{"mindst", "at least"} : Text{"højst", "at most"};
        const double bound = plan.budgets[b].bound;
        const Text label{fmt::format("{}, {} {}", kpi.label.da, word.da, bound), fmt::format("{}, {} {}", kpi.label.en, word.en, bound)};
        add.push_back(numbers(fmt::format("budget.{}", kpi.id), kpi.unit, label, each(points, [&](const P& p) { return p.spent[b]; })));
    }
    if (!plan.budgets.empty())
        add.push_back(numbers("within_budgets", "share", {"holder budgetterne", "within budgets"},
                              each(points, [](const P& p) { return p.within_budgets; })));
    return {table};
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

Text sentence_of(const OptimisationPlan& plan, const OptimisationOutcome& outcome)
{
    if (outcome.within_budgets == 0 && !plan.budgets.empty())
        return say("Ingen af {} prøvede punkter holder budgetterne; de nærmeste er vist.",
                   "None of the {} points tried keeps within the budgets; the nearest are shown.", outcome.tried);
    const auto front = std::count_if(outcome.points.begin(), outcome.points.end(), [](const OptimisedPoint& p) { return p.on_front; });
    return say("{} punkter prøvet, {} inden for budgetterne. De bedste er kørt igen på {} gentagelser som søgningen ikke har set: {} "
               "ligger på fronten. Sandsynligheden siger hvor tit et punkt bliver der, når gentagelserne trækkes om; der kan findes "
               "bedre punkter end de prøvede.",
               "{} points tried, {} within budgets. The best were run again on {} replications the search had not seen: {} are on the "
               "front. The probability says how often a point stays there when the replications are drawn anew; there may be "
               "better points than those tried.",
               outcome.tried, outcome.within_budgets, plan.confirming, front);
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
