// SPDX-License-Identifier: MPL-2.0
// Every decision on houses, rides and profiles moves something that is reported, in the stated direction; and nearness
// matters more the less people can walk.
#include "tests/support/catch.hpp"
#include "tests/support/worlds.hpp"

#include "engine/simulation/simulation.hpp"

#include <functional>
#include <memory>
#include <numeric>
#include <vector>

using namespace samspil;
using namespace samspil::worlds;

namespace {

constexpr Chance chance{2021, 3};

/// The busy toy town with many who need care and rides.
Scenario town_with_rides()
{
    Scenario scenario = busy_toy(52, 104);
    scenario.assumptions.level65 = {0.3, 0.3, 0.25, 0.15};
    scenario.assumptions.club_help = 0.3; // many transitions
    scenario.policy.tau_club = 0;
    for (Centre& centre : scenario.centres) {
        if (centre.places[index_of(Offer::forebyggende)] > 0) centre.places[index_of(Offer::forebyggende)] = 100;
        centre.places[index_of(Offer::vedligeholdende_center)] *= 5;
    }
    return scenario;
}

double kpi(const ReplicationResult& result, std::string_view id) { return result.kpis[*find_kpi(id)]; }

Intervention change(const Scenario& scenario, InterventionType type, int centre)
{
    Intervention made;
    made.type = type;
    set_defaults(kind_of(type).params, &made);
    if (centre >= 0) made.centre = scenario.centres[static_cast<std::size_t>(centre)].id;
    made.date = scenario.period.start + 7;
    return made;
}

struct Lever {
    std::string name;
    std::function<void(Scenario&)> pull;
    std::string_view kpi;
    int direction; ///< 1 up, -1 down
};

std::function<void(Scenario&)> dated(InterventionType type, int centre, std::function<void(Intervention&, const Scenario&)> set)
{
    return [=](Scenario& s) {
        Intervention made = change(s, type, centre);
        set(made, s);
        s.interventions.push_back(made);
    };
}

std::vector<Lever> levers()
{
    using T = InterventionType;
    const auto klub = static_cast<int>(index_of(Offer::klub)), prevention = static_cast<int>(index_of(Offer::forebyggende));
    return {
        {"fixed rides", [](Scenario& s) { s.policy.transport_regime = 1; }, "transport.rides", 1},
        {"fixed rides cost more", [](Scenario& s) { s.policy.transport_regime = 1; }, "budget.transport", 1},
        {"no rides to the preventive offer", [](Scenario& s) { s.policy.places.preventive_rides = false; }, "transport.rides", -1},
        {"a narrow frame refuses", [](Scenario& s) { s.policy.places.transport_frame = 1e5; }, "transport.refused", 1},
        {"a narrow frame spends less", [](Scenario& s) { s.policy.places.transport_frame = 1e5; }, "budget.transport", -1},
        {"a narrow frame cuts sessions", [](Scenario& s) { s.policy.places.transport_frame = 1e5; }, "transport.sessions_cut", 1},
        {"own price", [](Scenario& s) { s.policy.places.ride_price = 60; }, "transport.own_payment", 1},
        {"few seats", [](Scenario& s) { s.policy.places.ride_seats = 0.1; }, "binding.seats", 1},
        {"council voice", [](Scenario& s) { s.policy.places.council_voice = true; s.assumptions.places.eta_voice = 0.2; }, "profile.match", 1},
        {"rides by rule: fixed", dated(T::transport_rule, -1, [](Intervention& i, const Scenario&) { i.choice = 1; }), "transport.rides", 1},
        {"rides by rule: frame", dated(T::transport_rule, -1, [](Intervention& i, const Scenario&) { i.share = 0.5; }), "budget.transport", -1},
        {"rides by rule: preventive", dated(T::transport_rule, -1, [](Intervention& i, const Scenario&) { i.flag = false; }), "transport.refused", 1},
        {"workplaces by floor", dated(T::admin_workplaces, 0, [](Intervention& i, const Scenario&) { i.share = 0.6; }), "reach.klub", -1},
        {"workplaces by persons", dated(T::admin_workplaces, 0, [](Intervention& i, const Scenario&) { i.persons = 50; }), "reach.klub", -1},
        {"profile of associations", dated(T::profile_change, 0, [](Intervention& i, const Scenario&) { i.choice = static_cast<int>(ProfileKind::associations); }), "rooms.lent_hours", 1},
        {"merging", dated(T::merge, 0, [](Intervention& i, const Scenario& s) { i.to = s.centres[1].id; }), "cafe.guests", -1},
        {"merging without the places", dated(T::merge, 0, [](Intervention& i, const Scenario& s) { i.to = s.centres[1].id; i.flag = false; }), "reach.klub", -1},
        {"a satellite", dated(T::satellite, 0, [=](Intervention& i, const Scenario& s) { i.to = s.centres[1].id; i.offer = prevention; i.places = 20; }), "reach.forebyggende", 1},
        {"converted places", dated(T::convert_offer, 0, [=](Intervention& i, const Scenario&) { i.offer = klub; i.choice = prevention; i.places = 15; }), "reach.forebyggende", 1},
    };
}

} // namespace

TEST_CASE("every decision on houses and rides moves what it should")
{
    Scenario plain = town_with_rides();
    plain.centres[0].volunteers = 400; // hands enough, so that rooms decide
    const ReplicationResult before = run(plain, chance, {}, 0);
    REQUIRE(kpi(before, "transport.rides") > 10);
    for (const Lever& lever : levers()) {
        Scenario changed = plain;
        lever.pull(changed);
        INFO(lever.name << ": " << lever.kpi << " from " << kpi(before, lever.kpi));
        const double now = kpi(run(changed, chance, {}, 0), lever.kpi);
        INFO("to " << now);
        CHECK((now - kpi(before, lever.kpi)) * lever.direction > 0);
    }
}

TEST_CASE("under one roof fewer are lost between two offers")
{
    // The same luck with and without the roof, so that only those move whom it holds; eight towns.
    int with_roof = 0, without = 0, transitions = 0;
    for (std::uint32_t town = 0; town < 8; ++town) {
        Scenario plain = town_with_rides();
        plain.mechanisms.participation_effect = false;
        Scenario roof = plain;
        Intervention made = change(roof, InterventionType::same_roof, 0);
        made.to = roof.centres[1].id;
        roof.interventions.push_back(made);
        const auto losses = [&](const Scenario& scenario) {
            Simulation simulation(std::make_shared<const Premises>(scenario), {{7, town}});
            int lost = 0;
            const auto sum = [](const TransitionsByAge& by_age) { return std::accumulate(by_age.begin(), by_age.end(), 0); };
            while (!simulation.is_finished()) {
                simulation.step({});
                transitions += sum(simulation.world().counts.transitions);
                lost += sum(simulation.world().counts.transition_losses);
            }
            return lost;
        };
        without += losses(plain);
        with_roof += losses(roof);
    }
    INFO(without << " lost without, " << with_roof << " with, of " << transitions << " transitions in both");
    CHECK(with_roof < without);
}

TEST_CASE("a frame as large as today's spending on rides, or larger, refuses hardly anybody")
{
    Scenario wide = town_with_rides();
    Intervention rule = change(wide, InterventionType::transport_rule, -1);
    rule.share = 10;
    const ReplicationResult before = run(wide, chance, {}, 0);
    wide.interventions = {rule};
    CHECK(difference(before, run(wide, chance, {}, 0)) == "");
}

TEST_CASE("fewer come from far away the less they can walk", "[pattern]")
{
    // Houses 4 km apart, no cars and no rides: the share of users at a house beyond 2 km falls with the level.
    Scenario scenario = town(4, 4000);
    for (int age = 66; age <= 85; ++age) {
        for (const Sex sex : {Sex::male, Sex::female}) scenario.population.push_back({2015, -1, sex, age, 150});
    }
    scenario.period = {*parse_date("2016-01-04"), 52, 52};
    scenario.mechanisms.volunteer_limit = false;
    scenario.assumptions.consider = 4;
    know_every_house(scenario);
    scenario.assumptions.media_km = 50;
    scenario.assumptions.car65 = scenario.assumptions.car85 = {0, 0};
    scenario.assumptions.level65 = {0.34, 0.33, 0.33, 0};
    scenario.assumptions.r.fill(0);
    scenario.assumptions.c.fill(0);
    scenario.assumptions.bus_kmh = 1; // slower than anybody walks
    for (Neighbourhood& place : scenario.neighbourhoods) place.radius_m = 4000;
    scenario.policy.places.preventive_rides = false;
    scenario.assumptions.b_ride = 0;
    for (double& appeal : scenario.assumptions.asc) appeal += 4;
    Simulation simulation(std::make_shared<const Premises>(scenario), {chance});
    while (!simulation.is_finished()) simulation.step({});
    std::array<int, 3> users{}, far{};
    for (const Citizen& citizen : simulation.world().citizens) {
        if ((citizen.offer != Offer::klub && citizen.offer != Offer::forebyggende) || citizen.level > 2) continue;
        ++users[citizen.level];
        far[citizen.level] += distance_m(simulation.premises(), citizen, simulation.premises().units[static_cast<std::size_t>(citizen.unit)].centre) > 2500;
    }
    const auto share = [&](std::size_t level) { return static_cast<double>(far[level]) / users[level]; };
    for (const int n : users) REQUIRE(n > 200);
    INFO("shares " << share(0) << " " << share(1) << " " << share(2) << " of " << users[0] << " " << users[1] << " " << users[2]);
    CHECK(share(0) > share(1));
    CHECK(share(1) > share(2));
}
