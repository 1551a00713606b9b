// SPDX-License-Identifier: MPL-2.0
// How a municipality is made larger or smaller, and how municipalities make a nation.
#include "engine/experiment/nation.hpp"
#include "engine/model/scaling.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <limits>
#include <numeric>
#include <set>

using namespace samspil;

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// KPIs of a municipality with so many citizen-months, of whom a share is in a club and nobody anywhere else.
std::vector<double> municipality(double citizen_months, double in_club, double kr_per_month)
{
    std::vector<double> kpis(kpi_table().size(), 0);
    const auto set = [&](std::string_view id, double value) { kpis[*find_kpi(id)] = value; };
    set("reach.klub", in_club);
    set("cost.total", citizen_months * in_club * kr_per_month);
    set("cost.net_per_participant_month", kr_per_month);
    set("travel.mean", 10 * kr_per_month);
    set("wait.mean.klub", 3);
    return kpis;
}

double kpi(const std::vector<double>& kpis, std::string_view id) { return kpis[*find_kpi(id)]; }

} // namespace

TEST_CASE("scaled counts keep every sum within a half")
{
    std::vector<int> counts;
    for (int i = 0; i < 200; ++i) counts.push_back(i * 7 % 13);
    for (const double factor : {0.016, 0.1, 0.5, 1.0, 3.7}) {
        const std::vector<int> made = scaled_counts(counts, factor);
        double before = 0, after = 0;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            before += counts[i];
            after += made[i];
            CHECK(made[i] >= 0);
            CHECK(std::abs(before * factor - after) <= 0.5);
        }
    }
    CHECK(scaled_counts(counts, 1) == counts);
}

TEST_CASE("spread sizes have even logarithms and the stated ends")
{
    const auto sizes = spread_sizes(5, 0.01, 100);
    REQUIRE(sizes.size() == 5);
    CHECK(sizes.front() == 0.01);
    CHECK(sizes.back() == 100);
    for (std::size_t i = 1; i < sizes.size(); ++i) CHECK(sizes[i] / sizes[i - 1] == Approx(10));
    CHECK(spread_sizes(1, 0.25, 1).front() == Approx(0.5));
}

TEST_CASE("a scaled municipality keeps its houses and their offers")
{
    Scenario scenario = default_scenario();
    scenario.population = {{2021, -1, Sex::female, 70, 1000}, {2021, -1, Sex::male, 70, 501}};
    Centre house;
    house.places[0] = 30;
    house.places[1] = 2;
    house.volunteers = 40;
    scenario.centres = {house};
    scenario.policy.access.visitator_hours = 200;
    const Scenario made = scaled(scenario, 0.1);
    CHECK(made.population[0].persons == 100);
    CHECK(made.population[1].persons == 50);
    CHECK(made.centres[0].places == std::array<int, offer_count>{3, 1, 0, 0});
    CHECK(made.centres[0].volunteers == 4);
    CHECK(made.policy.access.visitator_hours == Approx(20));
    CHECK(made.assumptions.house_cost[0] == Approx(scenario.assumptions.house_cost[0] / 10));
    scenario.policy.access.visitator_hours = unlimited_hours;
    CHECK(scaled(scenario, 0.1).policy.access.visitator_hours == unlimited_hours);
}

TEST_CASE("a nation's shares are those of all its citizens, its money the sum")
{
    const auto small = municipality(1000, 0.2, 50), large = municipality(9000, 0.1, 100);
    const std::vector<std::span<const double>> both{small, large};
    const auto nation = nation_kpis(both);
    CHECK(kpi(nation, "reach.klub") == Approx((200.0 + 900.0) / 10000));
    CHECK(kpi(nation, "cost.total") == Approx(200.0 * 50 + 900.0 * 100));
    CHECK(kpi(nation, "cost.net_per_participant_month") == Approx((200.0 * 50 + 900.0 * 100) / 1100));
    CHECK(kpi(nation, "travel.mean") == Approx((200.0 * 500 + 900.0 * 1000) / 1100));
    CHECK(std::isnan(kpi(nation, "wait.mean.klub"))); // how many got a place is no KPI
}

TEST_CASE("where a municipality has no denominator it has no weight; where a part is unknown so is the sum")
{
    auto one = municipality(1000, 0.2, 50), other = municipality(1000, 0.2, 50);
    const auto at = [](std::string_view id) { return *find_kpi(id); };
    one[at("access.decisions")] = 10;
    one[at("access.decision_wait")] = 0.3;
    other[at("access.decision_wait")] = undefined;
    one[at("access.refused")] = other[at("access.refused")] = 0.3;
    other[at("unmet_need")] = undefined;
    const std::vector<std::span<const double>> both{one, other};
    const auto nation = nation_kpis(both);
    CHECK(kpi(nation, "access.decision_wait") == Approx(0.3));
    CHECK(std::isnan(kpi(nation, "access.refused"))); // of how many decisions is no KPI
    CHECK(std::isnan(kpi(nation, "unmet_need")));
}

TEST_CASE("where nobody takes part the citizens still count in the nation's shares")
{
    auto small = municipality(1000, 0.2, 50), none = municipality(3000, 0, 50);
    small[*find_kpi("first_year.citizens")] = 1000;
    none[*find_kpi("first_year.citizens")] = 3000;
    const std::vector<std::span<const double>> both{small, none};
    CHECK(kpi(nation_kpis(both), "reach.klub") == Approx(0.05));
    const std::vector<std::span<const double>> nobody{none, none};
    CHECK(kpi(nation_kpis(nobody), "reach.klub") == 0.0);
}

TEST_CASE("a municipality costs as much as it has citizens 65+ when the run begins")
{
    Scenario scenario = default_scenario();
    const int start = scenario.calendar().year(0);
    scenario.population = {{start - 3, -1, Sex::female, 70, 7}, {start - 1, -1, Sex::female, 70, 1000}, {start - 1, -1, Sex::male, 64, 90},
                           {start - 1, -1, Sex::male, 65, 50},  {start + 2, -1, Sex::female, 70, 8}};
    CHECK(citizens_at_start(scenario) == 1050);
    std::vector<Municipality> towns(2);
    towns[0].scenario = towns[1].scenario = std::make_shared<const Scenario>(scenario);
    towns[0].scale = 0.5;
    const EvaluationSubject subject = subject_of(towns, 1, "test");
    CHECK(subject.cost_of(points_of(towns)[0]) == 525);
    CHECK(subject.cost_of(points_of(towns)[1]) == 1050);
    scenario.residents = {{0, Sex::male, 0, 3}, {0, Sex::female, 0, 4}};
    CHECK(citizens_at_start(scenario) == 7);
}

TEST_CASE("a municipality's chance follows from its id alone")
{
    std::set<std::uint32_t> seeds;
    for (int i = 0; i < 1000; ++i) seeds.insert(seed_of_municipality(1, "m" + std::to_string(i)));
    CHECK(seeds.size() == 1000);
    CHECK(seed_of_municipality(1, "a") != seed_of_municipality(2, "a"));
}
