// SPDX-License-Identifier: MPL-2.0
// `entry: replacement` (docs/model.md 7.1) as the stationary population that V4 of 9.1 speaks of: ages that are those
// of the life table stay so, and levels that are those of the chain stay so however many die and come. 3 standard
// errors each (19 comparisons: one right engine in 20 would fail were the seed random; it is fixed).
#include "engine/model/hazards.hpp"
#include "engine/simulation/simulation.hpp"
#include "tests/support/baseline.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/worlds.hpp"

#include <cmath>
#include <memory>

using namespace samspil;
using namespace samspil::worlds;

namespace {

constexpr Chance chance{2021, 8};
constexpr std::array<double, 4> stationary{.2075, .2536, .1796, .3593};

/// Nobody goes anywhere but by death, at the rate of the table for all levels; each age holds those left of `entrants`.
Scenario steady_town(double entrants)
{
    Scenario scenario = town(1);
    scenario.period = {*parse_date("2016-01-04"), 20 * 52, 0};
    scenario.assumptions.entry = Entry::replacement;
    scenario.assumptions.consider = 0;
    scenario.assumptions.hr_f = {1, 1, 1, 1};
    scenario.mechanisms.nursing_home = scenario.mechanisms.net_migration = scenario.mechanisms.participation_effect = false;
    return baseline::without_ageing(scenario, entrants);
}

} // namespace

TEST_CASE("with replacement a population that has the ages of the life table keeps them")
{
    const Scenario town = steady_town(4000);
    Simulation simulation(std::make_shared<const Premises>(town), {chance, 8192, 0.0});
    const auto over_80 = [&] {
        std::size_t old = 0;
        for (const Citizen& citizen : simulation.world().citizens) old += simulation.week() - citizen.week_65 >= 783 ? 1 : 0;
        return old;
    };
    simulation.step({});
    const std::size_t all = simulation.world().citizens.size();
    const Estimate at_start = share_of(over_80(), all);
    for (const Week week : {5 * 52, 10 * 52, 20 * 52}) {
        while (simulation.week() < week) simulation.step({});
        const Estimate now = share_of(over_80(), all);
        INFO("week " << week << ": 80 and over " << now.mean << " +- " << now.se << ", at the start " << at_start.mean);
        // The table's oldest age is cut at 101: those beyond, one in two hundred of the old, come with time.
        CHECK(now.holds(at_start.mean, 0.0015));
    }
    CHECK(at_start.mean > 0.25);
}

TEST_CASE("V4: with replacement the levels stay at the stationary shares of the chain while everybody dies and is replaced")
{
    Scenario town = steady_town(4000);
    Parameters& p = town.assumptions;
    p.gam_d = p.gam_r = 0;
    p.level65 = stationary;
    Simulation simulation(std::make_shared<const Premises>(town), {chance, 8192, 0.0});
    for (const Week week : {1, 5 * 52, 10 * 52, 20 * 52}) {
        while (simulation.week() < week) simulation.step({});
        const auto& count = simulation.world().counts.home_by_level;
        std::size_t all = 0;
        for (const std::int64_t n : count) all += static_cast<std::size_t>(n);
        for (std::size_t level = 0; level < 4; ++level) {
            const Estimate seen = share_of(static_cast<std::size_t>(count[level]), all);
            INFO("week " << week << ", level " << level + 1 << ": " << seen.mean << " +- " << seen.se);
            CHECK(seen.holds(stationary[level], 0.0015)); // of which .001 is the weekly grid
        }
    }
}
