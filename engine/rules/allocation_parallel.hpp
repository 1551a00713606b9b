// SPDX-License-Identifier: MPL-2.0
// What the allocation may do on all workers at once: places change hands one after another (allocation.cpp), but before
// and after that each queue and each citizen stands alone. Same result for any number of workers.
#pragma once

#include "engine/rules/rules.hpp"

namespace samspil {

/// A place given to somebody whose stay has not begun yet.
struct Beginning {
    std::uint32_t row = 0;
    std::int16_t unit = no_unit;
    int sessions = 0; ///< a week
    Week since = 0;   ///< of applying
};

/// Takes those who leave out of the queues, the order of the others kept; their own rows are not touched.
void take_out_of_queues(World& world, std::span<const QueueLeave> leaves, const Workers& workers);

/// The lottery number of each application: its place among those of the same class and week. None (0) where the unit has room for all.
std::vector<std::uint32_t> draw_lotteries(const Moment& moment, std::span<const Application> applications, std::span<const char> has_room,
                                          const Workers& workers);

/// Puts the queues in order again after entries, `added` in all, came in behind the first `in_order` of each unit.
void sort_queues(World& world, std::span<const std::size_t> in_order, std::size_t added, const Workers& workers);

/// Begins stays that touch nothing but the citizens' own rows and the counts, and finds what is due next for each; what
/// they want of the shared world is added to the proposals in the order given. Nobody may stand there twice.
void begin_stays(Moment& moment, std::span<const Beginning> beginnings, const Workers& workers);

/// Finds what is due next for these rows. Nobody may stand there twice.
void find_next_due(Moment& moment, std::span<const std::uint32_t> rows, const Workers& workers);

} // namespace samspil
