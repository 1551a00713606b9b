// SPDX-License-Identifier: MPL-2.0
// Changes that come again or stand beside others, and what houses that are closed, or open later, leave alone.
#include "engine/rules/information.hpp"
#include "engine/rules/money.hpp"
#include "engine/rules/places.hpp"
#include "engine/simulation/simulation.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/worlds.hpp"

#include <memory>

using namespace samspil;

namespace {

Intervention change(const Scenario& scenario, InterventionType type, int week, int centre = -1)
{
    Intervention made;
    made.type = type;
    set_defaults(kind_of(type).params, &made);
    if (centre >= 0) made.centre = scenario.centres[static_cast<std::size_t>(centre)].id;
    made.organisation = scenario.organisation;
    made.volunteering = scenario.policy.volunteering;
    made.date = scenario.period.start + 7 * week;
    return made;
}

Simulation after(const Scenario& scenario, int weeks)
{
    Simulation simulation(std::make_shared<const Premises>(scenario), {{3, 0}});
    for (int week = 0; week < weeks; ++week) simulation.step({});
    return simulation;
}

double kpi(const Scenario& scenario, std::string_view id) { return worlds::run(scenario, {3, 0}).kpis[*find_kpi(id)]; }

} // namespace

TEST_CASE("a pool or a frame changed by one changes nothing, whatever is under way beside it", "[rules][money]")
{
    Scenario cut = worlds::busy_toy(52, 104), twice;
    cut.pools = {{1, "pool", {}, 100000, 10, static_cast<int>(PoolUse::volunteers)}};
    SECTION("a pool whose cut is not felt yet")
    {
        cut.interventions = {change(cut, InterventionType::pool_change, 8)};
        cut.interventions[0].factor = 0.2;
        twice = cut;
        twice.interventions.push_back(change(twice, InterventionType::pool_change, 12));
    }
    SECTION("a frame that falls little by little")
    {
        cut.interventions = {change(cut, InterventionType::frame_change, 2)};
        cut.interventions[0].factor = 0.5;
        cut.interventions[0].ramp_weeks = 52;
        twice = cut;
        twice.interventions.push_back(change(twice, InterventionType::frame_change, 22, 1));
    }
    twice.interventions.back().factor = 1;
    CHECK(worlds::difference(worlds::run(cut, {3, 0}), worlds::run(twice, {3, 0})) == "");
    cut.interventions.clear();
    CHECK(worlds::difference(worlds::run(cut, {3, 0}), worlds::run(twice, {3, 0})) != "");
}

TEST_CASE("a second rollout of the compass takes nothing away", "[contacts]")
{
    Scenario scenario = worlds::busy_toy(0, 104);
    Intervention rollout = change(scenario, InterventionType::compass_rollout, 5);
    rollout.share = 0.6;
    rollout.weeks = 10;
    scenario.interventions = {rollout};
    rollout.date += 7 * 50;
    rollout.share = 0.9;
    scenario.interventions.push_back(rollout);
    const double before = after(scenario, 55).world().information.coverage[0], at_once = after(scenario, 56).world().information.coverage[0];
    CHECK(before > 0.59);
    CHECK(at_once >= before);
    CHECK(after(scenario, 104).world().information.coverage[0] > 0.89);
}

TEST_CASE("a shorter reorganisation does not end the upheaval of a longer one", "[rules]")
{
    Scenario scenario = worlds::busy_toy(0, 104);
    Intervention reform = change(scenario, InterventionType::organisation_change, 5);
    reform.parts = {true, true, true, true};
    reform.shock_weeks = 52;
    scenario.interventions = {reform};
    reform.date += 28;
    reform.shock_weeks = 0;
    scenario.interventions.push_back(reform);
    CHECK(after(scenario, 20).world().organisation.shock_until == 57);
}

TEST_CASE("a house that is listed to open later takes no volunteers from the others before it opens", "[rules]")
{
    Scenario without = worlds::busy_toy(0, 104);
    without.assumptions.rec_ext = 60;
    without.centres[1].open = false;
    without.centres[1].volunteers = 0;
    Scenario with = without;
    with.centres[1].volunteers = 40;
    const int alone = after(without, 104).world().centres[0].arrivals;
    REQUIRE(alone > 50);
    CHECK(after(with, 104).world().centres[0].arrivals == alone);
    with.interventions = {change(with, InterventionType::open_centre, 10, 1)};
    CHECK(after(with, 104).world().centres[0].arrivals < alone);
}

TEST_CASE("a clinic that opens takes no contact out of its week", "[contacts]")
{
    Scenario base = worlds::busy_toy(0, 104);
    base.assumptions.information.clinic = 0;
    Scenario clinic = base;
    clinic.interventions = {change(base, InterventionType::profile_change, 30, 0)};
    clinic.interventions[0].choice = static_cast<int>(ProfileKind::health);
    const auto of_the_week = [](const Scenario& scenario) {
        const auto until = [&](int weeks) { return after(scenario, weeks).world().counts.information.contacts; };
        const auto before = until(30), now = until(31);
        std::int64_t n = 0;
        for (std::size_t kind = 0; kind < contact_kinds; ++kind) n += now[kind] - before[kind];
        return n;
    };
    REQUIRE(of_the_week(base) > 3);
    CHECK(of_the_week(clinic) == of_the_week(base));
}

TEST_CASE("a visit at 70 is offered to those who live alone by then", "[contacts]")
{
    Scenario scenario = worlds::town(1, 0);
    scenario.population.push_back({2015, -1, Sex::female, 69, 8000});
    scenario.mechanisms.mortality = scenario.mechanisms.net_migration = scenario.mechanisms.nursing_home = scenario.mechanisms.function_change = false;
    scenario.period.weeks = 104;
    InformationParameters& p = scenario.assumptions.information;
    p.front.fill(0);
    p.self_search = 0;
    p.visit_accept = 1;
    const auto visits = [&](double at65, double at85) {
        scenario.assumptions.alone65.fill(at65);
        scenario.assumptions.alone85.fill(at85);
        return kpi(scenario, "contact.home_visit");
    };
    const double all = visits(1, 1);
    REQUIRE(all > 1000);
    // A twentieth a year comes to live alone. At 70 to 71 that is 0.275 (0.225 on the first day, when they are 69 to 70), and those of
    // the two years, 0.1, are visited for their loss.
    CHECK(visits(0, 1) / all == Approx(0.375).margin(0.02));
}

TEST_CASE("who comes new hears of a house from the day it opened again", "[awareness]")
{
    Scenario scenario = worlds::busy_toy(0, 120);
    InformationParameters& p = scenario.assumptions.information;
    p.lam_media = p.lam_web = 0.01;
    p.lam_near = 0;
    Scenario reopened = scenario;
    reopened.interventions = {change(scenario, InterventionType::close_centre, 20, 0), change(scenario, InterventionType::open_centre, 50, 0)};
    const auto knowing = [](const Scenario& of) {
        const Simulation simulation = after(of, 53);
        int know = 0, asked = 0;
        for (std::uint32_t row = 0; row < simulation.world().citizens.size(); ++row) {
            if (!simulation.world().citizens.holds(row) || simulation.world().citizens[row].information.look != never) continue;
            std::uint64_t exists = 0, content = 0;
            see(simulation.premises(), simulation.world(), {3, 0}, row, 53, &exists, &content);
            ++asked;
            know += static_cast<int>(exists & 1U);
        }
        REQUIRE(asked > 50);
        return static_cast<double>(know) / asked;
    };
    CHECK(knowing(scenario) > 0.3);
    CHECK(knowing(reopened) < knowing(scenario) / 3);
}

TEST_CASE("the money for rides stays what it was when houses close and open", "[rules]")
{
    World world;
    world.centres.resize(3);
    world.places.houses.resize(3);
    for (std::size_t j = 0; j < 3; ++j) world.centres[j].places = {5, static_cast<int>(10 * (j + 1)), 0, 3};
    set_frame(world.places.houses[0], 100);
    set_frame(world.places.houses[1], 200);
    const auto frame = [&](std::size_t j) { return world.places.houses[j].frame_ore / 100; };
    take_share_of_frames(world, 2); // opens
    CHECK(frame(0) == Approx(50));
    CHECK(frame(1) == Approx(100));
    CHECK(frame(2) == Approx(150));
    world.centres[1].open = false;
    pass_on_frame(world, 1, -1);
    CHECK(frame(0) == Approx(75));
    CHECK(frame(1) == 0);
    CHECK(frame(2) == Approx(225));
    world.centres[0].open = false;
    pass_on_frame(world, 0, 2);
    CHECK(frame(2) == Approx(300));
    set_frame(world.places.houses[2], 0);
    take_share_of_frames(world, 0); // there are none to share
    CHECK(frame(0) == 0);
}

TEST_CASE("a frame for rides is measured by what was spent under the rule until then", "[rules]")
{
    Scenario fixed = worlds::busy_toy(0, 104);
    fixed.policy.transport_regime = static_cast<int>(TransportRegime::fixed_visited);
    fixed.interventions = {change(fixed, InterventionType::transport_rule, 60)};
    fixed.interventions[0].choice = static_cast<int>(TransportRegime::fixed_visited);
    fixed.interventions[0].share = 1;
    Scenario flexible = fixed;
    flexible.interventions[0].choice = static_cast<int>(TransportRegime::flexible);
    const Simulation a = after(fixed, 61), b = after(flexible, 61);
    double frames = 0;
    for (std::size_t j = 0; j < fixed.centres.size(); ++j) {
        CHECK(a.world().places.houses[j].frame_ore == b.world().places.houses[j].frame_ore);
        frames += a.world().places.houses[j].frame_ore;
    }
    CHECK(frames > 0);
}

TEST_CASE("money for rooms gives places also where the rooms are counted", "[rules][money]")
{
    Scenario scenario = worlds::busy_toy(0, 52);
    Centre& house = scenario.centres[1];
    house.rooms.stated = true;
    house.rooms.seats = {12, 6, 0, 0, 0, 0};
    house.rooms.opening_hours = 40;
    Scenario more = scenario;
    more.interventions = {change(scenario, InterventionType::invest, 10, 1)};
    more.interventions[0].amount_kr = 2e7;
    more.interventions[0].choice = 0;
    const auto offered = [](const Scenario& of) {
        const Simulation simulation = after(of, 12);
        double rooms = 0; // sessions that rooms allow, with staff, volunteers and seats enough
        for (const Offer offer : {Offer::forebyggende, Offer::vedligeholdende_center}) {
            const std::int16_t unit = simulation.premises().unit_of[1][index_of(offer)];
            rooms += simulation.world().units[static_cast<std::size_t>(unit)].offered;
        }
        return rooms;
    };
    REQUIRE(offered(scenario) > 0);
    CHECK(offered(more) > 2 * offered(scenario));
}

TEST_CASE("consultants' hours are paid", "[rules][money]")
{
    Scenario base = worlds::busy_toy(52, 52), many = base;
    for (Scenario* scenario : {&base, &many}) {
        scenario->mechanisms.information.bridges = false; // which would be paid in any case
        scenario->interventions = {change(*scenario, InterventionType::consultants, 0)};
        scenario->interventions[0].persons = scenario == &many ? 9 : 5;
    }
    const double more = kpi(many, "budget.staff") - kpi(base, "budget.staff");
    const double hours = base.assumptions.volunteering.consultant_h, wage = base.assumptions.wage_staff;
    CHECK(more == Approx(4 * hours * wage).epsilon(0.05)); // and what their help changes
}

TEST_CASE("a house that is closed is not steered", "[rules][money]")
{
    Scenario scenario = worlds::busy_toy(52, 104);
    scenario.policy.money.steering = 1;
    scenario.interventions = {change(scenario, InterventionType::close_centre, 10, 1)};
    Simulation simulation = after(scenario, 52 + 14);
    while (!simulation.is_finished()) {
        simulation.step({});
        for (const bool stopped : simulation.world().money.houses[1].stopped) REQUIRE_FALSE(stopped);
    }
}

TEST_CASE("where it is hard to become a volunteer, bridges lead nobody to volunteering", "[contacts]")
{
    Scenario easy = worlds::busy_toy(0, 104);
    easy.assumptions.information.help_share = 1;
    easy.assumptions.volunteering.rec_branch = 0.5;
    easy.assumptions.information.front.fill(0.1);
    Scenario hard = easy;
    hard.policy.volunteering.barrier = 1;
    const auto led = [](const Scenario& scenario) {
        Simulation simulation(std::make_shared<const Premises>(scenario), {{3, 0}});
        std::int64_t n = 0;
        while (!simulation.is_finished()) {
            simulation.step({});
            for (const auto found : simulation.world().information.helpers_found) n += found;
        }
        return n;
    };
    REQUIRE(led(easy) > 10);
    CHECK(led(hard) == 0);
}
