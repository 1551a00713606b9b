// SPDX-License-Identifier: MPL-2.0
// A scenario made in code as the tables a municipality would keep. Columns come from the tables' own lists; a column this
// writer does not know gets its smallest value, so that a new one does no harm.
#pragma once

#include "engine/model/scenario.hpp"

#include <filesystem>

namespace samspil::made {

/// Writes every table that has rows, and every one that is required, into the folder.
void write_tables(const Scenario& scenario, const std::filesystem::path& folder);

} // namespace samspil::made
