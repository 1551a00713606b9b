// SPDX-License-Identifier: MPL-2.0
#include "engine/rules/allocation_parallel.hpp"

#include "engine/rules/proposing.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace samspil {
namespace {

constexpr std::size_t citizens_together = 2048, units_together = 8;

/// Units in a block. For few people all of them: there is nothing to gain by sharing out so little.
std::size_t units_in_block(std::size_t units, std::size_t people) { return people < citizens_together ? std::max<std::size_t>(units, 1) : units_together; }

bool leaves_first(const QueueLeave& a, const QueueLeave& b) { return std::pair(a.row, a.since) < std::pair(b.row, b.since); }

/// Where those who leave stand, in order; by row, since the person may have died and the row be another's. `leaves` by row and
/// week. One pass over the queue: marks of the rows that leave spare nearly all who stay the search.
std::vector<std::size_t> places_of(const std::vector<QueueEntry>& queue, std::span<const QueueLeave> leaves)
{
    constexpr std::size_t marks_a_leave = 16, word = 64;
    const std::size_t marks = std::bit_ceil(std::max(word, marks_a_leave * leaves.size()));
    std::vector<std::uint64_t> marked(marks / word);
    for (const QueueLeave& leave : leaves) marked[(leave.row & (marks - 1)) / word] |= std::uint64_t{1} << (leave.row % word);
    std::vector<std::size_t> places;
    for (std::size_t place = 0; place < queue.size(); ++place) {
        const std::uint32_t row = queue[place].row;
        if ((marked[(row & (marks - 1)) / word] >> (row % word) & 1U) == 0) continue;
        if (std::ranges::binary_search(leaves, QueueLeave{row, no_unit, queue[place].since}, leaves_first)) places.push_back(place);
    }
    return places;
}

/// Takes the entries at these places out in one go: at a thousand times the citizens a queue is long.
void close_gaps(std::vector<QueueEntry>& queue, std::span<const std::size_t> gaps)
{
    if (gaps.empty()) return;
    const auto at = [&](std::size_t place) { return queue.begin() + static_cast<std::ptrdiff_t>(place); };
    auto end = at(gaps.front());
    for (std::size_t k = 0; k < gaps.size(); ++k) {
        const std::size_t until = k + 1 < gaps.size() ? gaps[k + 1] : queue.size();
        end = std::move(at(gaps[k] + 1), at(until), end);
    }
    queue.erase(end, queue.end());
}

/// The order of a queue among those who join it in the same week: two numbers side by side, since most have another lot.
bool goes_first(const QueueEntry& a, const QueueEntry& b)
{
    const auto lot = [](const QueueEntry& entry) { return std::uint64_t{entry.priority} << 32 | entry.lottery; };
    return lot(a) != lot(b) ? lot(a) < lot(b) : a < b;
}

} // namespace

void take_out_of_queues(World& world, std::span<const QueueLeave> leaves, const Workers& workers)
{
    if (leaves.empty()) return;
    std::vector<std::vector<QueueLeave>> by_unit(world.units.size());
    for (const QueueLeave& leave : leaves) by_unit[static_cast<std::size_t>(leave.unit)].push_back(leave);
    for_blocks(workers, by_unit.size(), units_in_block(by_unit.size(), leaves.size()), [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t unit = begin; unit < end; ++unit) {
            if (by_unit[unit].empty()) continue;
            if (!std::ranges::is_sorted(by_unit[unit], leaves_first)) std::ranges::sort(by_unit[unit], leaves_first); // hardly ever
            close_gaps(world.units[unit].queue, places_of(world.units[unit].queue, by_unit[unit]));
        }
    });
}

std::vector<std::uint32_t> draw_lotteries(const Moment& moment, std::span<const Application> applications, std::span<const char> has_room,
                                          const Workers& workers)
{
    const auto index = static_cast<std::uint32_t>(moment.premises.half_year(moment.week));
    const auto& citizens = moment.world.citizens;
    const auto unit_at = [&](std::size_t k) { return static_cast<std::size_t>(applications[k].unit); };
    std::vector<std::uint32_t> drawn(applications.size());
    for_blocks(workers, applications.size(), citizens_together, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t k = begin; k < end; ++k) {
            if (k + 2 * rows_ahead < end) citizens.expect(applications[k + 2 * rows_ahead].row);
            if (k + rows_ahead < end && has_room[unit_at(k + rows_ahead)] == 0) __builtin_prefetch(&citizens[applications[k + rows_ahead].row].id);
            if (has_room[unit_at(k)] != 0) continue;
            const auto lane = static_cast<std::uint16_t>(moment.premises.units[unit_at(k)].key);
            drawn[k] = draw4(moment.chance, Purpose::lottery, citizens[applications[k].row].id, index, lane)[0];
        }
    });
    return drawn;
}

void sort_queues(World& world, std::span<const std::size_t> in_order, std::size_t added, const Workers& workers)
{
    for_blocks(workers, in_order.size(), units_in_block(in_order.size(), added), [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t unit = begin; unit < end; ++unit) {
            auto& queue = world.units[unit].queue;
            const auto news = queue.begin() + static_cast<std::ptrdiff_t>(in_order[unit]);
            std::sort(news, queue.end(), goes_first);
            // Hardly ever does anybody new go before somebody who waits.
            if (news != queue.begin() && news != queue.end() && *news < *(news - 1)) std::inplace_merge(queue.begin(), news, queue.end());
        }
    });
}

void begin_stays(Moment& moment, std::span<const Beginning> beginnings, const Workers& workers)
{
    World& world = moment.world;
    propose_in_blocks(moment, workers, beginnings.size(), citizens_together, [&](Moment& own, std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t k = begin; k < end; ++k) {
            if (k + 2 * rows_ahead < end) world.citizens.expect(beginnings[k + 2 * rows_ahead].row);
            if (k + rows_ahead < end) expect(world.citizens[beginnings[k + rows_ahead].row]);
            const auto& [row, unit, sessions, since] = beginnings[k];
            start_stay(own, row, unit, sessions, since);
            world.due[row] = next_due(own.premises, world.citizens[row]);
        }
    });
}

void find_next_due(Moment& moment, std::span<const std::uint32_t> rows, const Workers& workers)
{
    World& world = moment.world;
    for_blocks(workers, rows.size(), citizens_together, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t k = begin; k < end; ++k) {
            if (k + 2 * rows_ahead < end) world.citizens.expect(rows[k + 2 * rows_ahead]);
            if (k + rows_ahead < end) expect(world.citizens[rows[k + rows_ahead]]);
            world.due[rows[k]] = next_due(moment.premises, world.citizens[rows[k]]);
        }
    });
}

} // namespace samspil
