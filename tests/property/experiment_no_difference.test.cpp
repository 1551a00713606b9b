// SPDX-License-Identifier: MPL-2.0
// Nothing changed, nothing differs: exactly 0 in every KPI of every replication.
#include "tests/support/catch.hpp"
#include "tests/support/options.hpp"

using namespace samspil;
using namespace samspil::options;

namespace {

/// The two run apart and together; neither way may show a difference.
void check_same(const Scenario& base, const Scenario& option, int replications)
{
    const Way way{replications, Workers(2), 8192, 0.2};
    const auto apart = run_alone(base, way);
    CHECK(difference(apart, run_alone(option, way)) == "");
    const auto together = run_together({&base, &option}, way);
    CHECK(difference(apart, together[0]) == "");
    CHECK(difference(apart, together[1]) == "");
}

} // namespace

TEST_CASE("a scenario compared with itself differs by exactly nothing")
{
    const Scenario town = toy();
    check_same(town, toy(), 6);
}

TEST_CASE("interventions that change nothing differ by exactly nothing")
{
    Scenario base = big_toy();
    base.centres.push_back(base.centres.front());
    base.centres.back().key = 5;
    base.centres.back().id = "lc-lukket";
    base.centres.back().open = false;
    Scenario option = base;
    SECTION("a reorganisation into the same organisation, without a time of change")
    {
        intervene(option, InterventionType::organisation_change);
    }
    SECTION("the visitation rule that holds already") { intervene(option, InterventionType::visitation_rule); }
    SECTION("opening an open house") { intervene(option, InterventionType::open_centre).centre = "lc-norrevang"; }
    SECTION("closing a closed house") { intervene(option, InterventionType::close_centre).centre = "lc-lukket"; }
    SECTION("the number of places there is already")
    {
        Intervention& same = intervene(option, InterventionType::change_places);
        same.centre = "lc-norrevang";
        same.offer = static_cast<int>(index_of(Offer::klub));
        same.places = option.centres.front().places[index_of(Offer::klub)];
    }
    check_same(base, option, 3);
}

TEST_CASE("a change of places planned for later does not change the time before it")
{
    const Scenario base = big_toy();
    for (const Offer offer : offers) {
        Scenario option = base;
        Intervention& more = intervene(option, InterventionType::change_places, 52);
        more.centre = "lc-norrevang";
        more.offer = static_cast<int>(index_of(offer));
        more.places = 50;
        const Simulation a = finished(base), b = finished(option);
        const Week change = base.period.burn_in_weeks + 52;
        const auto lives = differing_lives(a.result().life_courses, b.result().life_courses, {});
        INFO(id_of(offer));
        CHECK(!lives.empty());
        CHECK(std::all_of(lives.begin(), lives.end(), [&](const LifeDifference& life) { return life.week >= change; }));
    }
}

TEST_CASE("three districts that are seven areas in all but name differ by exactly nothing")
{
    const Scenario base = options::aarhus("basis.yaml", 26, 39);
    Scenario option = base;
    intervene(option, InterventionType::organisation_change, 10);
    check_same(base, option, 1);
}
