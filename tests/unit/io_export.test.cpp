// SPDX-License-Identifier: MPL-2.0
// Tables leave the house in both dialects, every number once, and no cell is a formula.
#include "engine/io/export.hpp"
#include "engine/io/whole_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/made_result.hpp"

#include <algorithm>

using namespace samspil;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::UnorderedEquals;

TEST_CASE("A cell that a spreadsheet would run is written as text")
{
    const auto plain = CsvDialect::rfc4180;
    CHECK(csv_cell("=1+1", plain) == "'=1+1");
    CHECK(csv_cell("+45", plain) == "'+45");
    CHECK(csv_cell("-x", plain) == "'-x");
    CHECK(csv_cell("@SUM", plain) == "'@SUM");
    CHECK(csv_cell("\tx", plain) == "'\tx");
    CHECK(csv_cell("=a,\"b\"", plain) == "\"'=a,\"\"b\"\"\"");
    CHECK(csv_cell("a;b", plain) == "a;b");
    CHECK(csv_cell("a;b", CsvDialect::da) == "\"a;b\"");
    CHECK(csv_cell(-0.5, plain) == "-0.5");
    CHECK(csv_cell(-0.5, CsvDialect::da) == "-0,5");
    CHECK(csv_cell(no_prior, plain).empty());
}

TEST_CASE("An exported result has every number once, under its keys")
{
    const made::Folder folder;
    const Scenario town = made::town();
    write_result(folder / "town.h5", made::head(town, 2), made::replications(town, 2));
    const ResultFile file = open_result(folder / "town.h5");
    const auto paths = export_csv(file, folder / "csv", CsvDialect::rfc4180);
    CHECK(paths.size() == series_table().size() + 6);
    CHECK_THAT(paths, UnorderedEquals(made::inside(folder / "csv", csv_names(file)))); // what is in the way is known beforehand
    const auto lines = [](const std::string& text) { return std::count(text.begin(), text.end(), '\n'); };

    const std::string kpis = read_whole_file(folder / "csv/kpi.csv");
    CHECK(lines(kpis) == 1 + 2 * static_cast<long>(kpi_table().size()));
    CHECK_THAT(kpis, ContainsSubstring("1,reach.klub,1,share,"));
    const std::string users = read_whole_file(folder / "csv/weekly_users.csv");
    CHECK(lines(users) == 1 + 2 * 6 * 3 * 4);
    CHECK(users.starts_with("replication,week,date,centre,offer,value,unit\r\n"));
    // replication 1, week 1, centre lc-12 (1), offer forebyggende (1): 1000 + 12 + 4 + 1
    CHECK_THAT(users, ContainsSubstring("1,1,2021-01-11,lc-12,forebyggende,1017,persons\r\n"));
    CHECK_THAT(read_whole_file(folder / "csv/centres.csv"), ContainsSubstring(",'=Søndervang,"));
    CHECK_THAT(read_whole_file(folder / "csv/life_courses.csv"), ContainsSubstring("18446744073709551615,2,died,none,0,0,0"));

    export_csv(file, folder / "da", CsvDialect::da);
    CHECK_THAT(read_whole_file(folder / "da/kpi.csv"), ContainsSubstring("\xEF\xBB\xBFreplication;kpi;value"));
    CHECK_THAT(read_whole_file(folder / "da/kpi.csv"), ContainsSubstring("0;reach.forebyggende;0,1;share;"));
    const std::string json = read_whole_file(export_json(file, folder / "json").at(0));
    CHECK_THAT(json, ContainsSubstring("null")); // the KPI that is undefined
    CHECK_THAT(json, ContainsSubstring("\"extent\": [2, 6, 3, 4], \"values\": [0,1,2,"));
}
