// SPDX-License-Identifier: MPL-2.0
// Work shared among threads gives what one thread gives.
#include "engine/base/parallel.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <atomic>
#include <chrono>
#include <numeric>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace samspil;

namespace {

constexpr std::array worker_counts{1, 2, 3, 7};

/// A floating sum whose bits depend on the order of folding, folded by block.
double sum_by_blocks(const Workers& workers, std::size_t n)
{
    std::vector<double> slots(block_count(workers, n, 64), 0.0);
    for_blocks(workers, n, 64, [&](std::size_t block, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            slots[block] += 1.0 / static_cast<double>(i + 1);
    });
    return std::accumulate(slots.begin(), slots.end(), 0.0);
}

} // namespace

TEST_CASE("blocks give the same bits for 1, 2, 3 and 7 workers")
{
    const double alone = sum_by_blocks(Workers{}, 10007);
    for (const int count : worker_counts) {
        const Workers workers(count);
        CAPTURE(count);
        CHECK(sum_by_blocks(workers, 10007) == alone);
    }
}

TEST_CASE("every item belongs to exactly one block, whatever the number of workers and the block size")
{
    for (const int count : worker_counts) {
        for (const std::size_t size : {1U, 10U, 1000U, 5000U}) {
            const Workers workers(count, size);
            std::vector<int> visits(1003, 0);
            for_blocks(workers, visits.size(), 64, [&](std::size_t block, std::size_t begin, std::size_t end) {
                if (begin != block * size || end > visits.size()) throw std::logic_error("a block out of place");
                for (std::size_t i = begin; i < end; ++i)
                    ++visits[i];
            });
            CAPTURE(count, size);
            CHECK(visits == std::vector<int>(1003, 1));
            CHECK(block_count(workers, visits.size(), 64) == (1003 + size - 1) / size);
        }
    }
}

TEST_CASE("no items means no blocks and no tasks")
{
    const Workers workers(3);
    for_blocks(workers, 0, 64, [](std::size_t, std::size_t, std::size_t) { throw std::logic_error("called"); });
    for_each_task(workers, 0, [](std::size_t) { throw std::logic_error("called"); });
    CHECK(block_count(workers, 0, 64) == 0);
}

TEST_CASE("replications that use blocks themselves give the same numbers for any number of workers")
{
    const double alone = sum_by_blocks(Workers{}, 2000);
    for (const int count : worker_counts) {
        const Workers workers(count);
        std::vector<double> results(20, 0.0);
        for_each_task(workers, results.size(), [&](std::size_t i) { results[i] = sum_by_blocks(workers, 2000); });
        CAPTURE(count);
        CHECK(results == std::vector<double>(20, alone));
    }
}

TEST_CASE("tasks are begun in the order of their numbers")
{
    for (const int count : worker_counts) {
        const Workers workers(count);
        std::atomic<std::size_t> begun{0};
        std::atomic<bool> far_ahead{false};
        for_each_task(workers, 200, [&](std::size_t i) {
            const std::size_t before = begun.fetch_add(1);
            if (i > before + static_cast<std::size_t>(count)) far_ahead = true;
        });
        CAPTURE(count);
        CHECK(begun == 200);
        CHECK_FALSE(far_ahead);
    }
}

TEST_CASE("of several failing tasks the caller hears of the lowest, even when it fails last")
{
    for (const int count : worker_counts) {
        const Workers workers(count);
        std::string heard;
        try {
            for_each_task(workers, 100, [](std::size_t i) {
                if (i == 5) std::this_thread::sleep_for(std::chrono::milliseconds(20));
                if (i >= 5) throw std::runtime_error(std::to_string(i));
            });
        } catch (const std::runtime_error& error) {
            heard = error.what();
        }
        CAPTURE(count);
        CHECK(heard == "5");
    }
}
