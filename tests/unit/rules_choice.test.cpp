// SPDX-License-Identifier: MPL-2.0
// Who must choose, chooses; and the quick look at an alternative gives the answer of the full comparison.
#include "engine/random/choice.hpp"
#include "engine/rules/rules.hpp"
#include "engine/simulation/simulation.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/worlds.hpp"

#include <memory>
#include <vector>

using namespace samspil;

TEST_CASE("who moves on from an offer always names a house, if there is one to name", "[rules]")
{
    const Scenario scenario = worlds::busy_toy(52, 52);
    Simulation simulation(std::make_shared<const Premises>(scenario), {{1, 0}});
    for (int week = 0; week < 40; ++week) simulation.step({});
    Proposals out;
    out.change.resize(scenario.neighbourhoods.size(), simulation.premises().units.size(), scenario.centres.size());
    Moment moment{simulation.premises(), simulation.world(), {1, 0}, simulation.week(), out};
    int asked = 0, may_stay_away = 0;
    for (std::uint32_t row = 0; row < simulation.world().citizens.size(); ++row) {
        Citizen& citizen = simulation.world().citizens[row];
        if (citizen.residence != Residence::home) continue;
        Entitlement access;
        access.offers[index_of(Offer::vedligeholdende_center)] = true; // the visitator names every house that has it
        access.need = 3;
        ++asked;
        REQUIRE(choose(moment, citizen, row, access, Outside::left_out) != no_unit);
        if (choose(moment, citizen, row, access, Outside::allowed) == no_unit) ++may_stay_away;
    }
    CHECK(asked > 300);
    CHECK(may_stay_away > 0);
}

TEST_CASE("passing over alternatives without logarithms finds the same best one", "[random]")
{
    constexpr std::uint32_t choices = 20000, alternatives = 12;
    constexpr double theta = 0.6;
    const Chance chance{7, 0};
    for (std::uint32_t person = 0; person < choices; ++person) {
        const double nest = nest_noise(chance, person, 1, 4042, theta);
        double best = person % 2 == 0 ? none_noise(chance, person, 4042) : -1e300, quick_best = best;
        int which = -1, quick_which = -1;
        for (std::uint32_t j = 0; j < alternatives; ++j) {
            const double seen = -4.0 + 8.0 * unit(draw4(chance, Purpose::bootstrap, person, j)[0]);
            const double whole = seen + alternative_noise(chance, person, j + 1, 1, 4042, theta, nest);
            if (whole > best) best = whole, which = static_cast<int>(j);
            const double u = alternative_uniform(chance, person, j + 1, 1, 4042);
            if (gumbel_surely_below(u, (quick_best - seen) / theta - nest)) continue;
            const double quick = seen + theta * (gumbel(u) + nest);
            if (quick > quick_best) quick_best = quick, quick_which = static_cast<int>(j);
        }
        REQUIRE(which == quick_which);
        REQUIRE(best == quick_best);
    }
}
