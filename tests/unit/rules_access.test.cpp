// SPDX-License-Identifier: MPL-2.0
// The visitator's backlog and the start interview (docs/model.md 7.4, 7.7).
#include "engine/rules/access.hpp"
#include "engine/simulation/simulation.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/stage.hpp"
#include "tests/support/worlds.hpp"

#include <algorithm>
#include <memory>

using namespace samspil;

TEST_CASE("cases are decided first come first served, within the hours there are", "[rules]")
{
    Scenario scenario = worlds::busy_toy(0, 200);
    scenario.policy.access.visitator_hours = 2.5; // shorter than one new case: they are saved up for it
    scenario.policy.access.decision_weeks = 1;
    Simulation simulation(std::make_shared<const Premises>(scenario), {{3, 0}});
    std::vector<AccessCase> before;
    std::int64_t minutes = 0, decisions = 0;
    for (int week = 0; week < 200; ++week) {
        simulation.step({});
        const std::vector<AccessCase>& now = simulation.world().access.backlog;
        const AccessCounts& counts = simulation.world().counts.access;
        minutes += counts.visitator_minutes;
        decisions += counts.decisions;
        CHECK(minutes <= (week + 1) * 150);
        CHECK(std::is_sorted(now.begin(), now.end()));
        // What is left of last week's backlog is its end: nobody was passed over.
        const auto newcomers = std::find_if(now.begin(), now.end(), [&](const AccessCase& c) { return c.since == week; });
        const auto kept = static_cast<std::ptrdiff_t>(newcomers - now.begin());
        REQUIRE(kept <= static_cast<std::ptrdiff_t>(before.size()));
        CHECK(std::equal(now.begin(), newcomers, before.end() - kept));
        before = now;
    }
    CHECK(decisions > 100);
    CHECK(before.size() > 10);
    CHECK(minutes > 190 * 150); // and no hour was idle while somebody waited
    for (const AccessCase& waits : before) {
        const Citizen& citizen = simulation.world().citizens[waits.row];
        CHECK((citizen.id == waits.person || !simulation.world().citizens.holds(waits.row))); // or is gone, and still in the backlog
    }
}

TEST_CASE("without a limit on hours a decision takes the least time and no longer", "[rules]")
{
    Scenario scenario = worlds::busy_toy(52, 104);
    scenario.policy.access.decision_weeks = 3;
    const ReplicationResult result = worlds::run(scenario, {3, 0}, {}, 0);
    CHECK(result.kpis[*find_kpi("access.decision_wait")] == 3);
}

TEST_CASE("a start interview has one to five activities on scales of 1 to 10 and falls with the scores", "[rules]")
{
    const Scenario scenario = worlds::town(1, 1);
    const Premises premises(scenario);
    double high = 0, low = 0;
    bool fewest = false, most = false;
    for (std::uint64_t person = 1; person <= 500; ++person) {
        const Interview well = interview_of(premises, {1, 0}, person, 4042, {0, 0, 0, 0});
        const Interview badly = interview_of(premises, {1, 0}, person, 4042, {4, 3, 3, 4});
        REQUIRE(well.activities >= 1);
        REQUIRE(well.activities <= most_activities);
        CHECK(well.activities == badly.activities);
        fewest = fewest || well.activities == 1;
        most = most || well.activities == most_activities;
        for (std::size_t k = 0; k < static_cast<std::size_t>(well.activities); ++k) {
            for (const int value : {well.importance[k], well.performance[k], well.satisfaction[k], badly.performance[k]}) {
                CHECK((value >= 1 && value <= 10));
            }
            CHECK(well.performance[k] >= badly.performance[k]);
        }
        high += well.performance[0];
        low += badly.performance[0];
    }
    CHECK((fewest && most));
    CHECK(high / 500 > 8);
    CHECK(low / 500 < 4);
}

TEST_CASE("home-bound is mobility 4 and an activity that goes badly; without interviews mobility 4 alone", "[rules]")
{
    Scenario scenario = worlds::town(1, 1);
    scenario.assumptions.access.copm_problem = 1;
    const Premises strict(scenario);
    Citizen citizen;
    int bound = 0;
    for (citizen.id = 1; citizen.id <= 300; ++citizen.id) bound += home_bound(strict, {1, 0}, citizen, 0, {4, 3, 3, 4}) ? 1 : 0;
    CHECK(bound > 0);
    CHECK(bound < 300);
    CHECK_FALSE(home_bound(strict, {1, 0}, citizen, 0, {3, 3, 3, 4}));
    scenario.mechanisms.access.start_interview = false;
    const Premises without(scenario);
    for (citizen.id = 1; citizen.id <= 300; ++citizen.id) CHECK(home_bound(without, {1, 0}, citizen, 0, {4, 3, 3, 4}));
}

TEST_CASE("under the Elderly Act those of 65 and 66 stay under the Service Act", "[rules]")
{
    const Scenario scenario = worlds::town(1, 1);
    const Premises premises(scenario);
    World world;
    world.week = 200;
    Citizen citizen;
    citizen.week_65 = 200 - 104;
    CHECK(law_of(premises, world, citizen) == Law::sel_2010);
    world.access.law = Law::ael_2025;
    CHECK(law_of(premises, world, citizen) == Law::sel_2010);
    citizen.week_65 = 200 - 105;
    CHECK(law_of(premises, world, citizen) == Law::ael_2025);
}
