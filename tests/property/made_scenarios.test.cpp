// SPDX-License-Identifier: MPL-2.0
// Scenarios made from a number: whatever is chosen and assumed inside the tables' ranges, people, places, queues, hours
// and øre add up; threads, blocks, ids, the order of tables, the place on the map and saying again what holds already
// change no bit. Exact; a failure prints the number and the scenario. Forty in the quick suite, a thousand in the slow.
#include "engine/simulation/simulation.hpp"
#include "tests/support/accounts.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/options.hpp"
#include "tests/support/scenario_maker.hpp"
#include "tests/support/worlds.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <set>

#include <fmt/format.h>

using namespace samspil;
using namespace samspil::worlds;

namespace {

constexpr std::uint32_t few = 40, many = 1000;

Chance luck(const Scenario& scenario) { return {scenario.run.seed, 0}; }

double kpi(const ReplicationResult& result, const std::string& id) { return result.kpis[*find_kpi(id)]; }

/// Who came is at home, in a nursing home, away or dead, by the events of their lives.
std::string people_lost(const ReplicationResult& result, const World& world)
{
    std::int64_t came = 0, gone = 0, here = 0;
    for (const LifeEvent& event : result.life_courses) {
        came += event.kind == LifeEventKind::entered ? 1 : 0;
        gone += event.kind == LifeEventKind::died || event.kind == LifeEventKind::moved_out ? 1 : 0;
    }
    for (const Citizen& citizen : world.citizens) {
        here += citizen.residence == Residence::home || citizen.residence == Residence::nursing_home ? 1 : 0;
    }
    return came - gone == here ? "" : fmt::format("{} came, {} went, {} are here", came, gone, here);
}

/// Accounts against the total, to the øre: every figure is a whole number of øre and none is negative.
std::string money_lost(const ReplicationResult& result)
{
    Ore sum = 0;
    for (std::size_t a = 0; a < account_count; ++a) {
        const double kr = kpi(result, "budget." + std::string(id_of(static_cast<Account>(a))));
        if (!std::isfinite(kr) || kr < 0) return fmt::format("{} kr. on {}", kr, id_of(static_cast<Account>(a)));
        if (is_running(static_cast<Account>(a))) sum += std::llround(kr * 100); // investment stands by itself (7.18)
    }
    const Ore total = std::llround(kpi(result, "cost.total") * 100);
    return sum == total ? "" : fmt::format("accounts give {} øre, the total is {}", sum, total);
}

/// Steps a scenario to its end with the books open every week.
std::string what_does_not_add_up(const Scenario& scenario, ReplicationResult& result)
{
    Simulation simulation(std::make_shared<const Premises>(scenario), {luck(scenario), 8192, 1.0});
    PlacesWatched places(simulation.premises());
    while (!simulation.is_finished()) {
        simulation.step({});
        std::string wrong = places.wrong(simulation.premises(), simulation.world());
        if (wrong.empty()) wrong = imbalance(simulation.premises(), simulation.world());
        if (!wrong.empty()) return fmt::format("after week {}: {}", simulation.week() - 1, wrong);
    }
    result = simulation.result();
    if (std::string wrong = people_lost(result, simulation.world()); !wrong.empty()) return wrong;
    for (std::size_t k = 0; k < result.kpis.size(); ++k) {
        if (std::isinf(result.kpis[k])) return fmt::format("{} is infinite", kpi_table()[k].id);
    }
    return money_lost(result);
}

/// Another id; those that came first come last.
void rename(std::string& id)
{
    for (char& letter : id) {
        if (letter >= '0' && letter <= '9') letter = static_cast<char>('0' + '9' - letter);
    }
}

/// The same town elsewhere on the map, its tables written in another order and with other ids.
Scenario elsewhere(Scenario scenario)
{
    std::reverse(scenario.population.begin(), scenario.population.end());
    std::reverse(scenario.lifetable.begin(), scenario.lifetable.end());
    std::reverse(scenario.organisation_units.begin(), scenario.organisation_units.end());
    const auto move = [](auto& places) {
        for (auto& place : places) {
            place.x_m += 7000;
            place.y_m -= 12345;
            rename(place.id);
            rename(place.name);
        }
    };
    move(scenario.neighbourhoods);
    move(scenario.centres);
    for (Centre& centre : scenario.centres) {
        rename(centre.same_roof_as);
        rename(centre.area);
    }
    for (OrganisationUnit& unit : scenario.organisation_units) {
        rename(unit.id);
        rename(unit.parent);
    }
    for (Intervention& one : scenario.interventions) {
        for (std::string* id : {&one.centre, &one.to, &one.area}) rename(*id);
    }
    return scenario;
}

std::string what_is_wrong(const Scenario& scenario)
{
    ReplicationResult result;
    if (std::string wrong = what_does_not_add_up(scenario, result); !wrong.empty()) return wrong;
    if (const auto found = difference(result, run(scenario, luck(scenario), Workers(2), 1.0, 16)); !found.empty()) {
        return "two threads and blocks of 16 give another " + found;
    }
    Scenario again = scenario;
    made::add_neutral_interventions(again);
    if (const auto found = difference(result, run(again, luck(scenario), Workers(), 1.0, 77)); !found.empty()) {
        return "saying what holds already gives another " + found;
    }
    if (const auto found = difference(result, run(elsewhere(scenario), luck(scenario))); !found.empty()) {
        return "the same town elsewhere, its tables turned round and its ids changed, gives another " + found;
    }
    return {};
}

void check_scenarios(std::uint32_t first, std::uint32_t last)
{
    std::size_t bad = 0;
    for (std::uint32_t number = first; number <= last; ++number) {
        const Scenario scenario = made::scenario(number);
        const std::string wrong = what_is_wrong(scenario);
        if (wrong.empty()) continue;
        ++bad;
        UNSCOPED_INFO(wrong << "\n" << made::in_words(number, scenario));
    }
    CHECK(bad == 0);
}

/// Keys of a table that some scenario sets to something else than its default.
void note_moved(std::set<std::string>& moved, std::span<const Field> table, const void* object)
{
    for (const Field& field : table) {
        if (field.access.read(object) != field.fallback) moved.emplace(field.key);
    }
}

} // namespace

TEST_CASE("V5, V6, V16, V20, V21: made scenarios add up every week, and nothing that says nothing changes a bit")
{
    check_scenarios(1, few);
}

TEST_CASE("V5, V6, V16, V20, V21: a thousand made scenarios add up", "[slow]") { check_scenarios(1, many); }

TEST_CASE("V16: a made scenario runs the same by itself and beside one without its interventions")
{
    for (std::uint32_t number = 1; number <= few; ++number) {
        const Scenario scenario = made::scenario(number);
        Scenario without = scenario;
        without.interventions.clear();
        const auto both = options::run_together({&without, &scenario}, {});
        INFO(made::in_words(number, scenario));
        CHECK(options::difference(both[1], options::run_alone(scenario, {})) == "");
        CHECK(options::difference(both[0], options::run_alone(without, {})) == "");
    }
}

namespace {

/// Only the body: who lives where, at what level and how long; all that people do to each other is off.
Scenario bodies_only(Scenario scenario)
{
    const std::set<std::string_view> of_the_body{"mortality", "nursing_home", "net_migration", "function_change"};
    for (const Field& field : mechanism_fields()) {
        if (!of_the_body.contains(field.key)) field.access.write(&scenario.mechanisms, 0);
    }
    scenario.interventions.clear();
    return scenario;
}

constexpr int newcomers_key = 1; ///< the smallest: everybody else's row is another one

/// Forty more people in a place of their own.
Scenario with_newcomers(Scenario scenario)
{
    const auto index = static_cast<int>(scenario.neighbourhoods.size());
    scenario.neighbourhoods.push_back({newcomers_key, "new", "New", 500, 500, 900, 0, true, {}});
    const int year = scenario.population.front().year;
    for (int age = 62; age < 82; ++age) {
        for (const Sex sex : {Sex::male, Sex::female}) scenario.population.push_back({year, index, sex, age, 1});
    }
    if (!scenario.roads.empty()) scenario.roads.push_back({0, index, 1.0});
    return scenario;
}

std::vector<LifeEvent> bodies(const ReplicationResult& result)
{
    const std::set<LifeEventKind> of_the_body{LifeEventKind::entered, LifeEventKind::level_change, LifeEventKind::nursing_home,
                                              LifeEventKind::moved_out, LifeEventKind::died};
    std::vector<LifeEvent> events;
    for (LifeEvent event : result.life_courses) {
        if ((event.person >> 37 & 0xfffff) == newcomers_key || !of_the_body.contains(event.kind)) continue;
        event.offer = 0; // where the citizen happened to be
        event.centre = 0;
        events.push_back(event);
    }
    return events;
}

} // namespace

TEST_CASE("V16: newcomers in another neighbourhood change no draw of anybody else's body")
{
    std::size_t events = 0;
    for (std::uint32_t number = 1; number <= few; ++number) {
        const Scenario alone = bodies_only(made::scenario(number)), together = with_newcomers(alone);
        const auto before = bodies(run(alone, luck(alone))), after = bodies(run(together, luck(together)));
        events += before.size();
        if (before != after) FAIL_CHECK(made::in_words(number, alone));
    }
    CHECK(events > 5000);
}

TEST_CASE("made scenarios try every parameter, policy, mechanism and kind of intervention")
{
    std::set<std::string> moved, kinds, never_moved;
    std::size_t persons_least = 1000000, persons_most = 0;
    for (std::uint32_t number = 1; number <= 150; ++number) {
        const Scenario scenario = made::scenario(number);
        note_moved(moved, parameter_fields(), &scenario.assumptions);
        note_moved(moved, policy_fields(), &scenario.policy);
        note_moved(moved, organisation_fields(), &scenario.organisation);
        note_moved(moved, mechanism_fields(), &scenario.mechanisms);
        for (const Intervention& one : scenario.interventions) kinds.emplace(kind_of(one.type).id);
        std::size_t persons = 0;
        for (const PopulationCount& row : scenario.population) persons += static_cast<std::size_t>(row.persons);
        persons_least = std::min(persons_least, persons);
        persons_most = std::max(persons_most, persons);
    }
    CHECK(persons_least >= 50);
    CHECK(persons_most <= 400);
    CHECK(kinds.size() == intervention_kinds().size());
    for (const auto table : {parameter_fields(), policy_fields(), organisation_fields(), mechanism_fields()}) {
        for (const Field& field : table) {
            const auto built = [](const Choice& choice) { return choice.built; };
            const bool one_value = field.kind == Kind::choice ? std::count_if(field.choices.begin(), field.choices.end(), built) < 2
                                                               : field.minimum == field.maximum;
            if (!one_value && !moved.contains(std::string(field.key))) never_moved.emplace(field.key);
        }
    }
    for (const std::string& key : never_moved) UNSCOPED_INFO(key);
    CHECK(never_moved.empty());
}

TEST_CASE("in made scenarios everything happens that the books must hold through")
{
    std::map<LifeEventKind, int> events;
    std::map<EndReason, int> ends;
    int replaced = 0, full = 0, short_of_volunteers = 0;
    for (std::uint32_t number = 1; number <= few; ++number) {
        const Scenario scenario = made::scenario(number);
        Simulation simulation(std::make_shared<const Premises>(scenario), {luck(scenario), 8192, 1.0});
        PlacesWatched places(simulation.premises());
        bool asked = false, crowded = false; // all that a unit offers is taken, whatever limits it, and people wait
        while (!simulation.is_finished()) {
            simulation.step({});
            places.wrong(simulation.premises(), simulation.world());
            const World& world = simulation.world();
            for (const CentreState& house : world.centres) asked = asked || house.burden > 1;
            for (std::size_t u = 0; u < world.units.size(); ++u) {
                const UnitState& unit = world.units[u];
                crowded = crowded || (unit.offered > 0 && world.counts.taken[u] >= unit.offered && !unit.queue.empty());
            }
        }
        full += crowded ? 1 : 0;
        short_of_volunteers += asked ? 1 : 0;
        for (const LifeEvent& event : simulation.result().life_courses) {
            ++events[event.kind];
            if (event.kind == LifeEventKind::ended) ++ends[static_cast<EndReason>(event.a)];
        }
        if (scenario.assumptions.entry == Entry::replacement) ++replaced;
    }
    for (const LifeEventKind kind : {LifeEventKind::entered, LifeEventKind::level_change, LifeEventKind::considered, LifeEventKind::assessed,
                                     LifeEventKind::queued, LifeEventKind::started, LifeEventKind::effect, LifeEventKind::ended,
                                     LifeEventKind::nursing_home, LifeEventKind::moved_out, LifeEventKind::died}) {
        INFO(id_of(kind));
        CHECK(events[kind] > 100);
    }
    for (const EndReason reason : {EndReason::dropped_out, EndReason::dropped_in_transition, EndReason::transition, EndReason::home_weeks_over,
                                   EndReason::left_home, EndReason::died, EndReason::centre_closed}) {
        INFO("end " << static_cast<int>(reason) << ": " << ends[reason]);
        CHECK(ends[reason] > 10);
    }
    CHECK(full >= 15);
    CHECK(replaced >= 5);
    CHECK(short_of_volunteers >= 10);
}

TEST_CASE("the books notice whoever and whatever is missing")
{
    const Scenario scenario = busy_toy(0, 30);
    Simulation simulation(std::make_shared<const Premises>(scenario), {luck(scenario), 8192, 1.0});
    while (!simulation.is_finished()) simulation.step({});
    const Premises& premises = simulation.premises();
    const World whole = simulation.world();
    REQUIRE(imbalance(premises, whole) == "");
    const auto notices = [&](auto harm) {
        World world = whole;
        harm(world);
        return !imbalance(premises, world).empty();
    };
    std::size_t row = 0;
    while (row < whole.citizens.size() && whole.citizens[row].offer == Offer::none) ++row;
    const auto queue = std::find_if(whole.units.begin(), whole.units.end(), [](const UnitState& u) { return !u.queue.empty(); }) - whole.units.begin();
    const auto unit = static_cast<std::size_t>(queue);
    REQUIRE(row < whole.citizens.size());
    REQUIRE(unit < whole.units.size());
    CHECK(notices([&](World& w) { w.citizens[row].residence = Residence::dead; }));
    CHECK(notices([&](World& w) { w.citizens[row].sessions += 1; }));
    CHECK(notices([&](World& w) { w.citizens[row].unit = no_unit; }));
    CHECK(notices([&](World& w) { w.due[row] = 0; }));
    CHECK(notices([&](World& w) { w.counts.taken[0] += 1; }));
    CHECK(notices([&](World& w) { ++w.counts.home_by_level[0]; }));
    CHECK(notices([&](World& w) { w.units[unit].queue.pop_back(); }));
    CHECK(notices([&](World& w) { w.units[unit].queue.push_back(w.units[unit].queue.back()); }));
    CHECK(notices([&](World& w) { w.volunteers.pop_back(); }));
    CHECK(notices([&](World& w) { w.volunteers[0].hours_tenths += 1; }));
    PlacesWatched places(premises);
    World crowded = whole;
    CHECK(places.wrong(premises, whole) == "");
    crowded.units[unit].offered = static_cast<int>(crowded.counts.taken[unit]) - 1;
    CHECK(places.wrong(premises, crowded) != "");
}

TEST_CASE("a made scenario is the same whenever it is made, and another number makes another one")
{
    CHECK(made::in_words(7, made::scenario(7)) == made::in_words(7, made::scenario(7)));
    CHECK(made::in_words(7, made::scenario(7)) != made::in_words(7, made::scenario(8)));
}
