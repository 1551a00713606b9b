// SPDX-License-Identifier: MPL-2.0
#include "engine/cluster/serving.hpp"

#include "engine/base/packet.hpp"
#include "engine/cluster/failure.hpp"
#include "engine/cluster/hands.hpp"

#include <exception>
#include <memory>

namespace samspil {
namespace {

using Kind = Message::Kind;

class Server {
public:
    Server(Channel& channel, const Prepare& prepare, const std::atomic<bool>& signalled)
        : channel_(channel), prepare_(prepare), signalled_(signalled)
    {
    }

    int run()
    {
        for (;;) {
            if (signalled_ && !told_) {
                stop_ = told_ = true;
                channel_.send(0, {Kind::stopped});
            }
            while (const auto done = hands_->take()) {
                report(*done);
                rest_.something_was_said();
            }
            const auto message = channel_.poll();
            if (!message) {
                hands_->wait(rest_.next());
                continue;
            }
            rest_.something_was_said();
            if (message->kind == Kind::job) begin(*message);
            if (message->kind == Kind::task) give(*message);
            if (message->kind == Kind::halt) stop_ = true;
            if (message->kind != Kind::end) continue;
            stop_ = true;
            channel_.send(0, {Kind::bye});
            return static_cast<int>(message->number);
        }
    }

private:
    void begin(const Message& job)
    {
        const int threads = static_cast<int>(job.number);
        try {
            handler_ = prepare_(job.bytes);
            hands_ = std::make_unique<Hands>(threads);
            alone_ = Workers();
            together_ = Workers(threads);
            channel_.send(0, {Kind::ready});
        } catch (...) {
            channel_.send(0, {Kind::failed, 0, bytes_of_failure(std::current_exception())});
        }
    }

    void give(const Message& task)
    {
        if (under_way_++ == 0) stop_ = told_; // an older halt was for older tasks
        PacketReader bytes(task.bytes);
        const Workers& workers = bytes.take<std::int32_t>() == 1 ? alone_ : together_;
        hands_->give(task.number, [this, &workers, order = bytes.take_text()] { return handler_(order, workers, stop_); });
    }

    void report(const Finished& done)
    {
        --under_way_;
        if (done.error) channel_.send(0, {Kind::failed, done.task, bytes_of_failure(done.error)});
        channel_.send(0, {Kind::report, done.task, done.report});
    }

    Channel& channel_;
    const Prepare& prepare_;
    const std::atomic<bool>& signalled_;
    bool told_ = false; ///< rank 0 knows of the signal; nothing more is done here
    std::atomic<bool> stop_ = false;
    std::size_t under_way_ = 0;
    Rest rest_;
    Handler handler_;
    Workers alone_, together_;
    std::unique_ptr<Hands> hands_ = std::make_unique<Hands>(0); ///< gone before what its threads use
};

} // namespace

int serve(Channel& channel, const Prepare& prepare, const std::atomic<bool>& signalled)
{
    return Server(channel, prepare, signalled).run();
}

} // namespace samspil
