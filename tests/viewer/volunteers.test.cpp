// SPDX-License-Identifier: MPL-2.0
#include "tests/support/catch.hpp"
#include "tests/viewer/made_library.hpp"

#include "viewer/panels/volunteers.hpp"

#include <cmath>

using namespace samspil;
using namespace samspil::viewer;

namespace {

constexpr int runs = 3, weeks = 4;

void put_volunteers(Library& library, const std::string& key, const std::vector<std::int32_t>& stock, const std::vector<std::int32_t>& wanted)
{
    put_series(library, key, "volunteers", "stock", runs, weeks, {stock.size()}, stock);
    put_series(library, key, "volunteers", "wanted", runs, weeks, {wanted.size()}, wanted);
    put_series(library, key, "volunteers", "burden", runs, weeks, {stock.size()}, std::vector<std::int32_t>(stock.size(), 1100));
}

std::vector<double>& column(Result& result, std::string_view id) { return result.kpis[*find_kpi(id)]; }

/// Ten volunteers with 40 hours in one house, ten with 20 in the other, nobody with 6 in the third.
Library three_houses(const std::string& key)
{
    Library library;
    library.results = {made_result(key, 3, runs, weeks)};
    put_volunteers(library, key, {10, 10, 0}, {40, 20, 6});
    return library;
}

} // namespace

TEST_CASE("the hours that rest on the most active are those of the houses where each carries most", "[viewer]")
{
    const Library library = three_houses("a");
    const Result& result = *library.results.front();
    const auto missing = [&](double share) { return hours_resting_on(library, result, 0, share).at(0); };
    CHECK(missing(0) == 0);
    CHECK(missing(0.25) == Approx(20.0 / 60));
    CHECK(missing(0.5) == Approx(40.0 / 60));
    CHECK(missing(1) == Approx(1));
    for (double share = 0; share <= 0.5; share += 0.05) CHECK(missing(share) >= share - 1e-12);
}

TEST_CASE("houses above the limit grow with the share that stops, and a house that wants hours of nobody is above it", "[viewer]")
{
    const Library library = three_houses("a");
    const Result& result = *library.results.front();
    const std::vector<HouseHours> houses = hours_by_house(library, result, 0);
    CHECK(houses_over(houses, 0, 3) == 2);
    CHECK(houses_over(houses, 0.5, 3) == 3);
    CHECK(houses_over(houses, 0, 5) == 1);
}

TEST_CASE("agreed hours are volunteers times what each has agreed to, so that load comes out as the run gave it", "[viewer]")
{
    Library library = three_houses("a");
    auto result = made_result("a", 3, runs, weeks);
    column(*result, "volunteers.load").assign(runs, 0.88);
    column(*result, "volunteers.stock").assign(runs, 20);
    library.results = {result};
    const ReplicationWeeks agreed = hours_agreed(library, *result);
    REQUIRE(agreed.replications == runs);
    CHECK(66.0 / agreed.at(0, 2) == Approx(0.88));
}

TEST_CASE("people in less people out is the net of a year, and a result against itself differs by exactly zero", "[viewer]")
{
    auto base = made_result("base", 1, runs, weeks), option = made_result("option", 1, runs, weeks);
    for (Result* r : {base.get(), option.get()}) {
        column(*r, "volunteers.stock").assign(runs, 100);
        column(*r, "volunteers.turnover").assign(runs, 0.1);
        column(*r, "volunteers.recruits.participants").assign(runs, 4);
        column(*r, "volunteers.recruits.external").assign(runs, 7);
        column(*r, "volunteers.recruits.bridge").assign(runs, 2);
    }
    const YearFlow level = year_flow(*base, *base), same = year_flow(*base, *option);
    CHECK(*level.leaving.option == Approx(10));
    CHECK(*level.net.option == Approx(3));
    CHECK_FALSE(level.net.difference.has_value());
    CHECK(is_nothing(same.leaving));
    column(*option, "volunteers.recruits.external").assign(runs, 9);
    CHECK(*year_flow(*base, *option).net.difference == Approx(2));
}

TEST_CASE("a house that wants hours of nobody stands first, then the one with most hours per volunteer", "[viewer]")
{
    Library library = three_houses("base");
    auto base = made_result("base", 3, runs, weeks), option = made_result("option", 3, runs, weeks);
    put_volunteers(library, "option", {10, 4, 0}, {40, 20, 6});
    const auto alone = houses_at_risk(library, *base, nullptr, 0);
    REQUIRE(alone.size() == 3);
    CHECK(alone[0].key == 3);
    CHECK_FALSE(alone[0].base.each.has_value());
    CHECK(alone[1].key == 1);
    CHECK(*alone[1].base.each == Approx(4));
    CHECK(*alone[1].base.burden == Approx(1.1));
    const auto both = houses_at_risk(library, *base, option.get(), 0);
    REQUIRE(both.size() == 3);
    CHECK(both[1].key == 2);
    CHECK(*both[1].each.difference == Approx(3));
    CHECK(both[1].each.verdict == Verdict::worse);
    CHECK(is_nothing(both[2].each));
}

TEST_CASE("volunteers of an older, single or unread result are said to be missing and nothing breaks", "[viewer]")
{
    Library library;
    auto base = made_result("base", 2, 1, weeks);
    library.results = {base};
    const State state;
    const Compared compared = compared_of(library, state);
    CHECK(hours_resting_on(library, *base, 0, 0.2).empty());
    CHECK(houses_at_risk(library, *base, nullptr, 0).empty());
    CHECK_FALSE(volunteers_are_there(library, compared.results));
    const auto numbers = std::make_shared<const VolunteersOverTime>(volunteers_over_time(library, compared));
    CHECK(volunteer_hours_panel(numbers, compared, 0).id == "volunteers.hours");
    CHECK(table_of(volunteer_flow_panel(numbers, compared)).rows.size() == 1);
    CHECK(volunteer_stress_panel(library, compared, state, numbers->each).sentence.empty());
    CHECK(volunteer_risk_panel(library, compared, state, numbers->each).table.rows.empty());
    CHECK(volunteer_kpis_panel(compared).table.headings.size() == 2);
}

TEST_CASE("the side column says of every indicator of volunteers what compare says", "[viewer]")
{
    Library library;
    auto base = made_result("base", 1, runs, weeks), option = made_result("option", 1, runs, weeks);
    column(*option, "volunteers.hours") = {5, 6, 8};
    library.results = {base, option};
    const Compared compared = compared_of(library, State{});
    const auto all = compare_runs(base->kpis, option->kpis, goals_or_headline({}));
    const Panel panel = volunteer_kpis_panel(compared);
    std::size_t found = 0;
    for (const KpiDifference& d : all) {
        if (!d.kpi->id.starts_with("volunteers.")) continue;
        const DifferenceWords words = in_words(d, Language::da);
        REQUIRE(found < panel.table.rows.size());
        CHECK(panel.table.rows[found][0] == d.kpi->label.da);
        CHECK(panel.table.rows[found][3] == words.interval);
        ++found;
    }
    CHECK(found == panel.table.rows.size());
    CHECK(found > 8);
}
