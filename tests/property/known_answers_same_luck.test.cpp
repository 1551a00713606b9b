// SPDX-License-Identifier: MPL-2.0
// V16, V17, V18, V20 and V21 of docs/model.md 9.1: what must not change a result, to the last bit.
#include "engine/random/distributions.hpp"
#include "engine/simulation/simulation.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/queues.hpp"
#include "tests/support/worlds.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>

using namespace samspil;
using namespace samspil::worlds;

namespace {

constexpr Chance chance{2021, 4};

Intervention organisation_change(const Scenario& scenario, int week, int shock_weeks)
{
    Intervention change;
    change.type = InterventionType::organisation_change;
    change.date = scenario.period.start + 7 * week;
    change.organisation = scenario.organisation;
    change.shock_weeks = shock_weeks;
    change.parts = {true, true, true, true};
    return change;
}

/// Five neighbourhoods, each with a house, an area and a leader of its own; people of 64 to 95; places for all.
Scenario roomy_town()
{
    Scenario scenario = town(5, 10000);
    scenario.organisation_units.clear();
    for (std::size_t i = 0; i < scenario.centres.size(); ++i) {
        const std::string area = "a" + std::to_string(i);
        scenario.organisation_units.push_back({"one", static_cast<int>(i) + 1, area, area, "area", "", 1, {}});
        scenario.centres[i].area = area;
        scenario.centres[i].places[index_of(Offer::vedligeholdende_center)] = i == 0 ? 10000 : 0;
        scenario.centres[i].places[index_of(Offer::vedligeholdende_hjem)] = i == 0 ? 10000 : 0;
    }
    for (int age = 64; age <= 95; ++age) {
        for (const Sex sex : {Sex::male, Sex::female}) scenario.population.push_back({2015, -1, sex, age, 120});
    }
    scenario.period = {*parse_date("2017-01-02"), 156, 104};
    scenario.assumptions.consider = 2;
    // Nor do volunteers, who may be participants too, tire of those who come from the closed house.
    scenario.mechanisms.volunteer_limit = scenario.mechanisms.volunteer_burden = false;
    scenario.assumptions.volunteering.overasked = 1000;
    // Nothing else is shared: hands to receive people, what a house has on, posts, frames, the visitator's and the bridge-builders' hours.
    scenario.mechanisms.places.hosting = scenario.mechanisms.places.co_creation = false;
    scenario.mechanisms.money.staff_limit = scenario.mechanisms.money.steering = false;
    scenario.mechanisms.access.visitator_backlog = scenario.mechanisms.information.bridges = false;
    return scenario;
}

/// Events of the body: what participation may touch only through its effect.
std::vector<LifeEvent> bodily(const ReplicationResult& result)
{
    std::vector<LifeEvent> events;
    for (const LifeEvent& event : result.life_courses) {
        const auto kind = event.kind;
        if (kind == LifeEventKind::entered || kind == LifeEventKind::level_change || kind == LifeEventKind::nursing_home ||
            kind == LifeEventKind::moved_out || kind == LifeEventKind::died) {
            LifeEvent plain = event;
            plain.offer = 0; // where the citizen happened to be
            plain.centre = 0;
            events.push_back(plain);
        }
    }
    return events;
}

std::size_t count(const ReplicationResult& result, LifeEventKind kind)
{
    return static_cast<std::size_t>(std::count_if(result.life_courses.begin(), result.life_courses.end(),
                                                  [&](const LifeEvent& event) { return event.kind == kind; }));
}

} // namespace

TEST_CASE("V16: a change of organisation to what it already is changes no bit")
{
    for (const Scenario& plain : {busy_toy(52, 78), shipped("aarhus/basis", 52, 78)}) {
        Scenario changed = plain;
        changed.interventions.push_back(organisation_change(plain, 26, 0));
        const ReplicationResult one = run(plain, chance), two = run(changed, chance);
        CHECK(count(one, LifeEventKind::started) > 0);
        CHECK(difference(one, two) == "");
    }
    // With a change shock it is no longer nothing.
    const Scenario plain = shipped("aarhus/basis", 13, 26);
    Scenario shaken = plain;
    shaken.interventions.push_back(organisation_change(plain, 2, 13));
    CHECK(difference(run(plain, chance), run(shaken, chance)) != "");
}

TEST_CASE("V16: with places for all, closing a house changes no bit of the lives of those who never heard of it")
{
    Scenario plain = roomy_town();
    // Friends who have heard of it, and the clubs they are in, would carry it on.
    plain.mechanisms.people.ties = plain.mechanisms.people.club_help = false;
    Scenario closed = plain;
    Intervention closing;
    closing.type = InterventionType::close_centre;
    closing.date = plain.period.start + 7 * 20;
    closing.centre = "c5";
    closed.interventions.push_back(closing);

    Simulation first(std::make_shared<const Premises>(plain), {chance, 8192, 1.0});
    std::set<std::uint64_t> heard; // at any time: people forget houses again
    while (!first.is_finished()) {
        first.step({});
        for (std::size_t row = 0; row < first.world().citizens.size(); ++row) {
            if ((first.world().known[row] >> 4 & 1) != 0) heard.insert(first.premises().roster[row].id);
        }
    }
    const ReplicationResult with = first.result(), without = run(closed, chance);
    const auto others = [&](const ReplicationResult& result) {
        std::vector<LifeEvent> events;
        for (const LifeEvent& event : result.life_courses) {
            if (!heard.contains(event.person)) events.push_back(event);
        }
        return events;
    };
    CHECK(heard.size() > 1000);
    CHECK(others(with).size() > 10000);
    CHECK((others(with) == others(without)));
    CHECK((with.life_courses != without.life_courses));
}

TEST_CASE("V17: without effects of participation nobody's level, home or death depends on the places")
{
    Scenario many = shipped("aarhus/basis", 52, 104);
    for (Centre& centre : many.centres) {
        for (int& places : centre.places) places *= 10;
    }
    many.assumptions.hrd.fill(1);
    many.assumptions.rr_rec = 1;
    many.assumptions.volunteering.hrd_vol = 1;
    Scenario few = many;
    for (Centre& centre : few.centres) {
        for (int& places : centre.places) places /= 50;
    }
    const ReplicationResult one = run(many, chance), two = run(few, chance);
    CHECK(count(one, LifeEventKind::started) > 2 * count(two, LifeEventKind::started));
    CHECK(count(one, LifeEventKind::level_change) > 10000);
    CHECK(count(one, LifeEventKind::nursing_home) > 1000);
    CHECK((bodily(one) == bodily(two)));
    CHECK(one.kpis[*find_kpi("function.independent_months")] == two.kpis[*find_kpi("function.independent_months")]);

    many.assumptions.hrd.fill(0.85);
    few.assumptions.hrd.fill(0.85);
    CHECK((bodily(run(many, chance)) != bodily(run(few, chance))));
}

TEST_CASE("V18: in one queue with stays that belong to the person nobody waits longer when there are more places")
{
    QueuePlan plan;
    plan.units = 400;
    plan.places = 10;
    plan.arrivals = 0.2;
    plan.at_start = std::vector<double>(21, 1.0 / 21);
    plan.weeks = 400;
    plan.fixed_stay = [](std::uint64_t person) {
        return 1 + static_cast<Week>(60 * exponential(uniform(chance, Purpose::unit_stay, person, 0)));
    };
    Queues before = run_queues(plan, chance);
    for (int places = 11; places <= 13; ++places) {
        plan.places = places;
        const Queues after = run_queues(plan, chance);
        REQUIRE(after.wait_of.size() == before.wait_of.size());
        std::size_t longer = 0, shorter = 0;
        for (std::size_t person = 0; person < after.wait_of.size(); ++person) {
            longer += after.wait_of[person] > before.wait_of[person] ? 1 : 0;
            shorter += after.wait_of[person] < before.wait_of[person] ? 1 : 0;
        }
        INFO(places << " places: " << shorter << " of " << after.wait_of.size() << " wait shorter");
        CHECK(longer == 0);
        CHECK(shorter > 1000);
        before = after;
    }
}

TEST_CASE("V20: the order of input rows does not matter")
{
    const Scenario plain = busy_toy(52, 104);
    Scenario shuffled = plain;
    const auto turn = [](auto& rows) { std::reverse(rows.begin(), rows.end()); std::rotate(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(rows.size() / 3), rows.end()); };
    turn(shuffled.population);
    turn(shuffled.lifetable);
    turn(shuffled.cohort_change);
    turn(shuffled.net_migration);
    turn(shuffled.projection);
    turn(shuffled.organisation_units);
    const ReplicationResult one = run(plain, chance);
    CHECK(difference(one, run(shuffled, chance)) == "");

    // Places and houses too; series stand in the order of the rows, so lives and KPIs are compared.
    std::reverse(shuffled.centres.begin(), shuffled.centres.end());
    std::reverse(shuffled.neighbourhoods.begin(), shuffled.neighbourhoods.end());
    const int last = static_cast<int>(shuffled.neighbourhoods.size()) - 1;
    for (Centre& centre : shuffled.centres) centre.neighbourhood = last - centre.neighbourhood;
    for (PopulationCount& row : shuffled.population) row.neighbourhood = row.neighbourhood < 0 ? -1 : last - row.neighbourhood;
    for (Road& road : shuffled.roads) road = {last - road.from, last - road.to, road.km};
    ReplicationResult two = run(shuffled, chance);
    CHECK((two.life_courses == one.life_courses));
    two.series = one.series;
    CHECK(difference(one, two) == "");
}

TEST_CASE("V20: the same town somewhere else on the map has the same results")
{
    const Scenario plain = busy_toy(52, 104);
    Scenario moved = plain;
    for (Neighbourhood& place : moved.neighbourhoods) {
        place.x_m -= 7000;
        place.y_m += 12345;
    }
    for (Centre& centre : moved.centres) {
        centre.x_m -= 7000;
        centre.y_m += 12345;
    }
    CHECK(difference(run(plain, chance), run(moved, chance)) == "");
}

TEST_CASE("V20: ten times the prices give ten times the money and the same lives")
{
    Scenario plain = busy_toy(52, 104);
    plain.pools = {{1, "pool", {}, 100000, 10, static_cast<int>(PoolUse::clubs)}};
    Scenario dear = plain;
    multiply_prices(dear, 10);
    const ReplicationResult one = run(plain, chance), two = run(dear, chance);
    CHECK((one.life_courses == two.life_courses));
    std::size_t money = 0;
    for (std::size_t i = 0; i < one.kpis.size(); ++i) {
        if (std::isnan(one.kpis[i])) continue;
        const Kpi& kpi = kpi_table()[i];
        INFO(kpi.id << " (" << kpi.unit << "): " << one.kpis[i] << " and " << two.kpis[i]);
        if (kpi.unit.substr(0, 2) == "kr") {
            ++money;
            CHECK(two.kpis[i] == Approx(10 * one.kpis[i]).epsilon(1e-5).margin(50)); // every account and frame of a week is in whole øre
        } else {
            CHECK(two.kpis[i] == one.kpis[i]);
        }
    }
    CHECK(money > 0);
}

TEST_CASE("V21: threads and block size do not change a bit")
{
    const Scenario toy = busy_toy(26, 52);
    const ReplicationResult alone = run(toy, chance);
    for (const int threads : {2, 7}) {
        for (const std::size_t block : {std::size_t{16}, std::size_t{33}, std::size_t{8192}}) {
            INFO(threads << " threads, blocks of " << block);
            CHECK(difference(alone, run(toy, chance, Workers(threads), 1.0, block)) == "");
        }
    }
    const Scenario aarhus = shipped("aarhus/tre-distrikter", 13, 26);
    CHECK(difference(run(aarhus, chance), run(aarhus, chance, Workers(2), 1.0, 1000)) == "");
}
