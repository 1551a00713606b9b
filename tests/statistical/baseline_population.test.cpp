// SPDX-License-Identifier: MPL-2.0
// The people of the baseline against Statistics Denmark: everybody standing on 1 January 2020 by sex and age group
// (FOLK1A), and both age groups of 2021. The burn-in begins on the table of 2015, so that five and six years of deaths,
// moves and entrants are checked. One replication; bounds from counts being Poisson-like, and 2 % for the totals.
#include "engine/model/calendar.hpp"
#include "engine/simulation/simulation.hpp"
#include "tests/support/baseline.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>

#include <fmt/format.h>

using namespace samspil;

namespace {

constexpr std::array group_from{65, 70, 75, 80, 85, 90};
constexpr double weeks_of_age = 365.25 / 7;

std::size_t group_of_age(int age)
{
    std::size_t group = 0;
    while (group + 1 < group_from.size() && age >= group_from[group + 1]) ++group;
    return group;
}

using Groups = std::array<std::array<double, group_from.size()>, 2>; ///< by sex and age group

Groups standing(const Simulation& simulation)
{
    Groups found{};
    for (const Citizen& citizen : simulation.world().citizens) {
        if (citizen.residence != Residence::home && citizen.residence != Residence::nursing_home) continue;
        const int age = 65 + static_cast<int>((simulation.week() - citizen.week_65) / weeks_of_age);
        found[static_cast<std::size_t>(citizen.sex)][group_of_age(age)] += 1;
    }
    return found;
}

double sum(const Groups& groups, int age_from, int age_to)
{
    double all = 0;
    for (const auto& sex : groups) {
        for (std::size_t g = 0; g < group_from.size(); ++g) all += group_from[g] >= age_from && group_from[g] < age_to ? sex[g] : 0;
    }
    return all;
}

Simulation run_until(const Scenario& scenario, CivilDate date, std::uint32_t replication = 0)
{
    Simulation simulation(std::make_shared<const Premises>(scenario), {{scenario.run.seed, replication}, 8192, 0});
    const Workers workers;
    const Week until = scenario.calendar().week(day_of(date));
    while (simulation.week() < until) simulation.step(workers);
    return simulation;
}

} // namespace

TEST_CASE("The people standing on 1 January 2020 are those of the official table, by sex and age group")
{
    const Scenario scenario = baseline::aarhus();
    const Groups found = standing(run_until(scenario, {2020, 1, 1}));
    Groups official{};
    for (const PopulationCount& row : scenario.population) {
        if (row.year == 2020 && row.age >= 65) official[static_cast<std::size_t>(row.sex)][group_of_age(row.age)] += row.persons;
    }
    CHECK(sum(found, 65, 200) == Approx(sum(official, 65, 200)).epsilon(0.02));
    CHECK(sum(found, 65, 80) == Approx(sum(official, 65, 80)).epsilon(0.02));
    CHECK(sum(found, 80, 200) == Approx(sum(official, 80, 200)).epsilon(0.02));
    for (std::size_t sex = 0; sex < 2; ++sex) {
        for (std::size_t g = 0; g < group_from.size(); ++g) {
            const double expected = official[sex][g];
            INFO((sex == 0 ? "men " : "women ") << group_from[g] << "+: " << found[sex][g] << " against " << expected);
            CHECK(std::abs(found[sex][g] - expected) < 0.03 * expected + 3 * std::sqrt(expected));
        }
    }
}

TEST_CASE("On 1 January 2021 both age groups are within 2 % of the official figures")
{
    const Scenario scenario = baseline::aarhus();
    const Groups found = standing(run_until(scenario, {2021, 1, 1}));
    CHECK(sum(found, 65, 80) == Approx(40372).epsilon(0.02));
    CHECK(sum(found, 80, 200) == Approx(12186).epsilon(0.02));
}

TEST_CASE("Mean age at entry to a nursing home in the burn-in, printed beside the source", "[.][table]")
{
    const Scenario scenario = baseline::aarhus();
    Simulation simulation(std::make_shared<const Premises>(scenario), {{scenario.run.seed, 0}, 8192, 1.0});
    const Workers workers;
    while (simulation.week() < scenario.period.burn_in_weeks) simulation.step(workers);
    std::map<std::uint64_t, Week> week_65;
    for (const Person& person : simulation.premises().roster) week_65[person.id] = person.week_65;
    Moments age;
    for (const LifeEvent& event : simulation.result().life_courses) {
        if (event.kind == LifeEventKind::nursing_home) age.add(65 + (event.week - week_65.at(event.person)) / weeks_of_age);
    }
    const auto target = std::find_if(scenario.targets.begin(), scenario.targets.end(), [](const Target& t) { return t.id == "nursing_home.entry_age"; });
    REQUIRE(target != scenario.targets.end());
    fmt::print("age at entry {:.1f}, {} entries in six years; source {:.0f}\n", age.mean(), age.count(), target->target);
}

TEST_CASE("People by sex and age group beside the official table of 2020, printed", "[.][table]")
{
    constexpr int replications = 5;
    const Scenario scenario = baseline::aarhus();
    Groups found{}, later{};
    for (std::uint32_t r = 0; r < replications; ++r) {
        const Groups one = standing(run_until(scenario, {2020, 1, 1}, r)), next = standing(run_until(scenario, {2021, 1, 1}, r));
        for (std::size_t sex = 0; sex < 2; ++sex) {
            for (std::size_t g = 0; g < group_from.size(); ++g) {
                found[sex][g] += one[sex][g] / replications;
                later[sex][g] += next[sex][g] / replications;
            }
        }
    }
    for (std::size_t sex = 0; sex < 2; ++sex) {
        for (std::size_t g = 0; g < group_from.size(); ++g) {
            double official = 0;
            for (const PopulationCount& row : scenario.population) {
                const bool mine = row.year == 2020 && row.age >= 65 && static_cast<std::size_t>(row.sex) == sex && group_of_age(row.age) == g;
                if (mine) official += row.persons;
            }
            const std::string ages = g + 1 < group_from.size() ? fmt::format("{}-{}", group_from[g], group_from[g + 1] - 1) : "90+";
            fmt::print("| {} {} | {:.0f} | {:.0f} | {:+.1f} % |\n", sex == 0 ? "men" : "women", ages, official, found[sex][g],
                       100 * (found[sex][g] / official - 1));
        }
    }
    fmt::print("2020: {:.0f}; 2021: 65-79 {:.0f}, 80+ {:.0f}\n", sum(found, 65, 200), sum(later, 65, 80), sum(later, 80, 200));
}
