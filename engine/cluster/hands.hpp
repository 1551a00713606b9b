// SPDX-License-Identifier: MPL-2.0
// Threads that do tasks while another thread talks to other processes.
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace samspil {

/// What a thread left.
struct Finished {
    std::uint64_t task = 0;
    std::string report{};
    std::exception_ptr error{}; ///< what it threw
};

class Hands {
public:
    explicit Hands(int threads);
    ~Hands(); ///< waits for what is under way; what was not begun is dropped
    Hands(const Hands&) = delete;
    Hands& operator=(const Hands&) = delete;

    void give(std::uint64_t task, std::function<std::string()> work);
    std::optional<Finished> take();
    /// Until something is finished, at most this long.
    void wait(std::chrono::microseconds most);

private:
    struct Given {
        std::uint64_t task;
        std::function<std::string()> work;
    };
    void work(std::stop_token end);

    std::mutex mutex_;
    std::condition_variable_any given_something_;
    std::condition_variable finished_something_;
    std::deque<Given> given_;
    std::deque<Finished> finished_;
    std::vector<std::jthread> threads_;
};

/// How long a talking thread rests when there is nothing to say: a two-hundredth of the time since something was, so that
/// neither looking nor waiting costs a task, short or long, more than that share of it; half a millisecond at least.
class Rest {
public:
    using Clock = std::chrono::steady_clock;
    void something_was_said() { last_ = Clock::now(); }
    std::chrono::microseconds next() const
    {
        return std::clamp(std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - last_) / 200, std::chrono::microseconds(500), std::chrono::microseconds(20'000));
    }

private:
    Clock::time_point last_ = Clock::now();
};

} // namespace samspil
