// SPDX-License-Identifier: MPL-2.0
// What a week of the whole model costs: by number of citizens, by threads of one run, by replications of an ensemble.
// Items are citizens living in the town, so items a second is citizen-weeks a second.
#include "benchmarks/micro/town.hpp"
#include "engine/experiment/study.hpp"

#include <atomic>
#include <map>

#include <benchmark/benchmark.h>

using namespace samspil;
using benchmarks::Town;

namespace {

constexpr int settled_weeks = 60;

/// Made once a size: most of a benchmark's time would go into burning in.
Town& town(int percent)
{
    static std::map<int, Town> towns;
    auto found = towns.find(percent);
    if (found == towns.end()) found = towns.try_emplace(percent, "aarhus/basis.yaml", percent / 100.0, settled_weeks).first;
    return found->second;
}

double living(const World& world)
{
    double sum = static_cast<double>(world.counts.nursing_home);
    for (const std::int64_t n : world.counts.home_by_level) sum += static_cast<double>(n);
    return sum;
}

/// Weeks after one another: events of the eight-week, quarterly and yearly rounds come as often as in a run.
void week_of_a_town(benchmark::State& state)
{
    Simulation simulation = town(static_cast<int>(state.range(0))).simulation;
    const Workers workers(static_cast<int>(state.range(1)));
    double citizens = 0;
    for (auto _ : state) {
        if (simulation.is_finished()) {
            state.PauseTiming();
            simulation = town(static_cast<int>(state.range(0))).simulation;
            state.ResumeTiming();
        }
        simulation.step(workers);
        citizens += living(simulation.world());
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(citizens));
}
BENCHMARK(week_of_a_town)->ArgNames({"percent_of_aarhus", "threads"})->ArgsProduct({{10, 100, 1000}, {1, 2}})->Iterations(104)->UseRealTime()->MeasureProcessCPUTime()->Unit(benchmark::kMillisecond);

/// A world copied: what a checkpoint, and each option that shares a burn-in, costs.
void copy_of_a_world(benchmark::State& state)
{
    const Town& place = town(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        Simulation copy = place.simulation;
        benchmark::DoNotOptimize(copy.week());
    }
}
BENCHMARK(copy_of_a_world)->ArgName("percent_of_aarhus")->Arg(100)->Unit(benchmark::kMillisecond);

/// Whole replications of toy town beside each other: what starting, sharing out and gathering cost.
void ensemble(benchmark::State& state)
{
    const auto scenario = benchmarks::load("minimal.yaml");
    StudyPlan plan;
    plan.options = {scenario.get()};
    plan.seed = scenario->run.seed;
    plan.replications = static_cast<int>(state.range(0));
    const Workers workers(static_cast<int>(state.range(1)));
    const std::atomic<bool> stop = false;
    double citizens = 0;
    for (auto _ : state) citizens += run_study(plan, workers, {}, stop).citizen_weeks;
    state.SetItemsProcessed(static_cast<std::int64_t>(citizens));
}
BENCHMARK(ensemble)->ArgNames({"replications", "threads"})->ArgsProduct({{1, 8, 64}, {1, 2}})->UseRealTime()->MeasureProcessCPUTime()->Unit(benchmark::kMillisecond);

} // namespace
