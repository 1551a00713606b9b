// SPDX-License-Identifier: MPL-2.0
// Numbers that each are allowed and together cannot be meant are told of.
#include "engine/model/check_sizes.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/options.hpp"
#include "tests/support/warned.hpp"

using namespace samspil;

namespace {

std::vector<Diagnostic> warned(const Scenario& town) { return testing::warnings_of(check_sizes, town); }

} // namespace

TEST_CASE("a projection of another size than the population is told of once", "[unit]")
{
    Scenario town = options::toy();
    CHECK(warned(town).empty());
    for (PopulationTotal& total : town.projection) total.persons_65_79 *= 10;
    const auto found = warned(town);
    REQUIRE(found.size() == 1);
    CHECK(found[0].severity == Severity::warning);
    CHECK(found[0].path == "projection");
    CHECK_THAT(found[0].message.da, Catch::Matchers::ContainsSubstring("projection.csv og 500 i population.csv"));
}

TEST_CASE("hours a year and kilometres as metres are told of", "[unit]")
{
    Scenario town = options::toy();
    town.centres.front().volunteers = 60;
    town.centres.front().other_task_hours = 2184;
    town.neighbourhoods.front().radius_m = 80'000;
    const auto found = warned(town);
    REQUIRE(found.size() == 2);
    CHECK(found[0].path == "centres." + town.centres.front().id + ".other_task_hours");
    CHECK(found[0].message.en == "'" + town.centres.front().id + "': 2184 hours a week for 60 volunteers are 36 hours each");
    CHECK(found[1].path == "neighbourhoods." + town.neighbourhoods.front().id + ".radius_m");
}
