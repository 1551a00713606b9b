// SPDX-License-Identifier: MPL-2.0
// The table of houses as rows to look at and as text for a spreadsheet.
#include "viewer/options/house_values.hpp"

#include "engine/io/values.hpp"

#include <algorithm>

namespace samspil::viewer {
namespace {

const HouseCell* cell_of(const HousesTable& table, const HouseRow& row, HouseColumn column)
{
    const auto place = table.place_of(column);
    return place ? &row.cells[*place] : nullptr;
}

/// Danish order: æ, ø and å after z.
std::string sort_key(const std::string& words)
{
    std::string key;
    const std::string small = folded(words);
    for (std::size_t i = 0; i < small.size(); ++i) {
        const std::string_view two = std::string_view(small).substr(i, 2);
        const bool danish = two == "æ" || two == "ø" || two == "å";
        key += two == "æ" ? '{' : two == "ø" ? '|' : two == "å" ? '}' : small[i];
        if (danish) ++i;
    }
    return key;
}

/// A spreadsheet would run a text that begins like a formula.
std::string tsv_cell(std::string text)
{
    if (!text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos) text.insert(0, "'");
    if (text.find_first_of("\t\r\n\"") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + "\"";
}

} // namespace

std::vector<std::size_t> rows_shown(const HousesTable& table, const HouseFilter& filter)
{
    const std::string part = folded(filter.text);
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const HouseRow& row = table.rows[i];
        const HouseCell* const name = cell_of(table, row, HouseColumn::name);
        const HouseCell* const kind = cell_of(table, row, HouseColumn::kind);
        const HouseCell* const area = cell_of(table, row, HouseColumn::area);
        const auto says = [&](const std::string& words) { return folded(words).find(part) != std::string::npos; };
        const bool found = says(name->shown.da) || says(name->shown.en) || says(area->shown.da);
        if (!found || (filter.changed_only && !row.changed())) continue;
        if (filter.kind && kind->value != kind_id(*filter.kind)) continue;
        if (!filter.area.empty() && area->value != filter.area) continue;
        rows.push_back(i);
    }
    return rows;
}

void sort_rows(const HousesTable& table, std::vector<std::size_t>& rows, HouseColumn column, bool descending,
               Language language)
{
    const auto place = table.place_of(column);
    if (!place) return;
    struct Key {
        double number;
        std::string words;
    };
    std::vector<Key> keys(table.rows.size());
    for (const std::size_t row : rows) {
        const HouseCell& cell = table.rows[row].cells[*place];
        const auto number = parse_number(cell.value);
        keys[row] = number ? Key{*number, ""} : Key{0, sort_key(cell.shown.in(language))};
    }
    std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
        const Key &x = keys[descending ? b : a], &y = keys[descending ? a : b];
        return x.number != y.number ? x.number < y.number : x.words < y.words;
    });
}

std::string copy_out(const HousesTable& table, std::span<const std::size_t> rows, Language language)
{
    std::string text;
    const auto end_row = [&] { text.back() = '\n'; };
    for (const HouseColumn column : table.columns) text += tsv_cell(std::string(label_of(column).in(language))) + "\t";
    end_row();
    for (const std::size_t row : rows) {
        for (const HouseCell& cell : table.rows[row].cells) text += tsv_cell(cell.shown.in(language)) + "\t";
        end_row();
    }
    return text;
}

} // namespace samspil::viewer
