// SPDX-License-Identifier: MPL-2.0
// samspil batch plan|submit|worker|merge: a run as tasks of a queue system. The manifest of the run folder is the task
// list; a task is the replications r with r mod tasks = task - 1, of every scenario.
#include "engine/base/errors.hpp"
#include "engine/cli/begun_run.hpp"
#include "engine/cli/planned_run.hpp"
#include "engine/cli/running.hpp"
#include "engine/cli/signals.hpp"
#include "engine/cli/slurm_queue.hpp"
#include "engine/cli/wrong_words.hpp"
#include "engine/io/batch_script.hpp"
#include "engine/io/counts.hpp"
#include "engine/io/file_lock.hpp"
#include "engine/io/nearest.hpp"
#include "engine/io/run_status.hpp"
#include "engine/io/shell_words.hpp"
#include "engine/io/whole_file.hpp"
#include "engine/io/work_folder.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <set>

#include <fmt/format.h>

namespace samspil {
namespace {

namespace po = boost::program_options;
namespace fs = std::filesystem;

void tell(const Text& words, Language language) { fmt::print(stderr, "{}\n", words.in(language)); }

/// Of `batch WHAT FOLDER`.
std::string folder_in(const Arguments& given, std::string_view what)
{
    if (given.positional().empty()) wrong_use(say("skriv: samspil batch {} MAPPE", "write: samspil batch {} FOLDER", what));
    return given.positional().front();
}

Exit plan(const Invocation& call)
{
    auto known = run_options();
    const auto text = [] { return po::value<std::string>(); };
    known.add_options()("tasks", text())("time", text());
    const Arguments given(call, known);
    if (given.positional().empty() || !given.has("tasks"))
        wrong_use({"skriv: samspil batch plan SCENARIE... -n N --tasks M -o MAPPE", "write: samspil batch plan SCENARIO... -n N --tasks M -o FOLDER"});
    if (given.has("until-ci"))
        wrong_use({"--until-ci kræver at gentagelserne ses samlet undervejs: brug samspil run eller samspil-mpi, eller samspil extend bagefter",
                   "--until-ci needs all replications to be looked at on the way: use samspil run or samspil-mpi, or samspil extend afterwards"});
    const Effort effort = effort_of(given, call);
    // Slurm signals a minute before the end, and may do so up to a minute earlier than that.
    if (effort.seconds && *effort.seconds <= 120)
        wrong_use(say("--time {}: en opgave skal have mere end to minutter, for et minut før tid stoppes den", "--time {}: a task needs more than two minutes, for it is stopped a minute before the end", shown(given.text("time"))));
    const int tasks = static_cast<int>(*given.whole("tasks", 1, 1'000'000));
    auto planned = plan_run(given.positional(), given, call);
    if (!planned) return Exit::invalid_scenario;
    RunManifest& manifest = planned->manifest;
    if (tasks > manifest.replications)
        wrong_use(say("--tasks {} er flere end de {} gentagelser: en opgave er mindst én gentagelse af alle scenarier", "--tasks {} is more than the {} replications: a task is at least one replication of all scenarios",
                      tasks, manifest.replications));
    manifest.tasks = tasks;
    const int replications = manifest.replications;
    const std::size_t scenarios = manifest.options.size();
    const RunFolder folder = begin(*planned);

    BatchScript script{batch_name(folder.manifest().run_id), "samspil", fs::absolute(folder.folder()).lexically_normal().string(), tasks, given.has("threads") ? effort.threads : 1, effort.seconds};
    std::error_code unknown;
    if (const fs::path self = fs::read_symlink("/proc/self/exe", unknown); !unknown) script.program = self.string();
    make_folder(folder.folder() + "/batch");
    write_whole_file(batch_script_path(folder.folder()), std::string_view(batch_script(script)));
    const Text all = counted(static_cast<std::size_t>(tasks), {"opgave", "task"}, {"opgaver", "tasks"});
    const Text each = replications_in_words(static_cast<std::size_t>((replications + tasks - 1) / tasks));
    const Text of = scenarios_in_words(scenarios);
    const std::string here = in_shell(folder.folder());
    const std::string then = fmt::format("\n{}\n→ samspil batch submit {}\n→ samspil batch merge {}", batch_script_path(folder.folder()), here, here);
    tell({fmt::format("{} med højst {} af {} hver", all.da, each.da, of.da) + then, fmt::format("{} of at most {} of {} each", all.en, each.en, of.en) + then},
         call.language);
    return Exit::done;
}

/// Replications a batch still lacks, and the tasks that make them.
struct Lack {
    std::size_t replications = 0;
    std::set<int> tasks;
};

/// As it is now.
Lack lack_of(const std::string& path)
{
    const RunFolder folder = RunFolder::look(path);
    const RunManifest& manifest = folder.manifest();
    Lack lack;
    for (std::size_t o = 0; o < manifest.options.size(); ++o) {
        for (int r = 0; r < manifest.replications; ++r) {
            if (!folder.wants(o, r)) continue;
            ++lack.replications;
            lack.tasks.insert(task_of(r, manifest.tasks));
        }
    }
    return lack;
}

/// The batch in a folder; nothing where it is merged already, which is said.
std::optional<RunFolder> batch_at(const std::string& path, Language language)
{
    if (!holds_run(path)) {
        tell(say("{} er allerede gjort færdig", "{} is finished already", path), language);
        return std::nullopt;
    }
    RunFolder folder = RunFolder::join(path);
    if (folder.manifest().tasks == 0) wrong_use(say("i {} ligger en kørsel uden opgaver: samspil resume {}", "{} holds a run without tasks: samspil resume {}", path, in_shell(path)));
    return folder;
}

/// Tasks that are missing and neither wait nor run. The queue is asked first: a task that ends in between is not missing.
/// Nothing where the queue gives no answer and that matters; what there is to say is said.
std::optional<std::set<int>> to_be_queued(const std::string& name, const std::string& folder, bool force, bool dry, Language language)
{
    const auto queued = force ? std::set<int>() : queued_tasks(name);
    if (!queued && !dry) {
        tell(say("køen svarer ikke (squeue), så det vides ikke om opgaver allerede venter eller kører\n→ samspil batch submit {} --force, hvis ingen gør",
                 "the queue does not answer (squeue), so that it is not known whether tasks wait or run already\n→ samspil batch submit {} --force, where none do", in_shell(folder)),
             language);
        return std::nullopt;
    }
    std::set<int> left, there;
    for (const int task : lack_of(folder).tasks) (queued && queued->contains(task) ? there : left).insert(task);
    if (!queued) tell({"køen svarer ikke (squeue): opgaver der allerede venter eller kører, er talt med", "the queue does not answer (squeue): tasks that wait or run already are among these"}, language);
    if (!there.empty()) tell(say("venter eller kører allerede: {}\n→ samspil status {}", "wait or run already: {}\n→ samspil status {}", ranges_of(there), in_shell(folder)), language);
    if (left.empty() && there.empty()) tell(say("alle opgaver er færdige\n→ samspil batch merge {}", "all tasks are done\n→ samspil batch merge {}", in_shell(folder)), language);
    return left;
}

/// Words of `submit` behind its folder: options of sbatch. What would make the queue another one than the one asked is refused,
/// and an array of one's own: which tasks are queued is not sbatch's to say.
std::vector<std::string> options_for_sbatch(const Arguments& given, const Invocation& call)
{
    std::vector<std::string> words(given.positional().begin() + 1, given.positional().end());
    const auto set_off = std::find(call.arguments.begin(), call.arguments.end(), "--");
    if (std::count_if(call.arguments.begin(), set_off, [](const std::string& word) { return !word.starts_with("-"); }) > 1)
        wrong_use(say("'{}': samspil batch submit MAPPE -- TILVALG-TIL-SBATCH", "'{}': samspil batch submit FOLDER -- OPTIONS-OF-SBATCH", shown(words.front())));
    for (const std::string& word : words) {
        if (word.starts_with("--ar") || (word.starts_with("-a") && !word.starts_with("--")))
            wrong_use(say("{}: hvilke opgaver der sættes i kø, siger samspil; højst N ad gangen: scontrol update ArrayTaskThrottle=N JobId=...",
                          "{}: which tasks are queued is for samspil to say; at most N at once: scontrol update ArrayTaskThrottle=N JobId=...", shown(word)));
        if (word.starts_with("--clusters") || (word.starts_with("-M") && !word.starts_with("--")))
            wrong_use(say("{}: sæt SLURM_CLUSTERS, så køen spørges på den samme klynge", "{}: set SLURM_CLUSTERS, so that the queue of the same cluster is asked", shown(word)));
    }
    if (std::getenv("SBATCH_CLUSTERS") != nullptr) // sbatch alone would read it
        wrong_use(say("SBATCH_CLUSTERS: sæt SLURM_CLUSTERS i stedet, så køen spørges på den samme klynge",
                      "SBATCH_CLUSTERS: set SLURM_CLUSTERS in its place, so that the queue of the same cluster is asked"));
    return words;
}

Exit submit(const Invocation& call)
{
    po::options_description known;
    known.add_options()("dry-run", "")("force", "");
    const Arguments given(call, known);
    const std::string folder = folder_in(given, "submit");
    const std::vector<std::string> own = options_for_sbatch(given, call);
    const bool dry = given.has("dry-run");
    const auto batch = batch_at(folder, call.language);
    if (!batch) return Exit::done;
    // A folder may have been moved since the script was made, and its lines changed by hand: sbatch is told where it is now.
    const std::string here = fs::absolute(batch->folder()).lexically_normal().string();
    if (!fs::exists(batch_script_path(here)))
        throw IoError(IoError::Cause::unreadable, batch_script_path(here),
                      say("scriptet findes ikke; kør opgaverne med samspil batch worker {} --task K, eller planlæg forfra", "the script is missing; run the tasks with samspil batch worker {} --task K, or plan again", in_shell(folder)));
    const std::string name = batch_name(batch->manifest().run_id);
    FileLock asking; // from the question to the answer of sbatch: two at once would both find nothing queued
    if (!dry) asking = FileLock(here + "/batch/submit.lock", Hold::alone_made, folder);
    const auto tasks = to_be_queued(name, folder, given.has("force"), dry, call.language);
    if (!tasks) return Exit::unreadable;
    if (tasks->empty()) return Exit::done;
    std::vector<std::string> words{"sbatch", "--array=" + ranges_of(*tasks), "--output=" + batch_log(here)};
    words.insert(words.end(), own.begin(), own.end());
    words.insert(words.end(), {"--job-name=" + name, batch_script_path(here), here});
    std::string line;
    for (const std::string& word : words) line += (line.empty() ? "" : " ") + in_shell(word);
    if (dry) {
        fmt::print("{}\n", line);
        return Exit::done;
    }
    const auto code = run_program(words);
    if (code == 0) return Exit::done;
    if (code) tell(say("sbatch sluttede med {}:\n{}", "sbatch ended with {}:\n{}", *code, line), call.language);
    else tell(say("sbatch kan ikke startes her; skriv på klyngens indgang:\n{}", "sbatch cannot be started here; on the cluster's login node write:\n{}", line), call.language);
    return Exit::unreadable;
}

Exit worker(const Invocation& call)
{
    po::options_description known;
    const auto text = [] { return po::value<std::string>(); };
    known.add_options()("task", text())("threads,j", text())("time", text());
    const char* slurm = std::getenv("SLURM_ARRAY_TASK_ID");
    Invocation named = call;
    if (slurm != nullptr && std::none_of(call.arguments.begin(), call.arguments.end(), [](const std::string& a) { return a.starts_with("--task"); }))
        named.arguments.insert(named.arguments.end(), {"--task", slurm});
    const Arguments given(named, known);
    const std::string path = folder_in(given, "worker");
    if (given.positional().size() > 1) wrong_use({"skriv: samspil batch worker MAPPE --task K", "write: samspil batch worker FOLDER --task K"});
    if (call.crew != nullptr) wrong_use({"en opgave er én proces: brug samspil, ikke samspil-mpi", "a task is one process: use samspil, not samspil-mpi"});
    const auto task = given.whole("task", 1, 1'000'000);
    if (!task) wrong_use({"hvilken opgave? --task K (i Slurm sat af SLURM_ARRAY_TASK_ID)", "which task? --task K (in Slurm set by SLURM_ARRAY_TASK_ID)"});
    const Effort effort = effort_of(given, call);
    const StopSignals signals(effort.seconds); // from here on: one that comes while tables are read is not lost
    if (holds_run(path)) { // asked before anything is written
        const int tasks = RunFolder::join(path).manifest().tasks;
        if (*task > tasks) wrong_use(say("--task {}: i {} er der {} opgaver", "--task {}: {} has {} tasks", *task, path, tasks));
    }
    auto folder = RunFolder::take_share(path, static_cast<int>(*task));
    if (!folder) {
        tell(say("{} er allerede gjort færdig", "{} is finished already", path), call.language);
        return Exit::done;
    }
    const RunManifest& manifest = folder->manifest();
    check_program(manifest);
    Diagnostics found;
    std::vector<LoadedScenario> scenarios = scenarios_of(manifest, found);
    if (show_diagnostics(found, call.language)) return Exit::invalid_scenario;
    const BegunRun run(manifest, std::move(scenarios));
    EnoughWatch unwatched(manifest.options.size(), manifest.replications, {});
    const StudyOutcome outcome = simulate(*folder, run, unwatched, Workers(effort.threads), signals.stop(), call);
    list_failures(*folder, outcome.failures, call.language);
    if (outcome.stopped) {
        tell(say("opgave {} er stoppet i tide; den samme kommando går videre:\n→ samspil batch worker {} --task {}", "task {} was stopped in time; the same command goes on:\n→ samspil batch worker {} --task {}", *task, in_shell(path), *task),
             call.language);
        return signals.signal() == SIGINT ? Exit::interrupted : Exit::stopped_resumable;
    }
    if (!outcome.failures.empty()) return Exit::partial;
    tell(say("opgave {} er færdig", "task {} is done", *task), call.language);
    return Exit::done;
}

Exit merge(const Invocation& call)
{
    const Arguments given(call, {});
    const std::string path = folder_in(given, "merge");
    if (given.positional().size() > 1) wrong_use({"skriv: samspil batch merge MAPPE", "write: samspil batch merge FOLDER"});
    const auto batch = batch_at(path, call.language);
    if (!batch) return Exit::done;
    check_program(batch->manifest());
    if (const Lack lack = lack_of(path); lack.replications > 0) {
        const Text missing = counted(static_cast<std::size_t>(lack.replications), {"gentagelse mangler", "replication is missing"}, {"gentagelser mangler", "replications are missing"});
        const Text tasks = out_of(lack.tasks.size(), static_cast<std::size_t>(batch->manifest().tasks), {"opgave", "task"}, {"opgaver", "tasks"});
        const std::string then = fmt::format(": {}\n→ samspil batch submit {}\n→ samspil batch worker {} --task {}", ranges_of(lack.tasks), in_shell(path), in_shell(path), *lack.tasks.begin());
        tell({missing.da + ", i " + tasks.da + then, missing.en + ", in " + tasks.en + then}, call.language);
        for (const std::string& file : failure_files(path)) fmt::print(stderr, "{}", read_kept_file(file));
        return Exit::partial;
    }
    auto folder = RunFolder::resume(path);
    if (!folder) return Exit::done;
    warn_unlocked(folder->unlocked(), path, call.language);
    Diagnostics found;
    std::vector<LoadedScenario> scenarios = scenarios_of(folder->manifest(), found);
    if (show_diagnostics(found, call.language)) return Exit::invalid_scenario;
    const BegunRun run(folder->manifest(), std::move(scenarios));
    const auto results = publish(*folder, run.heads());
    folder->close();
    next_step(results);
    return Exit::done;
}

} // namespace

Exit batch_command(const Invocation& call)
{
    Invocation rest = call;
    if (!rest.arguments.empty()) rest.arguments.erase(rest.arguments.begin());
    const std::string what = call.arguments.empty() ? "" : call.arguments.front();
    if (what == "plan") return plan(rest);
    if (what == "submit") return submit(rest);
    if (what == "worker") return worker(rest);
    if (what == "merge") return merge(rest);
    const Text form{"skriv: samspil batch plan|submit|worker|merge", "write: samspil batch plan|submit|worker|merge"};
    if (what.empty()) wrong_use(form);
    const std::string_view near = nearest(what, std::vector<std::string_view>{"plan", "submit", "worker", "merge"});
    wrong_use(with_hint(say("ukendt: samspil batch {}", "unknown: samspil batch {}", shown(what)), near.empty() ? form : did_you_mean(near)));
}

} // namespace samspil
