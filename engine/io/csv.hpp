// SPDX-License-Identifier: MPL-2.0
// Comma-separated values as RFC 4180 says, or as a Danish spreadsheet writes them. One dialect per file, found from the
// header row; cells keep their text and place.
#pragma once

#include "engine/io/source_text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samspil {

struct Cell {
    std::string text; ///< outer blanks removed
    int line = 0, column = 0;
    bool refused = false; ///< looked like a CPR number; the text is gone
};

struct Dialect {
    char separator = ',';
    Encoding encoding = Encoding::utf8;
    bool decimal_comma() const { return separator == ';'; }
};

/// "semicolons, decimal comma, Windows-1252".
Text describe(const Dialect& dialect);

struct CsvText {
    Dialect dialect;
    std::vector<Cell> header;
    /// Blank rows and remarks (first cell begins with #) left out; each as many cells as the header, or it is not here.
    std::vector<std::vector<Cell>> rows;
};

/// Splits a whole file. Nothing when there is no header row or the text cannot be decoded.
std::optional<CsvText> parse_csv(std::string text, const std::string& file, Diagnostics& out);

/// A number as this dialect writes it, or nothing and a message (message, hint). A cell that two readings understand
/// differently (1.234 where the decimal sign is a comma) is nothing.
struct NumberCell {
    std::optional<double> value;
    Text message, hint;
};
NumberCell read_number(const std::string& text, const Dialect& dialect);

} // namespace samspil
