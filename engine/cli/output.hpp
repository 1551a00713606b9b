// SPDX-License-Identifier: MPL-2.0
// What commands that read scenarios share: arguments, and diagnostics on stderr.
#pragma once

#include "engine/cli/commands.hpp"
#include "engine/io/scenario_file.hpp"

#include <string>
#include <vector>

namespace samspil {

/// Takes every -s PATH=VALUE (also --set, -sPATH=VALUE) out of the arguments. Throws UsageError without a "=".
std::vector<Override> take_overrides(std::vector<std::string>& arguments);

/// Takes a flag out of the arguments; whether it was there.
bool take_flag(std::vector<std::string>& arguments, std::string_view flag);

/// Throws UsageError when an argument that starts with "-" is left (near one of `known`, perhaps), or fewer than `least` or
/// more than `most` remain.
void expect_arguments(const Invocation& call, const std::vector<std::string>& arguments, std::size_t least,
                      std::size_t most, const std::vector<std::string>& known);

/// Sorted, one a line, on stderr.
void print_diagnostics(Diagnostics diagnostics, Language language);

/// "3 errors, 1 warning".
std::string count_of(const Diagnostics& diagnostics, Language language);

/// A value of a field in words, with its unit.
std::string with_unit(const Field& field, double value, Language language);

/// The value at a path as people read it: the choice's label, ja or nej, the number with its unit. Empty if unknown.
std::string value_in_words(const Scenario& scenario, const std::string& path, Language language);

/// Loads or prints what is wrong; with errors nothing comes back.
std::optional<LoadedScenario> load_or_print(const std::string& path, const std::vector<Override>& sets,
                                            Language language);

} // namespace samspil
