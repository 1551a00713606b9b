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

Scenario without_ageing(Scenario like, double entrants)
{
    int first = 100000;
    for (const PopulationCount& row : like.population) first = std::min(first, row.year);
    like.population.clear();
    for (const Sex sex : {Sex::male, Sex::female}) {
        double left = entrants; // at the birthday
        for (int age = 55; age <= oldest; ++age) {
            const double stay = kept(like, sex, age);
            const double standing = age < 65 ? entrants : left * (1 + stay) / 2; // between two birthdays
            if (age >= 65) left *= stay;
            like.population.push_back({first, -1, sex, age, static_cast<int>(standing + 0.5)});
        }
    }
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
    const auto levels = std::find_if(series_table().begin(), series_table().end(), [](const SeriesInfo& s) { return s.id == "citizens_by_level"; });
    std::vector<double> frail(kpis_.size());
    sinks.result = [&](std::size_t, ReplicationResult&& result) {
        const auto& by_level = result.series[static_cast<std::size_t>(levels - series_table().begin())];
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < by_level.size(); ++i) sum += i % 4 >= 2 ? by_level[i] : 0;
        frail[static_cast<std::size_t>(result.replication)] = static_cast<double>(sum) / (static_cast<double>(by_level.size()) / 4);
        kpis_[static_cast<std::size_t>(result.replication)] = std::move(result.kpis);
    };
    const std::atomic<bool> stop = false;
    const StudyOutcome outcome = run_study(plan, Workers(threads), sinks, stop);
    SAMSPIL_EXPECT(outcome.failures.empty(), "the baseline runs");
    frail_ = moments(frail);
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
