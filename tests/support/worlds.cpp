// SPDX-License-Identifier: MPL-2.0
#include "tests/support/worlds.hpp"

#include "engine/io/scenario_file.hpp"
#include "engine/simulation/simulation.hpp"

#include <bit>
#include <cmath>
#include <memory>
#include <stdexcept>

#include <fmt/format.h>

namespace samspil::worlds {

std::vector<DeathProbability> gompertz_table()
{
    std::vector<DeathProbability> table;
    for (std::size_t sex = 0; sex < 2; ++sex) {
        const auto [a, b] = gompertz[sex];
        for (int age = 60; age <= 120; ++age) {
            const double year = a / b * std::exp(b * (age - 65)) * std::expm1(b);
            table.push_back({2020, static_cast<Sex>(sex), age, -std::expm1(-year)});
        }
    }
    return table;
}

Scenario town(int neighbourhoods, int places)
{
    Scenario scenario = default_scenario();
    scenario.id = "town";
    scenario.period = {*parse_date("2015-01-05"), 520, 0};
    scenario.organisation.model = "one";
    scenario.organisation_units = {{"one", 1, "all", "All", "area", "", 1, {}}};
    scenario.lifetable = gompertz_table();
    for (int i = 0; i < neighbourhoods; ++i) {
        const std::string number = std::to_string(i + 1);
        scenario.neighbourhoods.push_back(
            {i + 1, "n" + number, "N" + number, 4000 * i, 0, 1500, 1.0 / neighbourhoods, true, {}});
        Centre centre;
        centre.key = i + 1;
        centre.id = "c" + number;
        centre.name = "C" + number;
        centre.area = "all";
        centre.neighbourhood = i;
        centre.x_m = 4000 * i;
        centre.places.fill(places);
        scenario.centres.push_back(centre);
    }
    // An empty row tells the roster that later years bring nobody.
    scenario.population = {{2015, -1, Sex::male, 63, 0}, {2015, -1, Sex::female, 63, 0}};
    return scenario;
}

Scenario cohort(Sex sex, int persons)
{
    constexpr int weeks_followed = 2460; // a year of birthdays and the 2400 weeks of the longest life
    Scenario scenario = town(1);
    scenario.population.push_back({2015, -1, sex, 64, persons});
    scenario.period = {*parse_date("2014-12-29") + 7 * (weeks_followed - 1), 1, weeks_followed - 1};
    scenario.assumptions.consider = 0;
    scenario.mechanisms.nursing_home = false;
    scenario.mechanisms.participation_effect = false;
    scenario.mechanisms.net_migration = false;
    return scenario;
}

Scenario shipped(const std::string& name, int burn_in_weeks, int weeks)
{
    Diagnostics found;
    const auto loaded = load_scenario(std::string(SAMSPIL_SOURCE_DIR) + "/scenarios/" + name + ".yaml", {}, found);
    if (!loaded) throw std::runtime_error("the shipped scenario " + name + " does not load");
    Scenario scenario = loaded->scenario;
    scenario.period.burn_in_weeks = burn_in_weeks;
    scenario.period.weeks = weeks;
    return scenario;
}

void know_every_house(Scenario& scenario)
{
    InformationParameters& p = scenario.assumptions.information;
    p.media_reach.fill(1);
    p.lam_media = 1;
    p.aw_half = p.aw_half1 = 1e6;
}

Scenario busy_toy(int burn_in_weeks, int weeks)
{
    Scenario scenario = shipped("minimal", burn_in_weeks, weeks);
    scenario.assumptions.consider = 3;
    know_every_house(scenario);
    for (double& appeal : scenario.assumptions.asc) appeal += 2.5;
    for (PopulationCount& row : scenario.population) row.persons *= 4;
    return scenario;
}

ReplicationResult run(const Scenario& scenario, Chance chance, const Workers& workers, double life_sample, std::size_t block)
{
    Simulation simulation(std::make_shared<const Premises>(scenario), {chance, block, life_sample});
    while (!simulation.is_finished()) simulation.step(workers);
    return simulation.result();
}

std::string difference(const ReplicationResult& a, const ReplicationResult& b)
{
    const auto kpis = kpi_table();
    if (a.kpis.size() != b.kpis.size() || a.series.size() != b.series.size()) return "another number of figures";
    for (std::size_t i = 0; i < a.kpis.size(); ++i) {
        if (std::bit_cast<std::uint64_t>(a.kpis[i]) != std::bit_cast<std::uint64_t>(b.kpis[i])) {
            return fmt::format("KPI {}: {} and {}", kpis[i].id, a.kpis[i], b.kpis[i]);
        }
    }
    for (std::size_t i = 0; i < a.series.size(); ++i) {
        if (a.series[i] != b.series[i]) return fmt::format("series {}", series_table()[i].id);
    }
    if (a.life_courses.size() != b.life_courses.size()) return "another number of life events";
    for (std::size_t i = 0; i < a.life_courses.size(); ++i) {
        if (a.life_courses[i] == b.life_courses[i]) continue;
        const LifeEvent& one = a.life_courses[i];
        const LifeEvent& two = b.life_courses[i];
        return fmt::format("life of {}: {} in week {} and {} in week {}", one.person, id_of(one.kind), one.week,
                           id_of(two.kind), two.week);
    }
    return {};
}

int Life::level_at(Week age) const
{
    if (age < entered || age >= died) return -1;
    int level = -1;
    for (const auto& [week, to] : levels) {
        if (week <= age) level = to;
    }
    return level;
}

std::vector<Life> lives(const ReplicationResult& result)
{
    std::vector<Life> all;
    Week week_65 = 0;
    for (const LifeEvent& event : result.life_courses) {
        if (event.kind == LifeEventKind::entered) {
            week_65 = event.week;
            all.push_back({event.person, 0, never, {{0, event.a - 1}}});
        } else if (event.kind == LifeEventKind::level_change) {
            all.back().levels.emplace_back(event.week - week_65, event.a - 1);
        } else if (event.kind == LifeEventKind::died) {
            all.back().died = event.week - week_65;
        }
    }
    return all;
}

bool Estimate::holds(double truth, double allowance) const { return std::abs(mean - truth) <= 3 * se + allowance; }

Estimate mean_of(const std::vector<double>& values)
{
    double sum = 0, squares = 0;
    const auto n = static_cast<double>(values.size());
    for (const double value : values) sum += value;
    const double mean = sum / n;
    for (const double value : values) squares += (value - mean) * (value - mean);
    return {mean, std::sqrt(squares / (n - 1) / n)};
}

Estimate ratio_of(const std::vector<double>& above, const std::vector<double>& below)
{
    double sum = 0, base = 0;
    for (std::size_t i = 0; i < above.size(); ++i) {
        sum += above[i];
        base += below[i];
    }
    const double ratio = sum / base;
    double squares = 0;
    for (std::size_t i = 0; i < above.size(); ++i) {
        const double rest = above[i] - ratio * below[i];
        squares += rest * rest;
    }
    return {ratio, std::sqrt(squares) / base};
}

Estimate share_of(std::size_t count, std::size_t n)
{
    const double share = static_cast<double>(count) / static_cast<double>(n);
    return {share, std::sqrt(share * (1 - share) / static_cast<double>(n))};
}

} // namespace samspil::worlds
