// SPDX-License-Identifier: MPL-2.0
// oneTBB by default; plain std::jthread with SAMSPIL_JTHREADS, because the thread sanitizer cannot see into the
// TBB library of the distribution.
#include "engine/base/parallel.hpp"

#include "engine/base/errors.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>

#ifdef SAMSPIL_JTHREADS
#include <thread>
#include <vector>
#else
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>
#endif

namespace samspil {

#ifdef SAMSPIL_JTHREADS

struct Workers::Team {
    explicit Team(int) {}
    void on_all(std::size_t runners, FunctionRef<void()> runner)
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 1; i < runners; ++i)
            threads.emplace_back([&] { runner(); });
        runner();
    }
};

#else

struct Workers::Team {
    explicit Team(int threads)
        : limit(oneapi::tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads)), arena(threads)
    {
    }
    /// Isolated: a thread that waits here for its blocks does not begin another replication meanwhile.
    void on_all(std::size_t runners, FunctionRef<void()> runner)
    {
        arena.execute([&] {
            oneapi::tbb::this_task_arena::isolate([&] {
                oneapi::tbb::parallel_for(
                    std::size_t{0}, runners, [&](std::size_t) { runner(); }, oneapi::tbb::simple_partitioner{});
            });
        });
    }
    oneapi::tbb::global_control limit; ///< also lets more threads run than the machine has cores
    oneapi::tbb::task_arena arena;
};

#endif

namespace {

/// Hands out task numbers in order and remembers the failure of the lowest.
class Queue {
public:
    explicit Queue(std::size_t n) : n_(n) {}

    void run(FunctionRef<void(std::size_t)> body)
    {
        for (;;) {
            const std::size_t index = next_.fetch_add(1, std::memory_order_relaxed);
            if (index >= n_) return;
            try {
                body(index);
            } catch (...) {
                remember(index);
            }
        }
    }

    void rethrow_first() const
    {
        if (failure_) std::rethrow_exception(failure_);
    }

private:
    void remember(std::size_t index)
    {
        next_.store(n_, std::memory_order_relaxed); // what is handed out is done, so the lowest failure is always seen
        const std::lock_guard lock(mutex_);
        if (failure_ && failed_ < index) return;
        failure_ = std::current_exception();
        failed_ = index;
    }

    std::size_t n_;
    std::atomic<std::size_t> next_{0};
    std::mutex mutex_;
    std::exception_ptr failure_;
    std::size_t failed_ = 0;
};

std::size_t chosen_block(const Workers& workers, std::size_t block)
{
    const std::size_t size = workers.block_size().value_or(block);
    SAMSPIL_EXPECT(size > 0, "a block holds at least one item");
    return size;
}

} // namespace

Workers::Workers(int threads, std::optional<std::size_t> block_size) : threads_(threads), block_size_(block_size)
{
    SAMSPIL_EXPECT(threads >= 1, "at least one thread works");
    if (threads > 1) team_ = std::make_shared<Team>(threads);
}

std::size_t block_count(const Workers& workers, std::size_t n, std::size_t block)
{
    const std::size_t size = chosen_block(workers, block);
    return n / size + (n % size != 0 ? 1 : 0);
}

void for_each_task(const Workers& workers, std::size_t n, FunctionRef<void(std::size_t index)> body)
{
    if (workers.threads() == 1 || n <= 1) {
        for (std::size_t i = 0; i < n; ++i)
            body(i);
        return;
    }
    Queue queue(n);
    const auto run = [&] { queue.run(body); };
    workers.team()->on_all(std::min(n, static_cast<std::size_t>(workers.threads())), run);
    queue.rethrow_first();
}

void for_blocks(const Workers& workers, std::size_t n, std::size_t block,
                FunctionRef<void(std::size_t block_index, std::size_t begin, std::size_t end)> body)
{
    const std::size_t size = chosen_block(workers, block);
    for_each_task(workers, block_count(workers, n, block), [&](std::size_t index) {
        const std::size_t begin = index * size;
        body(index, begin, std::min(n, begin + size));
    });
}

} // namespace samspil
