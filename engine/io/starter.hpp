// SPDX-License-Identifier: MPL-2.0
// A new project folder: every table with its headings and example rows, or a copy of the Aarhus tables and scenarios.
#pragma once

#include <filesystem>
#include <string>

namespace samspil {

/// Writes data/, scenarios/ and a README with the units of every column. The folder must be absent or empty.
/// Throws IoError when it cannot be written.
void write_blank_project(const std::filesystem::path& folder);

/// Copies data/aarhus and scenarios/aarhus of the project `from` (which holds both).
void copy_aarhus_project(const std::filesystem::path& from, const std::filesystem::path& folder);

/// Text of one example table: header and rows.
std::string example_table(std::string_view name);

} // namespace samspil
