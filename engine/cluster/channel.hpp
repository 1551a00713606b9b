// SPDX-License-Identifier: MPL-2.0
// The processes one program was started as, numbered from 0 (ranks). Messages between two of them arrive in the order they
// were sent. Only mpi.cpp knows MPI.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace samspil {

struct Message {
    enum class Kind : std::uint8_t {
        job,     ///< 0 to all: what is worked at; number: threads of each rank
        task,    ///< 0 to one: number: the task; bytes: threads, order
        halt,    ///< 0 to one: give up what is under way
        end,     ///< 0 to all: number: exit code
        ready,   ///< to 0: the job can begin here
        report,  ///< to 0: number: the task
        failed,  ///< to 0: the machine or we are wrong here; bytes: see failure.hpp
        stopped, ///< to 0: a signal came here
        bye      ///< to 0: the last word, after `end`
    };
    Kind kind = Kind::end;
    std::uint64_t number = 0;
    std::string bytes{};
    int from = 0; ///< set by poll()
};

class Channel {
public:
    virtual ~Channel() = default;
    virtual int rank() const = 0;
    virtual int size() const = 0;
    /// Never waits for the other side.
    virtual void send(int to, Message message) = 0;
    /// The next message that is there.
    virtual std::optional<Message> poll() = 0;
};

/// The other processes; null where this one is alone. Before any thread is made. When the channel goes, all ranks must.
std::unique_ptr<Channel> join_cluster(int& argc, char**& argv);

} // namespace samspil
