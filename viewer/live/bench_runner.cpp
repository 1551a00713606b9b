// SPDX-License-Identifier: MPL-2.0
#include "viewer/live/bench_runner.hpp"

#include "viewer/live/background.hpp"
#include "viewer/live/bench_reading.hpp"
#include "viewer/live/live_study.hpp"
#include "viewer/live/watched_files.hpp"
#include "viewer/live/why_study.hpp"

#include <algorithm>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>
#include <utility>

namespace samspil::viewer {

struct BenchRunner::Work {
    std::function<void()> wake;
    mutable std::mutex mutex;
    std::condition_variable changed;
    Bench wanted; ///< the newest
    bool news = false, ending = false;
    mutable std::shared_ptr<const BenchView> shown;
    std::shared_ptr<WhyStudy> why; ///< of `why_of`
    // Of the reading thread alone.
    Bench read;
    std::vector<Draft> read_drafts;
    std::shared_ptr<const LoadedScenario> why_of_base, why_of_option;
    bool why_begun = false;
    WatchedFiles watched; ///< of the base
    std::chrono::milliseconds look_again;
    LiveStudy study;
    std::thread thread;

    Work(std::function<void()> wakes, std::chrono::milliseconds pause) : wake(wakes), look_again(pause), study(settings(wakes))
    {
        BenchView view;
        view.live = study.view();
        shown = std::make_shared<BenchView>(view);
        thread = std::thread([this] { work(); });
    }

    static LiveSettings settings(std::function<void()> wakes)
    {
        LiveSettings live;
        live.wake = std::move(wakes);
        return live;
    }

    BenchView copy() const
    {
        const std::lock_guard lock(mutex);
        return *shown;
    }

    void show(BenchView view)
    {
        {
            const std::lock_guard lock(mutex);
            view.version = shown->version + 1;
            view.live = study.view();
            shown = std::make_shared<BenchView>(std::move(view));
        }
        if (wake) wake();
    }

    void work()
    {
        stand_behind(Behind::frames);
        for (;;) {
            Bench next;
            bool told_of = false;
            {
                std::unique_lock lock(mutex);
                const auto told = [&] { return news || ending; };
                if (read.base.empty()) changed.wait(lock, told);
                else changed.wait_for(lock, look_again, told);
                if (ending) return;
                told_of = std::exchange(news, false);
                next = wanted;
            }
            try {
                if (told_of) follow(next);
                else look_at_base();
            } catch (const std::exception& error) { // said, and the next change is read
                BenchView view = copy();
                view.base_found.append(told(next.base, error));
                show(std::move(view));
            }
        }
    }

    void follow(const Bench& next)
    {
        if (next.base != read.base) change_base(next.base);
        if (next.paused != read.paused) next.paused ? study.pause() : study.go_on();
        read = next;
        const BenchView now = copy();
        if (now.base == nullptr) return explain(next); // nothing is left to explain
        for (const Draft& gone : read_drafts) {
            const bool there = std::any_of(next.drafts.begin(), next.drafts.end(), [&](const Draft& d) { return d.slot == gone.slot; });
            if (!there) study.clear_option(gone.slot);
        }
        change_drafts(next);
        read_drafts = next.drafts;
        order_views(next);
        explain(next);
    }

    void change_base(const std::string& path)
    {
        BenchView view = copy();
        for (const Draft& gone : read_drafts) study.clear_option(gone.slot);
        read_drafts.clear();
        view.drafts.clear();
        view.base_found = {};
        const auto begun = std::filesystem::file_time_type::clock::now();
        view.base = path.empty() ? nullptr : read_base(path, view.base_found);
        watched.watch(files_of(path, view.base.get(), view.base_found), begun);
        view.levers = view.base == nullptr ? std::vector<LeverKind>() : levers_for(view.base->scenario);
        if (view.base != nullptr) study.set_base(view.base);
        else study.clear_base();
        show(std::move(view));
    }

    /// The base was read once, an option is read with the base as it is on disk now. Where they part the base is read
    /// again, and every option with it: two bases never meet in one difference.
    void change_drafts(const Bench& next)
    {
        bool parted = false;
        for (const Draft& draft : next.drafts) {
            const bool same = std::find(read_drafts.begin(), read_drafts.end(), draft) != read_drafts.end();
            if (!same) parted = !change_draft(draft) || parted;
        }
        if (!parted) return;
        read_base_again(next.base);
        for (const Draft& draft : next.drafts)
            if (!change_draft(draft)) refuse(draft, base_unreadable(next.base));
    }

    /// Edited in another program it is read again by itself. Nothing is shown anew where it is the same.
    void look_at_base()
    {
        if (!watched.changed()) return;
        const BenchView now = copy();
        if (now.base == nullptr) { // perhaps it can be read now
            const Bench again = std::exchange(read, {});
            return follow(again);
        }
        Diagnostics found;
        const std::shared_ptr<const LoadedScenario> base = read_base(read.base, found);
        if (base == nullptr) {
            for (const Draft& draft : read.drafts) refuse(draft, base_unreadable(read.base));
        } else if (!same_files(*base, *now.base)) {
            read_base_again(read.base);
            for (const Draft& draft : read.drafts)
                if (!change_draft(draft)) refuse(draft, base_unreadable(read.base));
        } else { // as it was, or again as it was: only what was refused is read
            bool refused = false;
            for (const DraftView& view : now.drafts)
                for (const Draft& draft : read.drafts)
                    if (draft.slot == view.slot && !view.current) refused = change_draft(draft) || refused;
            if (!refused) return;
        }
        explain(read);
    }

    /// The one that was read stays where it cannot be read any more.
    void read_base_again(const std::string& path)
    {
        BenchView view = copy();
        Diagnostics found;
        const auto begun = std::filesystem::file_time_type::clock::now();
        const std::shared_ptr<const LoadedScenario> base = read_base(path, found);
        if (base == nullptr) return;
        watched.watch(files_of(path, base.get(), found), begun);
        for (DraftView& draft : view.drafts) {
            study.clear_option(draft.slot);
            draft.loaded = nullptr;
            draft.current = false;
        }
        view.base = base;
        view.base_found = std::move(found);
        view.levers = levers_for(base->scenario);
        ++view.read_again;
        study.set_base(base);
        show(std::move(view));
    }

    void refuse(const Draft& draft, const Diagnostic& why_not)
    {
        BenchView view = copy();
        DraftView& refused = view_of(view, draft);
        refused.found = {};
        refused.found.add(why_not);
        refused.current = false;
        refused.read = draft;
        show(std::move(view));
    }

    static DraftView& view_of(BenchView& view, const Draft& draft)
    {
        const auto found = std::find_if(view.drafts.begin(), view.drafts.end(), [&](const DraftView& d) { return d.slot == draft.slot; });
        if (found != view.drafts.end()) return *found;
        return view.drafts.emplace_back(DraftView{draft.slot, nullptr, {}, false, {}});
    }

    /// False, and nothing is changed, where it was read with another base than the one that runs.
    bool change_draft(const Draft& draft)
    {
        BenchView view = copy();
        Diagnostics found;
        std::shared_ptr<const LoadedScenario> loaded = read_draft(draft, view.base->scenario, found);
        if (loaded != nullptr ? !rests_on(*loaded, *view.base) : other_on_disk(draft.option.base.string(), *view.base)) return false;
        DraftView& changed_view = view_of(view, draft);
        changed_view.found = std::move(found);
        changed_view.current = loaded != nullptr;
        changed_view.read = draft;
        if (loaded != nullptr) {
            changed_view.loaded = loaded;
            study.set_option(draft.slot, std::move(loaded));
        }
        show(std::move(view));
        return true;
    }

    /// Views stand as the drafts do.
    void order_views(const Bench& next)
    {
        BenchView view = copy();
        std::vector<DraftView> ordered;
        for (const Draft& draft : next.drafts)
            for (const DraftView& one : view.drafts)
                if (one.slot == draft.slot) ordered.push_back(one);
        view.drafts = std::move(ordered);
        show(std::move(view));
    }

    void explain(const Bench& next)
    {
        BenchView view = copy();
        const Draft* draft = next.draft();
        const auto found = std::find_if(view.drafts.begin(), view.drafts.end(), [&](const DraftView& d) { return draft != nullptr && d.slot == draft->slot; });
        const bool asked = !next.why.empty() && found != view.drafts.end() && found->current;
        const std::shared_ptr<const LoadedScenario> option = asked ? found->loaded : nullptr;
        if (option != why_of_option || (asked && view.base != why_of_base)) {
            std::shared_ptr<WhyStudy> study_now;
            if (asked) {
                WhySettings settings;
                settings.wake = wake;
                study_now = std::make_shared<WhyStudy>(settings, view.base, option);
            }
            const std::lock_guard lock(mutex);
            why.swap(study_now); // the one before ends its threads after the lock, which frames take
            why_of_base = view.base;
            why_of_option = option;
            why_begun = false;
        }
        if (why != nullptr && next.why_begun && !why_begun) {
            why->begin();
            why_begun = true;
        }
        view.why.slot = asked ? draft->slot : 0;
        show(std::move(view));
    }
};

BenchRunner::BenchRunner(std::function<void()> wake, std::chrono::milliseconds look_again)
    : work_(std::make_unique<Work>(std::move(wake), look_again))
{
}

BenchRunner::~BenchRunner()
{
    {
        const std::lock_guard lock(work_->mutex);
        work_->ending = true;
    }
    work_->changed.notify_all();
    work_->thread.join();
}

void BenchRunner::follow(const Bench& bench)
{
    {
        const std::lock_guard lock(work_->mutex);
        if (bench == work_->wanted) return;
        work_->wanted = bench;
        work_->news = true;
    }
    work_->changed.notify_all();
}

void BenchRunner::want(const Wishes& wishes) { work_->study.want(wishes); }

std::shared_ptr<const BenchView> BenchRunner::view() const
{
    const std::shared_ptr<const LiveView> live = work_->study.view();
    const std::lock_guard lock(work_->mutex);
    const std::shared_ptr<const WhyView> why = work_->why == nullptr ? nullptr : work_->why->view();
    if (live != work_->shown->live || why != work_->shown->why.now) {
        BenchView view = *work_->shown;
        view.live = live;
        view.why.now = why;
        ++view.version;
        work_->shown = std::make_shared<BenchView>(std::move(view));
    }
    return work_->shown;
}

} // namespace samspil::viewer
