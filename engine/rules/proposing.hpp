// SPDX-License-Identifier: MPL-2.0
// Work on all workers inside the ordered rules: what each of many rows or volunteers does alone. Same result for any number of
// workers.
#pragma once

#include "engine/rules/rules.hpp"

namespace samspil {

/// Rows of the world in a block where each is only looked at, side by side in memory: some tenth of a millisecond, so that a town
/// is not shared out for less.
inline constexpr std::size_t rows_together = 131072;

/// What the modules want of the shared world, added to what is wanted already. Not counts, events, applications or leaves.
void append_wishes(Proposals& to, const Proposals& from);

/// Calls body(own, block_index, begin, end) for blocks of n items, each with a moment whose proposals are its own; those of
/// the blocks are added to the proposals of `moment` in order. No queue changes meanwhile: neither applications nor leaves. One
/// block proposes to `moment` itself.
void propose_in_blocks(Moment& moment, const Workers& workers, std::size_t n, std::size_t block,
                       FunctionRef<void(Moment& own, std::size_t block_index, std::size_t begin, std::size_t end)> body);

} // namespace samspil
