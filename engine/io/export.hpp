// SPDX-License-Identifier: MPL-2.0
// A result as tables for spreadsheets and statistics programs: one row a number, keys spelled out.
#pragma once

#include "engine/io/result_file.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace samspil {

/// rfc4180: comma, decimal point, UTF-8. da: semicolon, decimal comma, UTF-8 with a byte-order mark, as Danish Excel.
enum class CsvDialect { rfc4180, da };

/// The names export_csv() writes, for who must not replace what stands there.
std::vector<std::string> csv_names(const ResultFile& result);

/// Writes kpi.csv, one <group>_<series>.csv a series, groups.csv (KPI by dimension and
/// member: mean, interval, replications), centres.csv, neighbourhoods.csv, assumptions.csv and
/// life_courses.csv into the folder (made if need be); returns the paths. Throws IoError.
std::vector<std::string> export_csv(const ResultFile& result, const std::string& folder, CsvDialect dialect);

/// Writes <folder>/result.json: metadata, tables, KPIs and series (values flat, replication first). NaN becomes null.
std::vector<std::string> export_json(const ResultFile& result, const std::string& folder);

/// A text cell as it is written: quoted where needed, and never read as a formula by a spreadsheet.
std::string csv_cell(std::string_view text, CsvDialect dialect);
/// Shortest form that reads back the same; empty for NaN.
std::string csv_cell(double value, CsvDialect dialect);

} // namespace samspil
