// SPDX-License-Identifier: MPL-2.0
// samspil extend RESULT.h5|DIR -n N: a finished result to a new total. What is there is copied, the rest is run, and the
// file is the one `run -n N` would have made.
#include "engine/base/errors.hpp"
#include "engine/cli/arguments.hpp"
#include "engine/cli/as_run.hpp"
#include "engine/cli/file_kind.hpp"
#include "engine/cli/running.hpp"
#include "engine/cli/signals.hpp"
#include "engine/io/build_info.hpp"
#include "engine/io/nation_folder.hpp"
#include "engine/io/run_order.hpp"
#include "engine/io/shell_words.hpp"
#include "engine/io/whole_file.hpp"

#include <filesystem>

namespace samspil {
namespace {

namespace fs = std::filesystem;

/// The result that is named, or all of a folder, the base first.
std::vector<ResultFile> results_at(const std::string& path)
{
    if (!fs::is_directory(path)) return {open_result(path)};
    std::vector<ResultFile> results = results_in_order(path);
    if (results.empty()) throw IoError(IoError::Cause::unreadable, path, Text{"her er intet resultat", "there is no result here"});
    return results;
}

/// What made the results, and now this; only this where they were not made together.
std::string history_of(const std::vector<ResultFile>& results, const std::string& command)
{
    const std::string& before = results.front().metadata().origin.command;
    for (const ResultFile& file : results) {
        if (file.metadata().origin.command != before) return command;
    }
    return before.empty() ? command : before + std::string(then_command) + command;
}

void check_result(const ResultFile& file, const ResultMetadata& first, int replications)
{
    const ResultMetadata& about = file.metadata();
    const BuildInfo& program = build_info();
    if (about.part) wrong_use(say("{} er del af en afbrudt kørsel: samspil resume", "{} is part of an interrupted run: samspil resume", file.path()));
    if (about.origin.program_version != program.version || about.origin.commit != program.commit)
        wrong_use(say("{} er lavet af samspil {} ({}), dette er samspil {} ({}): gentagelserne ville ikke høre sammen; kør forfra med samspil run",
                      "{} was made by samspil {} ({}), this is samspil {} ({}): the replications would not belong together; run anew with samspil run",
                      file.path(), about.origin.program_version, about.origin.commit, program.version, program.commit));
    if (replications <= about.replications)
        wrong_use(say("{} har allerede {} gentagelser: -n er det nye samlede antal og skal være større", "{} has {} replications already: -n is the new total and must be larger",
                      file.path(), about.replications));
    if (about.seed != first.seed || about.covers != first.covers || about.posterior != first.posterior || about.origin.overrides != first.origin.overrides)
        wrong_use(say("{} hører ikke til samme kørsel som de andre i mappen: udvid den for sig", "{} does not belong to the same run as the others of the folder: extend it by itself",
                      file.path()));
}

std::string folder_of(const std::string& path)
{
    const std::string folder = fs::path(path).parent_path().string();
    return folder.empty() ? "." : folder;
}

} // namespace

Exit extend_command(const Invocation& call)
{
    namespace po = boost::program_options;
    po::options_description known;
    const auto text = [] { return po::value<std::string>(); };
    known.add_options()("replications,n", text())("threads,j", text())("time", text());
    const Arguments given(call, known);
    const auto replications = given.whole("replications", 1, 1'000'000);
    const Effort effort = effort_of(given, call);
    if (given.positional().size() != 1 || !replications) wrong_use({"skriv: samspil extend RESULTAT.h5|MAPPE -n N", "write: samspil extend RESULT.h5|FOLDER -n N"});
    const std::string& path = given.positional()[0];
    expect_kind(path, {FileKind::result, FileKind::folder});
    const std::string folder = fs::is_directory(path) ? path : folder_of(path);
    refuse_if_at_work(folder);
    if (const auto found = occupied(folder, {}))
        wrong_use(say("i {} ligger en afbrudt kørsel: samspil resume {}", "{} holds an interrupted run: samspil resume {}", folder, in_shell(folder)));
    if (is_nation_folder(folder))
        wrong_use(say("i {} ligger et land: samspil nation PLAN.yaml -n N -o {} kører de gentagelser, der mangler",
                      "{} holds a nation: samspil nation PLAN.yaml -n N -o {} runs the replications that are missing", folder, in_shell(folder)));
    const StopSignals signals(effort.seconds);
    const std::vector<ResultFile> results = results_at(path);

    const BuildInfo& program = build_info();
    const ResultMetadata& first = results.front().metadata();
    RunManifest manifest;
    manifest.program_version = program.version;
    manifest.commit = program.commit;
    manifest.created = timestamp();
    manifest.command = history_of(results, call.command_line);
    manifest.overrides = first.origin.overrides;
    manifest.seed = first.seed;
    manifest.replications = static_cast<int>(*replications);
    manifest.futures = first.covers == covers_futures;
    manifest.posterior = first.posterior;
    std::vector<LoadedScenario> scenarios;
    for (const ResultFile& file : results) {
        const ResultMetadata& about = file.metadata();
        check_result(file, first, manifest.replications);
        Changed read = read_as_run(file, true);
        if (const auto* wrong = std::get_if<Diagnostics>(&read)) {
            show_diagnostics(*wrong, call.language);
            return Exit::invalid_scenario;
        }
        if (const auto* changed = std::get_if<Text>(&read))
            wrong_use({fmt::format("{}: {}; kør forfra med samspil run", file.path(), changed->da),
                       fmt::format("{}: {}; run anew with samspil run", file.path(), changed->en)});
        auto& [loaded, futures] = std::get<AsRun>(read);
        RunOption option{fs::path(file.path()).stem().string(), about.origin.scenario_path, loaded.project.string(), about.origin.resolved_text,
                         about.origin.inputs, {}, about.replications, about.origin.run_id};
        if (futures) option.drawn = words_of(*futures);
        manifest.options.push_back(std::move(option));
        scenarios.push_back(std::move(loaded));
    }
    manifest.run_id = digest_of(fmt::format("{} {} {}", manifest.created, this_process(), manifest_text(manifest)));
    RunFolder run = RunFolder::begin(folder, std::move(manifest));
    return carry_out(run, std::move(scenarios), effort, signals, call);
}

} // namespace samspil
