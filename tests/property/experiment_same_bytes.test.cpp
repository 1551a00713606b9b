// SPDX-License-Identifier: MPL-2.0
// A result is a function of its own scenario, seed and replication: never of threads, blocks, or company.
#include "tests/support/catch.hpp"
#include "tests/support/options.hpp"

#include <set>

using namespace samspil;
using namespace samspil::options;

TEST_CASE("a town gives the same result for any number of workers and any size of block")
{
    const Scenario town = big_toy();
    const auto alone = run_alone(town, {});
    REQUIRE(alone[0].life_courses.size() > 1000);
    for (const int workers : {1, 2, 3, 7}) {
        for (const std::size_t block : {64U, 1000U, 8192U, 100000U}) {
            INFO(workers << " workers, blocks of " << block);
            CHECK(difference(alone, run_alone(town, {1, Workers(workers), block, 1})) == "");
        }
    }
}

TEST_CASE("a size of block that the workers have of their own changes nothing")
{
    const Scenario town = big_toy();
    CHECK(difference(run_alone(town, {}), run_alone(town, {1, Workers(2, 100), 8192, 1})) == "");
}

TEST_CASE("the size of the blocks may change from week to week")
{
    const Scenario town = big_toy();
    const SimulationSettings settings{{town.run.seed, 0}, 8192, 1};
    Simulation steady(std::make_shared<const Premises>(town), settings), changing = steady;
    const Workers small(1, 500), large(2, 4000);
    while (!steady.is_finished()) {
        steady.step(Workers());
        changing.step(steady.week() % 3 == 0 ? small : large);
    }
    CHECK(difference(steady.result(), changing.result()) == "");
}

TEST_CASE("Aarhus gives the same result for 1, 2 and 7 workers and for three sizes of block")
{
    const Scenario aarhus = options::aarhus("tre-distrikter.yaml", 26, 52);
    const auto alone = run_alone(aarhus, {1, Workers(), 8192, 0.02});
    REQUIRE(!alone[0].life_courses.empty());
    CHECK(difference(alone, run_alone(aarhus, {1, Workers(2), 1000, 0.02})) == "");
    CHECK(difference(alone, run_alone(aarhus, {1, Workers(7), 8192, 0.02})) == "");
    CHECK(difference(alone, run_alone(aarhus, {1, Workers(2), 100000, 0.02})) == "");
}

TEST_CASE("few replications that share the workers and many with a worker each are the same")
{
    const Scenario town = toy();
    const auto few = run_alone(town, {3, Workers(2), 100, 1});
    auto many = run_alone(town, {8, Workers(2), 100, 1});
    many.resize(3);
    CHECK(difference(few, many) == "");
}

TEST_CASE("the first 40 of 60 replications are the 40 of a run of 40")
{
    const Scenario town = toy();
    auto sixty = run_alone(town, {60, Workers(2), 8192, 0.1});
    CHECK(difference(sixty[39], sixty[40]) != "");
    sixty.resize(40);
    CHECK(difference(run_alone(town, {40, Workers(1), 8192, 0.1}), sixty) == "");
}

TEST_CASE("replications left out because they are at hand do not move the others")
{
    const Scenario town = toy();
    const auto all = run_alone(town, {6, Workers(), 8192, 1});
    StudyPlan plan;
    plan.options = {&town};
    plan.seed = town.run.seed;
    plan.replications = 6;
    plan.life_sample = 1;
    plan.finished = [](std::size_t, int replication) { return replication != 2 && replication != 5; };
    std::vector<ReplicationResult> again;
    StudySinks sinks;
    sinks.result = [&](std::size_t, ReplicationResult&& result) { again.push_back(std::move(result)); };
    const std::atomic<bool> stop = false;
    run_study(plan, Workers(), sinks, stop);
    REQUIRE(again.size() == 2);
    CHECK(difference(again[0], all[2]) == "");
    CHECK(difference(again[1], all[5]) == "");
}

TEST_CASE("how many life courses are kept changes nothing else, and a smaller sample is part of a larger one")
{
    const Scenario town = big_toy();
    ReplicationResult all = run_alone(town, {}).front();
    ReplicationResult some = run_alone(town, {1, Workers(), 8192, 0.05}).front();
    ReplicationResult none = run_alone(town, {1, Workers(), 8192, 0}).front();
    CHECK(none.life_courses.empty());
    REQUIRE(!some.life_courses.empty());
    std::set<std::uint64_t> sampled;
    for (const LifeEvent& event : some.life_courses) sampled.insert(event.person);
    CHECK(sampled.size() > 200);
    CHECK(sampled.size() < 350);
    std::erase_if(all.life_courses, [&](const LifeEvent& event) { return !sampled.contains(event.person); });
    CHECK(difference(all, some) == "");
    all.life_courses.clear();
    CHECK(difference(all, none) == "");
}

namespace {

/// Five options that part at different times: at the start, twice in the middle, and never.
std::vector<Scenario> a_family()
{
    std::vector<Scenario> family(5, big_toy());
    intervene(family[1], InterventionType::close_centre, 20).centre = "lc-norrevang";
    intervene(family[2], InterventionType::visitation_rule, 20).rule = VisitationRule::exact;
    intervene(family[3], InterventionType::visitation_rule, 20).rule = VisitationRule::exact;
    Intervention& places = intervene(family[3], InterventionType::change_places, 60);
    places.centre = "dc-byen";
    places.offer = static_cast<int>(index_of(Offer::klub));
    places.places = 40;
    family[4].assumptions.b_w *= 2;
    return family;
}

} // namespace

TEST_CASE("an option gives the same result alone and together with others that share its past")
{
    const std::vector<Scenario> family = a_family();
    std::vector<const Scenario*> together;
    for (const Scenario& option : family) together.push_back(&option);
    const auto results = run_together(together, {2, Workers(2), 1000, 1});
    for (std::size_t o = 0; o < family.size(); ++o) {
        INFO("option " << o);
        CHECK(difference(results[o], run_alone(family[o], {2, Workers(), 8192, 1})) == "");
        for (std::size_t other = 0; other < o; ++other) CHECK(difference(results[o], results[other]) != "");
    }
}

TEST_CASE("the order of the options in a study changes nothing")
{
    const std::vector<Scenario> family = a_family();
    const auto forth = run_together({&family[0], &family[2], &family[3]}, {});
    const auto back = run_together({&family[3], &family[2], &family[0]}, {});
    CHECK(difference(forth[0], back[2]) == "");
    CHECK(difference(forth[1], back[1]) == "");
    CHECK(difference(forth[2], back[0]) == "");
}

TEST_CASE("three districts give the same result alone and beside the baseline")
{
    const Scenario base = options::aarhus("basis.yaml", 26, 52), districts = options::aarhus("tre-distrikter.yaml", 26, 52);
    const Way way{1, Workers(2), 8192, 0.02};
    const auto together = run_together({&base, &districts}, way);
    CHECK(difference(together[0], together[1]) != "");
    CHECK(difference(together[0], run_alone(base, way)) == "");
    CHECK(difference(together[1], run_alone(districts, way)) == "");
}
