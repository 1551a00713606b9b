// SPDX-License-Identifier: MPL-2.0
// Where those go whose house closes: nobody is forgotten, however the closings follow each other, and nobody queues beside
// an empty house (docs/model.md 7.13).
#include "engine/rules/stay.hpp"
#include "engine/simulation/simulation.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/worlds.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <set>

using namespace samspil;

namespace {

constexpr int burn_in = 60;

/// The busy toy with a third house beside the second.
Scenario three_houses()
{
    Scenario scenario = worlds::busy_toy(burn_in, 104);
    scenario.mechanisms.volunteer_limit = false;
    scenario.centres[0].volunteers = scenario.centres[1].volunteers = 60;
    for (Centre& centre : scenario.centres) {
        for (int& places : centre.places) places = std::max(places, 20);
    }
    scenario.centres.push_back(scenario.centres.back());
    scenario.centres.back().key = 205;
    scenario.centres.back().id = "lc-third";
    return scenario;
}

Intervention change(const Scenario& scenario, InterventionType type, std::size_t centre, int week, std::size_t to = 0)
{
    Intervention made;
    made.type = type;
    set_defaults(kind_of(type).params, &made);
    made.centre = scenario.centres[centre].id;
    if (type == InterventionType::merge) made.to = scenario.centres[to].id;
    made.date = scenario.period.start + 7 * week;
    return made;
}

Simulation after(const Scenario& scenario, int weeks)
{
    Simulation simulation(std::make_shared<const Premises>(scenario), {{3, 0}});
    for (int week = 0; week < weeks; ++week) simulation.step({});
    return simulation;
}

int centre_of(const Simulation& simulation, std::int16_t unit) { return simulation.premises().units[static_cast<std::size_t>(unit)].centre; }

/// Who is to move, and where to.
std::map<std::uint64_t, std::int16_t> on_their_way(const Simulation& simulation)
{
    std::map<std::uint64_t, std::int16_t> found;
    for (const Citizen& citizen : simulation.world().citizens) {
        if (citizen.residence == Residence::home && citizen.forced_unit != no_unit) found[citizen.id] = citizen.forced_unit;
    }
    return found;
}

int members(const Simulation& simulation, int centre)
{
    int n = 0;
    for (const Citizen& citizen : simulation.world().citizens) n += citizen.unit != no_unit && centre_of(simulation, citizen.unit) == centre ? 1 : 0;
    return n;
}

} // namespace

TEST_CASE("when two neighbours close on one day everybody goes to the third, whatever stands first in the file", "[rules]")
{
    Scenario scenario = three_houses();
    const Intervention first = change(scenario, InterventionType::close_centre, 1, 10), second = change(scenario, InterventionType::close_centre, 2, 10);
    scenario.interventions = {first, second};
    const Simulation before = after(scenario, burn_in + 10);
    REQUIRE(members(before, 1) > 5);
    REQUIRE(members(before, 2) > 5);
    const auto moved = on_their_way(after(scenario, burn_in + 11));
    CHECK(static_cast<int>(moved.size()) > (members(before, 1) + members(before, 2)) * 3 / 4); // the others have died or been reviewed meanwhile
    for (const auto& [person, unit] : moved) CHECK(centre_of(before, unit) == 0);
    scenario.interventions = {second, first};
    CHECK(on_their_way(after(scenario, burn_in + 11)) == moved);
}

TEST_CASE("who is on the way to a house that closes too is sent on, and gets there at the week first said", "[rules]")
{
    Scenario scenario = three_houses();
    SECTION("closed") { scenario.interventions = {change(scenario, InterventionType::close_centre, 1, 10), change(scenario, InterventionType::close_centre, 2, 12)}; }
    SECTION("merged, and merged again")
    {
        scenario.interventions = {change(scenario, InterventionType::merge, 1, 10, 2), change(scenario, InterventionType::merge, 2, 12, 0)};
    }
    SECTION("without places any more")
    {
        scenario.interventions = {change(scenario, InterventionType::close_centre, 1, 10)};
        for (const Offer offer : offers) {
            Intervention none = change(scenario, InterventionType::change_places, 2, 12);
            none.offer = static_cast<int>(index_of(offer));
            none.places = 0;
            scenario.interventions.push_back(none);
        }
    }
    const auto first = on_their_way(after(scenario, burn_in + 12));
    const auto second = on_their_way(after(scenario, burn_in + 13));
    const Simulation there = after(scenario, burn_in + 15);
    std::set<std::uint64_t> known;
    for (const auto& [person, unit] : first) known.insert(person);
    std::size_t sent_on = 0;
    for (const auto& [person, unit] : second) {
        CHECK(centre_of(there, unit) == 0);
        sent_on += known.contains(person) ? 1U : 0U;
    }
    REQUIRE(first.size() > 5);
    CHECK(sent_on > first.size() * 3 / 4);
    std::size_t asked = 0;
    for (const Citizen& citizen : there.world().citizens) {
        if (!known.contains(citizen.id) || citizen.residence != Residence::home) continue;
        CHECK((citizen.forced_unit == no_unit || citizen.agenda.forced > burn_in + 14)); // else of another stay since, lost in the second closing
        asked += is_waiting(citizen) || citizen.unit != no_unit ? 1U : 0U;
    }
    CHECK(asked > sent_on * 3 / 4);
}

TEST_CASE("who loses a place goes to the nearest house with room for all who are sent there, and to the nearest where there is none", "[rules]")
{
    Scenario scenario = three_houses();
    const auto klub = index_of(Offer::klub);
    scenario.centres[1].places[klub] = 1; // beside the third, and first of the two in order
    scenario.centres[2].places[klub] = 200;
    scenario.interventions = {change(scenario, InterventionType::close_centre, 0, 10)};
    const auto sent = [&] {
        const Simulation now = after(scenario, burn_in + 11);
        std::array<int, 3> to{};
        for (const auto& [person, unit] : on_their_way(now)) {
            if (now.premises().units[static_cast<std::size_t>(unit)].offer == Offer::klub) ++to[static_cast<std::size_t>(centre_of(now, unit))];
        }
        return to;
    };
    scenario.assumptions.share_minutes = 240;
    SECTION("room for all")
    {
        const auto to = sent();
        CHECK(to[1] <= 5);
        CHECK(to[2] > 20);
    }
    SECTION("room too far away does not count")
    {
        scenario.assumptions.share_minutes = 0;
        const auto to = sent();
        CHECK(to[1] > 20);
        CHECK(to[2] == 0);
    }
    SECTION("room for some, as of the day: the others go to the nearest")
    {
        const Simulation before = after(scenario, burn_in + 10);
        const auto unit = static_cast<std::size_t>(before.premises().unit_of[2][klub]);
        Intervention fewer = change(scenario, InterventionType::change_places, 2, 10);
        fewer.offer = static_cast<int>(klub);
        fewer.places = static_cast<int>(before.world().counts.taken[unit]) / 5 + 3; // ten to fifteen sessions are free
        scenario.interventions.push_back(fewer);
        const auto to = sent();
        CHECK(to[2] >= 2);
        CHECK(to[2] <= 15);
        CHECK(to[1] > 5);
    }
}

TEST_CASE("a course at home that its house breaks off goes on in another for the weeks that are left", "[rules]")
{
    Scenario scenario = three_houses();
    scenario.assumptions.level65 = {0.2, 0.2, 0.2, 0.4};
    scenario.assumptions.consider = 12;
    for (Centre& centre : scenario.centres) centre.places[index_of(Offer::vedligeholdende_hjem)] = 100;
    const auto length = static_cast<int>(scenario.assumptions.home_weeks);
    for (const std::size_t centre : {0U, 1U, 2U}) {
        Intervention closing = change(scenario, InterventionType::close_centre, centre, 10 + 6 * static_cast<int>(centre));
        closing.gap_weeks = 2;
        if (centre < 2) scenario.interventions.push_back(closing);
    }
    Simulation simulation = after(scenario, burn_in + 9);
    std::map<std::uint64_t, int> weeks, last_seen;
    int broken = 0, gone_on = 0;
    for (int week = 0; week < 30; ++week) {
        simulation.step({});
        std::set<std::uint64_t> moving;
        for (const auto& [person, unit] : on_their_way(simulation))
            if (simulation.premises().units[static_cast<std::size_t>(unit)].offer == Offer::vedligeholdende_hjem) moving.insert(person);
        for (const Citizen& citizen : simulation.world().citizens) {
            if (moving.contains(citizen.id)) broken += last_seen[citizen.id] == 1 ? 1 : 0, last_seen[citizen.id] = 2;
            if (citizen.offer != Offer::vedligeholdende_hjem) continue;
            if (last_seen[citizen.id] == 2) ++gone_on;
            last_seen[citizen.id] = 1;
            ++weeks[citizen.id];
        }
    }
    REQUIRE(broken > 3);
    CHECK(gone_on > broken / 2);
    for (const auto& [person, taken] : weeks) CHECK(taken <= length); // another course can only start half a year later
}

TEST_CASE("a move is counted when its twelve weeks are seen to their end")
{
    // A house that closes in the last weeks moves everybody, and nobody lives to see who is lost: such moves say nothing.
    Scenario calm = three_houses();
    calm.assumptions.h_v = 0.2; // of 12 weeks few survive
    const int weeks = calm.period.weeks;
    const auto lost = [&](const Scenario& scenario) {
        const auto kpi = *find_kpi("continuity.dropout_12w");
        return after(scenario, burn_in + weeks).result().kpis[kpi];
    };
    const auto closed_in = [&](int week) {
        Scenario closing = calm;
        closing.interventions.push_back(change(closing, InterventionType::close_centre, 1, week));
        return lost(closing);
    };
    REQUIRE(members(after(calm, burn_in + weeks - 20), 1) > 10);
    const double never_closed = lost(calm);
    CHECK(never_closed > 0.3);
    CHECK(closed_in(weeks - 3) == Approx(never_closed).margin(0.02));
    CHECK(closed_in(weeks - 40) > never_closed + 0.05);

    Scenario brief = calm; // what begins in it does not end in it
    brief.period.weeks = 12;
    CHECK(std::isnan(after(brief, burn_in + 12).result().kpis[*find_kpi("continuity.dropout_12w")]));
}
