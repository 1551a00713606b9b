// SPDX-License-Identifier: MPL-2.0
// Houses and neighbourhoods that lie where nobody would go are told of.
#include "engine/model/check_positions.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/options.hpp"
#include "tests/support/warned.hpp"

#include <algorithm>
#include <utility>

using namespace samspil;

namespace {

std::vector<std::string> warned(const Scenario& town) { return testing::warned_paths(check_positions, town); }

using Paths = std::vector<std::string>;

} // namespace

TEST_CASE("coordinates the wrong way round are told of, and houses under one roof that lie apart", "[unit]")
{
    const Scenario toy = options::toy();
    CHECK(warned(toy).empty());
    CHECK(warned(options::aarhus("basis.yaml", 0, 52)).empty());

    Scenario swapped_house = toy;
    std::swap(swapped_house.centres[0].x_m, swapped_house.centres[0].y_m);
    CHECK(warned(swapped_house) == Paths{"centres." + toy.centres[0].id + ".x_m"});

    Scenario swapped_place = toy;
    std::swap(swapped_place.neighbourhoods[1].x_m, swapped_place.neighbourhoods[1].y_m);
    const Paths found = warned(swapped_place); // with two, each is far from the other
    CHECK(std::count(found.begin(), found.end(), "neighbourhoods." + toy.neighbourhoods[1].id + ".x_m") == 1);
    CHECK(found.size() >= 3); // and so are the houses that are listed there

    Scenario one_roof = toy; // 2.7 km apart
    one_roof.centres[1].same_roof_as = toy.centres[0].id;
    CHECK(warned(one_roof) == Paths{"centres." + toy.centres[1].id + ".same_roof_as"});

    Scenario alone = toy;
    alone.neighbourhoods.resize(1);
    for (Centre& house : alone.centres) house.neighbourhood = 0;
    CHECK(warned(alone).empty());
}
