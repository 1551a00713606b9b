// SPDX-License-Identifier: MPL-2.0
#include "engine/io/starter.hpp"

#include "engine/base/errors.hpp"
#include "engine/io/tables.hpp"
#include "engine/io/values.hpp"

#include <algorithm>
#include <fstream>

namespace samspil {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view scenario_text =
    R"(# Et tomt udgangspunkt: byt tallene i data/ ud med jeres egne.   A blank start: replace the figures in data/ by your own.
samspil: 1
title: {da: "Eksempelby", en: "Example town"}
data: ../data
period: {start: 2021-01-04, weeks: 104, burn_in_weeks: 104}
run: {replications: 10, seed: 1}
policy: {visitation_rule: minimum, gap_policy: stay_forebyggende}
organisation: {model: areas_1, leadership: single}
)";

void write(const fs::path& file, std::string_view text)
{
    std::ofstream stream(file, std::ios::binary);
    stream << text;
    stream.close();
    if (!stream) throw IoError(IoError::Cause::unwritable, file.string(), Text{"kan ikke skrives", "cannot be written"});
}

void make_folder(const fs::path& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw IoError(IoError::Cause::unwritable, folder.string(), system_reason(error.value()));
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

std::string readme()
{
    std::string text =
        "# Eksempelby / Example town\n\n"
        "Alle tal er eksempler (`assumed`). Byt dem ud tabel for tabel, og skriv kilden i sidste kolonne.\n"
        "All figures are examples (`assumed`). Replace them table by table, and write the source in the last "
        "column.\n\n"
        "    samspil validate scenarios/basis.yaml\n    samspil run scenarios/basis.yaml -o results\n\n"
        "Tabeller / Tables (enhed / unit):\n";
    for (const TableInfo& table : table_infos()) {
        text += fmt::format("\n`data/{}.csv` {} / {}{}\n\n", table.name, table.label.da, table.label.en,
                            table.required ? "" : " (valgfri / optional)");
        for (const Column& column : table.columns) {
            const std::string unit = column.unit.empty() ? "" : fmt::format(" ({})", column.unit);
            const std::string words = column.words.empty() ? "" : fmt::format(": {}", fmt::join(column.words, ", "));
            text += fmt::format("- `{}` {} / {}{}{}\n", column.key, column.label.da, column.label.en, unit, words);
        }
    }
    return text;
}

void copy_folder(const fs::path& from, const fs::path& to)
{
    std::error_code error;
    make_folder(to.parent_path());
    fs::copy(from, to, fs::copy_options::recursive, error);
    if (error) throw IoError(IoError::Cause::unwritable, to.string(), system_reason(error.value()));
}

} // namespace

std::string example_table(std::string_view name)
{
    const TableInfo* info = find_table(name);
    SAMSPIL_EXPECT(info != nullptr, "the table exists");
    std::string text;
    for (const Column& column : info->columns)
        text += (text.empty() ? "" : ",") + std::string(column.key);
    text += "\n";
    if (name == "population") return text + example_population();
    if (name == "lifetable") return text + example_lifetable();
    return text + std::string(info->example);
}

void write_blank_project(const fs::path& folder)
{
    make_folder(folder / "data");
    make_folder(folder / "scenarios");
    for (const TableInfo& table : table_infos()) {
        write(folder / "data" / (std::string(table.name) + ".csv"), example_table(table.name));
    }
    write(folder / "scenarios" / "basis.yaml", scenario_text);
    write(folder / "README.md", readme());
}

void copy_aarhus_project(const fs::path& from, const fs::path& folder)
{
    copy_folder(from / "data" / "aarhus", folder / "data" / "aarhus");
    copy_folder(from / "scenarios" / "aarhus", folder / "scenarios" / "aarhus");
}

} // namespace samspil
