// SPDX-License-Identifier: MPL-2.0
// Places that follow the municipality's own citizens (docs/model.md 8.1).
#include "engine/model/calendar.hpp"
#include "engine/rules/rules.hpp"
#include "engine/simulation/simulation.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/worlds.hpp"

#include <cmath>
#include <memory>

using namespace samspil;

namespace {

constexpr int pop65 = 1, pop80 = 2;
constexpr int burn_in = 60;

Scenario toy(int regulation)
{
    Scenario scenario = worlds::busy_toy(burn_in, 160);
    scenario.policy.demography_regulation = regulation;
    return scenario;
}

std::int64_t citizens(const World& world, Week youngest)
{
    std::int64_t sum = 0;
    for (const Citizen& c : world.citizens) {
        sum += (c.residence == Residence::home || c.residence == Residence::nursing_home) && world.week - c.week_65 >= youngest ? 1 : 0;
    }
    return sum;
}

int places(const World& world, Offer offer)
{
    int sum = 0;
    for (const CentreState& centre : world.centres) sum += centre.places[index_of(offer)];
    return sum;
}

/// The first 1 January of the period that is not its first week.
Week new_year(const Scenario& scenario)
{
    const Calendar calendar = scenario.calendar();
    return calendar.week(day_of({calendar.year(burn_in) + 1, 1, 1}));
}

/// A world at the start of its period, with what the policy needs to know; its week can be set on.
struct Town {
    Premises premises;
    World world;
    explicit Town(const Scenario& scenario) : premises(scenario)
    {
        Simulation simulation(std::make_shared<const Premises>(scenario), {{7, 0}});
        while (simulation.week() < burn_in) simulation.step({});
        world = simulation.world();
        regulate(premises, world);
    }
    /// Everybody of an even row dies or moves: about half are left.
    void halve()
    {
        for (std::size_t row = 0; row < world.citizens.size(); row += 2) {
            if (world.citizens.holds(row)) world.citizens[row].residence = Residence::dead;
        }
    }
};

} // namespace

TEST_CASE("Places follow the citizens of the municipality on 1 January", "[rules]")
{
    const int regulation = GENERATE(pop65, pop80);
    const Week youngest = regulation == pop65 ? 0 : 783;
    Scenario scenario = toy(regulation);
    for (Centre& centre : scenario.centres) centre.places = {40, 30, 20, 10};
    Town town(scenario);
    const double before = static_cast<double>(citizens(town.world, youngest));
    town.halve();
    const double factor = static_cast<double>(citizens(town.world, youngest)) / before;
    REQUIRE(factor < 0.7);

    town.world.week = new_year(scenario) - 1;
    regulate(town.premises, town.world);
    CHECK(places(town.world, Offer::klub) == 40 * static_cast<int>(scenario.centres.size()));
    town.world.week = new_year(scenario);
    const double now = static_cast<double>(citizens(town.world, youngest)) / before; // some have turned 80 by the calendar alone
    regulate(town.premises, town.world);
    const std::array decided{40, 30, 20, 10};
    for (const Offer offer : offers) {
        const double exact = now * decided[index_of(offer)] * static_cast<double>(scenario.centres.size());
        CHECK(std::abs(places(town.world, offer) - exact) <= 0.501);
    }
}

TEST_CASE("Small houses share out what rounding leaves, and never lose their last place", "[rules]")
{
    Scenario scenario = toy(pop65);
    for (Centre& centre : scenario.centres) centre.places = {1, 3, 3, 3};
    Town town(scenario);
    const double before = static_cast<double>(citizens(town.world, 0));
    town.halve();
    const double factor = static_cast<double>(citizens(town.world, 0)) / before;
    town.world.week = new_year(scenario);
    regulate(town.premises, town.world);
    CHECK(places(town.world, Offer::forebyggende) == static_cast<int>(std::floor(3 * factor * static_cast<double>(scenario.centres.size()) + 0.5)));
    for (const CentreState& centre : town.world.centres) CHECK(centre.places[index_of(Offer::klub)] == 1);
}

TEST_CASE("Places decided in the period follow from the level they were decided at", "[rules]")
{
    Scenario scenario = toy(pop65);
    for (Centre& centre : scenario.centres) centre.places = {40, 40, 40, 40};
    Town town(scenario);
    town.halve();
    town.world.week = new_year(scenario);
    regulate(town.premises, town.world);
    for (CentreState& centre : town.world.centres) centre.places[index_of(Offer::klub)] = 100;
    town.world.week += 53; // the same citizens a year later
    while (town.premises.half_year(town.world.week) % 2 != 0 ||
           town.premises.half_year_begin(town.premises.half_year(town.world.week)) != town.world.week) {
        --town.world.week;
    }
    const int others = places(town.world, Offer::forebyggende);
    regulate(town.premises, town.world);
    CHECK(places(town.world, Offer::klub) == 100 * static_cast<int>(scenario.centres.size()));
    CHECK(places(town.world, Offer::forebyggende) == others);
}

TEST_CASE("Places follow nobody during the burn-in, and none leaves every bit as it was", "[rules]")
{
    Scenario none = toy(0), follows = toy(pop65);
    for (Scenario* scenario : {&none, &follows}) {
        for (Centre& centre : scenario->centres) centre.places.fill(500); // so many that a few citizens more or less show
    }
    Simulation simulation(std::make_shared<const Premises>(follows), {{7, 0}});
    while (simulation.week() < burn_in) simulation.step({});
    CHECK(simulation.world().regulation.decided.empty());

    Scenario stays = follows; // no 1 January in the period: nothing to follow
    const Week until = new_year(follows);
    stays.period.weeks = until - burn_in - 1;
    Scenario same = none;
    same.period.weeks = stays.period.weeks;
    CHECK(worlds::difference(worlds::run(same, {5, 0}), worlds::run(stays, {5, 0})).empty());
    CHECK_FALSE(worlds::difference(worlds::run(none, {5, 0}), worlds::run(follows, {5, 0})).empty());
}
