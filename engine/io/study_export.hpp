// SPDX-License-Identifier: MPL-2.0
// A study as tables for spreadsheets and statistics programs.
#pragma once

#include "engine/io/export.hpp"
#include "engine/io/study_file.hpp"

#include <string>
#include <vector>

namespace samspil {

/// The names export_study_csv() writes, for who must not replace what stands there.
std::vector<std::string> study_csv_names(const StudyResult& result);

/// Writes points.csv (factors and the mean difference of every goal, or the base's level in a study of one scenario),
/// values.csv (every value), influence.csv and failures.csv into the folder; returns the paths. Throws IoError.
std::vector<std::string> export_study_csv(const StudyResult& result, const std::string& folder, CsvDialect dialect);

} // namespace samspil
