// SPDX-License-Identifier: MPL-2.0
// Text from a spreadsheet's clipboard as rows of cells, and Danish numbers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace samspil::viewer {

using PastedRows = std::vector<std::vector<std::string>>;

/// Tabs between cells, or semicolons where the text has no tab; quotes as spreadsheets write them; outer blanks
/// removed. Rows may differ in length; each has at least one cell. Any text at all is read.
PastedRows split_pasted(std::string_view text);

/// "1.234,50" as "1234.50", "40" as it is; what is no number comes back as it was.
std::string number_from_danish(std::string_view text);

} // namespace samspil::viewer
