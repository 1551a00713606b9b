// SPDX-License-Identifier: MPL-2.0
// A new project folder: every table with its headings, units and example rows, or a copy of the Aarhus tables and
// scenarios.
#pragma once

#include "engine/base/text.hpp"

#include <filesystem>
#include <string>

namespace samspil {

/// Writes data/, scenarios/, a README and the Danish table guide. Tables are written as a spreadsheet of that language
/// opens them: semicolon, decimal comma and UTF-8 with a mark in Danish, RFC 4180 in English. The folder must be absent
/// or empty. Throws IoError when it cannot be written.
void write_blank_project(const std::filesystem::path& folder, Language language = Language::da);

/// Copies data/aarhus and scenarios/aarhus of the project `from` (which holds both). Rows that are not assumed say in
/// their source that they are borrowed from Aarhus, until the municipality writes its own.
void copy_aarhus_project(const std::filesystem::path& from, const std::filesystem::path& folder);

/// Text of one example table: headings, a remark with the meaning and one with the unit of each column, example rows.
std::string example_table(std::string_view name, Language language);

/// The text of a table with `lånt: Aarhus; ` before the source of every row that is not assumed or recalled.
std::string marked_as_borrowed(const std::string& table, const std::string& file);

} // namespace samspil
