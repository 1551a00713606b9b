// SPDX-License-Identifier: MPL-2.0
// The reference model offers-mini (benchmarks/peers) on the engine itself: reads the scenario that
// offers_mini_scenario.py wrote, steps through its weeks (a month of the model each) and prints one JSON object as the
// peers do. Only the step loop is timed, by the clock and in processor time of all threads; week 0, in which everybody
// enters, belongs to the set-up.
#include "engine/base/parallel.hpp"
#include "engine/io/scenario_file.hpp"
#include "engine/simulation/simulation.hpp"

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>

#include <fmt/format.h>

using namespace samspil;

namespace {

/// Citizens by offer, none first.
std::array<double, offer_count + 1> shares(const Simulation& simulation)
{
    const Counts& counts = simulation.world().counts;
    std::int64_t all = counts.nursing_home, enrolled = 0;
    for (const std::int64_t n : counts.home_by_level) all += n;
    std::array<double, offer_count + 1> result{};
    for (std::size_t unit = 0; unit < counts.users.size(); ++unit) {
        result[static_cast<std::size_t>(simulation.premises().units[unit].offer)] += static_cast<double>(counts.users[unit]);
        enrolled += counts.users[unit];
    }
    result[0] = static_cast<double>(all - enrolled);
    for (double& share : result) share /= static_cast<double>(all);
    return result;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        fmt::print(stderr, "benchmark_offers_mini SCENARIO.yaml [threads]\n");
        return 2;
    }
    const int threads = argc > 2 ? std::max(1, std::atoi(argv[2])) : 1;
    Diagnostics diagnostics;
    const auto loaded = load_scenario(argv[1], {}, diagnostics);
    if (!loaded) {
        for (const Diagnostic& one : diagnostics.items()) fmt::print(stderr, "{}\n", format(one, Language::en));
        return 3;
    }
    const auto premises = std::make_shared<const Premises>(loaded->scenario);
    Simulation simulation(premises, {{premises->scenario->run.seed, 0}});
    const Workers workers(threads);
    simulation.step(workers);
    const double before = simulation.citizen_weeks();
    double seconds = 0, processor = 0;
    std::string rows;
    while (!simulation.is_finished()) {
        const auto start = std::chrono::steady_clock::now();
        const std::clock_t used = std::clock();
        simulation.step(workers);
        processor += static_cast<double>(std::clock() - used) / CLOCKS_PER_SEC;
        seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        const Week month = simulation.week() - 1;
        if (month != 1 && month != 12 && month != 60 && month != 120) continue;
        rows += fmt::format("{}\"{}\": [{:.5f}]", rows.empty() ? "" : ", ", month, fmt::join(shares(simulation), ", "));
    }
    fmt::print("{{\"peer\": \"Samspil, offers-mini\", \"citizens\": {}, \"threads\": {}, \"months\": {}, \"shares\": {{{}}}, "
               "\"seconds\": {:.4f}, \"processor_seconds\": {:.4f}, \"million_citizen_steps_a_second\": {:.3f}}}\n",
               premises->roster.size(), threads, simulation.week() - 1, rows, seconds, processor,
               (simulation.citizen_weeks() - before) / seconds / 1e6);
    return 0;
}
