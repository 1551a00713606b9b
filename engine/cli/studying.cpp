// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/studying.hpp"

#include "engine/cli/begun_run.hpp"
#include "engine/cli/progress.hpp"
#include "engine/cli/rank.hpp"
#include "engine/cli/running.hpp"
#include "engine/cli/signals.hpp"
#include "engine/cluster/dealing.hpp"
#include "engine/io/counts.hpp"
#include "engine/io/shell_words.hpp"
#include "engine/io/study_search.hpp"
#include "engine/io/study_words.hpp"
#include "engine/io/whole_file.hpp"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>

namespace samspil {
namespace {

InfluenceKind influence_of(StudyKind kind)
{
    if (kind == StudyKind::morris) return InfluenceKind::morris;
    return kind == StudyKind::sobol ? InfluenceKind::sobol : InfluenceKind::rank_correlation;
}

void how_to_go_on(const StudyFolder& folder, const Evaluation& answers, std::size_t done, std::size_t all, Language language)
{
    const Text words = say("{} af {} gentagelser er færdige; {} af {} hele runder over alle punkter og alternativer\n→ samspil resume {}",
                           "{} of {} replications are finished; {} of {} whole rounds over all points and options\n→ samspil resume {}", done, all,
                           answers.complete, answers.replications, in_shell(folder.folder()));
    fmt::print(stderr, "{}\n", words.in(language));
}

/// The first point once, on one thread; what it finds is kept. Nothing when the study is stopped or it was known already.
double time_one(const EvaluationSubject& subject, const StudySetup& setup, const EvaluationMemory& memory, const std::atomic<bool>& stop)
{
    const Evaluation first = evaluate(subject, std::span(setup.points).first(1), 1, Workers(), memory, {}, stop);
    return first.computed == 0 ? 0 : first.seconds / static_cast<double>(first.computed);
}

Text threads_in_words(int threads) { return counted(static_cast<std::size_t>(threads), {"tråd", "thread"}, {"tråde", "threads"}); }

std::string bytes_text(double bytes)
{
    if (bytes < 1e6) return fmt::format("{:.0f} kB", std::max(1.0, bytes / 1e3));
    if (bytes < 1e9) return fmt::format("{:.0f} MB", bytes / 1e6);
    return fmt::format("{:.1f} GB", bytes / 1e9);
}

} // namespace

StudyCost cost_of(const StudySetup& setup, int threads, double seconds_each)
{
    StudyCost cost;
    cost.points = setup.points.size();
    cost.distinct = distinct(subject_of(setup), setup.points);
    cost.replications = setup.replications;
    cost.seconds_each = seconds_each;
    const double runs = static_cast<double>(cost.distinct) * setup.replications;
    cost.seconds = seconds_each * runs / threads;
    cost.journal_bytes = runs * static_cast<double>(journal_record_bytes(kpi_table().size()));
    cost.result_bytes = static_cast<double>(cost.points * setup.scenarios.size() * static_cast<std::size_t>(setup.replications) * kpi_table().size() * 8);
    return cost;
}

std::string speed_in_words(double citizen_weeks, double seconds, int threads, Language language)
{
    const std::string speed = grouped(citizen_weeks / seconds / 1e6, 1, language), on = threads_in_words(threads).in(language);
    return fmt::format("{} {} ({}, {})", speed, language == Language::da ? "mio. borgeruger i sekundet" : "million citizen-weeks per second", on, clock_text(seconds));
}

Text time_in_words(double seconds, int threads, double seconds_each)
{
    const Text on = threads_in_words(threads);
    return {fmt::format("; ca. {} på {} ({} s for én, målt nu)", clock_text(seconds), on.da, grouped(seconds_each, 2, Language::da)),
            fmt::format("; about {} on {} ({} s each, measured now)", clock_text(seconds), on.en, grouped(seconds_each, 2, Language::en))};
}

Text cost_in_words(const StudySetup& setup, const StudyCost& cost, int threads)
{
    const auto replications = static_cast<std::size_t>(cost.replications);
    const std::size_t all = cost.points * setup.scenarios.size() * replications, different = cost.distinct * replications;
    const Text points = points_in_words(cost.points), scenarios = scenarios_in_words(setup.scenarios.size()), times = replications_in_words(replications);
    const Text runs = counted(all, {"kørsel", "run"}, {"kørsler", "runs"});
    Text words{fmt::format("{} × {} × {} = {}, {} {}", points.da, scenarios.da, times.da, runs.da, different, different == 1 ? "forskellig" : "forskellige"),
               fmt::format("{} × {} × {} = {}, {} different", points.en, scenarios.en, times.en, runs.en, different)};
    if (cost.seconds_each > 0) {
        const Text time = time_in_words(cost.seconds, threads, cost.seconds_each);
        words.da += time.da;
        words.en += time.en;
    }
    const Text disk = say("; højst {} undervejs og {} i resultatet", "; at most {} while it runs and {} in the result", bytes_text(cost.journal_bytes), bytes_text(cost.result_bytes));
    return {words.da + disk.da, words.en + disk.en};
}

Exit carry_out_study(StudyFolder& folder, const StudySetup& setup, const Effort& effort, const StopSignals& signals, const Invocation& call)
{
    warn_unlocked(folder.unlocked(), folder.folder(), call.language);
    if (chooses_points(setup.plan.kind)) return carry_out_search(folder, setup, effort, signals, call);
    const Language language = call.language;
    const int all_threads = effort.threads * ranks_of(call);
    const Workers workers(effort.threads);
    if (call.crew != nullptr) call.crew->begin(job_of_study(folder), effort.threads);
    const EvaluationSubject subject = subject_of(setup);
    const EvaluationMemory memory = folder.memory();
    const std::size_t known = folder.journal().size();
    if (const double each = time_one(subject, setup, memory, signals.stop()); each > 0)
        fmt::print(stderr, "{}\n", cost_in_words(setup, cost_of(setup, all_threads, each), all_threads).in(language));
    if (known > 0) fmt::print(stderr, "{}\n", runs_remembered(known).in(language));

    ProgressLine line(language);
    StudyResult result = result_of(setup, folder.manifest());
    try {
        result.answers = evaluate(subject, setup.points, setup.replications, workers, memory, [&](const StudyProgress& p) { line.show(p); }, signals.stop(), call.crew);
        line.finish();
        folder.journal().sync();
    } catch (const IoError&) {
        line.finish();
        fmt::print(stderr, "→ samspil resume {}\n", in_shell(folder.folder()));
        throw;
    }
    const std::size_t all = distinct(subject, setup.points) * static_cast<std::size_t>(setup.replications);
    if (result.answers.stopped) {
        how_to_go_on(folder, result.answers, folder.journal().size(), all, language);
        return signals.signal() == SIGINT ? Exit::interrupted : Exit::stopped_resumable;
    }
    result.measures = analyse(influence_of(setup.plan.kind), result.answers, setup.factors, setup.points, setup.cube, setup.goals, setup.seed, setup.relevances);
    write_study(folder.result_path(), result);
    const std::string page = folder.folder() + "/study.html";
    write_whole_file(page, std::string_view(study_page(result, language)));
    fmt::print("{}", study_screen(result, language));
    std::fflush(stdout);
    for (const std::string& failed : failure_lines(result, language)) fmt::print(stderr, "samspil: {}\n", failed);
    if (result.answers.seconds > 0 && result.answers.citizen_weeks > 0) {
        fmt::print(stderr, "{}\n", speed_in_words(result.answers.citizen_weeks, result.answers.seconds, all_threads, language));
    }
    fmt::print(stderr, "{}\n{}\n", folder.result_path(), page);
    if (!result.answers.failures.empty()) {
        how_to_go_on(folder, result.answers, folder.journal().size(), all, language);
        return Exit::partial;
    }
    folder.close();
    fmt::print(stderr, "→ samspil export {} --format csv -o {}\n", in_shell(folder.result_path()), in_shell(folder.folder() + "/csv"));
    return Exit::done;
}

Exit resume_study(const std::string& path, const Effort& effort, const StopSignals& signals, const Invocation& call)
{
    StudyFolder folder = StudyFolder::resume(path);
    check_program(folder.manifest().run);
    Diagnostics found;
    const auto setup = set_up_again(folder.manifest(), found);
    if (show_diagnostics(found, call.language) || !setup) return Exit::invalid_scenario;
    return carry_out_study(folder, *setup, effort, signals, call);
}

} // namespace samspil
