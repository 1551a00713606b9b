// SPDX-License-Identifier: MPL-2.0
// The chance of studies: where points fall and which replications a bootstrap takes. Addresses as everywhere else;
// entity is never 0, so that no lot meets the draws of engine/experiment/bootstrap.
#pragma once

#include "engine/random/distributions.hpp"
#include "engine/random/stream.hpp"

#include <cstdint>

namespace samspil {

/// What a lot is for. Numbers are part of every design: never renumber or reuse one, add at the end.
enum class Lot : std::uint32_t {
    hypercube_order = 1,
    hypercube_place = 2,
    sobol_shift = 3,
    trajectory = 4,
    trajectory_order = 5,
    resample = 6,
    candidate = 7,
    perturbation = 8,
    parent = 9,
    error = 10,
};

/// Four words at (seed, lot, entity, index).
inline std::array<std::uint32_t, 4> lot_words(std::uint32_t seed, Lot lot, std::uint32_t entity, std::uint32_t index)
{
    return draw4({seed, 0}, Purpose::bootstrap, static_cast<std::uint64_t>(lot) << 32 | entity, index);
}

/// A uniform number in (0, 1).
inline double lot_uniform(std::uint32_t seed, Lot lot, std::uint32_t entity, std::uint32_t index)
{
    const auto words = lot_words(seed, lot, entity, index);
    return unit53(words[0], words[1]);
}

/// One of 0 ... n - 1, n >= 1.
inline std::uint32_t lot_below(std::uint32_t n, std::uint32_t seed, Lot lot, std::uint32_t entity, std::uint32_t index)
{
    return uniform_below(n, lot_words(seed, lot, entity, index)[0]);
}

} // namespace samspil
