// SPDX-License-Identifier: MPL-2.0
// samspil resume DIR: goes by the manifest, not by what the scenario files say today.
#include "engine/cli/arguments.hpp"
#include "engine/cli/begun_run.hpp"
#include "engine/cli/file_kind.hpp"
#include "engine/cli/running.hpp"
#include "engine/cli/signals.hpp"
#include "engine/cli/studying.hpp"
#include "engine/io/nation_folder.hpp"
#include "engine/io/shell_words.hpp"
#include "engine/io/whole_file.hpp"

#include <filesystem>

namespace samspil {
namespace {

/// Damaged files, or somebody else's, finish nothing: throws IoError naming the first.
void expect_whole_results(const std::string& folder)
{
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".h5") check_seal(entry.path().string());
    }
}

} // namespace

Exit resume_command(const Invocation& call)
{
    boost::program_options::options_description known;
    known.add_options()("threads,j", boost::program_options::value<std::string>())("time", boost::program_options::value<std::string>());
    const Arguments given(call, known);
    if (given.positional().size() != 1) wrong_use({"skriv: samspil resume MAPPE", "write: samspil resume FOLDER"});
    const Effort effort = effort_of(given, call);
    const StopSignals signals(effort.seconds);
    const std::string& path = given.positional()[0];
    expect_kind(path, {FileKind::folder});
    if (is_study_folder(path)) return resume_study(path, effort, signals, call);
    if (is_nation_folder(path) && !occupied(path, {})) // an older version let a run share its folder
        wrong_use(say("i {} ligger et land: samspil nation PLAN.yaml -o {} går videre hvor det slap", "{} holds a nation: samspil nation PLAN.yaml -o {} goes on where it stopped", path, in_shell(path)));
    auto folder = RunFolder::resume(path);
    if (!folder) {
        expect_whole_results(path);
        fmt::print(stderr, "{}\n", say("{} er allerede gjort færdig", "{} is finished already", path).in(call.language));
        return Exit::done;
    }
    check_program(folder->manifest());
    Diagnostics found;
    std::vector<LoadedScenario> scenarios = scenarios_of(folder->manifest(), found);
    if (show_diagnostics(found, call.language)) return Exit::invalid_scenario;
    return carry_out(*folder, std::move(scenarios), effort, signals, call);
}

} // namespace samspil
