// SPDX-License-Identifier: MPL-2.0
// Keys carry identity: other names, other ids, other orders of rows, another place on the map and another currency
// change labels and order, and nothing else.
#include "tests/support/catch.hpp"
#include "tests/support/options.hpp"

#include "engine/random/stream.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <numeric>

using namespace samspil;
using namespace samspil::options;

namespace {

/// Rows in an order drawn for this table.
template <class Row>
std::vector<std::size_t> shuffle(std::vector<Row>& rows, std::uint32_t table)
{
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto draw = [&](std::size_t row) { return uniform({7, table}, Purpose::bootstrap, row, 0); };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return draw(a) < draw(b); });
    std::vector<Row> before = rows;
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = before[order[i]];
    return order;
}

Scenario reordered(Scenario scenario)
{
    const auto places = shuffle(scenario.neighbourhoods, 1);
    std::vector<int> now(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) now[places[i]] = static_cast<int>(i);
    const auto move = [&](int place) { return place < 0 ? place : now[static_cast<std::size_t>(place)]; };
    for (Centre& centre : scenario.centres) centre.neighbourhood = move(centre.neighbourhood);
    for (PopulationCount& count : scenario.population) count.neighbourhood = move(count.neighbourhood);
    for (Road& road : scenario.roads) road = {move(road.from), move(road.to), road.km};
    shuffle(scenario.population, 2);
    shuffle(scenario.lifetable, 3);
    shuffle(scenario.cohort_change, 4);
    shuffle(scenario.net_migration, 5);
    shuffle(scenario.projection, 6);
    shuffle(scenario.centres, 7);
    shuffle(scenario.organisation_units, 8);
    shuffle(scenario.roads, 9);
    shuffle(scenario.facts, 10);
    shuffle(scenario.targets, 11);
    shuffle(scenario.agreements, 12);
    shuffle(scenario.services, 13);
    shuffle(scenario.pools, 14);
    shuffle(scenario.bridges, 15);
    return scenario;
}

Scenario renamed(Scenario scenario)
{
    const auto other = [](std::string& id) {
        if (!id.empty()) id = "x-" + std::string(id.rbegin(), id.rend());
    };
    for (Neighbourhood& place : scenario.neighbourhoods) other(place.id), other(place.name);
    for (Centre& centre : scenario.centres) other(centre.id), other(centre.name), other(centre.area), other(centre.same_roof_as);
    for (OrganisationUnit& unit : scenario.organisation_units) other(unit.id), other(unit.name), other(unit.parent);
    for (Agreement& agreement : scenario.agreements) other(agreement.id), other(agreement.centre), other(agreement.area);
    for (BridgeUnit& unit : scenario.bridges) other(unit.id), other(unit.area);
    for (Pool& pool : scenario.pools) other(pool.id);
    for (Intervention& change : scenario.interventions) other(change.centre), other(change.to), other(change.area), other(change.pool);
    scenario.id = "other";
    scenario.title = {"Noget andet", "Something else"};
    return scenario;
}

std::vector<std::int64_t> keys(Axis axis, const Scenario& scenario)
{
    std::vector<std::int64_t> all;
    if (axis == Axis::centre) {
        for (const Centre& centre : scenario.centres) all.push_back(centre.key);
    } else if (axis == Axis::neighbourhood) {
        for (const Neighbourhood& place : scenario.neighbourhoods) all.push_back(place.key);
    } else {
        const std::int64_t size = axis == Axis::offer || axis == Axis::level ? 4 : axis == Axis::account ? static_cast<std::int64_t>(account_count) : 5;
        for (std::int64_t i = 0; i < size; ++i) all.push_back(i);
    }
    return all;
}

/// A series by week and the keys of its axes.
std::map<std::vector<std::int64_t>, std::int32_t> by_key(const SeriesInfo& series, const std::vector<std::int32_t>& values,
                                                         const Scenario& scenario)
{
    std::vector<std::vector<std::int64_t>> axes;
    std::size_t size = 1;
    for (const Axis axis : series.axes) {
        axes.push_back(keys(axis, scenario));
        size *= axes.back().size();
    }
    REQUIRE(values.size() == size * static_cast<std::size_t>(scenario.period.weeks));
    std::map<std::vector<std::int64_t>, std::int32_t> keyed;
    for (std::size_t i = 0; i < values.size(); ++i) {
        std::vector<std::int64_t> key{static_cast<std::int64_t>(i / size)};
        std::size_t left = i % size;
        for (std::size_t a = axes.size(); a > 0; --a) {
            key.push_back(axes[a - 1][left % axes[a - 1].size()]);
            left /= axes[a - 1].size();
        }
        keyed.emplace(std::move(key), values[i]);
    }
    return keyed;
}

void check_same_by_key(const Scenario& a, const Scenario& b)
{
    const ReplicationResult in_a = run_alone(a, {}).front(), in_b = run_alone(b, {}).front();
    for (std::size_t k = 0; k < in_a.kpis.size(); ++k) {
        INFO(kpi_table()[k].id << ": " << in_a.kpis[k] << " and " << in_b.kpis[k]);
        CHECK(std::bit_cast<std::uint64_t>(in_a.kpis[k]) == std::bit_cast<std::uint64_t>(in_b.kpis[k]));
    }
    for (std::size_t s = 0; s < in_a.series.size(); ++s) {
        const SeriesInfo& series = series_table()[s];
        INFO(series.id);
        const bool same = by_key(series, in_a.series[s], a) == by_key(series, in_b.series[s], b);
        CHECK(same);
    }
    const bool same_lives = in_a.life_courses == in_b.life_courses;
    CHECK(same_lives);
}

/// Five places, a road network and houses of every kind, so that an order has something to get wrong.
Scenario a_larger_town()
{
    Scenario scenario = big_toy();
    for (const int key : {8, 3, 21}) {
        Neighbourhood place = scenario.neighbourhoods.front();
        place.key = key;
        place.id = place.name = "by-" + std::to_string(key);
        place.x_m += 900 * key;
        place.weight = 0.1 + 0.013 * key;
        scenario.neighbourhoods.push_back(place);
        Centre centre = scenario.centres[key % 2];
        centre.key = 300 + key;
        centre.id = "lc-" + std::to_string(key);
        centre.neighbourhood = static_cast<int>(scenario.neighbourhoods.size()) - 1;
        centre.x_m = place.x_m + 300;
        centre.y_m = place.y_m;
        if (key == 8) centre.same_roof_as = scenario.centres[1].id;
        scenario.centres.push_back(centre);
    }
    scenario.roads = {{0, 1, 3.4}, {1, 2, 5.1}, {0, 3, 2.2}, {3, 4, 12.5}, {2, 4, 8.0}};
    add_lonely_house(scenario, true);
    intervene(scenario, InterventionType::close_centre, 30).centre = "lc-3";
    scenario.assumptions.house_cost = {1234567.89, 0.1, 2000000.3};
    return scenario;
}

} // namespace

TEST_CASE("rows in another order give the same town, by key")
{
    const Scenario town = a_larger_town();
    const Scenario other = reordered(town);
    REQUIRE(other.centres.front().key != town.centres.front().key);
    REQUIRE(other.neighbourhoods.front().key != town.neighbourhoods.front().key);
    check_same_by_key(town, other);
}

TEST_CASE("other ids and names give the same town")
{
    const Scenario town = a_larger_town();
    check_same_by_key(town, renamed(town));
}

TEST_CASE("Aarhus in another order of rows and under other names is the same Aarhus")
{
    const Scenario aarhus = options::aarhus("tre-distrikter.yaml", 13, 26);
    check_same_by_key(aarhus, renamed(reordered(aarhus)));
}

TEST_CASE("another key is another chance")
{
    const Scenario town = big_toy();
    Scenario other = town;
    other.centres.front().key = 2;
    CHECK(difference(run_alone(town, {}), run_alone(other, {})) != "");
}

TEST_CASE("a town 1,000 km east and 300 km south is the same town")
{
    const auto moved = [](Scenario scenario) {
        for (Neighbourhood& place : scenario.neighbourhoods) place.x_m += 1000000, place.y_m -= 300000;
        for (Centre& centre : scenario.centres) centre.x_m += 1000000, centre.y_m -= 300000;
        return scenario;
    };
    const Scenario town = a_larger_town();
    CHECK(difference(run_alone(town, {}), run_alone(moved(town), {})) == "");
    const Scenario aarhus = options::aarhus("basis.yaml", 13, 26);
    CHECK(difference(run_alone(aarhus, {1, {}, 8192, 0.05}), run_alone(moved(aarhus), {1, {}, 8192, 0.05})) == "");
}

TEST_CASE("prices times ten give costs times ten, to the rounding of each account and week to the oere, and nothing else")
{
    const Scenario town = big_toy();
    Scenario dear = town;
    Parameters& p = dear.assumptions;
    for (double* price : {&p.wage_staff, &p.wage_visitator, &p.ride_cost, &p.leader_pay}) *price *= 10;
    for (double& cost : p.house_cost) cost *= 10;
    const ReplicationResult cheap_run = run_alone(town, {}).front(), dear_run = run_alone(dear, {}).front();
    // Rounding to the oere errs by half an oere: ten halves on one side, one half on the other.
    const double slack_kr = 5.5 / 100 * town.period.weeks;
    for (std::size_t k = 0; k < kpi_table().size(); ++k) {
        const std::string_view id = kpi_table()[k].id;
        INFO(id);
        const bool is_sum = id.starts_with("budget.") || id == "cost.total";
        if (is_sum) CHECK(std::abs(dear_run.kpis[k] - 10 * cheap_run.kpis[k]) <= slack_kr * account_count);
        else if (id.starts_with("cost.")) CHECK(dear_run.kpis[k] == Approx(10 * cheap_run.kpis[k]).epsilon(1e-6));
        else CHECK(std::bit_cast<std::uint64_t>(dear_run.kpis[k]) == std::bit_cast<std::uint64_t>(cheap_run.kpis[k]));
    }
    const bool same_lives = cheap_run.life_courses == dear_run.life_courses;
    CHECK(same_lives);
    for (std::size_t s = 0; s < series_table().size(); ++s) {
        INFO(series_table()[s].id);
        const bool same = cheap_run.series[s] == dear_run.series[s];
        CHECK(same == (series_table()[s].group != "budget"));
    }
}
