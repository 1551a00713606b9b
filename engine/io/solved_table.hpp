// SPDX-License-Identifier: MPL-2.0
// solved.csv: the solved constants of a baseline beside the tables they were solved on, with a digest that tells
// whether those tables have changed since.
#pragma once

#include "engine/experiment/balance.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace samspil {

/// The first 16 digits of a digest over the tables of a folder that a run computes with, under their usual names.
/// Throws IoError.
std::string digest_of_tables(const std::filesystem::path& folder);

/// The digest a row of solved.csv names in its source, or nothing in it.
std::string digest_named_in(std::string_view source);

/// The table as text: columns parameter, value, tag, source.
std::string solved_table(const BalanceOutcome& outcome, const BalancePlan& plan, std::string_view scenario_id,
                         std::string_view digest);

} // namespace samspil
