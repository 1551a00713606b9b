// SPDX-License-Identifier: MPL-2.0
// solved.csv: the solved constants of a baseline beside the tables they were solved on, with a digest that tells
// whether those tables have changed since.
#pragma once

#include "engine/experiment/balance.hpp"
#include "engine/io/export.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace samspil {

struct LoadedScenario;

/// The first 16 digits of a digest over the tables of a folder that a run computes with, under their usual names.
/// Throws IoError.
std::string digest_of_tables(const std::filesystem::path& folder);

/// The digest a row of solved.csv names in its source, or nothing in it.
std::string digest_named_in(std::string_view source);

/// Whether the value at a path stands in the scenario's table of solved constants, by whatever way it was solved, or
/// names a digest as those rows do.
bool is_solved(const LoadedScenario& loaded, const std::string& path);

/// The name of the file that table is in.
std::string solved_file(const LoadedScenario& loaded);

/// The table as text: columns parameter, value, tag, source.
std::string solved_table(const BalanceOutcome& outcome, const BalancePlan& plan, std::string_view scenario_id, std::string_view digest,
                         CsvDialect dialect = CsvDialect::rfc4180);

} // namespace samspil
