// SPDX-License-Identifier: MPL-2.0
// policy.offering = matching (docs/model.md 7.8): every week everybody at home has the offer of the own level, or stands
// in the queue of the nearest house that holds it. Exact, on toy town with few places and with people replaced.
#include "engine/rules/rules.hpp"
#include "engine/simulation/simulation.hpp"
#include "tests/support/accounts.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/worlds.hpp"

#include <memory>

using namespace samspil;
using namespace samspil::worlds;

namespace {

constexpr Chance chance{2021, 8};

Scenario matched_town(Entry entry)
{
    Scenario scenario = busy_toy(0, 260);
    scenario.policy.offering = Offering::matching;
    scenario.assumptions.entry = entry;
    scenario.assumptions.decline_p = scenario.assumptions.leave_q = 0;
    scenario.assumptions.base_drop = {0, 0, 0};
    scenario.assumptions.home_weeks = 5200;
    // Who has left an offer may lose heart in a queue, and who has waited long may get another offer: not here.
    scenario.mechanisms.sharing = scenario.mechanisms.access.right_to_help = scenario.mechanisms.vulnerability = false;
    return scenario;
}

} // namespace

TEST_CASE("where offers follow the level everybody has the matching offer or waits for it, and places are never exceeded")
{
    for (const Entry entry : {Entry::table, Entry::replacement}) {
        const Scenario town = matched_town(entry);
        Simulation simulation(std::make_shared<const Premises>(town), {chance, 8192, 1.0});
        const World& world = simulation.world();
        const Premises& premises = simulation.premises();
        std::size_t matched = 0, waiting = 0, wrong = 0;
        simulation.step({}); // those who stand in the table are looked at the week after
        while (!simulation.is_finished()) {
            simulation.step({});
            for (const Citizen& citizen : world.citizens) {
                if (citizen.residence != Residence::home) continue;
                const Offer wanted = offers[citizen.level];
                if (citizen.offer == wanted) ++matched;
                else if (citizen.offer != Offer::none || citizen.waiting[0].unit == no_unit) ++wrong;
                else if (premises.units[static_cast<std::size_t>(citizen.waiting[0].unit)].offer != wanted) ++wrong;
                else ++waiting;
            }
            const std::string off = imbalance(premises, world);
            if (!off.empty()) FAIL("week " << world.week << ": " << off);
        }
        CHECK(matched > 10000);
        CHECK(waiting > 1000);
        CHECK(wrong == 0);
    }
}

TEST_CASE("who drops out, declines or loses patience is matched again the week after")
{
    Scenario town = matched_town(Entry::replacement);
    town.assumptions.decline_p = 0.3;
    town.assumptions.leave_q = 0.05;
    town.assumptions.base_drop = {0.01, 0.01, 0.01};
    Simulation simulation(std::make_shared<const Premises>(town), {chance, 8192, 1.0});
    std::size_t nowhere = 0, lost = 0;
    std::vector<char> before(simulation.world().citizens.size());
    while (!simulation.is_finished()) {
        simulation.step({});
        for (std::size_t row = 0; row < before.size(); ++row) {
            const Citizen& citizen = simulation.world().citizens[row];
            const bool stands_nowhere = citizen.residence == Residence::home && citizen.offer == Offer::none &&
                                        citizen.waiting[0].unit == no_unit && citizen.waiting[1].unit == no_unit;
            if (stands_nowhere && simulation.week() > 2) ++nowhere;
            // A place may be declined, or patience lost, again and again; a week without asking in between is what must not be.
            if (stands_nowhere && before[row] != 0 && citizen.applied < simulation.week() - 2) ++lost;
            before[row] = stands_nowhere ? 1 : 0;
        }
    }
    CHECK(nowhere > 500);
    CHECK(lost == 0);
}

TEST_CASE("threads and blocks do not change a bit where offers follow the level")
{
    const Scenario calm = matched_town(Entry::replacement);
    Scenario restless = calm; // places are declined, shared and given elsewhere, and stays end for nothing
    restless.assumptions.decline_p = 0.3;
    restless.assumptions.leave_q = 0.05;
    restless.assumptions.base_drop = {0.01, 0.01, 0.01};
    restless.mechanisms.sharing = restless.mechanisms.access.right_to_help = restless.mechanisms.vulnerability = true;
    Scenario roomy = calm; // nobody has friends and there is room for all: who asks walks in, and some ask twice in a week
    roomy.mechanisms.people.ties = false;
    roomy.assumptions.decline_p = 0.8;
    for (Centre& centre : roomy.centres) {
        for (int& places : centre.places) places *= 50;
    }
    for (const Scenario& town : {calm, restless, roomy}) {
        const ReplicationResult alone = run(town, chance);
        for (const std::size_t block : {std::size_t{16}, std::size_t{33}}) CHECK(difference(alone, run(town, chance, Workers(2, block), 1.0, block)) == "");
    }
}
