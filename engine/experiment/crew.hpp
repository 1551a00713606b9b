// SPDX-License-Identifier: MPL-2.0
// The list of tasks of a study, and who does them: threads of this process or, on a cluster, other processes as well. A
// task goes to another process as bytes (the order), and comes back as bytes (the report).
#pragma once

#include "engine/base/parallel.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace samspil {

/// Tasks are numbered in the order in which they are begun.
struct TaskList {
    std::size_t count = 0;
    /// Does a task here. Called from several threads, with the threads each may use. Returns at once when halted.
    std::function<void(std::size_t task, const Workers& inner)> run;
    /// The task as bytes; by one thread at a time, only for a crew.
    std::function<std::string(std::size_t task)> order;
    /// Takes the report of a task that another process did; by one thread at a time, also while `run` goes on.
    std::function<void(std::size_t task, std::string_view report)> take;
    /// No more is wanted: tasks under way are given up, others are not begun.
    std::function<bool()> halted;
    /// The crew gives the work up, since another process failed or was stopped: `halted` from here on. Once, only by a crew.
    std::function<void()> give_up;
};

/// Processes that share the tasks. What a task throws here or elsewhere is thrown on, when nothing is under way any more.
class Crew {
public:
    virtual ~Crew() = default;
    virtual void work(const TaskList& tasks, const Workers& workers) = 0;
};

/// Whether there are so many tasks that each gets one thread; else they follow each other on all threads.
inline bool one_thread_each(std::size_t tasks, std::size_t threads) { return tasks >= 2 * threads; }

/// Every task once; by threads of this process where `crew` is null.
inline void do_tasks(const TaskList& tasks, const Workers& workers, Crew* crew)
{
    if (crew != nullptr) return crew->work(tasks, workers);
    if (!one_thread_each(tasks.count, static_cast<std::size_t>(workers.threads()))) {
        for (std::size_t i = 0; i < tasks.count; ++i) tasks.run(i, workers);
        return;
    }
    const Workers alone(1, workers.block_size());
    for_each_task(workers, tasks.count, [&](std::size_t i) { tasks.run(i, alone); });
}

} // namespace samspil
