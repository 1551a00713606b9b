// SPDX-License-Identifier: MPL-2.0
// V5, V6 and V10 of docs/model.md 9.1 in full runs of the shipped scenarios: nobody is lost, nobody has two offers,
// nobody sits on a place that is not there, home courses last 13 weeks. Counts are compared exactly.
#include "engine/simulation/simulation.hpp"
#include "tests/support/accounts.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/worlds.hpp"

#include <map>
#include <memory>

using namespace samspil;
using namespace samspil::worlds;

namespace {

constexpr Chance chance{2021, 3};
/// Runs a scenario and looks every `every` weeks at the people and every week at the places.
void check_run(const Scenario& scenario, Week every)
{
    Simulation simulation(std::make_shared<const Premises>(scenario), {chance, 8192, 1.0});
    PlacesWatched places(simulation.premises());
    while (!simulation.is_finished()) {
        simulation.step({});
        const World& world = simulation.world();
        const std::string crowded = places.wrong(simulation.premises(), world);
        if (!crowded.empty()) FAIL("week " << world.week << ": " << crowded);
        if (world.week % every != 0) continue;
        const std::string wrong = imbalance(simulation.premises(), world);
        if (!wrong.empty()) FAIL("week " << world.week << ": " << wrong);
    }
    CHECK(places.most_used() >= 900); // else the places were never put to the test

    // Home courses: 13 weeks, or cut short by death or leaving home.
    std::map<std::uint64_t, Week> begun;
    std::size_t whole = 0, cut = 0, wrong = 0;
    const ReplicationResult result = simulation.result();
    for (const LifeEvent& event : result.life_courses) {
        if (event.offer != static_cast<std::uint8_t>(Offer::vedligeholdende_hjem)) continue;
        if (event.kind == LifeEventKind::started) begun[event.person] = event.week;
        if (event.kind != LifeEventKind::ended) continue;
        const Week lasted = event.week - begun.at(event.person);
        const auto reason = static_cast<EndReason>(event.a);
        if (reason == EndReason::home_weeks_over && lasted == 13) ++whole;
        else if ((reason == EndReason::died || reason == EndReason::left_home) && lasted <= 13) ++cut;
        else ++wrong;
    }
    INFO("home courses: " << whole << " whole, " << cut << " cut short, " << wrong << " wrong");
    CHECK(whole > 0);
    CHECK(wrong == 0);
}

} // namespace

TEST_CASE("V5, V6, V10: in the toy town people, places and home courses add up every week")
{
    check_run(busy_toy(104, 208), 1);
}

TEST_CASE("V5, V6, V10: in five years of Aarhus people, places and home courses add up")
{
    check_run(shipped("aarhus/basis", 104, 156), 13);
}

TEST_CASE("V5, V6: people and places add up through a change to districts that share places")
{
    check_run(shipped("aarhus/tre-distrikter", 52, 104), 13);
}
