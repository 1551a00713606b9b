// SPDX-License-Identifier: MPL-2.0
// What a word of the command line names, at a first look: a scenario given to `compare` with results, or a plan given to
// `run`, is told what it is and where it belongs, instead of every key it lacks.
#pragma once

#include "engine/base/text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samspil {

/// `unknown` is what the first look does not tell: whoever reads the file says what is wrong with it. A result is of a run or
/// of a study: telling would mean to read it whole.
enum class FileKind { absent, scenario, study_plan, nation_plan, result, table, folder, unknown };

/// Never throws; what may not be read is unknown.
FileKind kind_of_file(const std::string& path);

/// "run it: samspil run basis.yaml -o FOLDER"; empty where there is nothing to do with it.
Text way_on(FileKind kind, const std::string& path);

/// When `path` is of a kind that is none of `wanted`: what it is, what is wanted (the first) and the way on. Absent and
/// unknown pass.
std::optional<Text> wrong_kind(const std::string& path, const std::vector<FileKind>& wanted);
/// Throws it as UsageError.
void expect_kind(const std::string& path, const std::vector<FileKind>& wanted);

} // namespace samspil
