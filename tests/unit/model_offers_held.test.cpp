// SPDX-License-Identifier: MPL-2.0
// A house can take whatever mergers bring to it: the units of its offers are there from the start (docs/model.md 7.19).
#include "engine/model/offers_held.hpp"
#include "engine/simulation/simulation.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/worlds.hpp"

#include <memory>

using namespace samspil;

namespace {

constexpr int burn_in = 4;

Scenario three_houses()
{
    Scenario scenario = worlds::town(3, 5);
    scenario.period.burn_in_weeks = burn_in;
    scenario.period.weeks = 52;
    return scenario;
}

Intervention change(const Scenario& scenario, InterventionType type, std::size_t centre, int week, std::size_t to = 0)
{
    Intervention made;
    made.type = type;
    set_defaults(kind_of(type).params, &made);
    made.centre = scenario.centres[centre].id;
    if (type == InterventionType::merge) made.to = scenario.centres[to].id;
    made.date = scenario.period.start + 7 * week;
    return made;
}

Simulation after(const Scenario& scenario, int weeks)
{
    Simulation simulation(std::make_shared<const Premises>(scenario), {{3, 0}});
    for (int week = 0; week < weeks; ++week) simulation.step({});
    return simulation;
}

} // namespace

TEST_CASE("a house has room for whatever mergers may bring along, also what the first house got later", "[rules]")
{
    Scenario scenario = three_houses();
    const auto hjem = index_of(Offer::vedligeholdende_hjem), klub = index_of(Offer::klub);
    scenario.centres[1].places = scenario.centres[2].places = {};
    scenario.centres[1].places[klub] = scenario.centres[2].places[klub] = 5;
    scenario.centres[0].places[hjem] = 7;
    Intervention first = change(scenario, InterventionType::merge, 0, 10, 1), second = change(scenario, InterventionType::merge, 1, 20, 2);
    scenario.interventions = {first, second};
    SECTION("a merger of what a merger brought") {}
    SECTION("a merger of what was added")
    {
        scenario.centres[0].places[hjem] = 0;
        Intervention added = change(scenario, InterventionType::change_places, 0, 5);
        added.offer = static_cast<int>(hjem);
        added.places = 7;
        scenario.interventions.insert(scenario.interventions.begin(), added);
    }
    SECTION("a merger of a satellite")
    {
        scenario.centres[0].places[hjem] = 0;
        Intervention added = change(scenario, InterventionType::satellite, 0, 5);
        added.to = scenario.centres[2].id;
        added.offer = static_cast<int>(hjem);
        added.places = 7;
        scenario.interventions.insert(scenario.interventions.begin(), added);
    }
    const Simulation end = after(scenario, burn_in + 22);
    CHECK(end.premises().unit_of[2][hjem] != no_unit);
    CHECK(end.world().centres[2].places[hjem] == 7);
    CHECK(end.world().units[static_cast<std::size_t>(end.premises().unit_of[2][hjem])].offered > 0);
    scenario.interventions.back().flag = false; // the places stay behind
    CHECK_FALSE(offers_ever_held(scenario)[2][hjem]);
}
