// SPDX-License-Identifier: MPL-2.0
// Ties (docs/model.md 7.11): both ends hold them, a third person has no say, and those from before are the same in
// every option.
#include "engine/rules/people.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/options.hpp"

#include <algorithm>
#include <bit>

using namespace samspil;
using namespace samspil::options;

namespace {

constexpr Chance chance{2021, 0};
constexpr double tie_form = 0.003;

/// A world in which ties form fast, with everybody at home and a few hundred in one unit.
struct Gathering {
    explicit Gathering(Scenario given) : scenario(std::move(given)), premises(scenario)
    {
        const std::size_t rows = premises.roster.size();
        world.place.assign(rows, no_unit);
        world.citizens.assign(rows);
        for (std::size_t row = 0; row < rows; ++row) world.citizens.admit(row);
        world.units.resize(premises.units.size());
        for (const Centre& centre : scenario.centres) {
            CentreState state;
            state.places = centre.places;
            world.centres.push_back(state);
        }
        set_up_people(premises, world, chance);
        // A week of a look, by the calendar.
        while (premises.calendar.absolute_week(world.week) % people_look_weeks != 0) ++world.week;
    }

    void look(int times)
    {
        for (int i = 0; i < times; ++i, world.week += people_look_weeks) {
            Proposals out;
            Moment moment{premises, world, chance, world.week, out};
            befriend(moment, Workers{});
        }
    }

    Scenario scenario;
    Premises premises;
    World world;
};

Scenario friendly_town()
{
    Scenario town = big_toy();
    town.assumptions.people.tie_form = tie_form;
    return town;
}

bool holds(const World& world, std::uint32_t row, std::uint32_t other)
{
    const MadeTies& ties = world.people.ties[row];
    return std::any_of(ties.begin(), ties.end(), [&](const Tie& tie) { return tie.row == other; });
}

std::int16_t meeting_place(const Premises& premises)
{
    for (std::size_t u = 0; u < premises.units.size(); ++u) {
        if (premises.units[u].offer == Offer::forebyggende) return static_cast<std::int16_t>(u);
    }
    return no_unit;
}

} // namespace

TEST_CASE("ties from before lie inside the neighbourhood, are held by both and number nearly three a head")
{
    const Gathering town(big_toy());
    const auto& near = town.world.people.near;
    std::size_t ties = 0;
    for (std::uint32_t row = 0; row < near.size(); ++row) {
        for (const std::uint32_t other : near[row]) {
            if (other == Tie::nobody) continue;
            ++ties;
            CHECK(other != row);
            CHECK(town.premises.roster[other].neighbourhood == town.premises.roster[row].neighbourhood);
            CHECK(std::count(near[other].begin(), near[other].end(), row) == 1);
        }
    }
    const double mean = static_cast<double>(ties) / static_cast<double>(near.size());
    INFO("mean " << mean);
    CHECK(mean > 2.6);
    CHECK(mean < 3.0);
}

TEST_CASE("who turns 65 in a longer run changes no tie between those of the shorter one")
{
    Scenario longer = big_toy();
    longer.period.weeks += 260;
    const Gathering one(big_toy()), two(longer);
    std::map<std::uint64_t, std::uint32_t> row_in_two;
    for (std::uint32_t row = 0; row < two.premises.roster.size(); ++row) row_in_two[two.premises.roster[row].id] = row;
    CHECK(two.premises.roster.size() > one.premises.roster.size());
    for (std::uint32_t row = 0; row < one.premises.roster.size(); ++row) {
        const NearTies& there = two.world.people.near[row_in_two.at(one.premises.roster[row].id)];
        for (const std::uint32_t other : one.world.people.near[row]) {
            if (other == Tie::nobody) continue;
            CHECK(std::count(there.begin(), there.end(), row_in_two.at(one.premises.roster[other].id)) == 1);
        }
    }
}

TEST_CASE("made ties are held by both, at most eight, and a third person has no say in them")
{
    Gathering with(friendly_town()), without(friendly_town());
    const std::int16_t unit = meeting_place(with.premises);
    constexpr std::uint32_t present = 60, third = 17;
    for (std::uint32_t row = 0; row < present; ++row) {
        with.world.place[row] = unit;
        if (row != third) without.world.place[row] = unit;
    }
    with.look(1);
    without.look(1);
    int made = 0;
    for (std::uint32_t a = 0; a < present; ++a) {
        for (std::uint32_t b = 0; b < present; ++b) {
            CHECK(holds(with.world, a, b) == holds(with.world, b, a));
            if (a == third || b == third) continue;
            CHECK(holds(with.world, a, b) == holds(without.world, a, b));
            if (holds(with.world, a, b)) ++made;
        }
    }
    CHECK(made > 20);
    with.look(40);
    int full = 0;
    for (std::uint32_t a = 0; a < present; ++a) {
        if (with.world.people.ties[a].back().row != Tie::nobody) ++full;
        for (const Tie& tie : with.world.people.ties[a]) {
            if (tie.row != Tie::nobody) CHECK(holds(with.world, tie.row, a));
        }
    }
    CHECK(full > 0);
}

TEST_CASE("a tie grows while two meet, fades when they do not and ends with a death")
{
    Gathering town(friendly_town());
    const std::int16_t unit = meeting_place(town.premises);
    for (std::uint32_t row = 0; row < 60; ++row) town.world.place[row] = unit;
    town.look(8);
    std::uint32_t a = 0;
    while (town.world.people.ties[a][0].row == Tie::nobody) ++a;
    const std::uint32_t b = town.world.people.ties[a][0].row;
    const int friends = ties_strong(town.premises, town.world, a);
    CHECK(ties_at(town.premises, town.world, a, town.premises.units[static_cast<std::size_t>(unit)].centre) > 0);
    for (std::uint32_t row = 0; row < 60; ++row) town.world.place[row] = no_unit;
    CHECK(ties_at(town.premises, town.world, a, town.premises.units[static_cast<std::size_t>(unit)].centre) == 0);
    CHECK(ties_strong(town.premises, town.world, a) == friends);
    town.world.place[b] = gone;
    CHECK(ties_strong(town.premises, town.world, a) < friends);
    town.world.week += 260; // a tie of full strength is gone in 1 / 0.004 weeks
    CHECK(ties_strong(town.premises, town.world, a) <= 4);
}

TEST_CASE("a tie that has faded to nothing is taken up by neither, whoever of the two was there when it did")
{
    Scenario scenario = friendly_town();
    Gathering town(scenario);
    const std::int16_t unit = meeting_place(town.premises);
    constexpr std::uint32_t present = 60;
    const auto all_at = [&](std::int16_t place) {
        for (std::uint32_t row = 0; row < present; ++row) town.world.place[row] = place;
    };
    all_at(unit);
    town.look(1);
    std::uint32_t a = 0;
    while (town.world.people.ties[a][0].row == Tie::nobody) ++a;
    const std::uint32_t b = town.world.people.ties[a][0].row;
    const std::uint16_t made = town.world.people.ties[a][0].met;
    SECTION("neither") { all_at(no_unit); }
    SECTION("one of them") { town.world.place[a] = no_unit; }
    SECTION("the other") { town.world.place[b] = no_unit; }
    town.world.week += 264; // a whole number of looks; a tie of eight weeks is gone after 40
    town.look(1);
    all_at(unit);
    town.look(1);
    for (std::uint32_t row = 0; row < present; ++row) {
        for (const Tie& tie : town.world.people.ties[row]) {
            if (tie.row == Tie::nobody) continue;
            CHECK(holds(town.world, tie.row, row));
            CHECK(tie.met != made); // of back then nothing is left
        }
    }
    const MadeTies& now = town.world.people.ties[a];
    const auto again = std::find_if(now.begin(), now.end(), [&](const Tie& tie) { return tie.row == b; });
    // Only made anew: with the strength that eight weeks give.
    if (again != now.end()) CHECK(again->strength == 160);
}

TEST_CASE("as many ties form as pairs meet, half as many again for likeness")
{
    Gathering town(friendly_town());
    const std::int16_t unit = meeting_place(town.premises);
    for (std::uint32_t row = 0; row < 400; ++row) town.world.place[row] = unit;
    town.look(1);
    double made = 0;
    for (std::uint32_t a = 0; a < 400; ++a) {
        for (const Tie& tie : town.world.people.ties[a]) made += tie.row == Tie::nobody ? 0 : 0.5;
    }
    const CentreState& house = town.world.centres[static_cast<std::size_t>(town.premises.units[static_cast<std::size_t>(unit)].centre)];
    const int groups = std::clamp(house.places[index_of(Offer::forebyggende)] / 8, 1, 16);
    const double pairs = 400.0 * 399 / 2 / groups;
    // Mean likeness is one half; hardly anybody has made eight.
    INFO(made << " of " << pairs << " pairs");
    CHECK(made > 1.2 * pairs * tie_form * people_look_weeks);
    CHECK(made < 1.8 * pairs * tie_form * people_look_weeks);
}
