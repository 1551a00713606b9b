// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/planned_run.hpp"

#include "engine/cli/arguments.hpp"
#include "engine/cli/enough_screen.hpp"
#include "engine/cli/file_kind.hpp"
#include "engine/cli/running.hpp"
#include "engine/cli/studying.hpp"
#include "engine/io/build_info.hpp"
#include "engine/io/futures_of.hpp"
#include "engine/io/shell_words.hpp"
#include "engine/io/whole_file.hpp"

#include <algorithm>
#include <filesystem>
#include <limits>

#include <fmt/format.h>

namespace samspil {
namespace po = boost::program_options;

po::options_description run_options()
{
    po::options_description known;
    const auto text = [] { return po::value<std::string>(); };
    known.add_options()("output,o", text())("replications,n", text())("threads,j", text())("seed", text())(
        "set,s", po::value<std::vector<std::string>>())("weeks", text())("force", "")("block", text())(
        "until-ci", po::value<std::vector<std::string>>())("futures", "")("posterior", text());
    return known;
}

namespace {

/// Two scenarios with one stem would be one file.
std::vector<std::string> stems_of(const std::vector<std::string>& paths)
{
    std::vector<std::string> stems;
    for (const std::string& path : paths) {
        const std::string stem = std::filesystem::path(path).stem().string();
        if (std::find(stems.begin(), stems.end(), stem) != stems.end())
            wrong_use(say("to scenarier hedder '{}': de ville skrive den samme fil", "two scenarios are called '{}': they would write the same file", stem));
        if (stem.starts_with('.')) // its result would be hidden, and its parts taken for something else
            wrong_use(say("scenariets fil '{}' begynder med et punktum; giv den et andet navn", "the file of the scenario, '{}', begins with a dot; give it another name", path));
        stems.push_back(stem);
    }
    return stems;
}

void check_free(const std::string& folder, const std::vector<std::string>& stems)
{
    const auto found = occupied(folder, stems);
    if (!found) return;
    if (found->unfinished)
        wrong_use(say("i {} ligger en afbrudt kørsel: samspil resume {}, eller --force for at begynde forfra",
                      "{} holds an interrupted run: samspil resume {}, or --force to begin again", folder, in_shell(folder)));
    wrong_use(say("{} findes og overskrives ikke; vælg en anden mappe, eller --force (samspil resume {} gør en afbrudt kørsel færdig)",
                  "{} exists and is not overwritten; choose another folder, or --force (samspil resume {} finishes an interrupted run)",
                  found->path, in_shell(folder)));
}

std::vector<LoadedScenario> load_all(const std::vector<std::string>& paths, const std::vector<Override>& sets, Diagnostics& found)
{
    std::vector<LoadedScenario> scenarios;
    for (const std::string& path : paths) {
        if (auto loaded = load_scenario(path, sets, found)) scenarios.push_back(std::move(*loaded));
    }
    return scenarios;
}

void shorten_to(LoadedScenario& loaded, const std::string& path, int weeks, Diagnostics& notes)
{
    const Period& period = loaded.scenario.period;
    if (weeks > period.weeks)
        wrong_use(say("--weeks {} er længere end perioden i {} ({} uger): den kan kun forkortes",
                      "--weeks {} is longer than the period of {} ({} weeks): it can only be shortened", weeks, path, period.weeks));
    shorten(loaded, weeks, notes);
}

/// The value all scenarios share; they are paired by replication, so there can be only one.
template <class Value, class Reading>
Value shared(const std::vector<LoadedScenario>& scenarios, const char* key, const char* option, Reading reading)
{
    const Value first = reading(scenarios.front().scenario);
    for (const LoadedScenario& loaded : scenarios) {
        if (reading(loaded.scenario) != first)
            wrong_use(say("scenarierne har hver sin {}: vælg én med {}", "the scenarios differ in {}: choose one with {}", key, option));
    }
    return first;
}

RunOption option_of(const LoadedScenario& loaded, const std::string& path, const std::string& stem)
{
    RunOption option{stem, std::filesystem::absolute(path).lexically_normal().string(), loaded.project.string(), loaded.resolved_text, {}, {}, 0, {}};
    for (const InputDigest& input : loaded.inputs) option.inputs.push_back({input.path, input.digest});
    return option;
}

/// What stops the run is read now: a wrong goal must not be found when the work is done.
void check_until(const std::vector<std::string>& until, std::size_t scenarios)
{
    for (const EnoughGoal& goal : enough_goals(until)) {
        if (goal.half_width || scenarios > 1) continue;
        wrong_use(say("--until-ci {0}: uden en halvbredde skal der være et alternativ at sammenligne med; skriv --until-ci {0}=HALVBREDDE",
                      "--until-ci {0}: without a half-width there must be an option to compare with; write --until-ci {0}=HALFWIDTH", goal.kpi->id));
    }
}

/// The text of --posterior, checked; empty when none is given.
std::string posterior_text(const Arguments& given, Diagnostics& found)
{
    if (!given.has("posterior")) return {};
    if (!given.has("futures")) wrong_use({"--posterior hører til --futures", "--posterior belongs to --futures"});
    std::string text = read_whole_file(given.text("posterior"));
    static_cast<void>(parse_posterior(text, given.text("posterior"), found));
    return text;
}

} // namespace

std::optional<PlannedRun> plan_run(const std::vector<std::string>& paths, const Arguments& given, const Invocation& call)
{
    const std::string folder = output_of(given);
    for (const std::string& path : paths) expect_kind(path, {FileKind::scenario});
    const auto stems = stems_of(paths);
    const auto replications = given.whole("replications", 1, 1'000'000);
    const auto seed = given.whole("seed", 0, std::numeric_limits<std::uint32_t>::max());
    const auto weeks = given.whole("weeks", 1, 100'000);
    const auto block = given.whole("block", 1, 1'000'000'000);
    const auto sets = overrides_from(given.texts("set"));
    const auto until = given.texts("until-ci");
    check_until(until, paths.size());
    refuse_nation(folder);
    refuse_if_at_work(folder);
    if (!given.has("force")) check_free(folder, stems);

    Diagnostics found;
    const std::string posterior = posterior_text(given, found);
    std::vector<LoadedScenario> scenarios = load_all(paths, sets, found);
    if (show_diagnostics(found, call.language)) return std::nullopt;
    Diagnostics notes;
    if (weeks) {
        for (std::size_t i = 0; i < scenarios.size(); ++i) shorten_to(scenarios[i], paths[i], static_cast<int>(*weeks), notes);
    }
    show_diagnostics(notes, call.language);

    const BuildInfo& program = build_info();
    RunManifest manifest;
    manifest.program_version = program.version;
    manifest.commit = program.commit;
    manifest.created = timestamp();
    manifest.command = call.command_line;
    manifest.overrides = given.texts("set");
    manifest.seed = seed ? static_cast<std::uint32_t>(*seed)
                         : shared<std::uint32_t>(scenarios, "run.seed", "--seed", [](const Scenario& s) { return s.run.seed; });
    manifest.replications = replications ? static_cast<int>(*replications)
                                         : shared<int>(scenarios, "run.replications", "-n", [](const Scenario& s) { return s.run.replications; });
    manifest.weeks = static_cast<int>(weeks.value_or(0));
    manifest.block = static_cast<std::uint64_t>(block.value_or(0));
    for (std::size_t i = 0; i < scenarios.size(); ++i) manifest.options.push_back(option_of(scenarios[i], paths[i], stems[i]));
    manifest.until = until;
    if (!until.empty()) fmt::print(stderr, "{}", until_in_words(enough_goals(until), call.language));
    manifest.futures = given.has("futures");
    manifest.posterior = posterior;
    if (manifest.futures) say_what_is_drawn(plan_the_futures(manifest, scenarios), call.language);
    return PlannedRun{folder, std::move(manifest), std::move(scenarios)};
}

RunFolder begin(PlannedRun& planned)
{
    RunManifest& manifest = planned.manifest;
    manifest.run_id = digest_of(fmt::format("{} {} {}", manifest.created, this_process(), manifest_text(manifest)));
    return RunFolder::begin(planned.folder, std::move(manifest));
}

} // namespace samspil
