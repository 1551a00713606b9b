// SPDX-License-Identifier: MPL-2.0
#include "tests/support/baseline.hpp"

#include "engine/base/errors.hpp"
#include "engine/experiment/study.hpp"
#include "engine/io/scenario_file.hpp"
#include "engine/model/hazards.hpp"

#include <algorithm>
#include <cmath>

namespace samspil::baseline {
namespace {

constexpr int weeks_of_a_year = 52;
constexpr int oldest = 101; // the table's open-ended row

/// Share of a cohort still here a year after birthday `age`: neither dead nor moved.
double kept(const Scenario& scenario, Sex sex, int age)
{
    double moves = 0;
    for (const AgeBandRate& band : scenario.net_migration) {
        if (band.sex == sex && age >= band.age_from && age <= band.age_to) moves = std::max(0.0, band.value);
    }
    return (1 - death_probability(scenario, sex, age, scenario.assumptions.lifetable_year)) * std::exp(-moves);
}

} // namespace

Scenario aarhus()
{
    Diagnostics found;
    const auto loaded = load_scenario(std::string(SAMSPIL_SOURCE_DIR) + "/scenarios/aarhus/basis.yaml", {}, found);
    SAMSPIL_EXPECT(loaded.has_value(), "the committed baseline can be read");
    return loaded->scenario;
}

Scenario only_year(Scenario scenario, int year)
{
    const int before = (year - 1) * weeks_of_a_year;
    scenario.period.start += 7 * before;
    scenario.period.burn_in_weeks += before;
    scenario.period.weeks = weeks_of_a_year;
    return scenario;
}

Scenario without_ageing(Scenario like)
{
    int first = 100000;
    for (const PopulationCount& row : like.population) first = std::min(first, row.year);
    const int counted = like.calendar().year(like.period.burn_in_weeks);
    double wanted = 0;
    for (const PopulationTotal& total : like.projection) {
        if (total.year == counted) wanted = total.persons_80plus;
    }
    // Of one person of each sex who turns 65 every year: how many are 80 or more.
    double old = 0;
    std::vector<PopulationCount> made;
    std::vector<double> shares;
    for (const Sex sex : {Sex::male, Sex::female}) {
        double left = 1;
        for (int age = 55; age <= oldest; ++age) {
            if (age >= 65) left *= kept(like, sex, age - (age > 65 ? 1 : 0)) * (age == 65 ? 1 / kept(like, sex, 65) : 1);
            const double share = age < 65 ? 1 : left * (1 + kept(like, sex, age)) / 2; // completed ages are half a year older on average
            if (age >= 80) old += share;
            made.push_back({first, -1, sex, age, 0});
            shares.push_back(share);
        }
    }
    for (std::size_t i = 0; i < made.size(); ++i) made[i].persons = static_cast<int>(shares[i] * wanted / old + 0.5);
    like.population = std::move(made);
    like.cohort_change.clear();
    like.projection.clear();
    return like;
}

Runs::Runs(const Scenario& scenario, int replications, int threads) : kpis_(static_cast<std::size_t>(replications))
{
    StudyPlan plan;
    plan.options = {&scenario};
    plan.seed = scenario.run.seed;
    plan.replications = replications;
    plan.life_sample = 0;
    StudySinks sinks;
    sinks.result = [&](std::size_t, ReplicationResult&& result) {
        kpis_[static_cast<std::size_t>(result.replication)] = std::move(result.kpis);
    };
    const std::atomic<bool> stop = false;
    const StudyOutcome outcome = run_study(plan, Workers(threads), sinks, stop);
    SAMSPIL_EXPECT(outcome.failures.empty(), "the baseline runs");
}

Moments Runs::of(std::string_view kpi) const
{
    const auto index = find_kpi(kpi);
    SAMSPIL_EXPECT(index.has_value(), "a KPI of this version");
    Moments moments;
    for (const auto& replication : kpis_) moments.add(replication[*index]);
    return moments;
}

} // namespace samspil::baseline
