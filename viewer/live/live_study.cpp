// SPDX-License-Identifier: MPL-2.0
// Workers take what the order of runs (live_runs.hpp) says; one more thread turns what is done into a view.
#include "viewer/live/live_study.hpp"

#include "viewer/live/background.hpp"
#include "viewer/live/live_runs.hpp"
#include "viewer/live/live_shown.hpp"

#include "engine/base/errors.hpp"
#include "engine/experiment/shared_past.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

namespace samspil::viewer {
namespace {

using namespace std::chrono_literals;

double seconds_since(LiveClock::time_point start) { return std::chrono::duration<double>(LiveClock::now() - start).count(); }

std::shared_ptr<const Scenario> scenario_of(const SideRuns& side) { return {side.loaded, &side.loaded->scenario}; }

} // namespace

class LiveStudy::Work {
public:
    explicit Work(LiveSettings settings)
        : settings_(std::move(settings)), threads_(threads_to_use(settings_.threads)), together_(threads_)
    {
        for (int i = 0; i < threads_; ++i) workers_.emplace_back([this] { work(); });
        shower_ = std::jthread([this] { show(); });
    }

    ~Work()
    {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
            look_up();
        }
        workers_.clear();
        shower_.join();
    }

    void set_base(std::shared_ptr<const LoadedScenario> base)
    {
        const std::lock_guard lock(mutex_);
        if (runs_.base && runs_.base->loaded == base) return;
        drop(std::move(runs_.base));
        kept_bytes_ = 0;
        seed_ = settings_.seed.value_or(base->scenario.run.seed);
        replications_ = settings_.replications > 0 ? settings_.replications : base->scenario.run.replications;
        runs_.base = std::make_shared<SideRuns>(0, std::move(base), replications_);
        for (SidePtr& option : runs_.options) {
            auto again = std::make_shared<SideRuns>(option->slot, option->loaded, replications_);
            drop(std::exchange(option, std::move(again)));
        }
        look_up();
    }

    void set_option(int slot, std::shared_ptr<const LoadedScenario> option)
    {
        SAMSPIL_EXPECT(slot >= 1 && slot <= live_slots, "an option has a slot of its own");
        const std::lock_guard lock(mutex_);
        if (const SidePtr before = runs_.option(slot); before && before->loaded == option) return;
        take_away(slot);
        auto side = std::make_shared<SideRuns>(slot, std::move(option), replications_);
        if (runs_.base) side->reused_base = runs_.base->done();
        runs_.options.insert(runs_.options.begin(), std::move(side));
        look_up();
    }

    void clear_option(int slot)
    {
        const std::lock_guard lock(mutex_);
        take_away(slot);
        look_up();
    }

    void set_paused(bool paused)
    {
        const std::lock_guard lock(mutex_);
        paused_ = paused;
        look_up();
    }

    void want(const Wishes& wishes)
    {
        const std::lock_guard lock(mutex_);
        const std::size_t before = wishes_.series.size() + wishes_.groups.size() + wishes_.lives.size();
        wishes_.series.insert(wishes.series.begin(), wishes.series.end());
        wishes_.groups.insert(wishes.groups.begin(), wishes.groups.end());
        wishes_.lives.insert(wishes.lives.begin(), wishes.lives.end());
        if (wishes_.series.size() + wishes_.groups.size() + wishes_.lives.size() > before) something_to_show();
    }

    std::shared_ptr<const LiveView> view() const
    {
        const std::lock_guard lock(view_mutex_);
        return view_;
    }

private:
    // --- behind the lock ---

    /// Workers look whether there is something better to do, the shower whether there is something new.
    void look_up()
    {
        ++changes_;
        work_came_.notify_all();
        something_to_show();
    }

    void something_to_show()
    {
        news_ = true;
        news_came_.notify_one();
    }

    /// The shower lets go of it: freeing states takes longer than a frame.
    void drop(SidePtr side)
    {
        if (!side) return;
        side->dropped = true;
        dropped_.push_back(std::move(side));
    }

    void take_away(int slot)
    {
        const SidePtr side = runs_.option(slot);
        std::erase(runs_.options, side);
        drop(side);
    }

    std::optional<Claim> next_claim() const { return paused_ ? std::nullopt : runs_.next(); }

    // --- workers ---

    void work()
    {
        stand_behind_the_screen();
        std::unique_lock lock(mutex_);
        for (;;) {
            std::optional<Claim> claim;
            work_came_.wait(lock, [&] { return stopping_ || (claim = next_claim()); });
            if (stopping_) return;
            SideRuns& side = *claim->side;
            const bool premises = claim->replication == Claim::premises;
            if (premises) side.premised = SideRuns::Premised::being_made;
            else cell_of(*claim).stage = Stage::running;
            ++busy_;
            something_to_show();
            lock.unlock();
            try {
                if (premises) make_premises(side);
                else run(*claim);
            } catch (const std::exception& error) {
                fail(*claim, error.what());
            }
            claim.reset(); // a side that was dropped meanwhile is let go of outside the lock
            lock.lock();
            --busy_;
        }
    }

    static LiveCell& cell_of(const Claim& claim) { return claim.side->cells[static_cast<std::size_t>(claim.replication)]; }

    void make_premises(SideRuns& side)
    {
        SidePtr base;
        {
            const std::lock_guard lock(mutex_);
            base = runs_.base;
        }
        const Week difference = side.is_base() ? never : first_difference(base->scenario(), side.scenario());
        std::shared_ptr<const Premises> premises;
        if (side.is_base() || difference < never) premises = premises_of(scenario_of(side));
        const std::lock_guard lock(mutex_);
        side.difference = difference;
        side.premises = std::move(premises);
        side.premised = SideRuns::Premised::yes;
        look_up();
    }

    /// Where a replication begins or goes on, or its result where the option is the base.
    struct Start {
        std::shared_ptr<ReplicationRun> resting;
        std::shared_ptr<const ReplicationRun> kept;
        std::shared_ptr<const ReplicationResult> same;
        std::uint32_t seed = 0;
    };

    Start start_of(const Claim& claim)
    {
        const std::lock_guard lock(mutex_);
        Start start;
        start.seed = seed_;
        start.resting = std::move(cell_of(claim).resting);
        if (claim.side->is_base() || claim.side->dropped) return start;
        const LiveCell& paired = runs_.base->cells[static_cast<std::size_t>(claim.replication)];
        if (claim.side->difference == never) start.same = paired.result;
        else if (runs_.shared_weeks(*claim.side) > 0) start.kept = paired.kept;
        return start;
    }

    std::shared_ptr<ReplicationRun> begin(const Claim& claim, Start start) const
    {
        if (start.resting) return std::move(start.resting);
        const SideRuns& side = *claim.side;
        if (!start.kept) return std::make_shared<ReplicationRun>(side.premises, start.seed, claim.replication);
        auto run = std::make_shared<ReplicationRun>(*start.kept);
        run->branch(side.premises, side.difference);
        return run;
    }

    void run(const Claim& claim)
    {
        const auto began = LiveClock::now();
        SideRuns& side = *claim.side;
        LiveCell& cell = cell_of(claim);
        Start start = start_of(claim);
        if (side.dropped) return;
        if (start.same) return deliver(claim, std::move(start.same), 0);
        const std::shared_ptr<ReplicationRun> run = begin(claim, std::move(start));
        std::uint64_t seen = 0;
        while (!run->is_finished()) {
            if (side.dropped || stopping_) return;
            if (const std::uint64_t now = changes_; now != seen) {
                seen = now;
                if (gives_way(claim, run, seconds_since(began))) return;
            }
            if (side.is_base() && run->week() == side.scenario().period.burn_in_weeks) keep(side, cell, *run);
            run->step(busy_ == 1 ? together_ : alone_);
            cell.week = run->week();
        }
        auto result = std::make_shared<ReplicationResult>(run->result());
        if (claim.replication > 0) result->life_courses = {}; // a file has those of replication 0
        deliver(claim, std::move(result), seconds_since(began));
    }

    /// Puts a replication to rest where another goes first.
    bool gives_way(const Claim& claim, const std::shared_ptr<ReplicationRun>& run, double seconds)
    {
        const std::lock_guard lock(mutex_);
        if (!paused_ && !runs_.should_give_way(claim)) return false;
        LiveCell& cell = cell_of(claim);
        cell.resting = run;
        cell.stage = Stage::resting;
        claim.side->worker_seconds += seconds;
        return true;
    }

    /// The burnt-in state, for options to go on from.
    void keep(SideRuns& side, LiveCell& cell, const ReplicationRun& run)
    {
        if (cell.burnt_in) return; // only this thread writes it
        bool room = false;
        {
            const std::lock_guard lock(mutex_);
            room = kept_bytes_ + run.bytes() <= settings_.kept_bytes;
            if (room && !side.dropped) kept_bytes_ += run.bytes();
        }
        auto kept = room ? std::make_shared<const ReplicationRun>(run) : nullptr;
        const std::lock_guard lock(mutex_);
        cell.kept = std::move(kept);
        cell.burnt_in = true;
        look_up();
    }

    void deliver(const Claim& claim, std::shared_ptr<const ReplicationResult> result, double worker_seconds)
    {
        const std::lock_guard lock(mutex_);
        SideRuns& side = *claim.side;
        LiveCell& cell = cell_of(claim);
        cell.result = std::move(result);
        cell.stage = Stage::done;
        side.worker_seconds += worker_seconds;
        if (!side.dropped) {
            side.seconds = seconds_since(side.changed);
            for (const SidePtr& one : runs_.in_order()) {
                if (one->first_answer_seconds == 0 && std::min(one->done(), runs_.base->done()) >= 2)
                    one->first_answer_seconds = seconds_since(one->changed);
            }
        }
        look_up();
    }

    void fail(const Claim& claim, const char* cause)
    {
        const std::lock_guard lock(mutex_);
        SideRuns& side = *claim.side;
        cell_of({claim.side, std::max(0, claim.replication)}).stage = Stage::failed;
        if (side.failure.empty()) side.failure = cause;
        look_up();
    }

    // --- the thread that shows ---

    LiveLook look()
    {
        LiveLook look;
        for (const SidePtr& side : runs_.in_order()) {
            look.sides.push_back({side, words_of(runs_, *side, threads_), {}});
            const auto done = static_cast<std::size_t>(side->done());
            for (std::size_t r = 0; r < done; ++r) look.sides.back().done.push_back(side->cells[r].result);
        }
        look.wishes = wishes_;
        look.seed = seed_;
        look.version = ++version_;
        look.paused = paused_;
        look.running = busy_ > 0 || next_claim();
        return look;
    }

    void show()
    {
        stand_behind_the_screen();
        LiveShown shown;
        std::unique_lock lock(mutex_);
        for (;;) {
            constexpr auto beat = 250ms; // of the progress of what is under way
            const auto news = [&] { return stopping_ || news_; };
            if (busy_ > 0) news_came_.wait_for(lock, beat, news);
            else news_came_.wait(lock, news);
            if (stopping_) return;
            news_ = false;
            LiveLook now = look();
            std::vector<SidePtr> let_go = std::exchange(dropped_, {});
            lock.unlock();
            let_go.clear();
            auto view = shown.view_of(std::move(now));
            {
                const std::lock_guard showing(view_mutex_);
                view_.swap(view);
            }
            view.reset(); // the one before, behind the screen where nobody looks at it any more
            if (settings_.wake) settings_.wake();
            lock.lock();
        }
    }

    const LiveSettings settings_;
    const int threads_;
    const Workers alone_, together_; ///< one replication a thread; all threads on the only one there is

    std::mutex mutex_; ///< of all that follows; never held for longer than a list takes
    std::condition_variable work_came_, news_came_;
    LiveRuns runs_;
    Wishes wishes_;
    std::vector<SidePtr> dropped_;
    std::uint32_t seed_ = 1;
    int replications_ = 1;
    std::size_t kept_bytes_ = 0;
    std::uint64_t version_ = 0;
    bool paused_ = false, news_ = false;
    std::atomic<bool> stopping_ = false;
    std::atomic<std::uint64_t> changes_ = 1;
    std::atomic<int> busy_ = 0; ///< workers

    mutable std::mutex view_mutex_;
    std::shared_ptr<const LiveView> view_ = std::make_shared<LiveView>();

    std::vector<std::jthread> workers_;
    std::jthread shower_;
};

LiveStudy::LiveStudy(LiveSettings settings) : work_(std::make_unique<Work>(std::move(settings))) {}
LiveStudy::~LiveStudy() = default;
void LiveStudy::set_base(std::shared_ptr<const LoadedScenario> base) { work_->set_base(std::move(base)); }
void LiveStudy::set_option(int slot, std::shared_ptr<const LoadedScenario> option) { work_->set_option(slot, std::move(option)); }
void LiveStudy::clear_option(int slot) { work_->clear_option(slot); }
void LiveStudy::pause() { work_->set_paused(true); }
void LiveStudy::go_on() { work_->set_paused(false); }
void LiveStudy::want(const Wishes& wishes) { work_->want(wishes); }
std::shared_ptr<const LiveView> LiveStudy::view() const { return work_->view(); }

} // namespace samspil::viewer
