// SPDX-License-Identifier: MPL-2.0
// People against data nobody fitted (docs/validation.md): Aarhus from 2008 to 2014 and 2020, Copenhagen's districts from
// 2005 to 2015, Aarhus from 2026 to the official projection. Three replications each; chance moves a total of 40,000 by
// about 60 persons, so the bounds are about the model, not about luck. Command: test_statistical "[people]".
#include "tests/support/catch.hpp"
#include "tests/support/people.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

using namespace samspil;

namespace {

constexpr int replications = 3;
// A start table is scaled by hand-computed survival, which knows neither that residents of nursing homes do not move nor
// that taking part helps: the run comes out that much higher among the oldest.
constexpr double scaled = 0.015;
constexpr int oldest = 100; // the tables before 2015 end there

double official_total(const Scenario& scenario, int year, bool old)
{
    const auto found = std::find_if(scenario.projection.begin(), scenario.projection.end(), [&](const PopulationTotal& t) { return t.year == year; });
    REQUIRE(found != scenario.projection.end());
    return old ? found->persons_80plus : found->persons_65_79;
}

} // namespace

TEST_CASE("Aarhus from the table of 2008 holds the people of 2014 and 2020", "[people][slow]")
{
    // Cohorts of 55 and older in 2008 are in its table. Those who turn 65 in 2018 and 2019 were younger: they come from the
    // tables of those years, as an observed boundary. Mortality is that of the middle of the period.
    const auto keep = [](const PopulationCount& row) { return row.year == 2008 || ((row.year == 2018 || row.year == 2019) && row.age == 64); };
    Scenario scenario = people::beginning("aarhus/basis", {2008, 1, 7}, 12, keep);
    scenario.assumptions.lifetable_year = 2014;
    const Scenario tables = people::beginning("aarhus/basis", {2008, 1, 7}, 12, [](const PopulationCount&) { return true; });
    const std::vector<int> years{2014, 2020};
    const auto found = people::on_new_year(scenario, years, replications, oldest);
    for (std::size_t y = 0; y < years.size(); ++y) {
        const people::Standing official = people::table(tables, years[y], oldest);
        fmt::print("Aarhus, 1 January {}, from the table of 2008\n", years[y]);
        people::print_cells(official, found[y]);
        people::print_row("all 65-100", official.between(65, 200), found[y].between(65, 200), 2);
        people::print_row("65-79", official.between(65, 80), found[y].between(65, 80), 2);
        people::print_row("80-100", official.between(80, 200), found[y].between(80, 200), 2);
        CHECK(found[y].between(65, 200) == Approx(official.between(65, 200)).epsilon(0.02));
        for (const Sex sex : {Sex::male, Sex::female}) {
            for (std::size_t g = 0; g + 1 < people::group_from.size(); ++g) { // a guard, wider than what is hoped for
                const double expected = official.cell(sex, g);
                INFO(years[y] << (sex == Sex::male ? " men " : " women ") << people::group_from[g] << ": " << found[y].cell(sex, g) << " against " << expected);
                CHECK(std::abs(found[y].cell(sex, g) - expected) < 0.12 * expected);
            }
        }
    }
}

TEST_CASE("Copenhagen's districts from the table of 2005 to 2015, hit or miss", "[people][slow]")
{
    const auto keep = [](const PopulationCount& row) { return row.year == 2005; };
    Scenario scenario = people::beginning("copenhagen/basis", {2005, 1, 3}, 10, keep);
    scenario.assumptions.lifetable_year = 2010;
    const Scenario tables = people::beginning("copenhagen/basis", {2005, 1, 3}, 10, [](const PopulationCount&) { return true; });
    const people::Standing official = people::table(tables, 2015);
    const people::Standing found = people::on_new_year(scenario, {2015}, replications)[0];
    fmt::print("Copenhagen, 1 January 2015, from the table of 2005\n");
    people::print_cells(official, found);
    people::print_row("all 65+", official.between(65, 200), found.between(65, 200), 2);
    people::print_row("65-79", official.between(65, 80), found.between(65, 80), 5);
    people::print_row("80+", official.between(80, 200), found.between(80, 200), 5);
    double everywhere = 0;
    for (std::size_t d = 0; d < scenario.neighbourhoods.size(); ++d) {
        const auto at = static_cast<int>(d);
        const std::string& name = scenario.neighbourhoods[d].name;
        people::print_row(name + " 65-79", official.between(65, 80, at), found.between(65, 80, at), 5);
        people::print_row(name + " 80+", official.between(80, 200, at), found.between(80, 200, at), 5);
        everywhere += found.between(65, 200, at);
    }
    people::print_by_neighbourhood(scenario, official, found);
    CHECK(everywhere == Approx(found.between(65, 200)).epsilon(1e-12));
    CHECK(found.between(65, 200) == Approx(official.between(65, 200)).epsilon(0.05));
}

TEST_CASE("Aarhus today stands on the official figures of 2026 and is set beside the projection to 2040", "[people][slow]")
{
    Scenario scenario = people::beginning("aarhus/i-dag", {2020, 1, 6}, 20, [](const PopulationCount&) { return true; });
    const std::vector<int> years{2026, 2030, 2035, 2040};
    const auto found = people::on_new_year(scenario, years, replications);
    fmt::print("Aarhus from 2026, beside Statistics Denmark\n");
    for (std::size_t y = 0; y < years.size(); ++y) {
        const double young = official_total(scenario, years[y], false), old = official_total(scenario, years[y], true);
        people::print_row(fmt::format("{} 65-79", years[y]), young, found[y].between(65, 80), years[y] == 2026 ? 1.5 : 5);
        people::print_row(fmt::format("{} 80+", years[y]), old, found[y].between(80, 200), years[y] == 2026 ? 1.5 : 5);
    }
    CHECK(found[0].between(65, 80) == Approx(official_total(scenario, 2026, false)).epsilon(scaled));
    CHECK(found[0].between(80, 200) == Approx(official_total(scenario, 2026, true)).epsilon(scaled));
}

TEST_CASE("Copenhagen's baseline stands on the counted citizens of 2024 and is set beside the city's projection", "[people][slow]")
{
    // Those of 65-79 are a boundary from 2024 on (data/copenhagen/README.md): only 80+ is a result.
    const Scenario scenario = people::beginning("copenhagen/basis", {2018, 1, 1}, 16, [](const PopulationCount&) { return true; });
    const std::vector<int> years{2024, 2026, 2030, 2034};
    const auto found = people::on_new_year(scenario, years, replications);
    fmt::print("Copenhagen from 2024, beside the city's own figures\n");
    for (std::size_t y = 0; y < years.size(); ++y) {
        const double young = official_total(scenario, years[y], false), old = official_total(scenario, years[y], true);
        people::print_row(fmt::format("{} 65-79", years[y]), young, found[y].between(65, 80), years[y] == 2024 ? 1.5 : 5);
        people::print_row(fmt::format("{} 80+", years[y]), old, found[y].between(80, 200), years[y] == 2024 ? 1.5 : 5);
    }
    CHECK(found[0].between(65, 80) == Approx(official_total(scenario, 2024, false)).epsilon(scaled));
    CHECK(found[0].between(80, 200) == Approx(official_total(scenario, 2024, true)).epsilon(scaled));
}
