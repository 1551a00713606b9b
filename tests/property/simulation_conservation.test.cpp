// SPDX-License-Identifier: MPL-2.0
// Nobody is lost and nobody counted twice: citizens, stays, queues and volunteers recounted one by one.
#include "tests/support/catch.hpp"
#include "tests/support/options.hpp"

#include "engine/rules/stay.hpp"

#include <set>

using namespace samspil;
using namespace samspil::options;

namespace {

Counts recount(const Premises& premises, const World& world)
{
    Counts counts;
    counts.resize(premises.scenario->neighbourhoods.size(), premises.units.size(), premises.scenario->centres.size());
    for (const Citizen& citizen : world.citizens) {
        if (citizen.residence == Residence::nursing_home) ++counts.nursing_home;
        if (citizen.residence != Residence::home) continue;
        ++counts.home_by_level[citizen.level];
        ++counts.home_by_place[citizen.neighbourhood];
        if (citizen.unit == no_unit) continue;
        const auto unit = static_cast<std::size_t>(citizen.unit);
        const std::size_t level = citizen.level < 2 ? citizen.level : 2;
        ++counts.users[unit];
        counts.taken[unit] += citizen.sessions;
        ++counts.users_by_place[citizen.neighbourhood * offer_count + index_of(premises.units[unit].offer)];
        counts.sessions_by_class[unit * 3 + level] += citizen.sessions;
        if (citizen.ride) {
            const auto centre = static_cast<std::size_t>(premises.units[unit].centre);
            counts.ride_sessions[level] += citizen.sessions;
            counts.places.rides[centre * 3 + level] += citizen.sessions;
            counts.places.ride_tenths[centre] += citizen.sessions * citizen.minutes;
        }
        if (citizen.places.stranded) counts.places.stranded[unit * 3 + level] += citizen.sessions;
        if (premises.units[unit].offer == Offer::vedligeholdende_hjem) continue;
        ++counts.travellers;
        counts.travel_tenths += citizen.minutes;
        if (citizen.minutes > 300) ++counts.over_30;
    }
    return counts;
}

void check_counts(const Premises& premises, const World& world)
{
    const Counts truth = recount(premises, world);
    CHECK(world.counts.home_by_level == truth.home_by_level);
    CHECK(world.counts.nursing_home == truth.nursing_home);
    CHECK(world.counts.home_by_place == truth.home_by_place);
    CHECK(world.counts.users_by_place == truth.users_by_place);
    CHECK(world.counts.users == truth.users);
    CHECK(world.counts.taken == truth.taken);
    CHECK(world.counts.sessions_by_class == truth.sessions_by_class);
    CHECK(world.counts.ride_sessions == truth.ride_sessions);
    CHECK(world.counts.places.rides == truth.places.rides);
    CHECK(world.counts.places.ride_tenths == truth.places.ride_tenths);
    CHECK(world.counts.places.stranded == truth.places.stranded);
    CHECK(world.counts.travellers == truth.travellers);
    CHECK(world.counts.travel_tenths == truth.travel_tenths);
    CHECK(world.counts.over_30 == truth.over_30);
}

/// The first citizen, if any, who is not one whole person.
std::string strange_citizen(const Simulation& simulation)
{
    const Premises& premises = simulation.premises();
    const World& world = simulation.world();
    for (std::size_t row = 0; row < world.citizens.size(); ++row) {
        const Citizen& citizen = world.citizens[row];
        const std::string who = "citizen in row " + std::to_string(row);
        const bool lives_here = citizen.residence == Residence::home || citizen.residence == Residence::nursing_home;
        if (lives_here != world.citizens.holds(row)) return who + " has room and is not here, or is here and has none";
        const bool written = citizen.id != 0 || citizen.information.mistrust_until != 0 || citizen.agenda.consider != never || citizen.applied != -1;
        if (!lives_here && written) return who + " is not here, and something was written on the row that all of those share";
        if (lives_here && citizen.id != premises.roster[row].id) return who + " is somebody else";
        if (lives_here && citizen.row != row) return who + " stands in another row";
        const bool has_turned_65 = premises.roster[row].week_65 < world.week;
        if (has_turned_65 == (citizen.residence == Residence::not_yet)) return who + " entered at another time than on the birthday";
        if ((citizen.offer == Offer::none) != (citizen.unit == no_unit)) return who + " has half a stay";
        if (citizen.unit != no_unit) {
            if (citizen.residence != Residence::home) return who + " has an offer but no home";
            if (premises.units[static_cast<std::size_t>(citizen.unit)].offer != citizen.offer) return who + " has two main offers";
            if (citizen.sessions < 1 || citizen.sessions > 5) return who + " has a strange number of sessions";
            if (citizen.since >= world.week) return who + " began in the future";
        }
        if (lives_here && citizen.clocks_to_find != 0) return who + " has a clock that nobody has looked at";
        const Week due = citizen.residence == Residence::not_yet ? premises.roster[row].week_65 : next_due(citizen);
        if (world.due[row] != due) return who + " is awaited in another week than something is due";
        if (world.due[row] < world.week) return who + " was passed over";
    }
    return "";
}

void check_queues(const Premises& premises, const World& world)
{
    std::multiset<std::pair<std::uint32_t, std::int16_t>> in_queues, in_mind;
    for (std::size_t u = 0; u < world.units.size(); ++u) {
        const auto& queue = world.units[u].queue;
        CHECK(std::is_sorted(queue.begin(), queue.end()));
        const CentreState& centre = world.centres[static_cast<std::size_t>(premises.units[u].centre)];
        if (!centre.open) CHECK(queue.empty());
        for (const QueueEntry& entry : queue) {
            in_queues.emplace(entry.row, static_cast<std::int16_t>(u));
            const Citizen& citizen = world.citizens[entry.row];
            CHECK(citizen.id == entry.person);
            CHECK(citizen.residence == Residence::home);
            CHECK(citizen.unit != static_cast<std::int16_t>(u));
        }
        CHECK(world.counts.taken[u] <= world.units[u].offered);
    }
    for (std::uint32_t row = 0; row < world.citizens.size(); ++row) {
        const Citizen& citizen = world.citizens[row];
        for (std::size_t place = 0; place < citizen.waiting.size(); ++place) {
            const bool waits = citizen.waiting[place].unit != no_unit;
            if (waits) in_mind.emplace(row, citizen.waiting[place].unit);
            if (!waits && citizen.agenda.patience[place] != never) FAIL_CHECK("patience without a queue");
        }
    }
    CHECK(in_queues == in_mind);
    CHECK(std::adjacent_find(in_queues.begin(), in_queues.end()) == in_queues.end());
}

void check_volunteers(const World& world)
{
    std::vector<int> heads(world.centres.size()), hours(world.centres.size());
    for (const Volunteer& volunteer : world.volunteers) {
        ++heads[static_cast<std::size_t>(volunteer.centre)];
        hours[static_cast<std::size_t>(volunteer.centre)] += volunteer.hours_tenths;
    }
    for (std::size_t j = 0; j < world.centres.size(); ++j) {
        CHECK(world.centres[j].volunteers == heads[j]);
        CHECK(world.centres[j].agreed_tenths == hours[j]);
    }
}

void step_and_check(const Scenario& scenario, Week every)
{
    Simulation simulation(std::make_shared<const Premises>(scenario), {{scenario.run.seed, 1}, 1000, 0});
    while (!simulation.is_finished()) {
        simulation.step(Workers());
        INFO("after week " << simulation.week() - 1);
        REQUIRE(strange_citizen(simulation) == "");
        if (simulation.week() % every != 0) continue;
        check_counts(simulation.premises(), simulation.world());
        check_queues(simulation.premises(), simulation.world());
        check_volunteers(simulation.world());
    }
}

} // namespace

TEST_CASE("nobody is lost or counted twice in toy town")
{
    step_and_check(toy(), 13);
    step_and_check(big_toy(), 13);
}

TEST_CASE("nobody is lost or counted twice while houses open, close, shrink and share") { step_and_check(an_eventful_town(), 5); }

TEST_CASE("nobody is lost or counted twice in Aarhus")
{
    step_and_check(options::aarhus("tre-distrikter.yaml", 26, 39), 13);
}

TEST_CASE("those of the table and those who turn 65 are at home, in a nursing home, away or dead")
{
    const Scenario town = big_toy();
    const Simulation end = finished(town, 0);
    std::array<std::int64_t, 5> people{};
    for (const Citizen& citizen : end.world().citizens) ++people[static_cast<std::size_t>(citizen.residence)];
    std::int64_t initial = 0, entrants = 0;
    for (const Person& person : end.premises().roster) {
        if (person.week_65 <= 0) ++initial;
        else if (person.week_65 < town.period.total_weeks()) ++entrants;
    }
    CHECK(initial >= 5000); // the table is of 1 January: some turn 65 in the days before week 0 and in it
    CHECK(initial < 5030);
    CHECK(entrants > 500);
    CHECK(initial + entrants == people[1] + people[2] + people[3] + people[4]);
    CHECK(people[static_cast<std::size_t>(Residence::dead)] > 500);
    std::int64_t home = 0;
    for (const std::int64_t n : end.world().counts.home_by_level) home += n;
    CHECK(home == people[static_cast<std::size_t>(Residence::home)]);
}

TEST_CASE("who lives and how long is the same in every option")
{
    const Scenario town = big_toy();
    Scenario other = an_eventful_town();
    other.mechanisms.participation_effect = false;
    Scenario inert = town;
    inert.mechanisms.participation_effect = false;
    const Simulation a = finished(inert, 0), b = finished(other, 0);
    REQUIRE(a.world().citizens.size() == b.world().citizens.size());
    int different = 0, elsewhere = 0;
    for (std::size_t row = 0; row < a.world().citizens.size(); ++row) {
        const Citizen &in_a = a.world().citizens[row], &in_b = b.world().citizens[row];
        if (in_a.id != in_b.id || in_a.residence != in_b.residence || in_a.level != in_b.level || in_a.x_m != in_b.x_m ||
            in_a.trait != in_b.trait || in_a.agenda.clock != in_b.agenda.clock || in_a.agenda.consider != in_b.agenda.consider)
            ++different;
        if (in_a.unit != in_b.unit) ++elsewhere;
    }
    CHECK(different == 0);
    CHECK(elsewhere > 100);
}
