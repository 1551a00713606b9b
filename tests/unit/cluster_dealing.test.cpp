// SPDX-License-Identifier: MPL-2.0
// Every task is done once, whoever does it; and whatever goes wrong, all ranks end.
#include "engine/base/errors.hpp"
#include "engine/base/packet.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/ranks_in_memory.hpp"

#include <chrono>
#include <new>
#include <set>

using namespace samspil;
using test::RanksInMemory;

namespace {

/// Counts who did what. A task here and a task elsewhere are the same: i -> 3 i.
struct Tally {
    std::mutex mutex;
    std::vector<int> here, elsewhere, answers;
    std::atomic<bool> halt = false;
    std::size_t most = 0; ///< halts after this many; 0: never

    TaskList tasks(std::size_t count, std::chrono::milliseconds each = {})
    {
        here.assign(count, 0);
        elsewhere.assign(count, 0);
        answers.assign(count, -1);
        TaskList list;
        list.count = count;
        list.run = [this, each](std::size_t i, const Workers&) {
            std::this_thread::sleep_for(each);
            done(here, i, static_cast<int>(3 * i));
        };
        list.order = [](std::size_t i) { return std::to_string(i); };
        list.take = [this](std::size_t i, std::string_view report) { done(elsewhere, i, std::stoi(std::string(report))); };
        list.halted = [this] { return halt.load(); };
        list.give_up = [this] { halt = true; };
        return list;
    }

    void done(std::vector<int>& who, std::size_t i, int answer)
    {
        const std::lock_guard lock(mutex);
        ++who[i];
        answers[i] = answer;
        if (most > 0 && total() >= static_cast<int>(most)) halt = true;
    }

    int total() const
    {
        int n = 0;
        for (std::size_t i = 0; i < here.size(); ++i) n += here[i] + elsewhere[i];
        return n;
    }

    bool each_once() const
    {
        for (std::size_t i = 0; i < here.size(); ++i) {
            if (here[i] + elsewhere[i] != 1 || answers[i] != static_cast<int>(3 * i)) return false;
        }
        return true;
    }
};

Handler times_three(std::chrono::milliseconds each = {})
{
    return [each](std::string_view order, const Workers&, const std::atomic<bool>& stop) {
        for (auto left = each; left.count() > 0 && !stop; left -= std::chrono::milliseconds(1)) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return std::to_string(3 * std::stoi(std::string(order)));
    };
}

int sum(const std::vector<int>& values)
{
    int n = 0;
    for (const int value : values) n += value;
    return n;
}

} // namespace

TEST_CASE("Every task is done once, on any number of ranks and threads, round after round")
{
    for (const int ranks : {2, 3, 5}) {
        for (const int threads : {1, 3}) {
            RanksInMemory all(ranks, [](const std::string& job) {
                CHECK(job == "the job");
                return times_three(std::chrono::milliseconds(1));
            });
            all.crew.begin("the job", threads);
            for (const std::size_t count : {0, 1, 2, 7, 60}) {
                Tally tally;
                all.crew.work(tally.tasks(count, std::chrono::milliseconds(1)), Workers(threads));
                CHECK(tally.each_once());
                if (count == 60) CHECK(sum(tally.elsewhere) > 0);
                if (count == 60) CHECK(sum(tally.here) > 0);
            }
            all.end(5);
            for (int rank = 1; rank < ranks; ++rank) CHECK(all.codes[static_cast<std::size_t>(rank)] == 5);
        }
    }
}

TEST_CASE("What goes wrong on a rank is thrown on rank 0 as what it was, with the machine's name, and all ranks end")
{
    const auto thrown = [](auto error) {
        RanksInMemory all(3, [error](const std::string&) -> Handler {
            return [error](std::string_view order, const Workers&, const std::atomic<bool>&) -> std::string {
                if (order == "5") throw error;
                return std::to_string(3 * std::stoi(std::string(order)));
            };
        });
        all.crew.begin("", 1);
        Tally tally;
        TaskList tasks = tally.tasks(40, std::chrono::milliseconds(5));
        tasks.run = [&](std::size_t i, const Workers&) { // the task that fails is one for another rank
            std::this_thread::sleep_for(std::chrono::milliseconds(i == 5 ? 0 : 5));
            if (i == 5) throw error;
        };
        std::exception_ptr what;
        try {
            all.crew.work(tasks, Workers());
        } catch (...) {
            what = std::current_exception();
        }
        all.end(8);
        CHECK(all.codes[1] == 8);
        REQUIRE(what);
        std::rethrow_exception(what);
    };
    CHECK_THROWS_AS(thrown(IoError(IoError::Cause::out_of_space, "parts/a.r5.h5", Text{"fuld", "full"})), IoError);
    CHECK_THROWS_AS(thrown(std::bad_alloc()), std::bad_alloc);
    CHECK_THROWS_AS(thrown(std::logic_error("odd")), std::exception);
}

TEST_CASE("What goes wrong elsewhere ends rank 0's own task, however long that is")
{
    RanksInMemory all(2, [](const std::string&) -> Handler {
        return [](std::string_view, const Workers&, const std::atomic<bool>&) -> std::string { throw std::bad_alloc(); };
    });
    all.crew.begin("", 1);
    Tally tally;
    TaskList tasks = tally.tasks(2);
    bool given_up = false;
    tasks.run = [&](std::size_t, const Workers&) { // hours, unless it is told
        for (int i = 0; i < 20000 && !tally.halt; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        given_up = tally.halt;
    };
    CHECK_THROWS_AS(all.crew.work(tasks, Workers()), std::bad_alloc);
    CHECK(given_up);
    all.end(8);
}

TEST_CASE("A rank that cannot begin is an error, not a rank less")
{
    RanksInMemory all(3, [](const std::string& job) -> Handler { throw IoError(IoError::Cause::unreadable, job, Text{"væk", "gone"}); });
    all.crew.begin("/nowhere", 1);
    Tally tally;
    try {
        all.crew.work(tally.tasks(100000, std::chrono::milliseconds(1)), Workers());
        FAIL("nothing was said");
    } catch (const IoError& error) {
        CHECK(error.message(Language::en).find("/nowhere: gone") != std::string::npos);
        CHECK(error.cause() == IoError::Cause::unreadable);
    }
    all.end(4);
}

TEST_CASE("A study that is halted ends soon: tasks under way elsewhere are given up, and the next round begins anew")
{
    RanksInMemory all(3, [](const std::string&) { return times_three(std::chrono::seconds(20)); });
    all.crew.begin("", 1);
    Tally tally;
    tally.most = 3; // three tasks of rank 0's own
    const auto begin = std::chrono::steady_clock::now();
    all.crew.work(tally.tasks(100, std::chrono::milliseconds(5)), Workers());
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
    CHECK(tally.total() < 100);
    all.end(0);
}

TEST_CASE("A signal to one rank ends the work of all")
{
    RanksInMemory all(3, [](const std::string&) { return times_three(std::chrono::milliseconds(5)); });
    all.crew.begin("", 1);
    Tally tally;
    std::jthread signal([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        all.signalled[2] = true;
    });
    all.crew.work(tally.tasks(100000, std::chrono::milliseconds(5)), Workers());
    CHECK(tally.total() < 100000);
    Tally again;
    all.crew.work(again.tasks(10), Workers());
    CHECK(again.total() == 0);
    all.end(75);
    CHECK(all.codes[1] == 75);
}

TEST_CASE("A message that is cut off is told, not read beyond its end")
{
    PacketWriter writer;
    writer.put(std::string_view("text"));
    writer.put(std::span<const double>(std::array{1.5, -0.0}));
    const std::string whole = writer.take();
    for (std::size_t length = 0; length < whole.size(); ++length) {
        PacketReader reader(std::string_view(whole).substr(0, length));
        CHECK_THROWS_AS((reader.take_text(), reader.take_values()), std::runtime_error);
    }
    PacketReader reader(whole);
    CHECK(reader.take_text() == "text");
    CHECK(reader.take_values() == std::vector<double>{1.5, -0.0});
}
