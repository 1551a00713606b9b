// SPDX-License-Identifier: MPL-2.0
// What --futures draws of a scenario as it was read, and the table of draws of --posterior: one column a parameter, one
// row a draw, an optional column `weight`, remarks after #.
#pragma once

#include "engine/experiment/futures.hpp"
#include "engine/io/scenario_file.hpp"

#include <memory>
#include <string>

namespace samspil {

/// By where its values were set: in scenario files and on the command line, in the table of solved constants, elsewhere.
FuturePlan futures_of(const LoadedScenario& loaded, std::shared_ptr<const PosteriorTable> posterior);

/// Reads a table of draws; `file` names it in diagnostics. Null when there is an error. Keys are those of the register,
/// with or without "assumptions." before them.
std::shared_ptr<const PosteriorTable> parse_posterior(std::string text, const std::string& file, Diagnostics& out);

} // namespace samspil
