// SPDX-License-Identifier: MPL-2.0
// Ranks that are threads of the test: the same dealing and serving as with MPI, over queues in memory.
#pragma once

#include "engine/cluster/channel.hpp"
#include "engine/cluster/dealing.hpp"
#include "engine/cluster/serving.hpp"

#include <array>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace samspil::test {

struct Post {
    explicit Post(int ranks) : boxes(static_cast<std::size_t>(ranks)) {}
    std::mutex mutex;
    std::vector<std::deque<Message>> boxes;
};

class BoxChannel : public Channel {
public:
    BoxChannel(Post& post, int rank) : post_(post), rank_(rank) {}
    int rank() const override { return rank_; }
    int size() const override { return static_cast<int>(post_.boxes.size()); }
    void send(int to, Message message) override
    {
        message.from = rank_;
        const std::lock_guard lock(post_.mutex);
        post_.boxes[static_cast<std::size_t>(to)].push_back(std::move(message));
    }
    std::optional<Message> poll() override
    {
        const std::lock_guard lock(post_.mutex);
        auto& box = post_.boxes[static_cast<std::size_t>(rank_)];
        if (box.empty()) return std::nullopt;
        Message message = std::move(box.front());
        box.pop_front();
        return message;
    }

private:
    Post& post_;
    int rank_;
};

/// Ranks 1 .. n-1 serve until end(); what they returned stands in `codes`.
class RanksInMemory {
public:
    RanksInMemory(int ranks, Prepare prepare) : post_(ranks), zero_(post_, 0), crew(zero_), codes(static_cast<std::size_t>(ranks), -1), prepare_(std::move(prepare))
    {
        for (int rank = 1; rank < ranks; ++rank) {
            threads_.emplace_back([this, rank] {
                BoxChannel channel(post_, rank);
                codes[static_cast<std::size_t>(rank)] = serve(channel, prepare_, signalled[static_cast<std::size_t>(rank)]);
            });
        }
    }

    ~RanksInMemory()
    {
        if (!threads_.empty()) end(1); // a test that failed half way
    }

    /// All ranks have ended.
    void end(int code)
    {
        crew.end(code);
        threads_.clear();
    }

private:
    Post post_;
    BoxChannel zero_;

public:
    Dealing crew;
    std::vector<int> codes;
    std::array<std::atomic<bool>, 8> signalled{};

private:
    Prepare prepare_;
    std::vector<std::jthread> threads_;
};

} // namespace samspil::test
