// SPDX-License-Identifier: MPL-2.0
// samspil resume DIR: goes by the manifest, not by what the scenario files say today.
#include "engine/cli/arguments.hpp"
#include "engine/cli/running.hpp"
#include "engine/cli/studying.hpp"
#include "engine/io/build_info.hpp"

namespace samspil {
namespace {

/// Tables are read anew: a run is not finished on other numbers than it began on.
void check_inputs(const LoadedScenario& loaded, const RunOption& option)
{
    for (const InputDigest& input : loaded.inputs) {
        for (const InputRecord& record : option.inputs) {
            if (record.path == input.path && record.digest != input.digest && !input.path.ends_with(".yaml"))
                wrong_use(say("{} er ændret siden kørslen begyndte; begynd forfra med samspil run --force",
                              "{} has changed since the run began; begin again with samspil run --force", input.path));
        }
    }
}

} // namespace

Exit resume_command(const Invocation& call)
{
    boost::program_options::options_description known;
    known.add_options()("threads,j", boost::program_options::value<std::string>());
    const Arguments given(call, known);
    if (given.positional().size() != 1) wrong_use({"samspil resume MAPPE", "samspil resume FOLDER"});
    const auto threads = given.whole("threads", 1, 1024);
    const std::string& path = given.positional()[0];
    if (is_study_folder(path)) return resume_study(path, static_cast<int>(threads.value_or(all_threads())), call.language);
    auto folder = RunFolder::resume(path);
    if (!folder) {
        fmt::print(stderr, "{}\n", say("{} er allerede gjort færdig", "{} is finished already", path).in(call.language));
        return Exit::done;
    }
    const RunManifest& manifest = folder->manifest();
    const BuildInfo& program = build_info();
    if (manifest.program_version != program.version || manifest.commit != program.commit)
        wrong_use(say("kørslen blev begyndt med samspil {} ({}), dette er samspil {} ({}): resultaterne ville ikke høre sammen",
                      "the run was begun by samspil {} ({}), this is samspil {} ({}): the results would not belong together",
                      manifest.program_version, manifest.commit, program.version, program.commit));
    Diagnostics found;
    std::vector<LoadedScenario> scenarios;
    for (const RunOption& option : manifest.options) {
        auto loaded = load_resolved(option.resolved_text, option.project, option.stem, {}, found);
        if (!loaded) continue;
        check_inputs(*loaded, option);
        if (manifest.weeks > 0) loaded->scenario.period.weeks = manifest.weeks;
        scenarios.push_back(std::move(*loaded));
    }
    if (show_diagnostics(found, call.language)) return Exit::invalid_scenario;
    return carry_out(*folder, scenarios, static_cast<int>(threads.value_or(all_threads())), call.language);
}

} // namespace samspil
