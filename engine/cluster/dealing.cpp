// SPDX-License-Identifier: MPL-2.0
#include "engine/cluster/dealing.hpp"

#include "engine/base/packet.hpp"
#include "engine/cluster/failure.hpp"
#include "engine/cluster/hands.hpp"

#include <algorithm>
#include <exception>
#include <thread>

namespace samspil {

using Kind = Message::Kind;

/// One call of work().
struct Dealing::Round {
    const TaskList& tasks;
    Workers inner;         ///< threads of one task
    std::size_t room;      ///< tasks a rank has at a time
    Hands own;             ///< of rank 0
    std::vector<std::size_t> under_way; ///< by rank
    std::size_t next = 0;
    std::exception_ptr error{};

    void remember(std::exception_ptr what)
    {
        if (!error) error = std::move(what);
    }
    bool quiet() const
    {
        return std::all_of(under_way.begin(), under_way.end(), [](std::size_t n) { return n == 0; });
    }
};

void Dealing::begin(const std::string& job, int threads)
{
    threads_ = threads;
    std::fill(ready_.begin(), ready_.end(), char{0});
    ready_[0] = 1;
    for (int rank = 1; rank < ranks(); ++rank) channel_.send(rank, {Kind::job, static_cast<std::uint64_t>(threads), job});
}

void Dealing::hear(Round& round, const Message& message)
{
    const auto rank = static_cast<std::size_t>(message.from);
    if (message.kind == Kind::ready) ready_[rank] = 1;
    if (message.kind == Kind::stopped) stopped_ = true;
    if (message.kind == Kind::failed) round.remember(failure_from(message.bytes));
    if (message.kind != Kind::report) return;
    --round.under_way[rank];
    if (message.bytes.empty()) return; // it failed there; the failure came before
    try {
        round.tasks.take(message.number, message.bytes);
    } catch (...) {
        round.remember(std::current_exception());
    }
}

/// One task to each rank that has room, in turn, until none has.
void Dealing::deal(Round& round)
{
    for (bool dealt = true; dealt;) {
        dealt = false;
        for (std::size_t rank = 0; rank < ready_.size() && round.next < round.tasks.count; ++rank) {
            if (ready_[rank] == 0 || round.under_way[rank] >= round.room) continue;
            const std::size_t task = round.next++;
            ++round.under_way[rank];
            dealt = true;
            if (rank == 0) {
                round.own.give(task, [&round, task] {
                    round.tasks.run(task, round.inner);
                    return std::string();
                });
                continue;
            }
            PacketWriter bytes;
            bytes.put(static_cast<std::int32_t>(round.inner.threads()));
            bytes.put(round.tasks.order(task));
            channel_.send(static_cast<int>(rank), {Kind::task, task, bytes.take()});
        }
    }
}

void Dealing::work(const TaskList& tasks, const Workers& workers)
{
    const bool each = one_thread_each(tasks.count, static_cast<std::size_t>(threads_ * ranks()));
    const int room = each ? threads_ : 1;
    Round round{tasks, each ? Workers(1, workers.block_size()) : workers, static_cast<std::size_t>(room), Hands(room),
                std::vector<std::size_t>(ready_.size(), 0)};
    Rest rest;
    for (bool told = false;;) {
        while (const auto message = channel_.poll()) {
            hear(round, *message);
            rest.something_was_said();
        }
        while (const auto done = round.own.take()) {
            rest.something_was_said();
            --round.under_way[0];
            if (done->error) round.remember(done->error);
        }
        const bool halted = round.error || stopped_ || tasks.halted();
        if (halted && !told) {
            for (std::size_t rank = 1; rank < ready_.size(); ++rank) {
                if (round.under_way[rank] > 0) channel_.send(static_cast<int>(rank), {Kind::halt});
            }
            tasks.give_up(); // rank 0's own, too
            told = true;
        }
        if (!halted) deal(round);
        if (round.quiet() && (halted || round.next == tasks.count)) break;
        round.own.wait(rest.next());
    }
    if (round.error) std::rethrow_exception(round.error);
}

void Dealing::end(int exit_code)
{
    for (int rank = 1; rank < ranks(); ++rank) channel_.send(rank, {Kind::end, static_cast<std::uint64_t>(exit_code)});
    const Rest rest;
    for (int left = ranks() - 1; left > 0;) {
        const auto message = channel_.poll();
        if (!message) std::this_thread::sleep_for(rest.next());
        else if (message->kind == Kind::bye) --left;
    }
}

} // namespace samspil
