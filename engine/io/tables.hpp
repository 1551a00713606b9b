// SPDX-License-Identifier: MPL-2.0
// The tables behind a scenario: one column table per CSV file, said once. Reading, `new`, the format page and the
// schema are made from it. Rows come out typed and checked, with the place of every cell.
#pragma once

#include "engine/io/csv.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samspil {

struct Column {
    /// id: lower-case letters, digits, - and _ (dots too in dotted_id); word: one of `words`; date: 2026-01-31, or
    /// 31-01-2026 where a Danish spreadsheet has turned it round (its text and number come out as the former).
    enum class Kind { integer, number, id, dotted_id, word, text, date };
    std::string_view key;
    Kind kind = Kind::text;
    std::string_view unit;
    double minimum = 0, maximum = 0; ///< of integer and number
    Label label;
    bool may_be_empty = false;
    std::span<const std::string_view> words{};
};

struct TableInfo {
    std::string_view name; ///< file name without .csv
    Label label;
    bool required = true;
    std::span<const Column> columns;
    std::size_t identity = 1; ///< so many leading columns may stand once together (facts: 1, population: 4)
    std::string_view example; ///< rows that make a small valid project together with those of the other tables
};

std::span<const TableInfo> table_infos();
const TableInfo* find_table(std::string_view name);

struct TableRow {
    int line = 0;
    std::vector<double> numbers;    ///< by column; words as their index
    std::vector<std::string> texts; ///< by column, as written
    std::vector<int> columns;       ///< place of each cell
};

struct Table {
    const TableInfo* info = nullptr;
    std::string file;
    Dialect dialect;
    std::vector<TableRow> rows; ///< only rows whose cells could all be read
    std::vector<TableRow> spoilt; ///< the others, without the text of the cells that could not
    bool complete = false;      ///< no row was left out

    std::size_t column(std::string_view key) const; ///< index in info->columns
    Origin origin(const TableRow& row, std::string_view key) const;
};

/// Reads a table's text. Nothing when its header cannot be used.
std::optional<Table> read_table(const TableInfo& info, std::string text, const std::string& file, Diagnostics& out);

} // namespace samspil
