// SPDX-License-Identifier: MPL-2.0
// What giving places costs: the ordered allocation of one week with so many new applications beside the queues that
// stand, in a town at work. Only the allocation is timed; each round begins with the same world.
#include "benchmarks/micro/town.hpp"
#include "engine/rules/rules.hpp"

#include <benchmark/benchmark.h>

using namespace samspil;

namespace {

void allocation(benchmark::State& state)
{
    static const benchmarks::Town town("aarhus/basis.yaml", 1, 60);
    const Premises& premises = town.simulation.premises();
    std::vector<Application> applications;
    const World& start = town.simulation.world();
    const auto wanted = static_cast<std::size_t>(state.range(0));
    for (std::uint32_t row = 0; row < start.citizens.size() && applications.size() < wanted; ++row) {
        const Citizen& citizen = start.citizens[row];
        const bool free = citizen.residence == Residence::home && citizen.offer == Offer::none && citizen.waiting[0].unit == no_unit;
        if (!free) continue;
        for (const ReachableHouse& house : premises.reachable[citizen.neighbourhood]) {
            const std::int16_t unit = premises.unit_of[static_cast<std::size_t>(house.centre)][index_of(Offer::forebyggende)];
            if (unit == no_unit) continue;
            applications.push_back({row, unit, 1});
            break;
        }
    }
    for (auto _ : state) {
        state.PauseTiming();
        World world = start;
        Proposals ordered;
        ordered.change.resize(premises.scenario->neighbourhoods.size(), premises.units.size(), premises.scenario->centres.size());
        Moment moment{premises, world, {premises.scenario->run.seed, 0}, world.week, ordered};
        std::vector<Start> starts;
        state.ResumeTiming();
        allocate(moment, applications, {}, starts, Workers());
        benchmark::DoNotOptimize(starts.data());
        state.PauseTiming();
        world = World();
        state.ResumeTiming();
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(applications.size()));
}
BENCHMARK(allocation)->ArgName("applications")->Arg(0)->Arg(100)->Arg(1000)->Unit(benchmark::kMicrosecond)->Iterations(20);

} // namespace
