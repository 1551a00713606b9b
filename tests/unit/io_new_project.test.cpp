// SPDX-License-Identifier: MPL-2.0
// A municipality of one's own: the folder to begin in, what its figures rest on, and the guide to its tables.
#include "engine/io/completeness.hpp"
#include "engine/io/scenario_file.hpp"
#include "engine/io/starter.hpp"
#include "engine/io/table_guide.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenario_folder.hpp"

#include <algorithm>

using namespace samspil;
namespace fs = std::filesystem;

namespace {

LoadedScenario loaded(const fs::path& file)
{
    Diagnostics found;
    auto scenario = load_scenario(file, {}, found);
    std::string all;
    for (const Diagnostic& one : found.items())
        all += format(one, Language::en) + "\n";
    INFO(all);
    CHECK(found.items().empty());
    REQUIRE(scenario.has_value());
    return std::move(*scenario);
}

} // namespace

TEST_CASE("a new project holds every table of the program and is without a remark in either language", "[io][unit]")
{
    const testing::TemporaryFolder folder;
    write_blank_project(folder / "da", Language::da);
    write_blank_project(folder / "en", Language::en);
    for (const TableInfo& info : table_infos()) {
        const std::string file = std::string(info.name) + ".csv";
        const std::string text = testing::text_of_file(folder / "da" / "data" / file);
        CHECK(text.starts_with("\xEF\xBB\xBF" + std::string(info.columns[0].key) + ";"));
        CHECK(testing::text_of_file(folder / "en" / "data" / file).starts_with(std::string(info.columns[0].key) + ","));
    }
    for (const char* name : {"basis.yaml", "flere-pladser.yaml"}) {
        const LoadedScenario danish = loaded(folder / "da" / "scenarios" / name);
        CHECK(danish.resolved_text == loaded(folder / "en" / "scenarios" / name).resolved_text);
        for (const TableFooting& table : danish.tables)
            CHECK(table.rows.all() == table.rows.assumed);
    }
}

TEST_CASE("a figure is own by its tag, borrowed by the first word of its source, else assumed", "[io][unit]")
{
    CHECK(footing_of(Evidence::source, "FOLK1A, 1. januar 2024") == Footing::own);
    CHECK(footing_of(Evidence::derived, "vælgertal, hvor andre har lånt") == Footing::own);
    CHECK(footing_of(Evidence::source, "lånt: København 2024") == Footing::borrowed);
    CHECK(footing_of(Evidence::derived, "Borrowed: Copenhagen 2024") == Footing::borrowed);
    CHECK(footing_of(Evidence::assumed, "lånt: København 2024") == Footing::assumed);
    CHECK(footing_of(Evidence::recalled, "telefon 3. maj") == Footing::assumed);
}

TEST_CASE("the register of assumptions counts every value once, own when a scenario sets it", "[io][unit]")
{
    const testing::TemporaryFolder folder;
    write_blank_project(folder / "by");
    const fs::path file = folder / "by/scenarios/basis.yaml";
    const FootingCount before = register_footing(loaded(file));
    CHECK(before.all() == static_cast<int>(parameter_fields().size()));
    CHECK(before.own == 0);
    testing::write_file(file, testing::text_of_file(file) + "assumptions: {wage_staff: 300}\n");
    const FootingCount after = register_footing(loaded(file));
    CHECK(after.own == 1);
    CHECK(after.all() == before.all());
}

TEST_CASE("tables are replaced in the order of the guide, those that are own already not at all", "[io][unit]")
{
    std::vector<TableFooting> tables;
    for (const TableInfo& info : table_infos())
        tables.push_back({&info, {0, 0, 3}, {}});
    auto first = replace_first(tables, 5);
    REQUIRE(first.size() == 5);
    for (std::size_t i = 0; i < first.size(); ++i)
        CHECK(first[i]->info->name == table_guides()[i].table);
    for (TableFooting& table : tables)
        if (table.info->name == "population") table.rows = {3, 0, 0};
    first = replace_first(tables, 100);
    for (const TableFooting* one : first) {
        CHECK(one->info->name != "population");
        CHECK(one->info->name != "solved");
    }
}

TEST_CASE("tables taken over from Aarhus say they are borrowed and keep every figure", "[io][unit]")
{
    const fs::path aarhus = fs::path(SAMSPIL_SOURCE_DIR) / "data" / "aarhus";
    for (const TableInfo& info : table_infos()) {
        const fs::path file = aarhus / (std::string(info.name) + ".csv");
        if (!fs::exists(file)) continue;
        INFO(info.name);
        Diagnostics found;
        const std::string text = testing::text_of_file(file);
        const auto before = read_table(info, text, "before.csv", found);
        const auto after = read_table(info, marked_as_borrowed(text, "after.csv"), "after.csv", found);
        CHECK(found.items().empty());
        REQUIRE((before && after));
        REQUIRE(before->rows.size() == after->rows.size());
        for (std::size_t r = 0; r < before->rows.size(); ++r)
            CHECK(before->rows[r].numbers == after->rows[r].numbers);
        CHECK(footing_of(*after).rows.own == 0);
        CHECK(footing_of(*after).rows.assumed == footing_of(*before).rows.assumed);
    }
}

TEST_CASE("the guide says every column of every table, and no other", "[io][unit]")
{
    const std::string text = table_guide_text();
    for (const TableInfo& info : table_infos()) {
        const std::size_t from = text.find("\n### " + std::string(info.name) + ".csv");
        INFO(info.name);
        REQUIRE(from != std::string::npos);
        const std::string section = text.substr(from, text.find("\n### ", from + 1) - from);
        for (const Column& column : info.columns)
            CHECK(section.find("| `" + std::string(column.key) + "` |") != std::string::npos);
        if (info.required) CHECK(find_guide(info.name) != nullptr);
    }
    for (const TableGuide& guide : table_guides()) {
        const TableInfo* info = find_table(guide.table);
        INFO(guide.table);
        if (info == nullptr) continue; // of a module this version does not have
        for (const ColumnNote& note : guide.notes) {
            INFO(note.column);
            CHECK(std::any_of(info->columns.begin(), info->columns.end(),
                              [&](const Column& column) { return column.key == note.column; }));
        }
    }
}

TEST_CASE("the tables of docs/data-guide.da.md are those of the program", "[io][unit]")
{
    const std::string page = testing::text_of_file(fs::path(SAMSPIL_SOURCE_DIR) / "docs" / "data-guide.da.md");
    // Made again by: samspil schema --tables docs/data-guide.da.md
    CHECK(page == with_table_guide(page));
    CHECK(with_table_guide("a page without the marks").empty());
}
