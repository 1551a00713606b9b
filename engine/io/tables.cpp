// SPDX-License-Identifier: MPL-2.0
#include "engine/io/tables.hpp"

#include "engine/io/nearest.hpp"
#include "engine/io/values.hpp"
#include "engine/model/calendar.hpp"

#include <algorithm>
#include <map>

namespace samspil {
namespace {

constexpr int most_per_table = 100; ///< diagnostics shown of one file

class RowReader {
public:
    RowReader(const CsvText& csv, Table& table, Diagnostics& out) : csv_(csv), table_(table), out_(out) {}

    bool header();
    void rows();

private:
    void report(const Cell& cell, const Column& column, Text message, Text hint = {});
    bool read(const Cell& cell, const Column& column, double& number);
    bool read_number_cell(const Cell& cell, const Column& column, double& number);
    bool read_word(const Cell& cell, const Column& column, double& number);
    bool read_id(const Cell& cell, const Column& column);
    bool read_date(const Cell& cell, const Column& column, double& number);
    std::string same_as(const TableRow& row, std::size_t column) const;
    void duplicate(const TableRow& row);

    const CsvText& csv_;
    Table& table_;
    Diagnostics& out_;
    std::vector<std::size_t> at_; ///< column of the table -> cell of the row
    std::map<std::string, int> seen_;
    int reported_ = 0;
};

bool RowReader::header()
{
    const auto columns = table_.info->columns;
    std::vector<std::string_view> names;
    for (const Column& column : columns)
        names.push_back(column.key);
    at_.assign(columns.size(), csv_.header.size());
    bool usable = true;
    const auto report = [&](const Cell& cell, Text message, Text hint) {
        out_.add(error_at({table_.file, cell.line, cell.column}, "", std::move(message), std::move(hint)));
        usable = false;
    };
    for (std::size_t i = 0; i < csv_.header.size(); ++i) {
        const Cell& cell = csv_.header[i];
        if (cell.refused) {
            usable = false;
            continue;
        }
        if (cell.text.empty()) {
            report(cell, {"en kolonne uden navn, men med celler", "a column without a name, but with cells"},
                   {"slet dens celler i regnearket", "clear its cells in the spreadsheet"});
            continue;
        }
        const auto found = std::find(names.begin(), names.end(), cell.text);
        if (found == names.end()) {
            std::vector<KnownWord> known;
            for (const Column& c : columns) {
                known.push_back({c.key, c.key});
                known.push_back({c.label.da, c.key});
            }
            report(cell, say("ukendt kolonne '{}'", "unknown column '{}'", shown(cell.text)),
                   did_you_mean(nearest(cell.text, known)));
            continue;
        }
        std::size_t& place = at_[static_cast<std::size_t>(found - names.begin())];
        if (place != csv_.header.size()) {
            report(cell, say("kolonnen '{}' står to gange", "the column '{}' stands twice", cell.text), {});
        }
        place = i;
    }
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (at_[c] != csv_.header.size()) continue;
        report({"", csv_.header.front().line, 1, false},
               say("kolonnen '{}' mangler", "the column '{}' is missing", columns[c].key),
               say("kolonnerne er {}", "the columns are {}", fmt::format("{}", fmt::join(names, ", "))));
    }
    return usable;
}

void RowReader::report(const Cell& cell, const Column& column, Text message, Text hint)
{
    if (reported_++ < most_per_table) {
        out_.add(error_at({table_.file, cell.line, cell.column}, std::string(column.key), std::move(message),
                          std::move(hint)));
    }
}

bool RowReader::read_number_cell(const Cell& cell, const Column& column, double& number)
{
    const NumberCell read = read_number(cell.text, csv_.dialect);
    if (!read.value) {
        report(cell, column, read.message, read.hint);
        return false;
    }
    number = *read.value;
    const bool whole = number == static_cast<double>(static_cast<long long>(std::clamp(number, -1e15, 1e15)));
    if (column.kind == Column::Kind::integer && !whole) {
        report(cell, column, say("ventede et helt tal, fik {}", "expected a whole number, got {}", cell.text));
        return false;
    }
    if (number < column.minimum || number > column.maximum) {
        const Text unit = unit_after(column.unit);
        const std::string low = written(column.minimum), high = written(column.maximum);
        report(cell, column,
               {"ventede " + low + " til " + high + unit.da + ", fik " + cell.text,
                "expected " + low + " to " + high + unit.en + ", got " + cell.text});
        return false;
    }
    return true;
}

bool RowReader::read_word(const Cell& cell, const Column& column, double& number)
{
    const auto found = std::find(column.words.begin(), column.words.end(), cell.text);
    if (found != column.words.end()) {
        number = static_cast<double>(found - column.words.begin());
        return true;
    }
    std::vector<KnownWord> known;
    for (const std::string_view word : column.words) {
        known.push_back({word, word});
        for (const Evidence tag : {Evidence::source, Evidence::derived, Evidence::recalled, Evidence::assumed})
            if (word == id_of(tag)) known.push_back({label_of(tag).da, word});
        if (word == "yes") known.push_back({"ja", word});
        if (word == "no") known.push_back({"nej", word});
        if (column.words.size() != 2 || column.words[1] != "F") continue; // sex, as Danish registers name it
        if (word == "F") known.insert(known.end(), {{"K", word}, {"kvinde", word}, {"kvinder", word}});
        else known.insert(known.end(), {{"mand", word}, {"mænd", word}});
    }
    report(cell, column,
           say("ukendt værdi '{}'; mulige: {}", "unknown value '{}'; possible: {}", shown(cell.text),
               fmt::format("{}", fmt::join(column.words, ", "))),
           did_you_mean(nearest(cell.text, known)));
    return false;
}

bool RowReader::read_id(const Cell& cell, const Column& column)
{
    const auto fits = [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               (c == '.' && column.kind == Column::Kind::dotted_id);
    };
    // Parameter ids (solved.csv) hold capitals: they are letters of formulas in docs/model.md.
    const auto fits_here = [&](char c) { return fits(c) || (column.key == "parameter" && c >= 'A' && c <= 'Z'); };
    if (cell.text.size() <= 80 && std::all_of(cell.text.begin(), cell.text.end(), fits_here)) return true;
    report(cell, column, say("'{}' er ikke et id", "'{}' is not an id", shown(cell.text)),
           {"brug små bogstaver a-z, tal og bindestreg (æ = ae, ø = o, å = aa)",
            "use a-z in lower case, digits and hyphens"});
    return false;
}

bool RowReader::read_date(const Cell& cell, const Column& column, double& number)
{
    const std::string& text = cell.text;
    const bool turned = csv_.dialect.decimal_comma() && text.size() == 10 && text[2] == '-' && text[5] == '-';
    const auto day = parse_date(turned ? text.substr(6) + text.substr(2, 4) + text.substr(0, 2) : text);
    if (!day) {
        report(cell, column, say("'{}' er ikke en dato", "'{}' is not a date", shown(text)),
               {"skriv året først: 2026-01-31", "write the year first: 2026-01-31"});
        return false;
    }
    number = *day;
    return true;
}

bool RowReader::read(const Cell& cell, const Column& column, double& number)
{
    if (cell.refused) return false;
    if (cell.text.empty()) {
        if (!column.may_be_empty) report(cell, column, {"cellen er tom", "the cell is empty"});
        return column.may_be_empty;
    }
    switch (column.kind) {
    case Column::Kind::integer:
    case Column::Kind::number:
        return read_number_cell(cell, column, number);
    case Column::Kind::word:
        return read_word(cell, column, number);
    case Column::Kind::id:
    case Column::Kind::dotted_id:
        return read_id(cell, column);
    case Column::Kind::date:
        return read_date(cell, column, number);
    case Column::Kind::text:
        return true;
    }
    return true;
}

/// What makes two cells the same: 65 and 65.0 are one age. A cell that is no number has only its text.
std::string RowReader::same_as(const TableRow& row, std::size_t column) const
{
    const Column::Kind kind = table_.info->columns[column].kind;
    if (kind != Column::Kind::integer && kind != Column::Kind::number) return row.texts[column];
    const NumberCell read = read_number(row.texts[column], csv_.dialect);
    return read.value ? fmt::format("{}", *read.value + 0.0) : row.texts[column];
}

void RowReader::duplicate(const TableRow& row)
{
    std::string identity, same, names;
    for (std::size_t c = 0; c < table_.info->identity; ++c) {
        same += (c ? ", " : "") + same_as(row, c);
        identity += (c ? ", " : "") + row.texts[c];
        names += (c ? ", " : "") + std::string(table_.info->columns[c].key);
    }
    const auto [earlier, fresh] = seen_.emplace(same, row.line);
    if (fresh || reported_++ >= most_per_table) return;
    out_.add(error_at({table_.file, row.line, row.columns[0]}, names,
                      say("'{}' står to gange", "'{}' stands twice", identity),
                      say("første gang i linje {}", "first in line {}", earlier->second)));
    table_.complete = false;
}

void RowReader::rows()
{
    const auto columns = table_.info->columns;
    table_.complete = true;
    table_.rows.reserve(csv_.rows.size());
    for (const auto& cells : csv_.rows) {
        TableRow row{cells.front().line, std::vector<double>(columns.size()), std::vector<std::string>(columns.size()),
                     std::vector<int>(columns.size())};
        std::vector<std::size_t> spoilt;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const Cell& cell = cells[at_[c]];
            const bool read_cell = read(cell, columns[c], row.numbers[c]);
            const bool date = columns[c].kind == Column::Kind::date && read_cell && !cell.text.empty();
            row.texts[c] = date ? format_date(static_cast<Day>(row.numbers[c])) : cell.text;
            row.columns[c] = cell.column;
            if (!read_cell) spoilt.push_back(c);
        }
        duplicate(row);
        table_.complete = table_.complete && spoilt.empty();
        for (const std::size_t c : spoilt) row.texts[c].clear();
        (spoilt.empty() ? table_.rows : table_.spoilt).push_back(std::move(row));
    }
    if (reported_ > most_per_table) {
        out_.add({Severity::note,
                  table_.file,
                  0,
                  0,
                  "",
                  say("{} fejl mere i denne fil vises ikke", "{} more errors of this file are not shown",
                      reported_ - most_per_table),
                  {}});
    }
}

} // namespace

const TableInfo* find_table(std::string_view name)
{
    const auto infos = table_infos();
    const auto found = std::find_if(infos.begin(), infos.end(), [&](const TableInfo& t) { return t.name == name; });
    return found == infos.end() ? nullptr : &*found;
}

std::size_t Table::column(std::string_view key) const
{
    const auto found =
        std::find_if(info->columns.begin(), info->columns.end(), [&](const Column& c) { return c.key == key; });
    SAMSPIL_EXPECT(found != info->columns.end(), "the table has the column");
    return static_cast<std::size_t>(found - info->columns.begin());
}

Origin Table::origin(const TableRow& row, std::string_view key) const
{
    return {file, row.line, row.columns[column(key)]};
}

std::optional<Table> read_table(const TableInfo& info, std::string text, const std::string& file, Diagnostics& out)
{
    const auto csv = parse_csv(std::move(text), file, out);
    if (!csv) return std::nullopt;
    Table table;
    table.info = &info;
    table.file = file;
    table.dialect = csv->dialect;
    // Signs are seen in the header, UTF-8 in its own bytes; Windows-1252 is what remains, so it is said.
    if (csv->dialect.encoding == Encoding::windows_1252) {
        const Text how = describe(csv->dialect);
        out.add({Severity::note, file, 1, 1, "", {"læst som " + how.da, "read as " + how.en}, {}});
    }
    RowReader reader(*csv, table, out);
    if (!reader.header()) return std::nullopt;
    reader.rows();
    return table;
}

} // namespace samspil
