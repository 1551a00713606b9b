// SPDX-License-Identifier: MPL-2.0
#include "engine/rules/allocation_parallel.hpp"

#include "engine/rules/proposing.hpp"

#include <algorithm>

namespace samspil {
namespace {

constexpr std::size_t citizens_together = 2048, units_together = 8;

/// Units in a block. For few people all of them: there is nothing to gain by sharing out so little.
std::size_t units_in_block(std::size_t units, std::size_t people) { return people < citizens_together ? std::max<std::size_t>(units, 1) : units_together; }

/// Where somebody who leaves stands, or the length of the queue; by row, since the person may have died and the row be
/// another's. The week follows the class in the order of a queue, and there are few classes: each is searched by week.
std::size_t place_of(const std::vector<QueueEntry>& queue, const QueueLeave& leave)
{
    for (auto from = queue.begin(); from != queue.end();) {
        const std::uint8_t priority = from->priority;
        from = std::lower_bound(from, queue.end(), leave.since, [&](const QueueEntry& entry, Week week) {
            return entry.priority == priority && entry.since < week;
        });
        for (; from != queue.end() && from->priority == priority && from->since == leave.since; ++from) {
            if (from->row == leave.row) return static_cast<std::size_t>(from - queue.begin());
        }
        from = std::upper_bound(from, queue.end(), priority, [](std::uint8_t than, const QueueEntry& entry) { return than < entry.priority; });
    }
    return queue.size();
}

/// Takes the entries at these places out in one go: at a thousand times the citizens a queue is long.
void close_gaps(std::vector<QueueEntry>& queue, std::vector<std::size_t>& gaps)
{
    std::sort(gaps.begin(), gaps.end());
    gaps.erase(std::unique(gaps.begin(), gaps.end()), gaps.end());
    if (gaps.empty()) return;
    const auto at = [&](std::size_t place) { return queue.begin() + static_cast<std::ptrdiff_t>(place); };
    auto end = at(gaps.front());
    for (std::size_t k = 0; k < gaps.size(); ++k) {
        const std::size_t until = k + 1 < gaps.size() ? gaps[k + 1] : queue.size();
        end = std::move(at(gaps[k] + 1), at(until), end);
    }
    queue.erase(end, queue.end());
}

} // namespace

void take_out_of_queues(World& world, std::span<const QueueLeave> leaves, const Workers& workers)
{
    if (leaves.empty()) return;
    std::vector<std::vector<QueueLeave>> by_unit(world.units.size());
    for (const QueueLeave& leave : leaves) by_unit[static_cast<std::size_t>(leave.unit)].push_back(leave);
    for_blocks(workers, by_unit.size(), units_in_block(by_unit.size(), leaves.size()), [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t unit = begin; unit < end; ++unit) {
            auto& queue = world.units[unit].queue;
            std::vector<std::size_t> gaps;
            for (const QueueLeave& leave : by_unit[unit]) {
                const std::size_t place = place_of(queue, leave);
                if (place < queue.size()) gaps.push_back(place);
            }
            close_gaps(queue, gaps);
        }
    });
}

std::vector<std::uint32_t> draw_lotteries(const Moment& moment, std::span<const Application> applications, const Workers& workers)
{
    const auto index = static_cast<std::uint32_t>(moment.premises.half_year(moment.week));
    const auto& citizens = moment.world.citizens;
    std::vector<std::uint32_t> drawn(applications.size());
    for_blocks(workers, applications.size(), citizens_together, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t k = begin; k < end; ++k) {
            if (k + 2 * rows_ahead < end) citizens.expect(applications[k + 2 * rows_ahead].row);
            if (k + rows_ahead < end) __builtin_prefetch(&citizens[applications[k + rows_ahead].row].id);
            const auto lane = static_cast<std::uint16_t>(moment.premises.units[static_cast<std::size_t>(applications[k].unit)].key);
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
            std::sort(news, queue.end());
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
