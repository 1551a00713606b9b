// SPDX-License-Identifier: MPL-2.0
// What limits a house, who rides, how programmes fit, and what a merger does with people.
#include "engine/rules/network.hpp"
#include "engine/rules/places.hpp"
#include "engine/simulation/simulation.hpp"
#include "engine/io/scenario_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenario_folder.hpp"
#include "tests/support/stage.hpp"
#include "tests/support/worlds.hpp"

#include <cmath>
#include <memory>
#include <set>

using namespace samspil;

namespace {

constexpr Chance chance{11, 0};

/// A town of one house whose world can be looked at without living a week.
struct House {
    explicit House(const Scenario& given) : scenario(given), premises(scenario)
    {
        world.units.resize(premises.units.size());
        world.counts.resize(scenario.neighbourhoods.size(), premises.units.size(), scenario.centres.size());
        for (const Centre& centre : scenario.centres) {
            CentreState state;
            state.places = centre.places;
            world.centres.push_back(state);
        }
        set_up_places(premises, world, chance);
        set_up_network(premises, world, chance);
        world.volunteering.houses.resize(scenario.centres.size());
    }
    Source limit(Offer offer)
    {
        update_offered(premises, world);
        return world.places.binding[unit(offer)];
    }
    int offered(Offer offer) { return world.units[unit(offer)].offered; }
    std::size_t unit(Offer offer) const { return static_cast<std::size_t>(premises.unit_of[0][index_of(offer)]); }
    Scenario scenario;
    Premises premises;
    World world;
};

Scenario one_house() { return worlds::town(1, 20); }

Intervention change(const Scenario& scenario, InterventionType type, std::size_t centre, int week)
{
    Intervention made;
    made.type = type;
    set_defaults(kind_of(type).params, &made);
    made.centre = scenario.centres[centre].id;
    made.date = scenario.period.start + 7 * week;
    return made;
}

Simulation after(const Scenario& scenario, int weeks)
{
    Simulation simulation(std::make_shared<const Premises>(scenario), {{3, 0}});
    for (int week = 0; week < weeks; ++week) simulation.step({});
    return simulation;
}

} // namespace

TEST_CASE("a unit offers the least of places, volunteers and seats, and says which it was", "[rules]")
{
    SECTION("places, where there is enough of everything else")
    {
        Scenario scenario = one_house();
        scenario.mechanisms.volunteer_limit = false;
        House house(scenario);
        CHECK(house.limit(Offer::klub) == Source::rooms);
        CHECK(house.offered(Offer::klub) == 100);
    }
    SECTION("volunteers in a club")
    {
        House house(one_house());
        house.world.centres[0].agreed_tenths = 100; // 10 h at 0.25 h a session, somewhat more when asked
        CHECK(house.limit(Offer::klub) == Source::volunteers);
        CHECK(house.offered(Offer::klub) >= 40);
        CHECK(house.offered(Offer::klub) < 60);
        CHECK(house.limit(Offer::forebyggende) == Source::rooms);
    }
    SECTION("seats in vehicles")
    {
        Scenario scenario = one_house();
        scenario.policy.places.ride_seats = 0.4;
        House house(scenario);
        CHECK(house.limit(Offer::vedligeholdende_center) == Source::seats);
        CHECK(house.offered(Offer::vedligeholdende_center) == 50); // 100 x 0.4 / 0.8
    }
    SECTION("rooms as stated")
    {
        Scenario scenario = one_house();
        scenario.mechanisms.volunteer_limit = false;
        HouseRooms& rooms = scenario.centres[0].rooms;
        rooms.stated = true;
        rooms.m2 = 500;
        rooms.seats[0] = 15;
        rooms.opening_hours = 40;
        House house(scenario);
        CHECK(house.limit(Offer::klub) == Source::rooms);
        // 15 seats x 5 days x 1.6 half-days x 0.95 not lent, a third of it for each offer in the house
        CHECK(house.offered(Offer::klub) == 38);
        // Forty square metres in a hundred go to workplaces.
        house.world.places.houses[0].admin_share = 0.4;
        house.limit(Offer::klub);
        CHECK(house.offered(Offer::klub) == 22);
    }
    SECTION("a closed house has no limit to speak of")
    {
        House house(one_house());
        house.world.centres[0].open = false;
        CHECK(house.limit(Offer::klub) == Source::none);
    }
}

TEST_CASE("workplaces, residents and associations take from the rooms of a house of unstated size", "[rules]")
{
    Scenario scenario = one_house();
    scenario.mechanisms.volunteer_limit = false;
    House house(scenario);
    HouseState& state = house.world.places.houses[0];
    const auto klub = [&] {
        house.limit(Offer::klub);
        return house.offered(Offer::klub);
    };
    state.admin_share = 0.25;
    CHECK(klub() == 75);
    state.admin_share = 0;
    set_profile(house.premises, state, chance, 0, ProfileKind::nursing_home_side);
    CHECK(klub() == 80);
    const double before = lent_hours(scenario.assumptions, state);
    set_profile(house.premises, state, chance, 0, ProfileKind::associations);
    CHECK(klub() < 80); // own clubs less a fifth, and a little more lent by day
    CHECK(klub() >= 78);
    CHECK(lent_hours(scenario.assumptions, state) == Approx(1.3 * before));
    set_profile(house.premises, state, chance, 0, ProfileKind::vulnerable);
    CHECK(club_help_factor(house.premises, house.world, 0) == Approx(1.1));
    CHECK(staff_need_factor(house.premises, house.world, 0) == Approx(1.1));
    CHECK(warm_uptake(house.premises, house.world, 0) == Approx(0.05));
    CHECK_FALSE(has_clinic(house.premises, house.world, 0));
    set_profile(house.premises, state, chance, 0, ProfileKind::health);
    CHECK(has_clinic(house.premises, house.world, 0));
}

TEST_CASE("everybody has three interests, and a house with some of everything fits everybody by one half", "[rules]")
{
    Scenario scenario = one_house();
    scenario.assumptions.places.profile_spread = 0;
    House house(scenario);
    const HouseState& even = house.world.places.houses[0];
    HouseState culture = even;
    set_profile(house.premises, culture, chance, 0, ProfileKind::culture);
    double least = 1, most = 0;
    for (std::uint64_t person = 1; person < 2000; ++person) {
        const Interests interests = interests_of(chance, person);
        REQUIRE(std::set<int>(interests.begin(), interests.end()).size() == interests_of_one);
        CHECK(std::abs(match_of(even, interests) - 0.5) < 1e-12);
        least = std::min(least, match_of(culture, interests));
        most = std::max(most, match_of(culture, interests));
    }
    CHECK(least < 0.4);
    CHECK(most > 0.7);
    CHECK(most <= 1);
}

TEST_CASE("programmes drift towards what users like, faster with council voice and slower in a house of its own profile", "[rules]")
{
    const auto moved = [](bool voice, ProfileKind profile) {
        Scenario scenario = worlds::busy_toy(10, 104);
        scenario.policy.places.council_voice = voice;
        for (Centre& centre : scenario.centres) {
            centre.rooms = rooms_of(scenario, static_cast<std::size_t>(&centre - scenario.centres.data()));
            centre.rooms.stated = true;
            centre.rooms.profile = profile;
        }
        const auto start = after(scenario, 0).world().places.houses;
        const auto end = after(scenario, 110).world().places.houses;
        double sum = 0;
        for (std::size_t tag = 0; tag < interest_count; ++tag) sum += std::abs(end[0].activities[tag] - start[0].activities[tag]);
        return sum;
    };
    const double plain = moved(false, ProfileKind::general);
    CHECK(plain > 0);
    CHECK(moved(true, ProfileKind::general) > 3 * plain);
    CHECK(moved(false, ProfileKind::culture) < plain);
}

TEST_CASE("a merger loses nobody: members end up in the other house or are counted out, and most volunteers follow", "[rules]")
{
    Scenario scenario = worlds::busy_toy(60, 104);
    scenario.assumptions.rec_ext = 60;
    Intervention merger = change(scenario, InterventionType::merge, 0, 10);
    merger.to = scenario.centres[1].id;
    scenario.interventions = {merger};
    const Simulation before = after(scenario, 70), just = after(scenario, 71), later = after(scenario, 100);
    const auto members = [](const Simulation& simulation, int centre) {
        int n = 0;
        for (const Citizen& citizen : simulation.world().citizens) {
            if (citizen.unit != no_unit && simulation.premises().units[static_cast<std::size_t>(citizen.unit)].centre == centre) ++n;
        }
        return n;
    };
    REQUIRE(members(before, 0) > 20);
    CHECK(members(just, 0) == 0);
    int forced = 0;
    for (const Citizen& citizen : just.world().citizens) {
        if (citizen.forced_unit == no_unit) continue;
        ++forced;
        CHECK(just.premises().units[static_cast<std::size_t>(citizen.forced_unit)].centre == 1);
    }
    CHECK(forced > members(before, 0) / 2);
    CHECK(members(later, 1) > members(before, 1) + members(before, 0) / 3);
    CHECK(just.world().centres[1].places[0] == before.world().centres[1].places[0] + before.world().centres[0].places[0]);
    Scenario apart = scenario;
    apart.interventions.clear();
    const Simulation as_it_was = after(apart, 100); // who would have come to the first house comes to the second
    CHECK(later.world().centres[1].arrivals > as_it_was.world().centres[1].arrivals);
    CHECK(just.world().centres[1].volunteers > before.world().centres[1].volunteers + before.world().centres[0].volunteers / 3);
    std::int64_t users = 0, counted = 0;
    for (const Citizen& citizen : later.world().citizens) users += citizen.unit != no_unit;
    for (const std::int64_t n : later.world().counts.users) counted += n;
    CHECK(users == counted);
}

TEST_CASE("the volunteers that a merged house would have had follow on when that one is merged too", "[rules]")
{
    Scenario chain = worlds::busy_toy(60, 208);
    chain.centres.push_back(chain.centres.back());
    chain.centres.back().key = 5;
    chain.centres.back().id = "lc-third";
    chain.assumptions.rec_ext = 120;
    chain.assumptions.places.volunteers_follow = 1;
    Intervention first = change(chain, InterventionType::merge, 0, 10), second = change(chain, InterventionType::merge, 1, 12);
    first.to = chain.centres[1].id;
    second.to = chain.centres[2].id;
    chain.interventions = {first, second};
    Scenario closed = chain; // who would have come to the first house stays away
    closed.interventions[0] = change(closed, InterventionType::close_centre, 0, 10);
    const auto came = [](const Scenario& scenario) { return after(scenario, 240).world().centres[2].arrivals; };
    const double volunteers = chain.centres[0].volunteers + chain.centres[1].volunteers + chain.centres[2].volunteers;
    const double without = came(closed);
    REQUIRE(without > 100);
    const double expected = without * volunteers / (volunteers - chain.centres[0].volunteers);
    CHECK(std::abs(came(chain) - expected) < 4 * std::sqrt(expected));
    CHECK(came(chain) > without + 4 * std::sqrt(expected));
}

TEST_CASE("who comes along in a merger helps in the other house, and a house that opens again has other people", "[rules]")
{
    Scenario scenario = worlds::busy_toy(60, 104);
    scenario.assumptions.volunteering.rec_part = 1;
    Intervention merger = change(scenario, InterventionType::merge, 0, 10), opening = change(scenario, InterventionType::open_centre, 0, 20);
    merger.to = scenario.centres[1].id;
    scenario.interventions = {merger, opening};
    const Simulation before = after(scenario, 70), merged = after(scenario, 71), later = after(scenario, 90);
    std::set<std::uint64_t> at_the_first; // keys of those of the closing house
    for (const Volunteer& volunteer : before.world().volunteers)
        if (volunteer.centre == 0) at_the_first.insert(volunteer.key);
    int participants = 0, came_along = 0;
    for (const Volunteer& volunteer : merged.world().volunteers) {
        if (at_the_first.contains(volunteer.key)) ++came_along;
        if (volunteer.row < 0) continue;
        ++participants;
        CHECK(merged.world().citizens[static_cast<std::uint32_t>(volunteer.row)].volunteering.centre == volunteer.centre);
    }
    CHECK(participants > 0);
    CHECK(came_along > 5);
    std::set<std::uint64_t> keys;
    int again = 0;
    for (const Volunteer& volunteer : later.world().volunteers) {
        CHECK(keys.insert(volunteer.key).second);
        if (volunteer.centre == 0) ++again;
    }
    CHECK(again > 0);
}

TEST_CASE("a vehicle that is fixed comes for every agreed session of a week that is open", "[rules]")
{
    Scenario scenario = worlds::busy_toy(0, 104);
    scenario.policy.transport_regime = static_cast<int>(TransportRegime::fixed_visited);
    const Simulation lived = after(scenario, 60);
    const Premises& premises = lived.premises();
    std::int64_t agreed = 0;
    double winter = 0, christmas = 0;
    const Week november = premises.calendar.week(*parse_date("2021-11-15")), holiday = premises.calendar.week(*parse_date("2021-12-20"));
    for (std::size_t j = 0; j < scenario.centres.size(); ++j) {
        for (std::size_t c = 0; c < 3; ++c) agreed += lived.world().counts.places.rides[j * 3 + c];
        winter += ridden_sessions(premises, lived.world(), november, j);
        christmas += ridden_sessions(premises, lived.world(), holiday, j);
    }
    REQUIRE(agreed > 0);
    CHECK(winter == static_cast<double>(agreed));
    CHECK(christmas == static_cast<double>(agreed) / 2);
}

TEST_CASE("a move between houses under one roof, or a satellite and its house, is known as such", "[rules]")
{
    Scenario scenario = worlds::busy_toy(4, 52);
    Intervention roof = change(scenario, InterventionType::same_roof, 0, 2);
    roof.to = scenario.centres[1].id;
    scenario.interventions = {roof};
    CHECK_FALSE(same_roof(after(scenario, 5).world(), 0, 1));
    CHECK(same_roof(after(scenario, 8).world(), 0, 1));
    Intervention satellite = change(scenario, InterventionType::satellite, 0, 2);
    satellite.to = scenario.centres[1].id;
    satellite.offer = static_cast<int>(index_of(Offer::forebyggende));
    satellite.places = 3;
    scenario.interventions = {satellite};
    const Simulation with = after(scenario, 8);
    CHECK(satellite_of_each_other(with.world(), 0, 1));
    CHECK(with.world().centres[0].places[index_of(Offer::forebyggende)] == 3);
    CHECK(with.world().centres[0].places[index_of(Offer::klub)] == scenario.centres[0].places[index_of(Offer::klub)]);
}

TEST_CASE("when the last places of an offer are converted its members must move, and not before", "[rules]")
{
    Scenario scenario = worlds::busy_toy(60, 104);
    const auto klub = index_of(Offer::klub);
    scenario.centres[1].places[klub] = 60; // where the members can go
    Intervention conversion = change(scenario, InterventionType::convert_offer, 0, 10);
    conversion.offer = static_cast<int>(klub);
    conversion.choice = static_cast<int>(index_of(Offer::forebyggende));
    conversion.places = 5;
    const int all = scenario.centres[0].places[klub];
    REQUIRE(all > 5);
    scenario.interventions = {conversion};
    const Simulation partly = after(scenario, 72);
    const auto unit = static_cast<std::size_t>(partly.premises().unit_of[0][klub]);
    CHECK(partly.world().centres[0].places[index_of(Offer::forebyggende)] == 5);
    CHECK(partly.world().counts.users[unit] > 20);
    scenario.interventions[0].places = all;
    const Simulation wholly = after(scenario, 72);
    CHECK(wholly.world().counts.users[unit] == 0);
    CHECK(wholly.world().centres[0].places[index_of(Offer::forebyggende)] == all);
}

TEST_CASE("what rooms.csv says of a house is used, and the other houses stay as assumed of their kind", "[io]")
{
    const testing::TemporaryFolder folder;
    std::filesystem::create_directories(folder / "scenarios");
    std::filesystem::create_directories(folder / "data");
    std::filesystem::copy(std::string(SAMSPIL_SOURCE_DIR) + "/data/toy", folder / "data/toy", std::filesystem::copy_options::recursive);
    std::filesystem::copy(std::string(SAMSPIL_SOURCE_DIR) + "/scenarios/minimal.yaml", folder / "scenarios/minimal.yaml");
    testing::write_file(folder / "data/toy/rooms.csv",
                        "centre,m2,hall,workshop,kitchen,gym,cafe,talk,opening_hours,admin_workplaces,clinic,profile,tag,source\n"
                        "lc-norrevang,600,40,10,5,12,20,6,45,5,yes,culture,assumed,test\n");
    Diagnostics found;
    const auto loaded = load_scenario(folder / "scenarios/minimal.yaml", {}, found);
    REQUIRE(loaded);
    const Scenario& town = loaded->scenario;
    const auto stated = static_cast<std::size_t>(town.centre_index("lc-norrevang")), other = static_cast<std::size_t>(town.centre_index("dc-byen"));
    CHECK(rooms_of(town, stated).seats == std::array<int, 6>{40, 10, 5, 12, 20, 6});
    CHECK(rooms_of(town, stated).profile == ProfileKind::culture);
    CHECK_FALSE(rooms_of(town, other).stated);
    CHECK(rooms_of(town, other).m2 == 1000);
    const World world = after(town, 0).world();
    CHECK(world.places.houses[stated].admin_share == Approx(0.1)); // five workplaces of 12 m2 in 600
    CHECK(world.places.houses[other].admin_share == 0);
}
