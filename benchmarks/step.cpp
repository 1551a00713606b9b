// SPDX-License-Identifier: MPL-2.0
// How fast the week runs: citizen-weeks a second (living persons x weeks / seconds of the step loop, burn-in
// included) for one option, as an ensemble on 1 and 2 threads and as one run whose blocks share the threads; and the
// ensemble again with all that a command does round it (setting up, figures). Prints the median of several rounds with its spread.
#include "engine/base/version.hpp"
#include "engine/experiment/study.hpp"
#include "engine/io/scenario_file.hpp"
#include "engine/model/world.hpp"
#include "engine/simulation/simulation.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <vector>

#include <fmt/format.h>

using namespace samspil;

namespace {

using Time = std::chrono::steady_clock;
double seconds_since(Time::time_point start) { return std::chrono::duration<double>(Time::now() - start).count(); }

struct Spread {
    double low, median, high;
};

Spread spread(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return {values.front(), values[values.size() / 2], values.back()};
}

/// Step loops alone, each replication on one thread: all worlds are set up before the clock starts.
double ensemble_steps(const std::shared_ptr<const Premises>& premises, std::uint32_t replications, int threads)
{
    const Workers workers(threads), alone;
    std::vector<std::unique_ptr<Simulation>> runs;
    for (std::uint32_t r = 0; r < replications; ++r) {
        runs.push_back(std::make_unique<Simulation>(premises, SimulationSettings{{premises->scenario->run.seed, r}}));
    }
    const auto start = Time::now();
    for_each_task(workers, runs.size(), [&](std::size_t r) {
        while (!runs[r]->is_finished()) runs[r]->step(alone);
    });
    const double seconds = seconds_since(start);
    double citizen_weeks = 0;
    for (const auto& run : runs) citizen_weeks += run->citizen_weeks();
    return citizen_weeks / seconds / 1e6;
}

/// By the clock, setting up included: million citizen-weeks a second of an ensemble.
double ensemble(const Scenario& scenario, int replications, int threads)
{
    StudyPlan plan;
    plan.options = {&scenario};
    plan.seed = scenario.run.seed;
    plan.replications = replications;
    const std::atomic<bool> stop = false;
    const auto start = Time::now();
    const StudyOutcome outcome = run_study(plan, Workers(threads), {}, stop);
    return outcome.citizen_weeks / seconds_since(start) / 1e6;
}

double one_run(const std::shared_ptr<const Premises>& premises, int threads)
{
    const Workers workers(threads);
    Simulation simulation(premises, {{premises->scenario->run.seed, 0}});
    const auto start = Time::now();
    while (!simulation.is_finished()) simulation.step(workers);
    return simulation.citizen_weeks() / seconds_since(start) / 1e6;
}

template <class Run>
void print(const char* what, int rounds, Run run)
{
    std::vector<double> values;
    for (int i = 0; i < rounds; ++i) values.push_back(run());
    const Spread s = spread(values);
    fmt::print("{:<38} {:>8.1f} {:>8.1f} {:>8.1f}\n", what, s.low, s.median, s.high);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        fmt::print(stderr, "benchmark_step SCENARIO.yaml [rounds]\n");
        return 2;
    }
    const int rounds = argc > 2 ? std::max(1, std::atoi(argv[2])) : 5;
    Diagnostics diagnostics;
    const auto loaded = load_scenario(argv[1], {}, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.items()) fmt::print(stderr, "{}\n", format(diagnostic, Language::en));
    if (!loaded) return 3;
    const auto premises = std::make_shared<const Premises>(loaded->scenario);
    fmt::print("{} {} ({})\n{}: {} persons listed, {} weeks, {} bytes a citizen\n\n", program_version, program_commit, program_build,
               loaded->scenario.id, premises->roster.size(), loaded->scenario.period.total_weeks(),
               sizeof(Citizen) + sizeof(Week) + sizeof(Person) + 8 * premises->knowledge_words);
    fmt::print("{:<38} {:>8} {:>8} {:>8}\n", "million citizen-weeks a second", "least", "median", "most");
    print("one run, 1 thread", rounds, [&] { return one_run(premises, 1); });
    print("one run, 2 threads", rounds, [&] { return one_run(premises, 2); });
    print("ensemble of 4, 1 thread", rounds, [&] { return ensemble_steps(premises, 4, 1); });
    print("ensemble of 4, 2 threads", rounds, [&] { return ensemble_steps(premises, 4, 2); });
    print("whole study of 4, 2 threads", rounds, [&] { return ensemble(loaded->scenario, 4, 2); });
    return 0;
}
