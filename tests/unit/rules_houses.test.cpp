// SPDX-License-Identifier: MPL-2.0
// Houses that open and close, and roads that do not exist.
#include "engine/simulation/simulation.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/worlds.hpp"

#include <memory>

using namespace samspil;

namespace {

Simulation after(const Scenario& scenario, int weeks)
{
    Simulation simulation(std::make_shared<const Premises>(scenario), {{3, 0}});
    for (int week = 0; week < weeks; ++week) simulation.step({});
    return simulation;
}

} // namespace

TEST_CASE("a house that opens comes with its volunteers and can fill its club", "[rules]")
{
    Scenario scenario = worlds::busy_toy(10, 52);
    scenario.centres[0].open = false;
    Intervention opening;
    opening.type = InterventionType::open_centre;
    opening.date = scenario.period.start + 7 * 5;
    opening.centre = scenario.centres[0].id;
    scenario.interventions = {opening};
    const std::int16_t klub = Premises(scenario).unit_of[0][index_of(Offer::klub)];
    REQUIRE(klub != no_unit);

    const Simulation before = after(scenario, 15);
    CHECK(before.world().centres[0].volunteers == 0);
    CHECK(before.world().units[static_cast<std::size_t>(klub)].offered == 0);
    const Simulation opened = after(scenario, 17);
    CHECK(opened.world().centres[0].volunteers > scenario.centres[0].volunteers / 2);
    CHECK(opened.world().units[static_cast<std::size_t>(klub)].offered > 0);
}

TEST_CASE("nobody attends a house that no road leads to", "[rules]")
{
    Scenario scenario = worlds::busy_toy(52, 104);
    REQUIRE(scenario.neighbourhoods.size() >= 2);
    scenario.roads = {{0, 0, 0.0}}; // roads are given, and none joins the two neighbourhoods
    const Simulation simulation = after(scenario, 120);
    int users = 0;
    for (const Citizen& citizen : simulation.world().citizens) {
        if (citizen.unit == no_unit) continue;
        ++users;
        const int centre = simulation.premises().units[static_cast<std::size_t>(citizen.unit)].centre;
        CHECK(simulation.premises().travel.extra(citizen.neighbourhood, centre) >= 0);
    }
    CHECK(users > 10);
}
