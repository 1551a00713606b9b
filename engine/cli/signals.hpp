// SPDX-License-Identifier: MPL-2.0
// Ctrl-C once stops a study between weeks; twice ends the program at once. SIGTERM, SIGUSR1 and the end of the time it was
// given stop it to be resumed.
#pragma once

#include <atomic>
#include <chrono>
#include <optional>
#include <thread>

#include <csignal>

namespace samspil {

/// Made before any other thread; while it lives, a thread of its own waits for the signals.
class StopSignals {
public:
    explicit StopSignals(std::optional<double> seconds = std::nullopt);
    ~StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    const std::atomic<bool>& stop() const { return stop_; }
    /// The first signal that came, or 0: none, or the time was up.
    int signal() const { return signal_; }

private:
    void watch(std::stop_token end);
    sigset_t watched_{}, before_{};
    std::optional<std::chrono::steady_clock::time_point> end_of_time_;
    std::atomic<bool> stop_ = false;
    std::atomic<int> signal_ = 0;
    std::jthread watcher_;
};

} // namespace samspil
