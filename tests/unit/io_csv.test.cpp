// SPDX-License-Identifier: MPL-2.0
// What spreadsheets leave in a table beside its figures.
#include "engine/io/tables.hpp"
#include "tests/support/catch.hpp"

#include <array>

using namespace samspil;

namespace {

/// offers.csv from text; a diagnostic fails.
Table offers(const std::string& text)
{
    Diagnostics found;
    auto table = read_table(*find_table("offers"), text, "offers.csv", found);
    std::string all;
    for (const Diagnostic& one : found.items())
        all += format(one, Language::en) + "\n";
    INFO(all);
    REQUIRE(table.has_value());
    CHECK(found.items().empty());
    CHECK(table->complete);
    return std::move(*table);
}

} // namespace

TEST_CASE("remarks between the rows are not read, whatever they hold", "[io][unit]")
{
    const Table plain = offers("centre,offer,places,tag,source\na,klub,12,assumed,x\n");
    for (const char* text :
         {"# offers of the town\ncentre,offer,places,tag,source\na,klub,12,assumed,x\n",
          "centre,offer,places,tag,source\n# id,word,places,tag,text\na,klub,12,assumed,x\n",
          "#;;\r\ncentre;offer;places;tag;source\r\n# hus; et; to\r\na;klub;12;assumed;x\r\n#\r\n"}) {
        const Table remarked = offers(text);
        REQUIRE(remarked.rows.size() == 1);
        CHECK(remarked.rows[0].numbers == plain.rows[0].numbers);
        CHECK(remarked.rows[0].texts == plain.rows[0].texts);
    }
    CHECK(offers("centre,offer,places,tag,source\na,klub,12,assumed,# 4\n").rows.size() == 1);
}

TEST_CASE("a date is read as written or as a Danish spreadsheet turns it round, never guessed", "[io][unit]")
{
    constexpr std::array columns{Column{"id", Column::Kind::id, "", 0, 0, {}},
                                 Column{"start", Column::Kind::date, "", 0, 0, {}, true}};
    const TableInfo info{"made", {"lavet", "made"}, false, columns, 1, ""};
    const auto start = [&](const std::string& text) -> std::string {
        Diagnostics found;
        const auto table = read_table(info, text, "made.csv", found);
        REQUIRE(table.has_value());
        return table->complete ? table->rows.at(0).texts[1] : "refused";
    };
    CHECK(start("id;start\na;2026-01-31\n") == "2026-01-31");
    CHECK(start("id;start\na;31-01-2026\n") == "2026-01-31");
    CHECK(start("id;start\na;\n").empty());
    CHECK(start("id;start\na;31-02-2026\n") == "refused");
    CHECK(start("id;start\na;01/02/2026\n") == "refused");
    CHECK(start("id,start\na,31-01-2026\n") == "refused");
    CHECK(start("id,start\na,2026-01-31\n") == "2026-01-31");
}

TEST_CASE("empty columns and rows to the right of and below the figures are not read", "[io][unit]")
{
    const Table table = offers("centre;offer;places;tag;source;;\r\na;klub;12;assumed;x;;\r\n;;;;;;\r\n;;;;;;\r\n");
    CHECK(table.rows.size() == 1);
    CHECK(table.dialect.decimal_comma());
}
