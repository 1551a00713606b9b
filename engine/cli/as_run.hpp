// SPDX-License-Identifier: MPL-2.0
// The scenario of a result, read again from its file exactly as it was run, or the reason why that cannot be.
#pragma once

#include "engine/experiment/futures.hpp"
#include "engine/io/result_file.hpp"
#include "engine/io/scenario_file.hpp"

#include <optional>
#include <variant>

namespace samspil {

/// What was run, again: period shortened, tables the same, the same assumptions drawn.
struct AsRun {
    LoadedScenario loaded;
    std::optional<FuturePlan> futures; ///< of a result that draws assumptions
};

/// Diagnostics when the file now has errors; words when it, a table or what it sets is no longer what was run.
using Changed = std::variant<AsRun, Diagnostics, Text>;

/// `tables`: hold every table against its recorded digest as well. Throws IoError.
Changed read_as_run(const ResultFile& file, bool tables);

} // namespace samspil
