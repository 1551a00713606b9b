// SPDX-License-Identifier: MPL-2.0
// What is written reads back equal: resolved scenarios, starter projects, and tables in both dialects.
#include "engine/io/scenario_file.hpp"
#include "engine/io/starter.hpp"
#include "engine/io/tables.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenario_folder.hpp"

#include <algorithm>

using namespace samspil;
using testing::TemporaryFolder;
using testing::text_of_file;
using testing::write_file;
namespace fs = std::filesystem;

namespace {

std::vector<fs::path> shipped()
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(SAMSPIL_SOURCE_DIR) / "scenarios")) {
        const std::string folder = entry.path().parent_path().filename().string();
        const bool plan = folder == "plans" || folder == "nation"; // of studies and nations; no scenarios
        if (entry.path().extension() == ".yaml" && !plan) files.push_back(entry.path());
    }
    return files;
}

LoadedScenario load(const fs::path& file, std::vector<Override> sets = {})
{
    Diagnostics found;
    auto loaded = load_scenario(file, sets, found);
    std::string all;
    for (const Diagnostic& one : found.items())
        all += format(one, Language::en) + "\n";
    INFO(all);
    REQUIRE(loaded.has_value());
    return *loaded;
}

/// A table as a Danish spreadsheet writes it: semicolons, decimal comma in number cells, CRLF.
std::string as_danish(const TableInfo& info, const std::string& text)
{
    Diagnostics found;
    const auto csv = parse_csv(text, "x.csv", found);
    std::string out;
    const auto row = [&](const std::vector<Cell>& cells, bool header) {
        for (std::size_t c = 0; c < cells.size(); ++c) {
            std::string cell = cells[c].text;
            const auto column = std::find_if(info.columns.begin(), info.columns.end(),
                                             [&](const Column& k) { return k.key == csv->header[c].text; });
            if (!header && column->kind == Column::Kind::number) std::replace(cell.begin(), cell.end(), '.', ',');
            std::string quoted = "\"";
            for (const char letter : cell)
                quoted += letter == '"' ? "\"\"" : std::string(1, letter);
            out += (c ? ";" : "") + (cell.find_first_of(";\"\n") == std::string::npos ? cell : quoted + "\"");
        }
        out += "\r\n";
    };
    row(csv->header, true);
    for (const auto& cells : csv->rows)
        row(cells, false);
    return out;
}

/// Latin-1 letters of a UTF-8 text as single bytes.
std::string as_windows_1252(const std::string& text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xE0U) == 0xC0U) {
            out += static_cast<char>((byte & 0x1FU) << 6 | (static_cast<unsigned char>(text[i + 1]) & 0x3FU));
            ++i;
        } else {
            out += text[i];
        }
    }
    return out;
}

} // namespace

TEST_CASE("every shipped scenario is without errors", "[io][property]")
{
    const auto files = shipped();
    CHECK(files.size() >= 8);
    for (const fs::path& file : files)
        load(file);
}

TEST_CASE("a resolved scenario reads back as itself", "[io][property]")
{
    for (const fs::path& file : shipped()) {
        INFO(file.string());
        const LoadedScenario loaded =
            load(file, {{"assumptions.h_v", "0.0412345678901"},
                        {"title.da", "\"Tegn \\\" \\\\ og ø: # -\""},
                        {"goals", "[reach.municipal, {kpi: travel.over_30, relevance: 0.02}]"}});
        Diagnostics found;
        const auto again = load_resolved(loaded.resolved_text, loaded.project, loaded.scenario.id, {}, found);
        REQUIRE(again.has_value());
        CHECK(again->resolved_text == loaded.resolved_text);
        CHECK(again->scenario.title == loaded.scenario.title);
        for (const std::string& path : paths_of(loaded.scenario)) {
            CHECK(value_at(loaded.scenario, path) == value_at(again->scenario, path));
        }
    }
}

TEST_CASE("values set for houses and interventions stand in the resolved scenario", "[io][property]")
{
    const fs::path file = fs::path(SAMSPIL_SOURCE_DIR) / "scenarios/aarhus/tre-distrikter.yaml";
    const LoadedScenario loaded = load(file, {{"centres.lc-trojborg.offers.klub.places", "41"},
                                              {"centres.lc-trojborg.open", "false"},
                                              {"interventions.1.params.part_shock", "false"}});
    Diagnostics found;
    const auto again = load_resolved(loaded.resolved_text, loaded.project, loaded.scenario.id, {}, found);
    REQUIRE(again.has_value());
    CHECK(again->resolved_text == loaded.resolved_text);
    const Centre& house =
        again->scenario.centres[static_cast<std::size_t>(again->scenario.centre_index("lc-trojborg"))];
    CHECK(house.places[0] == 41);
    CHECK_FALSE(house.open);
    CHECK_FALSE(again->scenario.interventions[0].parts.shock);
    CHECK(again->scenario.interventions[0].parts.sharing);
}

TEST_CASE("the starter project is without errors", "[io][property]")
{
    const TemporaryFolder folder;
    write_blank_project(folder / "ny");
    const LoadedScenario loaded = load(folder / "ny/scenarios/basis.yaml");
    CHECK(loaded.scenario.centres.size() == 2);
    CHECK(loaded.scenario.roads.size() == 1);
}

TEST_CASE("tables as a Danish spreadsheet writes them read equal to plain ones", "[io][property]")
{
    const fs::path aarhus = fs::path(SAMSPIL_SOURCE_DIR) / "data" / "aarhus";
    for (const TableInfo& info : table_infos()) {
        const fs::path file = aarhus / (std::string(info.name) + ".csv");
        if (!fs::exists(file)) continue;
        const std::string plain = text_of_file(file);
        const std::string danish = as_danish(info, plain);
        for (const std::string& text : {"\xEF\xBB\xBF" + danish, as_windows_1252(danish), "sep=;\r\n" + danish}) {
            INFO(info.name);
            Diagnostics found;
            const auto first = read_table(info, plain, "plain.csv", found);
            const auto second = read_table(info, text, "danish.csv", found);
            std::string all;
            for (const Diagnostic& one : found.items())
                all += format(one, Language::en) + "\n";
            INFO(all);
            REQUIRE(first.has_value());
            REQUIRE(second.has_value());
            REQUIRE(first->rows.size() == second->rows.size());
            CHECK(second->complete);
            CHECK(second->dialect.decimal_comma());
            for (std::size_t r = 0; r < first->rows.size(); ++r) {
                CHECK(first->rows[r].numbers == second->rows[r].numbers);
                for (std::size_t c = 0; c < info.columns.size(); ++c) {
                    const auto kind = info.columns[c].kind;
                    if (kind != Column::Kind::number) CHECK(first->rows[r].texts[c] == second->rows[r].texts[c]);
                }
            }
        }
    }
}
