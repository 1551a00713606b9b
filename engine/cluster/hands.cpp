// SPDX-License-Identifier: MPL-2.0
#include "engine/cluster/hands.hpp"

namespace samspil {

Hands::Hands(int threads)
{
    for (int i = 0; i < threads; ++i) threads_.emplace_back([this](std::stop_token end) { work(end); });
}

Hands::~Hands()
{
    for (std::jthread& thread : threads_) thread.request_stop();
    threads_.clear();
}

void Hands::give(std::uint64_t task, std::function<std::string()> work)
{
    {
        const std::lock_guard lock(mutex_);
        given_.push_back({task, std::move(work)});
    }
    given_something_.notify_one();
}

std::optional<Finished> Hands::take()
{
    const std::lock_guard lock(mutex_);
    if (finished_.empty()) return std::nullopt;
    Finished one = std::move(finished_.front());
    finished_.pop_front();
    return one;
}

void Hands::wait(std::chrono::microseconds most)
{
    std::unique_lock lock(mutex_);
    finished_something_.wait_for(lock, most, [this] { return !finished_.empty(); });
}

void Hands::work(std::stop_token end)
{
    for (;;) {
        std::unique_lock lock(mutex_);
        if (!given_something_.wait(lock, end, [this] { return !given_.empty(); }) || end.stop_requested()) return;
        const Given one = std::move(given_.front());
        given_.pop_front();
        lock.unlock();
        Finished done{one.task};
        try {
            done.report = one.work();
        } catch (...) {
            done.error = std::current_exception();
        }
        lock.lock();
        finished_.push_back(std::move(done));
        finished_something_.notify_one();
    }
}

} // namespace samspil
