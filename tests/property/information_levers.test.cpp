// SPDX-License-Identifier: MPL-2.0
// Each lever of information moves what it is meant to move, in its direction, in a town of some thousands.
#include "tests/support/catch.hpp"
#include "tests/support/options.hpp"

#include "engine/rules/information.hpp"
#include "engine/simulation/simulation.hpp"

#include <functional>
#include <memory>

using namespace samspil;
using namespace samspil::options;

namespace {

/// 10,000 citizens, 5 years, places enough that a handover is not lost in a queue for places.
Scenario a_town()
{
    Scenario scenario = big_toy();
    scenario.id = "informed-town";
    scenario.period.weeks = 260;
    for (PopulationCount& count : scenario.population) count.persons *= 2;
    give_places_without_limit(scenario);
    scenario.mechanisms.information.bridges = true; // what this is about, though all share the hours
    scenario.assumptions.information.bridge_hours = 0.3;
    scenario.assumptions.information.sens0 = 0.10; // enough are found for a lever to show
    return scenario;
}

double value(const ReplicationResult& result, std::string_view kpi) { return result.kpis[*find_kpi(kpi)]; }

ReplicationResult result_of(const Scenario& scenario) { return run_alone(scenario, {1, Workers(), 8192, 0}).front(); }

const ReplicationResult& base_result()
{
    static const ReplicationResult result = result_of(a_town());
    return result;
}

struct Lever {
    std::string name;
    std::function<void(Scenario&)> pull;
    std::string kpi;
    double least; ///< change of the KPI at least, with its sign
};

Intervention& at_start(Scenario& scenario, InterventionType type) { return intervene(scenario, type, 0); }

} // namespace

TEST_CASE("every lever of information moves the figure it is for")
{
    const std::vector<Lever> levers{
        {"compass_rollout",
         [](Scenario& s) {
             Intervention& i = at_start(s, InterventionType::compass_rollout);
             i.share = 0.7;
             i.weeks = 52;
         },
         "bridges.detected", 100},
        {"training of a share",
         [](Scenario& s) { at_start(s, InterventionType::training).share = 1; }, "bridges.detected", 40},
        {"training of persons",
         [](Scenario& s) { at_start(s, InterventionType::training).persons = 500; }, "bridges.detected", 40},
        {"bridge_capacity, started",
         [](Scenario& s) { at_start(s, InterventionType::bridge_capacity).hours = 20; }, "bridges.bridges_started", 50},
        {"bridge_capacity, uptake",
         [](Scenario& s) { at_start(s, InterventionType::bridge_capacity).hours = 20; }, "bridges.uptake", 0.01},
        {"bridge_capacity in an area",
         [](Scenario& s) {
             Intervention& i = at_start(s, InterventionType::bridge_capacity);
             i.hours = 20;
             i.area = s.centres.front().area;
         },
         "bridges.waiting", -5},
        {"campaign",
         [](Scenario& s) {
             Intervention& i = at_start(s, InterventionType::campaign);
             i.factor = 5;
             i.weeks = 208;
         },
         "awareness.content_nearest", 0.05},
        {"campaign for one house",
         [](Scenario& s) {
             Intervention& i = at_start(s, InterventionType::campaign);
             i.factor = 5;
             i.weeks = 208;
             i.centre = s.centres.front().id;
         },
         "awareness.content_nearest", 0.01},
        {"policy.genlyd off, knowledge", [](Scenario& s) { s.policy.information.genlyd = false; }, "awareness.content_nearest", -0.01},
        {"policy.genlyd off, search", [](Scenario& s) { s.policy.information.genlyd = false; }, "contact.self_search", -10},
        {"policy.colocation", [](Scenario& s) { s.policy.information.colocation = true; }, "bridges.detected", 5},
        {"policy.home_visits off", [](Scenario& s) { s.policy.information.home_visits = false; }, "contact.home_visit", -100},
        {"bridges.csv: more hours",
         [](Scenario& s) { s.bridges = {{1, "genlyd", BridgeKind::genlyd, "", 100, 0, Evidence::assumed, "test"}}; }, "bridges.waiting", -5},
    };
    const ReplicationResult& base = base_result();
    for (const Lever& lever : levers) {
        Scenario option = a_town();
        lever.pull(option);
        const double before = value(base, lever.kpi), after = value(result_of(option), lever.kpi);
        INFO(lever.name << ": " << lever.kpi << " from " << before << " to " << after);
        CHECK((lever.least > 0 ? after - before >= lever.least : after - before <= lever.least));
    }
}

TEST_CASE("a house that becomes a clinic is as much used as one that was a clinic before")
{
    Scenario before = a_town(), becomes = before;
    for (Centre& centre : before.centres) centre.rooms.clinic = true;
    for (const Centre& centre : becomes.centres) {
        Intervention& one = at_start(becomes, InterventionType::profile_change);
        one.centre = centre.id;
        one.choice = static_cast<int>(ProfileKind::health);
    }
    const double was = value(result_of(before), "contact.clinic"), is = value(result_of(becomes), "contact.clinic");
    CHECK(was > 10);
    CHECK(is == Approx(was).epsilon(0.2));
}

TEST_CASE("the chain from contact to staying narrows at every step")
{
    const ReplicationResult& base = base_result();
    CHECK(value(base, "bridges.contacts") > value(base, "bridges.detected"));
    CHECK(value(base, "bridges.detected") > value(base, "bridges.consented"));
    CHECK(value(base, "bridges.consented") > value(base, "bridges.attended"));
    CHECK(value(base, "bridges.attended") > 10);
    CHECK(value(base, "bridges.uptake") < 0.45);
    CHECK(value(base, "bridges.kept_26w") > 0.3);
    CHECK(value(base, "bridges.kept_26w") < 1);
}

TEST_CASE("bridge-builders never give more hours than they have, and the longest waiting is helped first")
{
    const Scenario scenario = a_town();
    Simulation simulation(std::make_shared<const Premises>(scenario), {{2, 0}, 8192, 0});
    std::int64_t used = 0, lost = 0;
    bool waited = false;
    while (!simulation.is_finished() && simulation.week() < 200) {
        simulation.step({});
        for (const BridgePool& pool : simulation.world().information.pools) {
            REQUIRE(pool.used <= pool.minutes);
            used += pool.used;
            for (std::size_t i = 1; i < pool.queue.size(); ++i) REQUIRE(!(pool.queue[i] < pool.queue[i - 1]));
            for (const WaitingForBridge& entry : pool.queue) {
                REQUIRE(entry.lost > entry.since + static_cast<Week>(scenario.assumptions.information.bridge_patience));
                waited = waited || entry.since + 8 < simulation.week();
            }
        }
        lost = simulation.world().counts.information.bridges_lost;
    }
    CHECK(used == simulation.world().counts.information.bridge_minutes);
    CHECK(used > 0);
    CHECK(lost > 0);
    CHECK(waited);
}

TEST_CASE("an information lever that changes nothing leaves every life as it was")
{
    Scenario option = big_toy();
    at_start(option, InterventionType::campaign).factor = 1;
    option.interventions.back().weeks = 10;
    at_start(option, InterventionType::compass_rollout).share = 0;
    option.interventions.back().weeks = 52;
    at_start(option, InterventionType::training).share = 0;
    at_start(option, InterventionType::bridge_capacity).hours = 0;
    CHECK(difference(run_alone(big_toy(), {}), run_alone(option, {})) == "");
}
