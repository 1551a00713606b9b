// SPDX-License-Identifier: MPL-2.0
// Rank 0 of several: deals tasks, each rank as many at a time as it has threads, and works itself. It writes what a study
// keeps; the others write nothing but what their own handler writes.
#pragma once

#include "engine/cluster/channel.hpp"
#include "engine/experiment/crew.hpp"

#include <vector>

namespace samspil {

class Dealing : public Crew {
public:
    explicit Dealing(Channel& channel) : channel_(channel), ready_(static_cast<std::size_t>(channel.size()), 0) { ready_[0] = 1; }

    int ranks() const { return channel_.size(); }

    /// Says what is worked at, and with how many threads in each rank; the others prepare themselves meanwhile.
    void begin(const std::string& job, int threads);

    /// A rank that was stopped by a signal ends the work, now and for ever after; so does one that failed, by an exception.
    void work(const TaskList& tasks, const Workers& workers) override;

    /// The other ranks end with this exit code; returns when all have said goodbye.
    void end(int exit_code);

private:
    struct Round;
    void hear(Round& round, const Message& message);
    void deal(Round& round);

    Channel& channel_;
    int threads_ = 1;
    std::vector<char> ready_;
    bool stopped_ = false;
};

} // namespace samspil
