// SPDX-License-Identifier: MPL-2.0
// The threads of a live study: workers take what the order of runs (live_runs.hpp) says; one more turns what is done
// into a view.
#pragma once

#include "viewer/live/live_runs.hpp"
#include "viewer/live/live_shown.hpp"
#include "viewer/live/live_study.hpp"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <semaphore>
#include <thread>
#include <vector>

namespace samspil::viewer {

class LiveStudy::Work {
public:
    explicit Work(LiveSettings settings);
    ~Work();
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;

    /// Leaves something to be done behind the lock by the showing thread. The lock itself may be held by a thread that
    /// is not running, because it gives way to all others; whoever draws frames never waits for it.
    void ask(std::function<void()> what);
    std::shared_ptr<const LiveView> view() const;
    /// Frames want the same again and again; an answer to each would make every frame anew.
    Wishes not_asked_yet(const Wishes& wishes);

    // Behind the lock.
    void set_base(std::shared_ptr<const LoadedScenario> base);
    void clear_base();
    void set_option(int slot, std::shared_ptr<const LoadedScenario> option);
    void clear_option(int slot);
    void set_paused(bool paused);
    void want(const Wishes& wishes);

private:
    // Behind the lock.
    void look_up();
    void drop(SidePtr side);
    void take_away(int slot);
    std::optional<Claim> next_claim() const { return paused_ ? std::nullopt : runs_.next(); }
    LiveLook look();

    // Without it: the threads.
    void work();
    void show();
    void show_once(LiveShown& shown);
    void something_to_show() { news_.release(); }
    void make_premises(SideRuns& side);
    void run(const Claim& claim);
    std::shared_ptr<ReplicationRun> begin(const Claim& claim);
    bool gives_way(const Claim& claim, const std::shared_ptr<ReplicationRun>& run, double seconds);
    void keep(const Claim& claim, const ReplicationRun& run);
    void hand_on(const Claim& claim, std::shared_ptr<const ReplicationRun> run);
    void take_over(SideRuns& side, const PastAnswers& past);
    void note_answers();
    void deliver_early(const Claim& claim, const ReplicationRun& run);
    void deliver(const Claim& claim, std::shared_ptr<const ReplicationResult> result, double worker_seconds);
    void fail(const Claim& claim, const char* cause);

    const LiveSettings settings_;
    const int threads_;
    const Workers alone_, together_; ///< one replication a thread; all threads on the only one there is

    std::mutex mutex_; ///< of all that follows; never held for longer than a list takes
    std::condition_variable work_came_;
    LiveRuns runs_;
    Wishes wishes_;
    std::vector<SidePtr> dropped_; ///< the showing thread lets go of them: freeing states takes longer than a frame
    std::uint32_t seed_ = 1;
    int replications_ = 1;
    std::uint64_t version_ = 0;
    bool paused_ = false;
    std::atomic<bool> stopping_ = false;
    std::atomic<std::uint64_t> changes_ = 1; ///< workers look between weeks whether there is something better to do
    std::atomic<int> busy_ = 0;              ///< workers

    std::counting_semaphore<> news_{0}; ///< something is asked for, or can be shown

    mutable std::mutex front_mutex_; ///< of what follows; held to move a pointer
    std::vector<std::function<void()>> asked_;
    Wishes asked_for_; ///< all of them so far
    std::shared_ptr<const LiveView> view_ = std::make_shared<LiveView>();

    std::vector<std::jthread> workers_;
    std::jthread shower_;
};

} // namespace samspil::viewer
