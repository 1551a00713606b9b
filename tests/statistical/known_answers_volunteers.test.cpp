// SPDX-License-Identifier: MPL-2.0
// V14 of docs/model.md 9.1: with a constant rate of stopping and nobody asked for too much, the stock of volunteers
// settles at arrivals over that rate, from above and from below. Houses are independent units; 3 standard errors each
// (3 comparisons: one right engine in 120 would fail were the seed random). Exact: who starts with too few ends with the
// same volunteers as who starts with too many, since arrivals and stays are keyed by house and number.
#include "engine/simulation/simulation.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/worlds.hpp"

#include <cmath>
#include <memory>

using namespace samspil;
using namespace samspil::worlds;

namespace {

constexpr int houses = 200;
constexpr Chance chance{2021, 7};
constexpr Week soon = 5 * 52, at_last = 60 * 52;
constexpr double arrivals_a_year = 900, stops_a_year = 0.18; // 5,000 volunteers, 25 in a house

Scenario volunteer_town(int at_start)
{
    Scenario scenario = town(houses, 0); // nobody but volunteers lives here
    scenario.period = {scenario.period.start + 7 * (at_last - 1), 1, at_last - 1};
    Parameters& p = scenario.assumptions;
    p.rec_ext = arrivals_a_year;
    p.q0 = stops_a_year;
    p.b_ten = p.b_burden = 0;
    for (Centre& centre : scenario.centres) centre.volunteers = at_start;
    return scenario;
}

/// Volunteers in a house, over houses.
Estimate stock(const World& world)
{
    std::vector<double> heads;
    for (const CentreState& house : world.centres) heads.push_back(house.volunteers);
    return mean_of(heads);
}

/// Of r arrivals a week, each stays ceil(E / q) weeks on the grid instead of E / q.
const double weekly_stop = stops_a_year * years_per_week;
const double settled = arrivals_a_year * years_per_week / houses / -std::expm1(-weekly_stop);

} // namespace

TEST_CASE("V14: volunteers settle at arrivals over the rate of stopping, whether there were too few or too many")
{
    CHECK(settled == Approx(arrivals_a_year / stops_a_year / houses).epsilon(0.002)); // what whole weeks cost
    std::vector<std::vector<int>> at_the_end;
    for (const int at_start : {1, 50}) {
        const Scenario scenario = volunteer_town(at_start);
        Simulation simulation(std::make_shared<const Premises>(scenario), {chance, 8192, 0.0});
        while (simulation.week() < soon) simulation.step({});
        const double left = std::exp(-soon * weekly_stop);
        const Estimate early = stock(simulation.world());
        INFO("from " << at_start << ": after 5 years " << early.mean << " +- " << early.se << ", expected " << settled + (at_start - settled) * left);
        CHECK(early.holds(settled + (at_start - settled) * left));
        while (!simulation.is_finished()) simulation.step({});
        const Estimate late = stock(simulation.world());
        INFO("after 60 years " << late.mean << " +- " << late.se << ", expected " << settled);
        CHECK(late.holds(settled));
        CHECK(late.se < 0.02 * settled); // else the comparison says nothing
        at_the_end.emplace_back();
        for (const CentreState& house : simulation.world().centres) at_the_end.back().push_back(house.volunteers);
    }
    CHECK(at_the_end[0] == at_the_end[1]);
}
