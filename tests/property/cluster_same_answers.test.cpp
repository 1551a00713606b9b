// SPDX-License-Identifier: MPL-2.0
// Who does a task changes nothing: replications done by other ranks are those of a run alone, with options that share their
// past, with options at hand already, and where a replication fails.
#include "engine/experiment/replication_run.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/options.hpp"
#include "tests/support/ranks_in_memory.hpp"

#include <map>

using namespace samspil;
using namespace samspil::options;

namespace {

struct Kept {
    std::mutex mutex;
    std::map<std::pair<std::size_t, int>, ReplicationResult> results;
    std::function<void(std::size_t, ReplicationResult&&)> sink()
    {
        return [this](std::size_t option, ReplicationResult&& result) {
            const std::lock_guard lock(mutex);
            const int replication = result.replication;
            REQUIRE(results.emplace(std::pair(option, replication), std::move(result)).second);
        };
    }
};

} // namespace

TEST_CASE("Ranks give the results of a run alone, each once")
{
    const Scenario town = toy();
    Scenario other = town;
    intervene(other, InterventionType::close_centre, 26).centre = "dc-byen";
    StudyPlan plan;
    plan.options = {&town, &other};
    plan.seed = town.run.seed;
    plan.replications = 12;
    plan.life_sample = 1;
    plan.finished = [](std::size_t option, int replication) { return option == 0 && replication == 3; };
    const std::atomic<bool> stop = false;
    Kept alone;
    StudySinks sinks;
    sinks.result = alone.sink();
    const StudyOutcome expected = run_study(plan, Workers(), sinks, stop);
    REQUIRE(alone.results.size() == 23);

    for (const bool made : {false, true}) {
        Kept here, there;
        std::map<std::pair<std::size_t, int>, std::vector<double>> told;
        StudyPlan theirs = plan;
        theirs.finished = nullptr; // a rank knows only what it is asked
        if (made) theirs.premises = {premises_of(std::make_shared<const Scenario>(town)), premises_of(std::make_shared<const Scenario>(other))};
        test::RanksInMemory all(3, [&](const std::string&) -> Handler {
            return [&](std::string_view order, const Workers& workers, const std::atomic<bool>& halt) {
                StudySinks own;
                own.result = there.sink();
                return run_order(theirs, order, workers, own, halt);
            };
        });
        sinks.result = here.sink();
        sinks.elsewhere = [&](std::size_t option, int replication, std::span<const double> kpis) { told[{option, replication}].assign(kpis.begin(), kpis.end()); };
        all.crew.begin("", 1);
        const StudyOutcome outcome = run_study(plan, Workers(), sinks, stop, &all.crew);
        all.end(0);
        CHECK(outcome.done == 23);
        CHECK(outcome.failures.empty());
        CHECK_FALSE(outcome.stopped);
        CHECK(outcome.citizen_weeks == Approx(expected.citizen_weeks));
        CHECK(here.results.size() + there.results.size() == 23);
        CHECK(!there.results.empty());
        CHECK(told.size() == there.results.size());
        for (const Kept* kept : {&here, &there}) {
            for (const auto& [key, result] : kept->results) CHECK(difference(result, alone.results.at(key)) == "");
        }
        for (const auto& [key, result] : there.results) {
            const std::vector<double>& kpis = told.at(key);
            CHECK(std::memcmp(kpis.data(), result.kpis.data(), 8 * kpis.size()) == 0);
        }
    }
}

TEST_CASE("What fails on a rank is listed with its cause, and the rest goes on")
{
    const Scenario town = toy();
    StudyPlan plan;
    plan.options = {&town};
    plan.seed = town.run.seed;
    plan.replications = 8;
    plan.scenario_of = [&](std::size_t, int replication) -> std::shared_ptr<const Scenario> {
        if (replication % 2 == 1) throw std::runtime_error("odd " + std::to_string(replication));
        return std::make_shared<const Scenario>(town);
    };
    const std::atomic<bool> stop = false;
    test::RanksInMemory all(3, [&](const std::string&) -> Handler {
        return [&](std::string_view order, const Workers& workers, const std::atomic<bool>& halt) {
            StudySinks own;
            own.result = [](std::size_t, ReplicationResult&&) {};
            return run_order(plan, order, workers, own, halt);
        };
    });
    all.crew.begin("", 1);
    const StudyOutcome outcome = run_study(plan, Workers(), {}, stop, &all.crew);
    all.end(5);
    CHECK(outcome.done == 4);
    REQUIRE(outcome.failures.size() == 4);
    for (const StudyFailure& failure : outcome.failures) CHECK(failure.cause == "odd " + std::to_string(failure.replication));
}
