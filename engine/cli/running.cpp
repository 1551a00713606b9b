// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/running.hpp"

#include "engine/cli/arguments.hpp"
#include "engine/cli/enough_screen.hpp"
#include "engine/cli/progress.hpp"
#include "engine/cli/signals.hpp"
#include "engine/experiment/study.hpp"
#include "engine/io/build_info.hpp"
#include "engine/io/figures.hpp"

#include <algorithm>
#include <chrono>
#include <new>
#include <thread>

#include <fmt/format.h>

namespace samspil {
namespace {

ResultHead head_of(const RunManifest& manifest, std::size_t option, const LoadedScenario& loaded, const std::vector<FuturePlan>& futures)
{
    const RunOption& about = manifest.options[option];
    ResultHead head;
    head.scenario = &loaded.scenario;
    head.outlines = loaded.outlines;
    head.seed = manifest.seed;
    head.replications = manifest.replications;
    if (manifest.futures) head.futures = &futures[option];
    head.posterior = manifest.posterior;
    head.origin = {.program_version = manifest.program_version,
                   .commit = manifest.commit,
                   .build = build_info().build,
                   .created = manifest.created,
                   .command = manifest.command,
                   .scenario_path = about.scenario_path,
                   .overrides = manifest.overrides,
                   .resolved_text = about.resolved_text,
                   .inputs = about.inputs,
                   .run_id = manifest.run_id};
    return head;
}

void how_to_go_on(const RunFolder& folder, Language language)
{
    const auto& manifest = folder.manifest();
    const std::size_t all = manifest.options.size() * static_cast<std::size_t>(manifest.replications);
    const bool one = folder.finished_count() == 1;
    const Label them = all == 1 ? Label{"gentagelse", "replication"} : Label{"gentagelser", "replications"};
    const Label are = one ? Label{"er færdig", "is finished"} : Label{"er færdige", "are finished"};
    const Text words{fmt::format("{} af {} {} {} og kan læses i {}/.parts\n→ samspil resume {}", folder.finished_count(), all, them.da, are.da, folder.folder(), folder.folder()),
                     fmt::format("{} of {} {} {} and can be read in {}/.parts\n→ samspil resume {}", folder.finished_count(), all, them.en, are.en, folder.folder(), folder.folder())};
    fmt::print(stderr, "{}\n", words.in(language));
}

void list_failures(const RunFolder& folder, const std::vector<StudyFailure>& failures, Language language)
{
    for (const StudyFailure& failure : failures) {
        const Text words = say("{}, gentagelse {}: {}", "{}, replication {}: {}", folder.manifest().options[failure.option].stem,
                               failure.replication, failure.cause);
        fmt::print(stderr, "samspil: {}\n", words.in(language));
    }
}

void show_speed(const StudyOutcome& outcome, double seconds, int threads, Language language)
{
    if (outcome.citizen_weeks <= 0 || seconds <= 0) return;
    const double millions = outcome.citizen_weeks / seconds / 1e6;
    const Label workers = threads == 1 ? Label{"tråd", "thread"} : Label{"tråde", "threads"};
    const Text words{fmt::format("{} mio. borgeruger i sekundet ({} {}, {})", grouped(millions, 1, Language::da), threads, workers.da, clock_text(seconds)),
                     fmt::format("{} million citizen-weeks per second ({} {}, {})", grouped(millions, 1, Language::en), threads, workers.en, clock_text(seconds))};
    fmt::print(stderr, "{}\n", words.in(language));
}

/// Makes the results of all complete options and says where they are.
std::vector<std::string> publish(RunFolder& folder, const std::vector<ResultHead>& heads)
{
    std::vector<std::string> paths;
    for (std::size_t o = 0; o < heads.size(); ++o) {
        if (!folder.complete(o, heads[o].replications)) continue;
        paths.push_back(folder.publish(o, heads[o]));
        fmt::print(stderr, "{}\n", paths.back());
    }
    return paths;
}

void next_step(const std::vector<std::string>& paths)
{
    if (paths.size() == 1) fmt::print(stderr, "→ samspil inspect {}\n", paths[0]);
    if (paths.size() < 2) return;
    std::string line = "→ samspil compare";
    for (const std::string& path : paths) line += " " + path;
    fmt::print(stderr, "{}\n", line);
}

/// The stopping rule, fed with what an interrupted run left.
EnoughWatch watch_over(const RunFolder& folder, const std::vector<LoadedScenario>& scenarios)
{
    const RunManifest& manifest = folder.manifest();
    auto goals = enough_goals(manifest.until);
    take_relevance(goals, scenarios.front().scenario.goals);
    EnoughWatch watch(manifest.options.size(), manifest.replications, std::move(goals));
    if (manifest.until.empty()) return watch;
    for (int r = 0; r < manifest.replications; ++r) {
        for (std::size_t o = 0; o < manifest.options.size(); ++o) {
            if (folder.was_finished(o, r)) watch.take(o, r, folder.kpis(o, r));
        }
    }
    return watch;
}

StudyOutcome simulate(RunFolder& folder, const std::vector<LoadedScenario>& scenarios, const std::vector<ResultHead>& heads,
                      EnoughWatch& watch, const Workers& workers, const std::atomic<bool>& stop, Language language)
{
    const RunManifest& manifest = folder.manifest();
    StudyPlan plan;
    for (const LoadedScenario& scenario : scenarios) plan.options.push_back(&scenario.scenario);
    plan.seed = manifest.seed;
    plan.replications = manifest.replications;
    if (manifest.block > 0) plan.block = manifest.block;
    plan.finished = [&](std::size_t option, int replication) { return folder.was_finished(option, replication); };
    if (manifest.futures) plan.scenario_of = [&](std::size_t option, int replication) {
        const Scenario& scenario = *heads[option].scenario;
        const FuturePlan& futures = *heads[option].futures;
        return std::make_shared<const Scenario>(in_future(scenario, futures, draw_future(futures, scenario, manifest.seed, replication)));
    };
    std::atomic<bool> enough = watch.settled().has_value();
    ProgressLine line(language);
    StudySinks sinks;
    sinks.enough = &enough;
    sinks.result = [&](std::size_t option, ReplicationResult&& result) {
        folder.keep(option, heads[option], result);
        if (watch.goals().empty()) return;
        watch.take(option, result.replication, result.kpis);
        if (watch.settled()) enough = true;
    };
    sinks.failure = [&](const StudyFailure& failure) { folder.note_failure(failure.option, failure.replication, failure.cause); };
    sinks.progress = [&](const StudyProgress& progress) { line.show(progress); };
    StudyOutcome outcome = run_study(plan, workers, sinks, stop);
    line.finish();
    // Nothing of what was dropped failed: the kept prefix is complete.
    if (watch.settled()) outcome.failures.clear();
    return outcome;
}

} // namespace

bool show_diagnostics(const Diagnostics& diagnostics, Language language)
{
    Diagnostics sorted = diagnostics;
    sorted.sort_by_position();
    for (const Diagnostic& diagnostic : sorted.items()) fmt::print(stderr, "{}\n", format(diagnostic, language));
    return diagnostics.has_errors();
}

int all_threads() { return std::max(1, static_cast<int>(std::thread::hardware_concurrency())); }

std::vector<EnoughGoal> enough_goals(const std::vector<std::string>& until)
{
    std::vector<EnoughGoal> goals;
    for (const std::string& text : until) {
        auto goal = read_enough_goal(text);
        if (const Text* wrong = std::get_if<Text>(&goal)) wrong_use(*wrong);
        goals.push_back(std::get<EnoughGoal>(goal));
    }
    return goals;
}

Exit carry_out(RunFolder& folder, const std::vector<LoadedScenario>& scenarios, int threads, Language language)
{
    const std::vector<FuturePlan> futures = futures_in(folder.manifest());
    std::vector<ResultHead> heads;
    for (std::size_t o = 0; o < scenarios.size(); ++o) heads.push_back(head_of(folder.manifest(), o, scenarios[o], futures));
    try {
        const StopSignals signals;
        const Workers workers(threads);
        const auto start = std::chrono::steady_clock::now();
        EnoughWatch watch = watch_over(folder, scenarios);
        const StudyOutcome outcome = simulate(folder, scenarios, heads, watch, workers, signals.stop(), language);
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        list_failures(folder, outcome.failures, language);
        if (outcome.stopped && !watch.settled()) {
            how_to_go_on(folder, language);
            return signals.signal() == SIGINT ? Exit::interrupted : Exit::stopped_resumable;
        }
        if (watch.settled()) {
            for (ResultHead& head : heads) head.replications = static_cast<int>(*watch.settled());
        }
        const auto paths = publish(folder, heads);
        if (!outcome.failures.empty()) {
            how_to_go_on(folder, language);
            return Exit::partial;
        }
        folder.close();
        say_what_stopped(watch, folder.manifest(), language);
        show_speed(outcome, seconds, threads, language);
        next_step(paths);
        return Exit::done;
    } catch (const IoError&) { // what is finished stays; main says what went wrong
        how_to_go_on(folder, language);
        throw;
    } catch (const std::bad_alloc&) {
        how_to_go_on(folder, language);
        throw;
    }
}

} // namespace samspil
