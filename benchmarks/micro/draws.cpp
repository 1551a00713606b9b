// SPDX-License-Identifier: MPL-2.0
// What chance costs: one draw at an address, and the distributions made of it.
#include "engine/random/choice.hpp"
#include "engine/random/clock.hpp"
#include "engine/random/distributions.hpp"

#include <benchmark/benchmark.h>

using namespace samspil;

namespace {

constexpr Chance chance{2021, 3};

template <class Draw>
void draw_many(benchmark::State& state, Draw draw)
{
    std::uint64_t person = 0;
    for (auto _ : state) benchmark::DoNotOptimize(draw(++person));
    state.SetItemsProcessed(state.iterations());
}

void four_words(benchmark::State& state)
{
    draw_many(state, [](std::uint64_t person) { return draw4(chance, Purpose::knows_centre, person, 7)[3]; });
}
void one_uniform(benchmark::State& state)
{
    draw_many(state, [](std::uint64_t person) { return uniform(chance, Purpose::knows_centre, person, 7); });
}
void one_normal(benchmark::State& state)
{
    draw_many(state, [](std::uint64_t person) { return normal(unit(draw4(chance, Purpose::knows_centre, person, 7)[0])); });
}
void one_gumbel(benchmark::State& state)
{
    draw_many(state, [](std::uint64_t person) { return gumbel(unit(draw4(chance, Purpose::knows_centre, person, 7)[0])); });
}
void noise_of_a_nest(benchmark::State& state)
{
    draw_many(state, [](std::uint64_t person) { return nest_noise(chance, person, 2, 7, 0.6); });
}
void threshold_of_a_clock(benchmark::State& state)
{
    draw_many(state, [](std::uint64_t person) { return unit_threshold(chance, Purpose::clock_death, person, 1); });
}

BENCHMARK(four_words);
BENCHMARK(one_uniform);
BENCHMARK(one_normal);
BENCHMARK(one_gumbel);
BENCHMARK(noise_of_a_nest);
BENCHMARK(threshold_of_a_clock);

} // namespace
