// SPDX-License-Identifier: MPL-2.0
// How sure the goals are, as a small table: at the end of a run with --until-ci, and in `status`.
#pragma once

#include "engine/cli/commands.hpp"
#include "engine/experiment/enough.hpp"
#include "engine/io/parts.hpp"

#include <span>
#include <string>
#include <vector>

namespace samspil {

/// One row an option and goal; `names` by option. Empty without rows.
std::string enough_table(const std::vector<GoalAtLook>& rows, const std::vector<std::string>& names, Language language);

/// What --until-ci asks for in the words of the units, before hours of running: "0.1" of a share is ten percentage points.
std::string until_in_words(std::span<const EnoughGoal> goals, Language language);

/// A warning for each goal of which more than half of the n differences are exactly zero; empty without such.
std::string zeros_in_words(const std::vector<GoalAtLook>& rows, std::size_t n, const std::vector<std::string>& names, Language language);

/// After a run with --until-ci: n, what stopped it, the goals, and what unpaired runs would have needed. Else nothing.
void say_what_stopped(const EnoughWatch& watch, const RunManifest& manifest, Language language);

} // namespace samspil
