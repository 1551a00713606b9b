// SPDX-License-Identifier: MPL-2.0
// A run as it was asked for on the command line, read and checked before anything is written; of `run` and `batch plan`.
#pragma once

#include "engine/cli/arguments.hpp"
#include "engine/io/parts.hpp"
#include "engine/io/scenario_file.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samspil {

struct PlannedRun {
    std::string folder;
    RunManifest manifest; ///< without its run_id
    std::vector<LoadedScenario> scenarios;
};

boost::program_options::options_description run_options();

/// Every scenario is read first, so that nothing is begun on a wrong one. Nothing: diagnostics were shown.
std::optional<PlannedRun> plan_run(const std::vector<std::string>& paths, const Arguments& given, const Invocation& call);

/// The folder with its manifest, which is moved there.
RunFolder begin(PlannedRun& planned);

} // namespace samspil
