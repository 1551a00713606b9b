// SPDX-License-Identifier: MPL-2.0
// Interventions against each other: what is the same thing, one for everywhere beside one for a single house, closed houses.
#include "engine/model/check.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/worlds.hpp"

using namespace samspil;
using T = InterventionType;

namespace {

/// Of the second house on the first Monday of the period; the first house is where it leads to.
Intervention change(const Scenario& town, T type, int week = 10)
{
    Intervention made;
    made.type = type;
    set_defaults(kind_of(type).params, &made);
    made.date = town.period.start + 7 * week;
    const InterventionKind& kind = kind_of(type);
    if (kind.needs_centre) made.centre = town.centres[1].id;
    if (kind.needs_to) made.to = town.centres[0].id;
    return made;
}

std::vector<Diagnostic> findings(Scenario town, std::vector<Intervention> interventions)
{
    town.interventions = std::move(interventions);
    Diagnostics found;
    check_interventions(town, found);
    return found.items();
}

bool refused(const std::vector<Diagnostic>& found)
{
    return std::any_of(found.begin(), found.end(), [](const Diagnostic& one) { return one.severity == Severity::error; });
}

} // namespace

TEST_CASE("different things on one day are not the same thing", "[unit]")
{
    const Scenario town = worlds::town(3, 10);
    const auto twice = [&](T type, auto differ) {
        const Intervention first = change(town, type);
        Intervention second = first;
        differ(second);
        INFO(kind_of(type).id);
        CHECK(findings(town, {first, second}).empty());
        CHECK(refused(findings(town, {first, first})));
    };
    const auto choice = [](Intervention& one) { one.choice = 1; };
    twice(T::population_shock, choice);
    twice(T::frame_change, choice);
    twice(T::invest, choice);
    twice(T::convert_offer, choice);
    twice(T::convert_offer, [](Intervention& one) { one.offer = 1; });
    twice(T::change_places, [](Intervention& one) { one.offer = 1; });
    twice(T::same_roof, [&](Intervention& one) { one.to = town.centres[2].id; });

    Scenario closed = town;
    closed.centres[1].open = false;
    Intervention klub = change(closed, T::satellite), preventive = klub;
    preventive.offer = 1;
    CHECK(findings(closed, {klub, preventive}).empty());
    preventive.to = closed.centres[2].id; // a house has one coordinator
    CHECK(refused(findings(closed, {klub, preventive})));
}

TEST_CASE("a frame for every house and the same for one of them are told of", "[unit]")
{
    const Scenario town = worlds::town(3, 10);
    Intervention all = change(town, T::frame_change), house = all;
    house.centre = town.centres[1].id;
    for (const auto& both : {std::vector{all, house}, std::vector{house, all}}) {
        const auto found = findings(town, both);
        REQUIRE(found.size() == 1);
        CHECK(found[0].severity == Severity::warning);
        CHECK(found[0].path == "interventions.2");
        CHECK_THAT(found[0].message.en, Catch::Matchers::ContainsSubstring("intervention 1 ("));
        CHECK_THAT(found[0].message.en, Catch::Matchers::ContainsSubstring("both take effect"));
    }
    Intervention other_frame = house;
    other_frame.choice = 1;
    CHECK(findings(town, {all, other_frame}).empty());

    all.ramp_weeks = 26; // each goes its own pace
    house.date += 7 * 25;
    CHECK(findings(town, {all, house}).empty());

    const Intervention everywhere = change(town, T::consultants);
    Intervention area = everywhere;
    area.area = town.centres[1].area;
    const auto found = findings(town, {area, everywhere});
    REQUIRE(found.size() == 1);
    CHECK_THAT(found[0].message.en, Catch::Matchers::ContainsSubstring("only what stands last in the file holds"));
}

TEST_CASE("a change in a closed house that does not open later is told of", "[unit]")
{
    Scenario town = worlds::town(3, 10);
    town.centres[1].open = false;
    const Intervention places = change(town, T::change_places);
    const auto found = findings(town, {places});
    REQUIRE(found.size() == 1);
    CHECK(found[0].severity == Severity::warning);
    CHECK(found[0].path == "interventions.1.target.centre");
    CHECK(findings(town, {places, change(town, T::open_centre, 20)}).empty());
    CHECK(findings(town, {places, change(town, T::satellite, 20)}).size() == 1); // it opens with its own places alone
    Intervention into = change(town, T::merge);
    std::swap(into.centre, into.to);
    CHECK(refused(findings(town, {into})));
}
