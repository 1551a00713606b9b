// SPDX-License-Identifier: MPL-2.0
// Where to look: designs in the unit cube, one row a point, one column a dimension. Every design is a pure function of
// its sizes and a seed. Who asks maps [0, 1] to the unit of a factor.
#pragma once

#include "engine/stats/matrix.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace samspil {

/// n points of d dimensions: in every dimension exactly one point in each of n equal cells, at random inside it
/// (McKay, Beckman and Conover 1979).
Matrix latin_hypercube(std::size_t n, std::size_t d, std::uint32_t seed);

/// The largest d of `sobol_sequence`.
inline constexpr std::size_t most_sobol_dimensions = 3667;

/// The first n points of Sobol's sequence from the origin on (Joe and Kuo's numbers, by Boost.Random), n < 2^31. Each
/// coordinate is the middle of a cell of 2^-32, so none is 0 or 1. With a seed other than 0 all are moved by one
/// random digital shift, which keeps the sequence's evenness; best with n a power of two.
Matrix sobol_sequence(std::size_t n, std::size_t d, std::uint32_t seed = 0);

/// Points for Sobol' indices (Saltelli 2010): `blocks` blocks of d + 2 rows A, AB_1 ... AB_d, B, where AB_i is A with
/// coordinate i of B. A and B are the two halves of a shifted Sobol' sequence in 2 d dimensions, 2 d <= 3667. Any first
/// blocks are themselves such a design.
Matrix saltelli(std::size_t blocks, std::size_t d, std::uint32_t seed);
inline std::size_t saltelli_block(std::size_t d) { return d + 2; }

/// Morris' trajectories: `trajectories` blocks of d + 1 rows on the grid of `levels` (even, >= 2); consecutive rows of
/// a block differ in one coordinate by levels / (2 (levels - 1)) up or down, each coordinate once, in random order.
Matrix morris_trajectories(std::size_t trajectories, std::size_t d, std::size_t levels, std::uint32_t seed);

/// n of the rows (all when there are fewer): the first, and then each time the one farthest from those taken.
std::vector<std::size_t> spread_out(const Matrix& points, std::size_t n);

/// These rows, in this order.
Matrix rows_of(const Matrix& points, std::span<const std::size_t> rows);

} // namespace samspil
