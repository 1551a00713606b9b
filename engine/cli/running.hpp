// SPDX-License-Identifier: MPL-2.0
// What `run` and `resume` share: from a run folder and its scenarios to results.
#pragma once

#include "engine/cli/commands.hpp"
#include "engine/experiment/enough.hpp"
#include "engine/experiment/futures.hpp"
#include "engine/experiment/study.hpp"
#include "engine/io/parts.hpp"
#include "engine/io/scenario_file.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samspil {

class Arguments;
class BegunRun;
class StopSignals;

/// All diagnostics on stderr; whether there was an error.
bool show_diagnostics(const Diagnostics& diagnostics, Language language);

/// Threads to use when -j is not given.
int all_threads();

/// -j of this command, else all of the machine; on a cluster threads of each rank, else one.
int threads_of(const Arguments& given, const Invocation& call);

/// What a run may use.
struct Effort {
    int threads = 1;
    std::optional<double> seconds{}; ///< --time: it then stops, to be resumed
};
/// -j and --time.
Effort effort_of(const Arguments& given, const Invocation& call);
/// Processes that work together; 1 without a cluster.
int ranks_of(const Invocation& call);

/// --until-ci as typed, read; wrong_use() where it cannot be.
std::vector<EnoughGoal> enough_goals(const std::vector<std::string>& until);

/// What is drawn in each option, written into the manifest; read back from a manifest of our own.
std::vector<FuturePlan> plan_the_futures(RunManifest& manifest, const std::vector<LoadedScenario>& scenarios);
std::vector<FuturePlan> futures_in(const RunManifest& manifest);

/// One line on stderr: how many are drawn, how many stay and why.
void say_what_is_drawn(const std::vector<FuturePlan>& plans, Language language);

/// Runs what is missing, makes the results, says what comes next. `signals` is made before scenarios are read: one that comes
/// meanwhile is not lost.
Exit carry_out(RunFolder& folder, std::vector<LoadedScenario> scenarios, const Effort& effort, const StopSignals& signals, const Invocation& call);

/// The steps of that, for who does only some of them. `simulate` runs what the folder wants and keeps it.
StudyOutcome simulate(RunFolder& folder, const BegunRun& run, EnoughWatch& watch, const Workers& workers,
                      const std::atomic<bool>& stop, const Invocation& call);
/// Where a folder cannot be locked nobody else is kept out of it: a warning on stderr.
void warn_unlocked(const std::optional<Text>& why, const std::string& folder, Language language);
void list_failures(const RunFolder& folder, const std::vector<StudyFailure>& failures, Language language);
/// Makes the results of all complete options and says where they are.
std::vector<std::string> publish(RunFolder& folder, const std::vector<ResultHead>& heads);
/// A command to go on with.
void next_step(const std::vector<std::string>& results);

} // namespace samspil
