// SPDX-License-Identifier: MPL-2.0
// The whole model on Aarhus so many times as large, one replication: bytes a citizen ever listed (peak resident size less
// that before anything was set up) and million citizen-weeks a second of its step loop. Prints one JSON object.
#include "benchmarks/micro/town.hpp"
#include "engine/base/parallel.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <string>

#include <fmt/format.h>

using namespace samspil;

namespace {

/// A figure of /proc/self/status in bytes; 0 where there is no such file.
double resident(const std::string& name)
{
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        double kilobytes = 0;
        if (word == name + ":" && status >> kilobytes) return kilobytes * 1024;
    }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 4) {
        fmt::print(stderr, "benchmark_large TIMES WEEKS THREADS\n");
        return 2;
    }
    const double times = std::atof(argv[1]), before = resident("VmRSS");
    const int weeks = std::max(1, std::atoi(argv[2])), threads = std::max(1, std::atoi(argv[3]));
    const auto premises = [&] {
        const auto scenario = benchmarks::load("aarhus/basis.yaml", times);
        return std::pair(scenario, std::make_shared<const Premises>(*scenario));
    }();
    Simulation simulation(premises.second, {{premises.first->run.seed, 0}});
    const Workers workers(threads);
    simulation.step(workers); // everybody enters
    const double entered = simulation.citizen_weeks();
    const auto start = std::chrono::steady_clock::now();
    for (int week = 0; week < weeks && !simulation.is_finished(); ++week) simulation.step(workers);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const auto listed = static_cast<double>(premises.second->roster.size());
    fmt::print("{{\"listed\": {}, \"living\": {:.0f}, \"weeks\": {}, \"threads\": {}, \"bytes_a_citizen\": {:.1f}, "
               "\"million_citizen_weeks_a_second\": {:.3f}}}\n",
               premises.second->roster.size(), (simulation.citizen_weeks() - entered) / weeks, weeks, threads,
               (resident("VmHWM") - before) / listed, (simulation.citizen_weeks() - entered) / seconds / 1e6);
    return 0;
}
