// SPDX-License-Identifier: MPL-2.0
// The folder of tables that a scenario names.
#pragma once

#include "engine/io/scenario_chain.hpp"
#include "engine/io/scenario_file.hpp"

#include <set>
#include <string>

namespace samspil {

/// Reads every table of the folder `data` into the scenario, with footing, digests and outlines. Returns the names of those that were
/// not read whole; why stands in `out`.
std::set<std::string> read_table_folder(const ScenarioChain& chain, LoadedScenario& loaded, Diagnostics& out);

} // namespace samspil
