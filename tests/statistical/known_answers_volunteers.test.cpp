// SPDX-License-Identifier: MPL-2.0
// V14 of docs/model.md 9.1: with a constant rate of stopping and nobody asked for too much, the stock of volunteers
// settles at arrivals over that rate, from above and from below. Houses are independent units; 3 standard errors each
// (4 comparisons: one right engine in 90 would fail were the seed random).
#include "engine/rules/rules.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/worlds.hpp"

#include <cmath>

using namespace samspil;
using namespace samspil::worlds;

namespace {

constexpr int houses = 200;
constexpr Chance chance{2021, 7};
constexpr double arrivals_a_year = 900, stops_a_year = 0.18; // 5,000 volunteers, 25 in a house

Scenario volunteer_town(int at_start)
{
    Scenario scenario = town(houses, 0);
    Parameters& p = scenario.assumptions;
    p.rec_ext = arrivals_a_year;
    p.q0 = stops_a_year;
    p.b_ten = p.b_burden = 0;
    for (Centre& centre : scenario.centres) centre.volunteers = at_start;
    return scenario;
}

struct Stock {
    World world;
    const Premises& premises;
    explicit Stock(const Premises& at) : premises(at)
    {
        for (const Centre& centre : premises.scenario->centres) {
            CentreState state;
            state.places = centre.places;
            world.centres.push_back(state);
        }
        world.units.resize(premises.units.size());
        world.counts.resize(premises.scenario->neighbourhoods.size(), premises.units.size());
        gather_volunteers(premises, world, chance);
    }
    void year()
    {
        for (int k = 0; k < 52; ++k, ++world.week) update_volunteers(premises, world, chance, world.week);
    }
    Estimate now() const
    {
        std::vector<double> heads;
        for (const CentreState& house : world.centres) heads.push_back(house.volunteers);
        return mean_of(heads);
    }
};

/// Of r arrivals a week, each stays ceil(E / q) weeks on the grid instead of E / q.
const double weekly_stop = stops_a_year * years_per_week;
const double settled = arrivals_a_year * years_per_week / houses / -std::expm1(-weekly_stop);

} // namespace

TEST_CASE("V14: volunteers settle at arrivals over the rate of stopping, whether there were too few or too many")
{
    CHECK(settled == Approx(arrivals_a_year / stops_a_year / houses).epsilon(0.002)); // what whole weeks cost
    for (const int at_start : {1, 50}) {
        const Scenario scenario = volunteer_town(at_start);
        const Premises premises(scenario);
        Stock stock(premises);
        for (int year = 0; year < 5; ++year) stock.year();
        const double left = std::exp(-5 * 52 * weekly_stop);
        const Estimate soon = stock.now();
        INFO("from " << at_start << ": after 5 years " << soon.mean << " +- " << soon.se << ", expected " << settled + (at_start - settled) * left);
        CHECK(soon.holds(settled + (at_start - settled) * left));
        for (int year = 5; year < 60; ++year) stock.year();
        const Estimate late = stock.now();
        INFO("after 60 years " << late.mean << " +- " << late.se << ", expected " << settled);
        CHECK(late.holds(settled));
        CHECK(late.se < 0.02 * settled); // else the comparison says nothing
    }
}
