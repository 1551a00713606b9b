// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/running.hpp"

#include "engine/cli/arguments.hpp"
#include "engine/cli/begun_run.hpp"
#include "engine/cli/enough_screen.hpp"
#include "engine/cli/progress.hpp"
#include "engine/cli/rank.hpp"
#include "engine/cli/signals.hpp"
#include "engine/cli/wrong_words.hpp"
#include "engine/cluster/dealing.hpp"
#include "engine/io/figures.hpp"
#include "engine/io/likely.hpp"
#include "engine/io/shell_words.hpp"

#include <algorithm>
#include <chrono>
#include <new>
#include <thread>

#include <fmt/format.h>

namespace samspil {
namespace {

void how_to_go_on(const RunFolder& folder, Language language)
{
    const auto& manifest = folder.manifest();
    const std::size_t all = manifest.options.size() * static_cast<std::size_t>(manifest.replications);
    const bool one = folder.finished_count() == 1;
    const Label them = all == 1 ? Label{"gentagelse", "replication"} : Label{"gentagelser", "replications"};
    const Label are = one ? Label{"er færdig", "is finished"} : Label{"er færdige", "are finished"};
    const Text words{fmt::format("{} af {} {} {} og kan læses i {}/.parts\n→ samspil resume {}", folder.finished_count(), all, them.da, are.da, folder.folder(), in_shell(folder.folder())),
                     fmt::format("{} of {} {} {} and can be read in {}/.parts\n→ samspil resume {}", folder.finished_count(), all, them.en, are.en, folder.folder(), in_shell(folder.folder()))};
    fmt::print(stderr, "{}\n", words.in(language));
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

} // namespace

void list_failures(const RunFolder& folder, const std::vector<StudyFailure>& failures, Language language)
{
    for (const StudyFailure& failure : failures) {
        const Text words = say("{}, gentagelse {}: {}", "{}, replication {}: {}", folder.manifest().options[failure.option].stem,
                               failure.replication, failure.cause);
        fmt::print(stderr, "samspil: {}\n", words.in(language));
    }
}

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
    if (paths.size() == 1) fmt::print(stderr, "→ samspil inspect {}\n", in_shell(paths[0]));
    if (paths.size() < 2) return;
    std::string line = "→ samspil compare";
    for (const std::string& path : paths) line += " " + in_shell(path);
    fmt::print(stderr, "{}\n", line);
}

void warn_unlocked(const std::optional<Text>& why, const std::string& folder, Language language)
{
    if (!why) return;
    const Text words{fmt::format("advarsel: filer i {} kan ikke låses ({}); samspil ser ikke om en anden arbejder her: sørg for at kun én gør det", folder, why->da),
                     fmt::format("warning: files in {} cannot be locked ({}); samspil does not see whether another is at work here: make sure that only one is", folder, why->en)};
    fmt::print(stderr, "{}\n", words.in(language));
}

StudyOutcome simulate(RunFolder& folder, const BegunRun& run, EnoughWatch& watch, const Workers& workers,
                      const std::atomic<bool>& stop, const Invocation& call)
{
    warn_unlocked(folder.unlocked(), folder.folder(), call.language);
    StudyPlan plan = run.plan();
    plan.finished = [&](std::size_t option, int replication) { return !folder.wants(option, replication); };
    std::atomic<bool> enough = watch.settled().has_value();
    ProgressLine line(call.language);
    const auto look = [&](std::size_t option, int replication, std::span<const double> kpis) {
        if (watch.goals().empty()) return;
        watch.take(option, replication, kpis);
        if (watch.settled()) enough = true;
    };
    StudySinks sinks;
    sinks.enough = &enough;
    sinks.result = [&](std::size_t option, ReplicationResult&& result) {
        folder.keep(option, run.heads()[option], result);
        look(option, result.replication, result.kpis);
    };
    sinks.elsewhere = [&](std::size_t option, int replication, std::span<const double> kpis) {
        folder.note_kept(option, replication);
        look(option, replication, kpis);
    };
    sinks.failure = [&](const StudyFailure& failure) { folder.note_failure(failure.option, failure.replication, failure.cause); };
    sinks.progress = [&](const StudyProgress& progress) { line.show(progress); };
    StudyOutcome outcome = run_study(plan, workers, sinks, stop, call.crew);
    line.finish();
    // Nothing of what was dropped failed: the kept prefix is complete.
    if (watch.settled()) outcome.failures.clear();
    return outcome;
}

bool show_diagnostics(const Diagnostics& diagnostics, Language language)
{
    Diagnostics sorted = diagnostics;
    sorted.sort_by_position();
    for (const Diagnostic& diagnostic : sorted.items()) fmt::print(stderr, "{}\n", format(diagnostic, language));
    return diagnostics.has_errors();
}

int ranks_of(const Invocation& call) { return call.crew != nullptr ? call.crew->ranks() : 1; }

int threads_of(const Arguments& given, const Invocation& call)
{
    return static_cast<int>(given.whole("threads", 1, 1024).value_or(call.crew != nullptr ? 1 : all_threads()));
}

Effort effort_of(const Arguments& given, const Invocation& call)
{
    Effort effort{threads_of(given, call)};
    if (!given.has("time")) return effort;
    const std::string word = given.text("time");
    effort.seconds = seconds_in(word);
    if (!effort.seconds) wrong_use(say("--time skrives som 90s, 30m, 2h eller 1:30:00, ikke '{}'", "--time is written as 90s, 30m, 2h or 1:30:00, not '{}'", shown(word)));
    return effort;
}

int all_threads() { return std::max(1, static_cast<int>(std::thread::hardware_concurrency())); }

std::vector<EnoughGoal> enough_goals(const std::vector<std::string>& until)
{
    std::vector<EnoughGoal> goals;
    for (const std::string& text : until) {
        auto goal = read_enough_goal(text);
        if (const Text* wrong = std::get_if<Text>(&goal)) wrong_use(with_hint(*wrong, near_indicator(std::string_view(text).substr(0, text.find('=')))));
        goals.push_back(std::get<EnoughGoal>(goal));
    }
    return goals;
}

Exit carry_out(RunFolder& folder, std::vector<LoadedScenario> scenarios, const Effort& effort, const StopSignals& signals, const Invocation& call)
{
    const int threads = effort.threads;
    const Language language = call.language;
    const BegunRun run(folder.manifest(), std::move(scenarios));
    std::vector<ResultHead> heads = run.heads();
    try {
        const Workers workers(threads);
        const auto start = std::chrono::steady_clock::now();
        if (call.crew != nullptr) call.crew->begin(job_of_run(folder), threads);
        EnoughWatch watch = watch_over(folder, run.scenarios());
        const StudyOutcome outcome = simulate(folder, run, watch, workers, signals.stop(), call);
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
        show_speed(outcome, seconds, threads * ranks_of(call), language);
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
