// SPDX-License-Identifier: MPL-2.0
// A replication kept at the end of its burn-in and continued under an option is that option run from week 0.
#include "engine/experiment/replication_run.hpp"
#include "engine/experiment/shared_past.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/options.hpp"

using namespace samspil;
using namespace samspil::options;

namespace {

ReplicationResult ended(ReplicationRun run)
{
    while (!run.is_finished())
        run.step(Workers());
    return run.result();
}

ReplicationResult from_week_0(const Scenario& scenario, int replication)
{
    const auto results = run_alone(scenario, {replication + 1, Workers(), 8192, 0.005});
    return results[static_cast<std::size_t>(replication)];
}

/// At the end of the burn-in of replication 1.
ReplicationRun kept(const Scenario& scenario)
{
    ReplicationRun run(premises_of(std::make_shared<Scenario>(scenario)), scenario.run.seed, 1);
    while (run.week() < scenario.period.burn_in_weeks)
        run.step(Workers());
    return run;
}

} // namespace

TEST_CASE("a kept state continued under an option ends as the option run from week 0, whenever they part")
{
    const Scenario base = big_toy();
    const ReplicationRun burnt_in = kept(base);
    CHECK(burnt_in.bytes() > base.population.size());
    for (const int week : {0, 1, 26, 103}) {
        INFO("an intervention in week " << week << " of the period");
        auto option = std::make_shared<Scenario>(base);
        Intervention& fewer = intervene(*option, InterventionType::change_places, week);
        fewer.centre = "dc-byen";
        fewer.offer = static_cast<int>(index_of(Offer::klub));
        fewer.places = 1;
        REQUIRE(first_difference(base, *option) == base.period.burn_in_weeks + week);
        ReplicationRun run = burnt_in;
        run.branch(premises_of(option), first_difference(base, *option));
        const auto continued = ended(std::move(run));
        CHECK(difference(continued, from_week_0(*option, 1)) == "");
        if (week < 103) CHECK(difference(continued, from_week_0(base, 1)) != "");
    }
    CHECK(difference(ended(burnt_in), from_week_0(base, 1)) == "");
}

TEST_CASE("what a scenario fixes before week 0 keeps the scenario alive")
{
    auto scenario = std::make_shared<Scenario>(toy());
    const std::weak_ptr<Scenario> watched = scenario;
    auto premises = premises_of(std::move(scenario));
    CHECK(!watched.expired());
    CHECK(premises->scenario->id == "minimal");
    premises.reset();
    CHECK(watched.expired());
}
