// SPDX-License-Identifier: MPL-2.0
// Houses that open and close, with their clubs, volunteers and steering, and roads that do not exist.
#include "engine/rules/places.hpp"
#include "engine/simulation/simulation.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/worlds.hpp"

#include <algorithm>
#include <memory>
#include <set>

using namespace samspil;

namespace {

Simulation after(const Scenario& scenario, int weeks)
{
    Simulation simulation(std::make_shared<const Premises>(scenario), {{3, 0}});
    for (int week = 0; week < weeks; ++week) simulation.step({});
    return simulation;
}

Intervention change(const Scenario& scenario, InterventionType type, std::size_t centre, int week)
{
    Intervention made;
    made.type = type;
    set_defaults(kind_of(type).params, &made);
    made.centre = scenario.centres[centre].id;
    made.date = scenario.period.start + 7 * week;
    return made;
}

int open_clubs(const Simulation& simulation, std::size_t centre)
{
    const auto unit = static_cast<std::size_t>(simulation.premises().unit_of[centre][index_of(Offer::klub)]);
    const auto& clubs = simulation.world().people.clubs[unit];
    return static_cast<int>(std::count_if(clubs.begin(), clubs.end(), [](const Club& club) { return club.open; }));
}

std::set<std::uint64_t> volunteers_of(const Simulation& simulation, int centre)
{
    std::set<std::uint64_t> keys;
    for (const Volunteer& volunteer : simulation.world().volunteers)
        if (volunteer.centre == centre) keys.insert(volunteer.key);
    return keys;
}

} // namespace

TEST_CASE("the clubs of a house end with it, and with its klub", "[rules]")
{
    Scenario scenario = worlds::busy_toy(52, 104);
    const auto klub = index_of(Offer::klub);
    scenario.centres[1].places[klub] = 20;
    Intervention end = change(scenario, InterventionType::close_centre, 0, 10);
    SECTION("closed") {}
    SECTION("converted")
    {
        end = change(scenario, InterventionType::convert_offer, 0, 10);
        end.offer = static_cast<int>(klub);
        end.choice = static_cast<int>(index_of(Offer::forebyggende));
        end.places = scenario.centres[0].places[klub];
    }
    scenario.interventions = {end};
    REQUIRE(open_clubs(after(scenario, 62), 0) > 0);
    CHECK(open_clubs(after(scenario, 64), 0) == 0);
    CHECK(open_clubs(after(scenario, 100), 0) == 0);
}

TEST_CASE("a house that closes leaves no stop of intake and no extra places to the one that opens there", "[rules]")
{
    const Scenario scenario = worlds::busy_toy(10, 52);
    Simulation simulation = after(scenario, 15);
    Proposals out;
    out.change.resize(scenario.neighbourhoods.size(), simulation.premises().units.size(), scenario.centres.size());
    Moment moment{simulation.premises(), simulation.world(), {3, 0}, simulation.world().week, out};
    HouseMoney& house = moment.world.money.houses[0];
    house.stopped.fill(true);
    house.extra_places = 3;
    moment.world.money.houses[1].extra_places = 2;
    close_house(moment, 0, 4);
    CHECK(std::none_of(house.stopped.begin(), house.stopped.end(), [](bool stopped) { return stopped; }));
    CHECK(house.extra_places == 0);
    CHECK(moment.world.money.houses[1].extra_places == 2);
}

TEST_CASE("who has followed one merger may stay away from the next", "[rules]")
{
    Scenario scenario = worlds::busy_toy(10, 104);
    for (Centre& centre : scenario.centres) centre.volunteers = 400;
    scenario.centres.push_back(scenario.centres.back());
    scenario.centres.back().key = 205;
    scenario.centres.back().id = "lc-third";
    scenario.assumptions.places.volunteers_follow = 0.5;
    Intervention first = change(scenario, InterventionType::merge, 0, 4), second = change(scenario, InterventionType::merge, 1, 6);
    first.to = scenario.centres[1].id;
    second.to = scenario.centres[2].id;
    scenario.interventions = {first, second};
    const auto at_first = volunteers_of(after(scenario, 14), 0), at_second = volunteers_of(after(scenario, 16), 1);
    const auto at_third = volunteers_of(after(scenario, 17), 2);
    int followed = 0, followed_again = 0;
    for (const std::uint64_t key : at_first) {
        if (!at_second.contains(key)) continue;
        ++followed;
        followed_again += at_third.contains(key) ? 1 : 0;
    }
    INFO(followed << " of " << at_first.size() << ", then " << followed_again);
    REQUIRE(followed > 100);
    CHECK(followed_again > followed * 35 / 100);
    CHECK(followed_again < followed * 65 / 100);
}

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
