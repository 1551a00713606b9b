// SPDX-License-Identifier: MPL-2.0
// Outlines from their table to a result, and that no result depends on them.
#include "engine/io/result_file.hpp"
#include "engine/io/scenario_file.hpp"
#include "engine/io/solved_table.hpp"
#include "engine/io/tables.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/made_result.hpp"
#include "tests/support/scenario_folder.hpp"

#include <algorithm>

using namespace samspil;
namespace fs = std::filesystem;

namespace {

const std::vector<Neighbourhood> places{{7, "nord", "Nord", 0, 0, 0, 0.5, true, {}}, {3, "syd", "Syd", 0, 0, 0, 0.5, true, {}}};

std::vector<Outline> outlines_in(const std::string& rows)
{
    Diagnostics found;
    const auto table = read_table(*find_table("outlines"), "neighbourhood,ring,point,x_m,y_m,tag,source\n" + rows, "outlines.csv", found);
    REQUIRE(table);
    auto outlines = outlines_of(*table, places, true, found);
    REQUIRE(found.items().empty());
    return outlines;
}

LoadedScenario loaded(const fs::path& file)
{
    Diagnostics found;
    auto scenario = load_scenario(file, {}, found);
    REQUIRE(scenario);
    return std::move(*scenario);
}

/// Whether an odd number of the neighbourhood's rings surrounds its point.
bool surrounded(const Neighbourhood& place, const std::vector<Outline>& outlines)
{
    bool odd = false;
    for (const Outline& outline : outlines) {
        if (outline.neighbourhood != place.key) continue;
        MapPoint a = outline.points.back();
        for (const MapPoint b : outline.points) {
            const double across = a.x_m + (b.x_m - a.x_m) * double(place.y_m - a.y_m) / double(b.y_m - a.y_m);
            if ((a.y_m > place.y_m) != (b.y_m > place.y_m) && place.x_m < across) odd = !odd;
            a = b;
        }
    }
    return odd;
}

} // namespace

TEST_CASE("rings come by neighbourhood, ring and point, whatever the order of the rows", "[io][unit]")
{
    const auto outlines = outlines_in("syd,0,3,500009,6100009,assumed,a\n"
                                      "syd,0,10,500000,6100009,assumed,a\n"
                                      "nord,1,0,600000,6200000,assumed,b\n"
                                      "nord,1,1,600009,6200000,assumed,b\n"
                                      "nord,1,2,600009,6200009,assumed,b\n"
                                      "nord,0,0,550000,6200000,assumed,c\n"
                                      "nord,0,2,550009,6200009,assumed,c\n"
                                      "nord,0,1,550009,6200000,assumed,c\n"
                                      "syd,0,1,500000,6100000,assumed,a\n");
    REQUIRE(outlines.size() == 3);
    CHECK(outlines[0] == Outline{7, {{550000, 6200000}, {550009, 6200000}, {550009, 6200009}}, "c"});
    CHECK(outlines[1] == Outline{7, {{600000, 6200000}, {600009, 6200000}, {600009, 6200009}}, "b"});
    CHECK(outlines[2] == Outline{3, {{500000, 6100000}, {500009, 6100009}, {500000, 6100009}}, "a"});
}

TEST_CASE("a ring whose first point is said again at the end is the same ring", "[io][unit]")
{
    const std::string three = "syd,0,0,500000,6100000,assumed,a\nsyd,0,1,500009,6100009,assumed,a\nsyd,0,2,500000,6100009,assumed,a\n";
    CHECK(outlines_in(three) == outlines_in(three + "syd,0,3,500000,6100000,assumed,a\n"));
}

TEST_CASE("the outlines of every municipality surround the points of its neighbourhoods", "[io][unit]")
{
    for (const char* file : {"aarhus/basis.yaml", "aarhus/i-dag.yaml", "copenhagen/basis.yaml", "minimal.yaml"}) {
        const LoadedScenario town = loaded(fs::path(SAMSPIL_SOURCE_DIR) / "scenarios" / file);
        for (const Neighbourhood& place : town.scenario.neighbourhoods) {
            INFO(file << " " << place.id);
            CHECK(surrounded(place, town.outlines));
        }
        for (const Outline& outline : town.outlines) CHECK_FALSE(outline.source.empty());
    }
}

TEST_CASE("outlines are an input on record, but neither part of a scenario nor of what constants are solved on", "[io][unit]")
{
    const testing::TemporaryFolder folder;
    fs::copy(fs::path(SAMSPIL_SOURCE_DIR) / "data" / "toy", folder / "data");
    testing::write_file(folder / "scenarios" / "by.yaml", "samspil: 1\ndata: ../data\norganisation: {model: areas_1}\n"
                                                          "period: {start: 2021-01-04, weeks: 104, burn_in_weeks: 104}\n");
    const LoadedScenario with = loaded(folder / "scenarios" / "by.yaml");
    const std::string digest = digest_of_tables(folder / "data");
    fs::remove(folder / "data" / "outlines.csv");
    const LoadedScenario without = loaded(folder / "scenarios" / "by.yaml");
    CHECK(with.outlines.size() == 2);
    CHECK(without.outlines.empty());
    CHECK(with.inputs.size() == without.inputs.size() + 1);
    CHECK(std::any_of(with.inputs.begin(), with.inputs.end(), [](const InputDigest& i) { return i.path == "data/outlines.csv"; }));
    CHECK(with.resolved_text == without.resolved_text);
    CHECK(digest == digest_of_tables(folder / "data"));
}
