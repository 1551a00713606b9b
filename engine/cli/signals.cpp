// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/signals.hpp"

#include "engine/cli/commands.hpp"

#include <ctime>

#include <pthread.h>
#include <unistd.h>

namespace samspil {

StopSignals::StopSignals(std::optional<double> seconds)
{
    using Clock = std::chrono::steady_clock;
    if (seconds) end_of_time_ = Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(*seconds));
    sigemptyset(&watched_);
    for (const int number : {SIGINT, SIGTERM, SIGUSR1}) sigaddset(&watched_, number);
    pthread_sigmask(SIG_BLOCK, &watched_, &before_); // every thread made from here on leaves them to the watcher
    watcher_ = std::jthread([this](std::stop_token end) { watch(end); });
}

StopSignals::~StopSignals()
{
    watcher_.request_stop();
    watcher_.join();
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void StopSignals::watch(std::stop_token end)
{
    const timespec moment{0, 100'000'000};
    while (!end.stop_requested()) {
        const int number = sigtimedwait(&watched_, nullptr, &moment);
        if (end_of_time_ && std::chrono::steady_clock::now() >= *end_of_time_) stop_ = true;
        if (number < 0) continue;
        if (stop_ && number == SIGINT) ::_exit(static_cast<int>(Exit::interrupted));
        if (!stop_) signal_ = number;
        stop_ = true;
    }
}

} // namespace samspil
