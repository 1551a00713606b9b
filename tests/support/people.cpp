// SPDX-License-Identifier: MPL-2.0
#include "tests/support/people.hpp"

#include "engine/model/calendar.hpp"
#include "engine/simulation/simulation.hpp"
#include "tests/support/worlds.hpp"

#include <cmath>
#include <memory>

#include <fmt/format.h>

namespace samspil::people {
namespace {

constexpr double weeks_of_age = 365.25 / 7;
constexpr std::size_t groups = group_from.size();

std::size_t group_of_age(int age)
{
    std::size_t group = 0;
    while (group + 1 < groups && age >= group_from[group + 1]) ++group;
    return group;
}

} // namespace

void Standing::add(Sex sex, int age, int neighbourhood, double persons)
{
    const auto place = static_cast<std::size_t>(neighbourhood + 1);
    cells_[(place * 2 + static_cast<std::size_t>(sex)) * groups + group_of_age(age)] += persons;
}

template <class Wanted>
double Standing::sum(Wanted wanted) const
{
    double all = 0;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        const std::size_t group = i % groups, sex = i / groups % 2, place = i / groups / 2;
        if (wanted(static_cast<Sex>(sex), group, static_cast<int>(place) - 1)) all += cells_[i];
    }
    return all;
}

double Standing::cell(Sex sex, std::size_t group) const
{
    return sum([&](Sex s, std::size_t g, int) { return s == sex && g == group; });
}

double Standing::cell(Sex sex, std::size_t group, int neighbourhood) const
{
    return sum([&](Sex s, std::size_t g, int n) { return s == sex && g == group && n == neighbourhood; });
}

double Standing::between(int age_from, int age_to) const
{
    return sum([&](Sex, std::size_t g, int) { return group_from[g] >= age_from && group_from[g] < age_to; });
}

double Standing::between(int age_from, int age_to, int neighbourhood) const
{
    return sum([&](Sex, std::size_t g, int n) { return n == neighbourhood && group_from[g] >= age_from && group_from[g] < age_to; });
}

Scenario beginning(const std::string& name, CivilDate first, int years, const std::function<bool(const PopulationCount&)>& keep)
{
    Scenario scenario = worlds::shipped(name, 0, static_cast<int>(std::ceil(years * weeks_of_age)) + 1);
    scenario.period.start = day_of(first);
    std::erase_if(scenario.population, [&](const PopulationCount& row) { return !keep(row); });
    return scenario;
}

std::vector<Standing> on_new_year(const Scenario& scenario, const std::vector<int>& years, int replications, int oldest)
{
    std::vector<Standing> found(years.size(), Standing(scenario.neighbourhoods.size()));
    const Workers workers(2);
    const auto premises = std::make_shared<const Premises>(scenario);
    for (std::uint32_t r = 0; r < static_cast<std::uint32_t>(replications); ++r) {
        Simulation simulation(premises, {{scenario.run.seed, r}, 8192, 0});
        for (std::size_t y = 0; y < years.size(); ++y) {
            const Week until = scenario.calendar().week(day_of({years[y], 1, 1}));
            while (simulation.week() < until) simulation.step(workers);
            for (const Citizen& citizen : simulation.world().citizens) {
                if (citizen.residence != Residence::home && citizen.residence != Residence::nursing_home) continue;
                const int age = 65 + static_cast<int>((simulation.week() - citizen.week_65) / weeks_of_age);
                if (age <= oldest) found[y].add(citizen.sex, age, citizen.neighbourhood, 1.0 / replications);
            }
        }
    }
    return found;
}

Standing table(const Scenario& scenario, int year, int oldest)
{
    Standing official(scenario.neighbourhoods.size());
    for (const PopulationCount& row : scenario.population) {
        if (row.year == year && row.age >= 65 && row.age <= oldest) official.add(row.sex, row.age, row.neighbourhood, row.persons);
    }
    return official;
}

void print_cells(const Standing& official, const Standing& found)
{
    for (const Sex sex : {Sex::male, Sex::female}) {
        for (std::size_t g = 0; g < groups; ++g) {
            const std::string ages = g + 1 < groups ? fmt::format("{}-{}", group_from[g], group_from[g + 1] - 1) : "95+";
            const double there = official.cell(sex, g), here = found.cell(sex, g);
            fmt::print("| {} {} | {:.0f} | {:.0f} | {:+.1f} % |\n", sex == Sex::male ? "men" : "women", ages, there, here,
                       100 * (here / there - 1));
        }
    }
}

void print_by_neighbourhood(const Scenario& scenario, const Standing& official, const Standing& found)
{
    for (std::size_t n = 0; n < scenario.neighbourhoods.size(); ++n) {
        for (const Sex sex : {Sex::male, Sex::female}) {
            fmt::print("| {} {} |", scenario.neighbourhoods[n].name, sex == Sex::male ? "men" : "women");
            for (std::size_t g = 0; g < groups; ++g) {
                fmt::print(" {:.0f} / {:.0f} |", found.cell(sex, g, static_cast<int>(n)), official.cell(sex, g, static_cast<int>(n)));
            }
            fmt::print("\n");
        }
    }
}

void print_row(const std::string& label, double official, double found, double percent)
{
    const double off = 100 * (found / official - 1);
    fmt::print("| {} | {:.0f} | {:.0f} | {:+.1f} % | {} |\n", label, official, found, off, std::abs(off) <= percent ? "hit" : "miss");
}

} // namespace samspil::people
