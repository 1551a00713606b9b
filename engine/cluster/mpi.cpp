// SPDX-License-Identifier: MPL-2.0
// Ranks of MPI. One thread of each process talks. A send is kept until it has left, so that nobody waits for anybody: two
// ranks that send to each other at once are no dead-lock.
#include "engine/cluster/channel.hpp"

#include "engine/base/errors.hpp"
#include "engine/base/packet.hpp"

#include <csignal>
#include <list>

#include <mpi.h>
#include <pthread.h>

namespace samspil {
namespace {

class Ranks : public Channel {
public:
    Ranks()
    {
        MPI_Comm_rank(MPI_COMM_WORLD, &rank_);
        MPI_Comm_size(MPI_COMM_WORLD, &size_);
    }

    ~Ranks() override
    {
        for (Sent& sent : sent_) MPI_Wait(&sent.request, MPI_STATUS_IGNORE);
        MPI_Finalize();
    }

    int rank() const override { return rank_; }
    int size() const override { return size_; }

    void send(int to, Message message) override
    {
        forget_what_left();
        PacketWriter bytes;
        bytes.put(static_cast<std::uint8_t>(message.kind));
        bytes.put(message.number);
        bytes.put(message.bytes);
        Sent& sent = sent_.emplace_back(bytes.take());
        MPI_Isend(sent.bytes.data(), static_cast<int>(sent.bytes.size()), MPI_BYTE, to, 0, MPI_COMM_WORLD, &sent.request);
    }

    std::optional<Message> poll() override
    {
        forget_what_left();
        int there = 0;
        MPI_Status status;
        MPI_Iprobe(MPI_ANY_SOURCE, 0, MPI_COMM_WORLD, &there, &status);
        if (there == 0) return std::nullopt;
        int size = 0;
        MPI_Get_count(&status, MPI_BYTE, &size);
        std::string text(static_cast<std::size_t>(size), '\0');
        MPI_Recv(text.data(), size, MPI_BYTE, status.MPI_SOURCE, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        PacketReader bytes(text);
        Message message;
        message.kind = static_cast<Message::Kind>(bytes.take<std::uint8_t>());
        message.number = bytes.take<std::uint64_t>();
        message.bytes = bytes.take_text();
        message.from = status.MPI_SOURCE;
        return message;
    }

private:
    struct Sent {
        explicit Sent(std::string text) : bytes(std::move(text)) {}
        std::string bytes;
        MPI_Request request = MPI_REQUEST_NULL;
    };

    void forget_what_left()
    {
        sent_.remove_if([](Sent& sent) {
            int left = 0;
            MPI_Test(&sent.request, &left, MPI_STATUS_IGNORE);
            return left != 0;
        });
    }

    int rank_ = 0, size_ = 1;
    std::list<Sent> sent_;
};

} // namespace

std::unique_ptr<Channel> join_cluster(int& argc, char**& argv)
{
    // MPI makes threads; signals that stop a study are not for them.
    sigset_t ours, before;
    sigemptyset(&ours);
    for (const int number : {SIGINT, SIGTERM, SIGUSR1}) sigaddset(&ours, number);
    pthread_sigmask(SIG_BLOCK, &ours, &before);
    int level = MPI_THREAD_SINGLE;
    MPI_Init_thread(&argc, &argv, MPI_THREAD_FUNNELED, &level);
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    SAMSPIL_EXPECT(level >= MPI_THREAD_FUNNELED, "MPI allows other threads beside the one that talks");
    return std::make_unique<Ranks>();
}

} // namespace samspil
