// SPDX-License-Identifier: MPL-2.0
// What a result file costs: one part, and a whole file of so many replications merged from their parts.
#include "benchmarks/micro/town.hpp"
#include "engine/io/result_file.hpp"

#include <filesystem>

#include <benchmark/benchmark.h>

using namespace samspil;

namespace {

struct Finished {
    std::shared_ptr<const Scenario> scenario = benchmarks::load("minimal.yaml");
    ReplicationResult result;
    std::filesystem::path folder = std::filesystem::temp_directory_path() / "samspil-benchmark-results";

    Finished()
    {
        Simulation simulation(std::make_shared<const Premises>(*scenario), {{scenario->run.seed, 0}});
        while (!simulation.is_finished()) simulation.step(Workers());
        result = simulation.result();
        std::filesystem::create_directories(folder);
    }
    ~Finished() { std::filesystem::remove_all(folder); }
    std::string part(int replication) const { return (folder / ("part" + std::to_string(replication))).string(); }
};

const Finished& finished()
{
    static const Finished one;
    return one;
}

ResultHead head_of(const Finished& run, int replications)
{
    ResultHead head;
    head.seed = run.scenario->run.seed;
    head.replications = replications;
    head.scenario = run.scenario.get();
    return head;
}

void write_a_part(benchmark::State& state)
{
    const ResultHead head = head_of(finished(), 1);
    for (auto _ : state) write_part(finished().part(0), head, finished().result);
}
BENCHMARK(write_a_part)->Unit(benchmark::kMillisecond);

void merge(benchmark::State& state)
{
    const ResultHead head = head_of(finished(), static_cast<int>(state.range(0)));
    std::vector<std::string> parts;
    ReplicationResult result = finished().result;
    for (int r = 0; r < state.range(0); ++r) {
        result.replication = r;
        parts.push_back(finished().part(r));
        write_part(parts.back(), head, result);
    }
    for (auto _ : state) merge_parts((finished().folder / "whole.h5").string(), head, parts);
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(merge)->ArgName("replications")->Arg(1)->Arg(20)->Arg(200)->Unit(benchmark::kMillisecond);

} // namespace
