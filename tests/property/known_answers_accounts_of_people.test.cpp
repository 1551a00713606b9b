// SPDX-License-Identifier: MPL-2.0
// V5, V6 and V10 of docs/model.md 9.1 in full runs of the shipped scenarios: nobody is lost, nobody has two offers,
// nobody sits on a place that is not there, home courses last 13 weeks. Counts are compared exactly.
#include "engine/simulation/simulation.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/worlds.hpp"

#include <algorithm>
#include <map>
#include <memory>

using namespace samspil;
using namespace samspil::worlds;

namespace {

constexpr Chance chance{2021, 3};
constexpr int sessions_per_place = 5;

/// Counted from the citizens themselves; empty when it agrees with the world's own counts.
std::string what_is_wrong(const Premises& premises, const World& world)
{
    std::array<std::int64_t, 5> by_residence{};
    std::array<std::int64_t, 4> by_level{};
    std::vector<std::int64_t> users(premises.units.size()), taken(premises.units.size()), by_place(world.counts.home_by_place.size());
    std::size_t waiting = 0, in_queues = 0;
    for (const Citizen& citizen : world.citizens) {
        ++by_residence[static_cast<std::size_t>(citizen.residence)];
        const bool entered = std::max(citizen.week_65, 0) < world.week;
        if (entered == (citizen.residence == Residence::not_yet)) return "somebody did not enter in the week of the 65th birthday";
        const bool takes_part = citizen.offer != Offer::none;
        if (takes_part != (citizen.unit != no_unit) || takes_part != (citizen.sessions > 0)) return "an offer without a place";
        for (const Waiting& place : citizen.waiting) waiting += place.unit != no_unit ? 1 : 0;
        if (citizen.residence != Residence::home) {
            if (takes_part || citizen.waiting[0].unit != no_unit || citizen.waiting[1].unit != no_unit) return "somebody who left still has a place";
            continue;
        }
        ++by_level[citizen.level];
        ++by_place[citizen.neighbourhood];
        if (!takes_part) continue;
        const auto unit = static_cast<std::size_t>(citizen.unit);
        if (premises.units[unit].offer != citizen.offer) return "another offer than that of the unit";
        ++users[unit];
        taken[unit] += citizen.sessions;
    }
    for (std::size_t unit = 0; unit < world.units.size(); ++unit) {
        in_queues += world.units[unit].queue.size();
        for (const QueueEntry& entry : world.units[unit].queue) {
            const auto& places = world.citizens[entry.row].waiting;
            if (std::none_of(places.begin(), places.end(), [&](const Waiting& w) { return w.unit == static_cast<int>(unit); })) return "a ghost in a queue";
        }
        if (!std::is_sorted(world.units[unit].queue.begin(), world.units[unit].queue.end())) return "a queue out of order";
    }
    if (in_queues != waiting) return "queues and citizens disagree on who waits";
    if (by_level != world.counts.home_by_level) return "levels";
    if (by_place != world.counts.home_by_place) return "neighbourhoods";
    if (by_residence[static_cast<std::size_t>(Residence::nursing_home)] != world.counts.nursing_home) return "nursing homes";
    if (users != world.counts.users || taken != world.counts.taken) return "users or agreed sessions";
    std::int64_t all = 0;
    for (const std::int64_t n : by_residence) all += n;
    if (all != static_cast<std::int64_t>(premises.roster.size())) return "persons";
    return {};
}

/// Runs a scenario and looks every `every` weeks at the people and every week at the places.
void check_run(const Scenario& scenario, Week every)
{
    Simulation simulation(std::make_shared<const Premises>(scenario), {chance, 8192, 1.0});
    const auto& units = simulation.premises().units;
    std::vector<std::int64_t> before(units.size(), 0);
    std::int64_t most_used = 0;
    while (!simulation.is_finished()) {
        simulation.step({});
        const World& world = simulation.world();
        for (std::size_t u = 0; u < units.size(); ++u) {
            const std::int64_t taken = world.counts.taken[u];
            const CentreState& house = world.centres[static_cast<std::size_t>(units[u].centre)];
            const std::int64_t room = sessions_per_place * house.places[index_of(units[u].offer)];
            if (taken > world.units[u].offered) FAIL("week " << world.week << ", unit " << u << ": more taken than offered");
            if (taken > std::max(room, before[u])) FAIL("week " << world.week << ", unit " << u << ": more taken than there are places");
            if (room > 0) most_used = std::max(most_used, 1000 * taken / room);
            before[u] = taken;
        }
        if (world.week % every != 0) continue;
        const std::string wrong = what_is_wrong(simulation.premises(), world);
        if (!wrong.empty()) FAIL("week " << world.week << ": " << wrong);
    }
    CHECK(most_used >= 900); // else the places were never put to the test

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
