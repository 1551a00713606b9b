// SPDX-License-Identifier: MPL-2.0
#include "engine/io/table_guide.hpp"

#include "engine/experiment/balance.hpp"
#include "engine/io/starter.hpp"
#include "engine/io/values.hpp"

#include <algorithm>

namespace samspil {
namespace {

constexpr std::string_view first_mark = "<!-- tabellerne begynder: samspil schema --tables -->\n";
constexpr std::string_view last_mark = "<!-- tabellerne slutter -->\n";

/// Bounds that only keep nonsense out say nothing to who fills in the table.
std::string bounds(const Column& column)
{
    if (column.maximum < 1e5) return fmt::format(", {} til {}", written(column.minimum), written(column.maximum));
    return column.minimum < 0 ? "" : fmt::format(", mindst {}", written(column.minimum));
}

std::string allowed(const Column& column)
{
    switch (column.kind) {
    case Column::Kind::integer:
        return "helt tal" + bounds(column);
    case Column::Kind::number:
        return "tal" + bounds(column);
    case Column::Kind::id:
        return "id: a-z, tal, bindestreg";
    case Column::Kind::dotted_id:
        return "id: a-z, tal, bindestreg, punktum";
    case Column::Kind::word:
        return fmt::format("`{}`", fmt::join(column.words, "`, `"));
    case Column::Kind::text:
        return "tekst";
    case Column::Kind::date:
        return "dato: 2026-01-31 eller 31-01-2026";
    }
    return {};
}

/// The cells of the first example row, as a Danish spreadsheet shows them; empty when the table has none.
std::vector<std::string> example_cells(const TableInfo& table)
{
    Diagnostics unheard;
    const auto csv = parse_csv(example_table(table.name, Language::da), "", unheard);
    std::vector<std::string> cells;
    if (csv && !csv->rows.empty()) {
        for (const Cell& cell : csv->rows.front())
            cells.push_back(cell.text);
    }
    cells.resize(table.columns.size());
    return cells;
}

/// The targets a free constant answers for.
std::string solvable_targets()
{
    std::string ids;
    for (const FreeConstant& constant : free_constants()) {
        for (const std::string_view id : constant.targets)
            ids += fmt::format("{}`{}`", ids.empty() ? "" : ", ", id);
    }
    return ids;
}

std::string note_of(const TableGuide* guide, std::string_view table, std::string_view column)
{
    if (table == "targets" && column == "id") return "et nøgletals id; løses kan " + solvable_targets();
    if (guide != nullptr) {
        for (const ColumnNote& note : guide->notes)
            if (note.column == column) return std::string(note.note);
    }
    if (column == "tag") return "se *Mærkerne*";
    if (column == "source")
        return "hvor tallet står, eller reglen det er regnet efter; `lånt: ...` hvis det er en andens";
    return "";
}

std::string columns_text(const TableInfo& table, const TableGuide* guide)
{
    std::string out = "| kolonne | betydning | enhed | tilladt | eksempel | bemærk |\n|---|---|---|---|---|---|\n";
    const auto examples = example_cells(table);
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const Column& column = table.columns[c];
        out += fmt::format("| `{}` | {} |{} | {}{} | {} | {} |\n", column.key, column.label.da,
                           unit_after(column.unit).da, allowed(column), column.may_be_empty ? "; må være tom" : "",
                           examples[c], note_of(guide, table.name, column.key));
    }
    return out;
}

std::string section(const TableInfo& table, const TableGuide* guide)
{
    std::string out =
        fmt::format("### {}.csv: {}{}\n\n", table.name, table.label.da, table.required ? "" : " (valgfri)");
    if (guide != nullptr) {
        out += fmt::format("{}\n\n**Hvem har tallene?** {}\n\n**Har I dem ikke?** {}\n\n", guide->about, guide->who.da,
                           guide->without);
    }
    std::string identity;
    for (std::size_t c = 0; c < table.identity; ++c)
        identity += fmt::format("{}`{}`", c ? ", " : "", table.columns[c].key);
    return out + columns_text(table, guide) +
           fmt::format("\nEn række kendes på {}; den må kun stå én gang.\n", identity);
}

} // namespace

const TableGuide* find_guide(std::string_view table)
{
    const auto guides = table_guides();
    const auto found =
        std::find_if(guides.begin(), guides.end(), [&](const TableGuide& g) { return g.table == table; });
    return found == guides.end() ? nullptr : &*found;
}

std::string table_guide_text()
{
    std::string out;
    for (const TableGuide& guide : table_guides()) {
        if (const TableInfo* table = find_table(guide.table)) out += "\n" + section(*table, &guide);
    }
    for (const TableInfo& table : table_infos()) {
        if (find_guide(table.name) == nullptr) out += "\n" + section(table, nullptr);
    }
    return out + "\n";
}

std::string with_table_guide(std::string_view page)
{
    const std::size_t first = page.find(first_mark), last = page.find(last_mark);
    if (first == std::string_view::npos || last == std::string_view::npos || last < first) return {};
    const std::size_t begin = first + first_mark.size();
    return std::string(page.substr(0, begin)) + table_guide_text() + std::string(page.substr(last));
}

} // namespace samspil
