// SPDX-License-Identifier: MPL-2.0
// samspil nation PLAN: many municipalities as one list of tasks, and what they are together.
#include "engine/cli/arguments.hpp"
#include "engine/cli/file_kind.hpp"
#include "engine/cli/progress.hpp"
#include "engine/cli/rank.hpp"
#include "engine/cli/running.hpp"
#include "engine/cli/signals.hpp"
#include "engine/cli/studying.hpp"
#include "engine/cluster/dealing.hpp"
#include "engine/io/build_info.hpp"
#include "engine/io/figures.hpp"
#include "engine/io/nation_folder.hpp"
#include "engine/io/shell_words.hpp"
#include "engine/io/study_words.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace samspil {
namespace {

constexpr std::size_t failures_shown = 10;

/// The goals everybody asks for first; the rest stands in nation.csv.
std::string screen(const NationSums& sums, Language language)
{
    std::string text;
    for (const NationRow& row : sums.rows) {
        const Kpi& kpi = kpi_table()[row.kpi];
        const bool size = kpi.id == "last_year.citizens" || kpi.id == "cost.total";
        if ((!kpi.headline && !size) || std::isnan(row.mean)) continue;
        const FigureStyle style = figure_style(kpi.unit, row.mean, language);
        std::string line = fmt::format("  {}: {} {}", kpi.label.in(language), figure(row.mean, style), style.unit);
        if (row.interval) { // with few replications it reaches beyond what can be; the table in nation.csv has it whole
            const double low = std::max(0.0, row.interval->low), high = kpi.unit == "share" ? std::min(1.0, row.interval->high) : row.interval->high;
            line += fmt::format(" ({} … {})", figure(low, style), figure(high, style));
        }
        text += line + "\n";
    }
    return text;
}

void list_failures_of(const Nation& nation, const std::vector<EvaluationFailure>& failures, Language language)
{
    for (std::size_t i = 0; i < std::min(failures.size(), failures_shown); ++i) {
        const EvaluationFailure& failed = failures[i];
        const Text words = say("{}, gentagelse {}: ", "{}, replication {}: ", nation.municipalities[failed.point].id, failed.replication);
        fmt::print(stderr, "samspil: {}{}\n", words.in(language), failed.cause.in(language));
    }
    if (failures.size() > failures_shown)
        fmt::print(stderr, "samspil: {}\n", say("og {} til", "and {} more", failures.size() - failures_shown).in(language));
}

/// A run or a study, finished or not, has its own folder.
void check_free(const std::string& folder)
{
    refuse_if_at_work(folder);
    if (is_study_folder(folder) || occupied(folder, {}))
        wrong_use(say("i {} ligger noget der ikke er færdigt (samspil resume {}); vælg en anden mappe", "{} holds something unfinished (samspil resume {}); choose another folder", folder, in_shell(folder)));
    const std::string run = run_result_in(folder), result = run.empty() ? study_result_in(folder) : run;
    if (!result.empty()) wrong_use(say("{} er et resultat af noget andet; vælg en anden mappe", "{} is the result of something else; choose another folder", result));
}

} // namespace

Exit nation_command(const Invocation& call)
{
    namespace po = boost::program_options;
    po::options_description known;
    known.add_options()("output,o", po::value<std::string>())("threads,j", po::value<std::string>())("replications,n", po::value<std::string>())("time", po::value<std::string>())("force", "");
    const Arguments given(call, known);
    if (given.positional().size() != 1) wrong_use({"skriv: samspil nation PLAN.yaml -o MAPPE", "write: samspil nation PLAN.yaml -o FOLDER"});
    const Effort effort = effort_of(given, call);
    const auto asked = given.whole("replications", 1, 1'000'000);
    const std::string folder = output_of(given);
    expect_kind(given.positional()[0], {FileKind::nation_plan});
    check_free(folder);

    const StopSignals signals(effort.seconds);
    Diagnostics found;
    auto nation = read_nation(given.positional()[0], found);
    if (show_diagnostics(found, call.language) || !nation) return Exit::invalid_scenario;
    if (asked) nation->replications = static_cast<int>(*asked);

    const Workers workers(effort.threads);
    NationFolder keeping(folder);
    warn_unlocked(keeping.unlocked(), folder, call.language);
    if (!given.has("force") && keeping.holds_another(*nation))
        wrong_use(say("i {} ligger nation.csv og municipalities.csv af en anden plan, uden en eneste af kommunerne i denne; vælg en anden mappe, eller --force",
                      "{} holds nation.csv and municipalities.csv of another plan, with none of the municipalities of this one; choose another folder, or --force", folder));
    keeping.keep_plan(*nation);
    const EvaluationSubject subject = subject_of(nation->municipalities, nation->seed, this_program());
    const std::vector<StudyPoint> points = points_of(nation->municipalities);
    const std::size_t all = points.size() * static_cast<std::size_t>(nation->replications);
    fmt::print(stderr, "{}\n", say("{} kommuner × {} gentagelser = {} opgaver, {} + {} uger", "{} municipalities × {} replications = {} tasks, {} + {} weeks", points.size(), nation->replications,
                                   all, nation->burn_in_weeks, nation->weeks).in(call.language));
    if (call.crew != nullptr) call.crew->begin(job_of_nation(given.positional()[0], subject), effort.threads);
    ProgressLine line(call.language);
    const Evaluation answers = evaluate(subject, points, nation->replications, workers, keeping.memory(), [&](const StudyProgress& p) { line.show(p); }, signals.stop(), call.crew);
    line.finish();
    keeping.journal().sync();

    const NationSums sums = sums_of(answers);
    const std::vector<std::string> written = write_nation(folder, *nation, answers, sums);
    if (sums.replications > 0) {
        const std::string& title = nation->title.in(call.language);
        fmt::print("{}{}", title.empty() ? "" : title + "\n", screen(sums, call.language));
        std::fflush(stdout);
    }
    if (answers.citizen_weeks > 0 && answers.seconds > 0) fmt::print(stderr, "{}\n", speed_in_words(answers.citizen_weeks, answers.seconds, effort.threads * ranks_of(call), call.language));
    for (const std::string& path : written) fmt::print(stderr, "{}\n", path);
    if (answers.stopped) {
        fmt::print(stderr, "{}\n", say("stoppet; {} hele gentagelser af landet er regnet sammen\n→ samme kommando går videre", "stopped; {} whole replications of the nation are summed\n→ the same command goes on",
                                       sums.replications).in(call.language));
        return signals.signal() == SIGINT ? Exit::interrupted : Exit::stopped_resumable;
    }
    list_failures_of(*nation, answers.failures, call.language);
    return answers.failures.empty() ? Exit::done : Exit::partial;
}

} // namespace samspil
