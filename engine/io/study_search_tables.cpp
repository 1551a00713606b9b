// SPDX-License-Identifier: MPL-2.0
// What a search found as tables.
#include "engine/io/study_search.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace samspil {
namespace {

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
    std::string name = factor.path.starts_with(assumption_paths) ? factor.path.substr(assumption_paths.size()) : factor.path;
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

} // namespace samspil
