// SPDX-License-Identifier: MPL-2.0
// What it costs to deal a task to another rank: tasks that only sleep, so that a busy machine says little. mpirun -n R.
#include "engine/cluster/dealing.hpp"
#include "engine/cluster/serving.hpp"

#include <chrono>
#include <thread>

#include <fmt/format.h>

using namespace samspil;
using Clock = std::chrono::steady_clock;

namespace {

void nap() { std::this_thread::sleep_for(std::chrono::milliseconds(20)); }

double seconds(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

/// Order and report are as long as those of a replication of two scenarios.
Handler sleeper(const std::string&)
{
    return [](std::string_view, const Workers&, const std::atomic<bool>&) {
        nap();
        return std::string(3000, 'r');
    };
}

} // namespace

int main(int argc, char** argv)
{
    const auto channel = join_cluster(argc, argv);
    if (!channel) return 2;
    const std::atomic<bool> never = false;
    if (channel->rank() > 0) return serve(*channel, sleeper, never);
    Dealing crew(*channel);
    crew.begin("", 1);
    TaskList tasks;
    tasks.run = [](std::size_t, const Workers&) { nap(); };
    tasks.order = [](std::size_t) { return std::string(16, 'o'); };
    tasks.take = [](std::size_t, std::string_view) {};
    tasks.halted = [] { return false; };
    for (const std::size_t count : {20, 200, 200, 200}) { // the first until all ranks are there
        tasks.count = count;
        auto begin = Clock::now();
        crew.work(tasks, Workers());
        const double all = seconds(begin) * channel->size() / static_cast<double>(count);
        begin = Clock::now();
        for (int i = 0; i < 50; ++i) nap();
        const double one = seconds(begin) / 50;
        if (count > 20) fmt::print("{} ranks: a task of {:.2f} ms costs {:.2f} ms of a rank: efficiency {:.3f}\n", channel->size(), 1e3 * one, 1e3 * all, one / all);
    }
    crew.end(0);
    return 0;
}
