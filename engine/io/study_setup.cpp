// SPDX-License-Identifier: MPL-2.0
#include "engine/io/study_setup.hpp"

#include "engine/base/digest.hpp"
#include "engine/base/errors.hpp"
#include "engine/io/build_info.hpp"
#include "engine/io/inputs_since.hpp"
#include "engine/io/solved_table.hpp"
#include "engine/io/source_text.hpp"
#include "engine/io/study_search.hpp"
#include "engine/io/whole_file.hpp"
#include "engine/stats/designs.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

namespace samspil {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view solved_word = "solved"; // in StudyManifest::tags

std::string whole_path(const fs::path& path) { return fs::absolute(path).lexically_normal().string(); }

std::vector<std::size_t> goals_of(const PlannedStudy& plan, const Scenario& base)
{
    std::vector<std::size_t> goals;
    for (const std::string& id : plan.goals) goals.push_back(*find_kpi(id));
    if (!goals.empty()) return goals;
    for (const Goal& goal : goals_or_headline(base.goals)) {
        if (const auto kpi = find_kpi(goal.kpi)) goals.push_back(*kpi);
    }
    return goals;
}

/// The verdicts of a study are those of `compare`: by the base scenario's own limits.
std::vector<double> relevances_of(std::span<const std::size_t> goals, const Scenario& base)
{
    std::vector<double> relevances;
    for (const std::size_t kpi : goals) {
        const auto goal = std::find_if(base.goals.begin(), base.goals.end(), [&](const Goal& g) { return g.kpi == kpi_table()[kpi].id; });
        relevances.push_back(goal == base.goals.end() ? no_prior : goal->relevance);
    }
    return relevances;
}

/// Options are compared replication by replication with the base: same period, different names.
void check_scenarios(const StudySetup& setup, Diagnostics& out)
{
    std::set<std::string> stems;
    for (std::size_t o = 0; o < setup.scenarios.size(); ++o) {
        const Scenario& s = setup.scenarios[o].scenario;
        const Scenario& base = setup.scenarios.front().scenario;
        const Origin& place = setup.plan.scenarios[o].origin;
        if (!stems.insert(s.id).second) out.add(error_at(place, "options", say("to scenarier hedder '{}'", "two scenarios are called '{}'", s.id)));
        if (const auto why = why_not_paired({0, base.period.start, base.period.weeks, base.period.burn_in_weeks},
                                            {0, s.period.start, s.period.weeks, s.period.burn_in_weeks}))
            out.add(error_at(place, "options", *why));
    }
}

void shorten_all(StudySetup& setup, Diagnostics& out)
{
    if (setup.plan.weeks == 0) return;
    for (std::size_t o = 0; o < setup.scenarios.size(); ++o) {
        LoadedScenario& loaded = setup.scenarios[o];
        if (setup.plan.weeks > loaded.scenario.period.weeks)
            out.add(error_at(setup.plan.scenarios[o].origin, "weeks",
                             say("{} uger er længere end perioden i {} ({} uger): den kan kun forkortes", "{} weeks is longer than the period of {} ({} weeks): it can only be shortened",
                                 setup.plan.weeks, loaded.scenario.id, loaded.scenario.period.weeks)));
        else shorten(loaded, setup.plan.weeks, out);
    }
}

void make_points(StudySetup& setup, const Origin& place, Diagnostics& out)
{
    const PlannedStudy& plan = setup.plan;
    const std::size_t d = setup.factors.size();
    const auto n = [](int count) { return static_cast<std::size_t>(count); };
    const auto too_many = [&](std::size_t points) {
        if (points <= most_points) return false;
        out.add(error_at(place, "design", say("planen har {} punkter, flere end {}", "the plan has {} points, more than {}", points, most_points)));
        return true;
    };
    if (plan.kind == StudyKind::morris) {
        if (too_many(n(plan.trajectories) * (d + 1))) return;
        setup.cube = morris_trajectories(n(plan.trajectories), d, n(plan.levels), setup.seed);
    } else if (plan.kind == StudyKind::sobol) {
        if (too_many(n(plan.points) * saltelli_block(d))) return;
        setup.cube = saltelli(n(plan.points), d, setup.seed);
    } else if (plan.kind != StudyKind::sweep) {
        return;
    } else if (plan.design == DesignKind::latin_hypercube) {
        setup.cube = latin_hypercube(n(plan.points), d, setup.seed);
    } else if (plan.design == DesignKind::sobol) {
        setup.cube = sobol_sequence(n(plan.points), d);
    } else if (plan.design == DesignKind::grid) {
        if (!too_many(grid_size(setup.factors, plan.steps))) setup.points = grid_points(setup.factors, plan.steps);
        return;
    } else if (plan.design == DesignKind::one_at_a_time) {
        setup.points = one_at_a_time_points(setup.factors, base_point(setup.factors, setup.scenarios.front().scenario), plan.steps);
        return;
    } else {
        setup.points = read_points(setup.points_text, setup.points_path, setup.factors, out);
        too_many(setup.points.size());
        return;
    }
    setup.points = in_units(setup.factors, setup.cube);
}

/// Where the plan says nothing: a search has a number of its own, other studies that of the base.
int usual_replications(StudyKind kind, const RunSettings& run)
{
    if (kind == StudyKind::calibrate) return CalibrationPlan{}.replications;
    return kind == StudyKind::optimise ? OptimisationPlan{}.replications : run.replications;
}

/// All that follows from scenarios that are read.
std::optional<StudySetup> finish(StudySetup setup, Diagnostics& out)
{
    check_scenarios(setup, out);
    shorten_all(setup, out);
    setup.factors = bind_factors(setup.plan, setup.plan_path, setup.scenarios, out);
    const RunSettings& run = setup.scenarios.front().scenario.run;
    setup.seed = setup.plan.seed >= 0 ? static_cast<std::uint32_t>(setup.plan.seed) : static_cast<std::uint32_t>(run.seed);
    setup.replications = setup.plan.replications > 0 ? setup.plan.replications : usual_replications(setup.plan.kind, run);
    setup.goals = goals_of(setup.plan, setup.scenarios.front().scenario);
    setup.relevances = relevances_of(setup.goals, setup.scenarios.front().scenario);
    check_search(setup, out);
    if (out.has_errors()) return std::nullopt; // points of a wrong plan are no points
    const Origin place{setup.plan_path, 1, 1};
    if (setup.factors.empty()) out.add(error_at(place, "factors", {"ingen faktorer er tilbage", "no factors are left"}));
    else make_points(setup, place, out);
    if (out.has_errors()) return std::nullopt;
    return setup;
}

Text first_errors(const Diagnostics& found)
{
    Text words;
    for (const Diagnostic& one : found.items()) {
        if (one.severity != Severity::error) continue;
        words.da += (words.da.empty() ? "" : "; ") + one.path + ": " + one.message.da;
        words.en += (words.en.empty() ? "" : "; ") + one.path + ": " + one.message.en;
    }
    return words;
}

} // namespace

std::string digest_of_option(const LoadedScenario& loaded)
{
    std::string text = loaded.resolved_text;
    for (const InputDigest& input : loaded.inputs) {
        if (!input.path.ends_with(".yaml")) text += "\n" + input.digest;
    }
    return sha256(text);
}

std::optional<StudySetup> set_up_study(const std::string& plan_path, Diagnostics& out)
{
    StudySetup setup;
    setup.plan_path = whole_path(plan_path);
    setup.plan_text = read_input(plan_path, plan_path, nullptr, out).value_or("");
    if (out.has_errors()) return std::nullopt;
    auto plan = read_plan(setup.plan_text, plan_path, out);
    if (!plan) return std::nullopt;
    setup.plan = std::move(*plan); // with what is wrong in it: everything else that is wrong is told with it
    const fs::path folder = fs::path(plan_path).parent_path();
    for (const NamedFile& named : setup.plan.scenarios) {
        const fs::path file = (folder / named.path).lexically_normal();
        std::error_code ignored;
        if (!fs::is_regular_file(file, ignored)) {
            out.add(error_at(named.origin, "options", say("scenariet {} findes ikke", "the scenario {} does not exist", file.string())));
            continue;
        }
        setup.scenario_paths.push_back(whole_path(file));
        if (auto loaded = load_scenario(file, {}, out)) setup.scenarios.push_back(std::move(*loaded));
    }
    if (const auto& list = setup.plan.list; list && setup.plan.design == DesignKind::list) {
        setup.points_path = (folder / list->path).lexically_normal().string();
        setup.points_text = read_input(setup.points_path, setup.points_path, &list->origin, out).value_or("");
    }
    if (setup.scenarios.empty() || setup.scenarios.size() < setup.plan.scenarios.size()) return std::nullopt;
    return finish(std::move(setup), out);
}

std::optional<StudySetup> set_up_again(const StudyManifest& manifest, Diagnostics& out)
{
    StudySetup setup;
    setup.plan_path = manifest.plan_path;
    setup.plan_text = manifest.plan_text;
    setup.points_path = manifest.points_path;
    setup.points_text = manifest.points_text;
    auto plan = read_plan(manifest.plan_text, manifest.plan_path, out);
    if (!plan || out.has_errors()) return std::nullopt;
    setup.plan = std::move(*plan);
    std::map<std::string, std::string> tags;
    std::set<std::string> solved;
    std::istringstream lines(manifest.tags);
    for (std::string path, tag; lines >> path >> tag;) {
        if (tag == solved_word) solved.insert(path);
        else tags[path] = tag;
    }
    for (const RunOption& option : manifest.run.options) {
        auto loaded = load_resolved(option.resolved_text, option.project, option.stem, {}, out);
        if (!loaded) continue;
        if (const auto changed = table_changed(option.inputs, loaded->inputs))
            out.add(error_at({option.scenario_path, 0, 0}, "", {changed->da + " siden undersøgelsen begyndte; læg tabellerne tilbage som de var, så fortsætter den; eller begynd forfra med --force",
                                                                changed->en + " since the study began; put the tables back as they were and it goes on; or begin again with --force"}));
        // The text of a whole scenario no longer says which values came from tables with evidence of their own.
        for (const Field& field : parameter_fields()) {
            const std::string path = "assumptions." + std::string(field.key);
            const auto found = tags.find(path);
            for (const Evidence tag : {Evidence::source, Evidence::derived, Evidence::recalled, Evidence::assumed}) {
                if (found != tags.end() && found->second == id_of(tag)) loaded->evidence[path] = {tag, ""};
            }
            if (solved.contains(path)) loaded->origins[path] = {solved_file(*loaded), 0, 0};
        }
        setup.scenario_paths.push_back(option.scenario_path);
        setup.scenarios.push_back(std::move(*loaded));
    }
    if (out.has_errors()) return std::nullopt;
    return finish(std::move(setup), out);
}

StudyManifest manifest_of(const StudySetup& setup)
{
    StudyManifest manifest;
    manifest.run.program_version = build_info().version;
    manifest.run.commit = build_info().commit;
    manifest.run.seed = setup.seed;
    manifest.run.replications = setup.replications;
    manifest.run.weeks = setup.plan.weeks;
    for (std::size_t o = 0; o < setup.scenarios.size(); ++o) {
        const LoadedScenario& loaded = setup.scenarios[o];
        RunOption option{loaded.scenario.id, setup.scenario_paths[o], loaded.project.string(), loaded.resolved_text, {}};
        for (const InputDigest& input : loaded.inputs) option.inputs.push_back({input.path, input.digest});
        manifest.run.options.push_back(std::move(option));
    }
    manifest.plan_path = setup.plan_path;
    manifest.plan_text = setup.plan_text;
    manifest.points_path = setup.points_path;
    manifest.points_text = setup.points_text;
    const auto& evidence = setup.scenarios.front().evidence;
    for (const Field& field : parameter_fields()) {
        const std::string path = "assumptions." + std::string(field.key);
        const auto own = evidence.find(path);
        manifest.tags += path + " " + std::string(id_of(own == evidence.end() ? field.tag : own->second.tag)) + "\n";
        if (is_solved(setup.scenarios.front(), path)) manifest.tags += path + " " + std::string(solved_word) + "\n";
    }
    return manifest;
}

EvaluationSubject subject_of(const StudySetup& setup)
{
    struct ScenarioText {
        std::string text, id;
        fs::path project;
        std::vector<InputRecord> inputs; ///< as they were read when the study began, or went on
    };
    auto sources = std::make_shared<std::vector<ScenarioText>>();
    EvaluationSubject subject;
    subject.factors = setup.factors;
    subject.seed = setup.seed;
    subject.weeks = setup.plan.weeks;
    for (const LoadedScenario& loaded : setup.scenarios) {
        sources->push_back({loaded.resolved_text, loaded.scenario.id, loaded.project, {}});
        for (const InputDigest& input : loaded.inputs) sources->back().inputs.push_back({input.path, input.digest});
        subject.options.push_back(digest_of_option(loaded));
    }
    subject.scenario = [sources, factors = setup.factors](std::size_t option, const StudyPoint& point) {
        std::vector<Override> sets;
        for (std::size_t f = 0; f < factors.size(); ++f) {
            if (factors[f].acts_on.empty() || factors[f].acts_on[option] != 0) sets.push_back({factors[f].path, written_value(factors[f], point.values[f])});
        }
        const ScenarioText& source = sources->at(option);
        Diagnostics found;
        auto loaded = load_resolved(source.text, source.project, source.id, sets, found);
        Diagnostics as_it_is; // a point that cannot be read is refused, unless the tables are gone or half written
        const auto whole = loaded ? std::nullopt : load_resolved(source.text, source.project, source.id, {}, as_it_is);
        if (!loaded && !whole) throw IoError(IoError::Cause::unreadable, source.project.string(), first_errors(as_it_is));
        if (const auto changed = table_changed(source.inputs, loaded ? loaded->inputs : whole->inputs))
            throw IoError(IoError::Cause::unreadable, source.project.string(),
                          {changed->da + ", mens undersøgelsen kørte; læg tabellerne tilbage som de var, og genoptag den, eller begynd forfra med --force",
                           changed->en + " while the study ran; put the tables back as they were and resume it, or begin again with --force"});
        if (!loaded) throw PointRefused(first_errors(found));
        return std::make_shared<const Scenario>(std::move(loaded->scenario));
    };
    return subject;
}

StudyResult result_of(const StudySetup& setup, const StudyManifest& manifest)
{
    StudyResult result;
    result.kind = setup.plan.kind;
    result.design = setup.plan.design;
    result.title = setup.plan.title;
    result.program_version = manifest.run.program_version;
    result.commit = manifest.run.commit;
    result.build = build_info().build;
    result.created = manifest.run.created;
    result.command = manifest.run.command;
    result.run_id = manifest.run.run_id;
    result.plan_path = setup.plan_path;
    result.plan_text = setup.plan_text;
    result.seed = setup.seed;
    result.weeks = setup.scenarios.front().scenario.period.weeks;
    result.burn_in_weeks = setup.scenarios.front().scenario.period.burn_in_weeks;
    for (std::size_t o = 0; o < setup.scenarios.size(); ++o) {
        const RunOption& option = manifest.run.options[o];
        result.options.push_back({option.stem, setup.scenarios[o].scenario.title, option.scenario_path, option.resolved_text, option.inputs});
    }
    result.factors = setup.factors;
    result.points = setup.points;
    result.goals = setup.goals;
    result.answers.replications = setup.replications;
    return result;
}

} // namespace samspil
