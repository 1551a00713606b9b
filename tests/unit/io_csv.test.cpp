// SPDX-License-Identifier: MPL-2.0
// What spreadsheets leave in a table beside its figures.
#include "engine/io/tables.hpp"
#include "tests/support/catch.hpp"

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

TEST_CASE("empty columns and rows to the right of and below the figures are not read", "[io][unit]")
{
    const Table table = offers("centre;offer;places;tag;source;;\r\na;klub;12;assumed;x;;\r\n;;;;;;\r\n;;;;;;\r\n");
    CHECK(table.rows.size() == 1);
    CHECK(table.dialect.decimal_comma());
}
