// SPDX-License-Identifier: MPL-2.0
// The text of an input file, looked at before anyone parses it: a regular file of bearable size, in a known encoding,
// without control characters, and without anything that looks like the number of a person.
#pragma once

#include "engine/io/say.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace samspil {

inline constexpr std::size_t largest_input = 16u << 20; ///< bytes

/// Line and column (in characters, from 1) of a byte of a UTF-8 text.
Origin place_of(std::string_view text, std::size_t offset, const std::string& file);

/// Bytes of a regular file of at most largest_input bytes. Absent or refused files give a diagnostic at `mentioned`
/// (where a scenario names the file), or an IoError where nobody names it (the command line does).
std::optional<std::string> read_input(const std::filesystem::path& path, const std::string& shown_as,
                                      const Origin* mentioned, Diagnostics& out);

bool is_utf8(std::string_view text);

enum class Encoding { utf8, utf8_bom, windows_1252 };

/// Takes a byte-order mark off and turns Windows-1252 into UTF-8. Reports UTF-16, NUL, other control characters and, where
/// Windows-1252 is not allowed, invalid UTF-8 with their place; the last is read on, so that what else is wrong is told too.
std::optional<Encoding> decode(std::string& text, const std::string& file, bool windows_1252_allowed, Diagnostics& out);

/// Byte offset of the first thing that looks like a CPR number (ddmmyy-nnnn; with `bare` also ten digits in a row),
/// or npos. Callers report the place and never the text.
std::size_t find_cpr(std::string_view text, bool bare);

Diagnostic cpr_refused(const Origin& place, const std::string& path);

} // namespace samspil
