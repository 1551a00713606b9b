// SPDX-License-Identifier: MPL-2.0
// What the people who fill in the tables need beyond the columns: what a row is, who in a municipality has the
// figures, what to do without them. The guide's table part is made from here and from the column tables.
#pragma once

#include "engine/io/tables.hpp"

#include <span>
#include <string>
#include <string_view>

namespace samspil {

struct ColumnNote {
    std::string_view column;
    std::string_view note; ///< Danish, as the guide is
};

struct TableGuide {
    std::string_view table;
    std::string_view about;   ///< Danish: what a row is, and what the model does with it
    Label who;                ///< who in a municipality has the figures
    std::string_view without; ///< Danish: what to write when nobody has them
    std::span<const ColumnNote> notes;
};

/// By importance, a judgement of ours: the first tables move a comparison of options most. A table without an entry comes last, with what
/// its columns say of themselves.
std::span<const TableGuide> table_guides();
const TableGuide* find_guide(std::string_view table);

/// Danish markdown, one section a table, every column of every table.
std::string table_guide_text();

/// The page with what stands between its two marks replaced by table_guide_text(); empty when the marks are missing.
std::string with_table_guide(std::string_view page);

} // namespace samspil
