// SPDX-License-Identifier: MPL-2.0
// The search of optimisation.hpp on plain numbers: pagmo behind a wall.
#pragma once

#include "engine/base/parallel.hpp"
#include "engine/stats/matrix.hpp"

#include <cstddef>
#include <cstdint>

namespace samspil {

/// Thrown by a judge to end the search.
struct SearchStopped {};

/// Breeds `generations` of `population` points of the unit cube in d dimensions towards small values of `goals` >= 1
/// columns that `judge` gives for a batch of points. NSGA-II for several goals, generational particle swarm for one.
/// Remembers nothing: the judge sees every point. What the judge throws is thrown on.
void search(std::size_t d, std::size_t goals, std::size_t population, int generations, std::uint32_t seed,
            FunctionRef<Matrix(const Matrix& points)> judge);

} // namespace samspil
