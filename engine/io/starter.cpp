// SPDX-License-Identifier: MPL-2.0
// Every table is written from its column table, so a table added there appears in new projects by itself.
#include "engine/io/starter.hpp"

#include "engine/base/errors.hpp"
#include "engine/io/export.hpp"
#include "engine/io/table_guide.hpp"
#include "engine/io/values.hpp"
#include "engine/io/whole_file.hpp"

#include <algorithm>
#include <fstream>
#include <utility>

namespace samspil {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view scenario_text =
    R"(# Basis: som det er nu. Byt tallene i data/ ud med jeres egne; alle nøgler står i docs/scenario-format.md.
# Baseline: as it is now. Replace the figures in data/ by your own; every key stands in docs/scenario-format.md.
samspil: 1
title: {da: "Eksempelby, som det er nu", en: "Example town as it is now"}
data: ../data
# Perioden begynder på en mandag; indkøringen før den lader modellen falde til ro.
# The period begins on a Monday; the burn-in before it lets the model settle.
period: {start: 2021-01-04, weeks: 104, burn_in_weeks: 104}
run: {replications: 10, seed: 1}
policy: {visitation_rule: minimum, gap_policy: stay_forebyggende}
organisation: {model: areas_1, leadership: single}   # areas_1: organisation.csv
)";

constexpr std::string_view option_text =
    R"(# Et alternativ siger kun, hvad der er anderledes.   An option says only what is different.
samspil: 1
title: {da: "Eksempel: flere pladser i klubben i Nord", en: "Example: more places in the club of Nord"}
extends: basis.yaml
interventions:
  - type: change_places
    date: 2021-07-05
    target: {centre: lc-nord}
    params: {offer: klub, places: 40}
)";

void write(const fs::path& file, std::string_view text)
{
    std::ofstream stream(file, std::ios::binary);
    stream << text;
    stream.close();
    if (!stream)
        throw IoError(IoError::Cause::unwritable, file.string(), Text{"kan ikke skrives", "cannot be written"});
}

/// About 500 citizens 65+; ten of each sex and age up to 84, fewer after.
std::string example_population()
{
    std::string rows;
    for (const char* sex : {"F", "M"}) {
        for (int age = 55; age <= 100; ++age) {
            rows +=
                fmt::format("2015,all,{},{},{},assumed,example\n", sex, age, age < 85 ? 10 : std::max(1, 100 - age));
        }
    }
    return rows;
}

/// A risk that grows by a tenth a year.
std::string example_lifetable()
{
    std::string rows;
    for (const char* sex : {"F", "M"}) {
        double q = 0.006;
        for (int age = 60; age <= 109; ++age) {
            rows += fmt::format("2015,{},{},{:.4f},assumed,example\n", sex, age, std::min(q, 0.6));
            q *= 1.1;
        }
    }
    return rows;
}

constexpr std::string_view readme_text =
    R"(# Eksempelby / Example town

Alle tal er eksempler (`assumed`). Byt dem ud tabel for tabel, og skriv kilden i sidste kolonne. Linjer der begynder
med `#`, læses ikke. TABELLER.md siger, hvad hver kolonne er, hvem der har tallene, og hvad I gør uden dem.

All figures are examples (`assumed`). Replace them table by table, and write the source in the last column. Lines that
begin with `#` are not read. TABELLER.md (in Danish) says what every column is, who has the figures and what to do
without them; the remarks in the tables say it in short.

    samspil validate scenarios/basis.yaml scenarios/flere-pladser.yaml
    samspil run scenarios/basis.yaml scenarios/flere-pladser.yaml -o results
    samspil compare results/basis.h5 results/flere-pladser.h5
)";

constexpr std::string_view tables_heading =
    R"(# Tabellerne

Samme afsnit som i docs/data-guide.da.md. Mærkerne (`tag`): `source` står i en kilde, `derived` er regnet ud af kilder,
`recalled` er husket, `assumed` er antaget. Et lånt tal begynder sin kilde (`source`) med ordet `lånt`.
)";

constexpr std::string_view aarhus_readme_text =
    R"(# Fra Aarhus / From Aarhus

Tabeller og scenarier er Aarhus'. En række med en kilde begynder sin kilde med `lånt: Aarhus`: byt den ud med jeres egen,
og skriv jeres egen kilde. `samspil validate` tæller, hvad der er eget, lånt og antaget. TABELLER.md siger, hvad hver kolonne
er. Kilder og licenser står i data/aarhus/README.md.

Tables and scenarios are those of Aarhus. A row with a source begins it with `lånt: Aarhus` (borrowed): replace it by your
own and write your own source. `samspil validate` counts what is own, borrowed and assumed. Sources and licences stand in
data/aarhus/README.md.

    samspil validate scenarios/aarhus/basis.yaml
)";

/// What a cell of the column holds, in a few words for the second remark.
std::string holds(const Column& column, Language language)
{
    const bool danish = language == Language::da;
    std::string text = unit_after(column.unit).in(language);
    if (!text.empty()) return text.substr(1);
    switch (column.kind) {
    case Column::Kind::integer:
        return danish ? "helt tal" : "whole number";
    case Column::Kind::number:
        return danish ? "tal" : "number";
    case Column::Kind::id:
    case Column::Kind::dotted_id:
        return "id";
    case Column::Kind::word:
        return fmt::format("{}", fmt::join(column.words, danish ? " eller " : " or "));
    case Column::Kind::text:
        return danish ? "tekst" : "text";
    case Column::Kind::date:
        return danish ? "dato" : "date";
    }
    return {};
}

/// Rows in the dialect of a language.
class Sheet {
public:
    explicit Sheet(Language language) : dialect_(language == Language::da ? CsvDialect::da : CsvDialect::rfc4180)
    {
        if (dialect_ == CsvDialect::da) text_ = "\xEF\xBB\xBF";
    }
    void cell(std::string_view text) { raw(csv_cell(text, dialect_)); }
    void number(std::string text)
    {
        if (dialect_ == CsvDialect::da) std::replace(text.begin(), text.end(), '.', ',');
        raw(text);
    }
    void end_row()
    {
        text_ += dialect_ == CsvDialect::da ? "\r\n" : "\n";
        fresh_ = true;
    }
    std::string take() { return std::move(text_); }

private:
    void raw(const std::string& cell)
    {
        if (!fresh_) text_ += dialect_ == CsvDialect::da ? ';' : ',';
        text_ += cell;
        fresh_ = false;
    }
    CsvDialect dialect_;
    std::string text_;
    bool fresh_ = true;
};

std::string example_rows(const TableInfo& info)
{
    if (info.name == "population") return example_population();
    if (info.name == "lifetable") return example_lifetable();
    return std::string(info.example);
}

std::string header_of(const TableInfo& info)
{
    std::string text;
    for (const Column& column : info.columns)
        text += (text.empty() ? "" : ",") + std::string(column.key);
    return text + "\n";
}

void copy_folder(const fs::path& from, const fs::path& to)
{
    std::error_code error;
    make_folder(to.parent_path().string());
    fs::copy(from, to, fs::copy_options::recursive, error);
    if (error) throw IoError(IoError::Cause::unwritable, to.string(), system_reason(error.value()));
}

} // namespace

std::string example_table(std::string_view name, Language language)
{
    const TableInfo* info = find_table(name);
    SAMSPIL_EXPECT(info != nullptr, "the table exists");
    Sheet sheet(language);
    for (const Column& column : info->columns)
        sheet.cell(column.key);
    sheet.end_row();
    std::string before = "# ";
    for (const Column& column : info->columns)
        sheet.cell(std::exchange(before, "") + std::string(column.label.in(language)));
    sheet.end_row();
    before = "# ";
    for (const Column& column : info->columns)
        sheet.cell(std::exchange(before, "") + holds(column, language));
    sheet.end_row();
    Diagnostics found;
    const auto csv = parse_csv(header_of(*info) + example_rows(*info), std::string(name), found);
    SAMSPIL_EXPECT(csv && !found.has_errors(), "the example rows fit their columns");
    for (const auto& row : csv->rows) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            const bool number = info->columns[c].kind == Column::Kind::number;
            number ? sheet.number(row[c].text) : sheet.cell(row[c].text);
        }
        sheet.end_row();
    }
    return sheet.take();
}

void write_blank_project(const fs::path& folder, Language language)
{
    make_folder((folder / "data").string());
    make_folder((folder / "scenarios").string());
    for (const TableInfo& table : table_infos())
        write(folder / "data" / (std::string(table.name) + ".csv"), example_table(table.name, language));
    write(folder / "scenarios" / "basis.yaml", scenario_text);
    write(folder / "scenarios" / "flere-pladser.yaml", option_text);
    write(folder / "README.md", readme_text);
    write(folder / "TABELLER.md", std::string(tables_heading) + table_guide_text());
}

std::string marked_as_borrowed(const std::string& table, const std::string& file)
{
    Diagnostics unheard; // shipped tables; what is wrong with one is said when it is read
    const auto csv = parse_csv(table, file, unheard);
    if (!csv) return table;
    const auto column = [&](std::string_view key) {
        const auto found =
            std::find_if(csv->header.begin(), csv->header.end(), [&](const Cell& c) { return c.text == key; });
        return static_cast<std::size_t>(found - csv->header.begin());
    };
    const std::size_t tag = column("tag"), source = column("source");
    if (source == csv->header.size() || tag == csv->header.size()) return table;
    Sheet sheet(Language::en);
    for (const Cell& cell : csv->header)
        sheet.cell(cell.text);
    sheet.end_row();
    for (const auto& row : csv->rows) {
        const bool known = row[tag].text == id_of(Evidence::source) || row[tag].text == id_of(Evidence::derived);
        for (std::size_t c = 0; c < row.size(); ++c) {
            if (c == source)
                sheet.cell((known ? "lånt: Aarhus; " : "") + row[c].text);
            else if (parse_number(row[c].text))
                sheet.number(row[c].text); // a sign is no formula
            else
                sheet.cell(row[c].text);
        }
        sheet.end_row();
    }
    return sheet.take();
}

void copy_aarhus_project(const fs::path& from, const fs::path& folder)
{
    make_folder(folder.string());
    write(folder / "README.md", aarhus_readme_text);
    write(folder / "TABELLER.md", std::string(tables_heading) + table_guide_text());
    copy_folder(from / "scenarios" / "aarhus", folder / "scenarios" / "aarhus");
    for (const auto& tables : fs::directory_iterator(from / "data")) {
        if (!tables.path().filename().string().starts_with("aarhus")) continue;
        const fs::path to = folder / "data" / tables.path().filename();
        copy_folder(tables.path(), to);
        for (const auto& entry : fs::directory_iterator(to)) {
            if (entry.path().extension() != ".csv") continue;
            const std::string file = entry.path().string();
            write(entry.path(), marked_as_borrowed(read_whole_file(file), file));
        }
    }
}

} // namespace samspil
