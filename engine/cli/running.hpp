// SPDX-License-Identifier: MPL-2.0
// What `run` and `resume` share: from a run folder and its scenarios to results.
#pragma once

#include "engine/cli/commands.hpp"
#include "engine/io/parts.hpp"
#include "engine/io/scenario_file.hpp"

#include <vector>

namespace samspil {

/// All diagnostics on stderr; whether there was an error.
bool show_diagnostics(const Diagnostics& diagnostics, Language language);

/// Threads to use when -j is not given.
int all_threads();

/// Runs what is missing, makes the results, says what comes next.
Exit carry_out(RunFolder& folder, const std::vector<LoadedScenario>& scenarios, int threads, Language language);

} // namespace samspil
