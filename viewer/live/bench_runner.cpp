// SPDX-License-Identifier: MPL-2.0
#include "viewer/live/bench_runner.hpp"

#include "viewer/live/background.hpp"
#include "viewer/live/live_study.hpp"
#include "viewer/live/why_study.hpp"

#include "engine/base/errors.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace samspil::viewer {
namespace {

Diagnostics told(const IoError& error)
{
    Diagnostics found;
    found.add({Severity::error, error.path(), 0, 0, "", {error.message(Language::da), error.message(Language::en)}, {}});
    return found;
}

/// What else may go wrong: a disk that fails, no memory.
Diagnostics told(const std::string& path, const std::exception& error)
{
    Diagnostics found;
    found.add({Severity::error, path, 0, 0, "", {error.what(), error.what()}, {}});
    return found;
}

/// The base, or nothing and why.
std::shared_ptr<const LoadedScenario> read_base(const std::string& path, Diagnostics& found)
{
    try {
        std::optional<LoadedScenario> loaded = load_scenario(path, {}, found);
        return loaded ? std::make_shared<const LoadedScenario>(std::move(*loaded)) : nullptr;
    } catch (const IoError& error) {
        found.append(told(error));
        return nullptr;
    } catch (const std::exception& error) {
        found.append(told(path, error));
        return nullptr;
    }
}

std::shared_ptr<const LoadedScenario> read_draft(const Draft& draft, const Scenario& base, Diagnostics& found)
{
    try {
        const OptionFile option = with_houses(draft.option, base, draft.houses, found);
        std::optional<LoadedScenario> loaded = load(option, found);
        return loaded ? std::make_shared<const LoadedScenario>(std::move(*loaded)) : nullptr;
    } catch (const IoError& error) {
        found.append(told(error));
        return nullptr;
    } catch (const std::exception& error) {
        found.append(told(draft.option.path.string(), error));
        return nullptr;
    }
}

/// Whether files are the same, one by one, but for the first `skipped` of `a`.
bool same_files(const LoadedScenario& a, const LoadedScenario& b, std::ptrdiff_t skipped = 0)
{
    const auto same = [](const InputDigest& one, const InputDigest& other) { return one.digest == other.digest; };
    return std::equal(a.inputs.begin() + skipped, a.inputs.end(), b.inputs.begin(), b.inputs.end(), same);
}

/// Whether the files under the option are those the base was read from; its own text is the first of its inputs.
bool rests_on(const LoadedScenario& option, const LoadedScenario& base) { return same_files(option, base, 1); }

/// Where an option cannot be read its base may be the reason: whether that can be read, and is another by now.
bool other_on_disk(const std::string& path, const LoadedScenario& base)
{
    Diagnostics of_the_option; // which has them
    const std::shared_ptr<const LoadedScenario> now = read_base(path, of_the_option);
    return now != nullptr && !same_files(*now, base);
}

/// The base on disk is another than the one that runs, and cannot be read.
Diagnostic base_unreadable(const std::string& path)
{
    return {Severity::error, path, 0, 0, "",
            {"basis er ændret på disken og kan ikke læses igen", "the base was changed on disk and cannot be read again"},
            {"ret den, og flyt et håndtag", "mend it, and move a lever"}};
}

} // namespace

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
    LiveStudy study;
    std::thread thread;

    explicit Work(std::function<void()> wakes) : wake(wakes), study(settings(wakes))
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
            {
                std::unique_lock lock(mutex);
                changed.wait(lock, [&] { return news || ending; });
                if (ending) return;
                news = false;
                next = wanted;
            }
            try {
                follow(next);
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
        view.base = path.empty() ? nullptr : read_base(path, view.base_found);
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

    /// The one that was read stays where it cannot be read any more.
    void read_base_again(const std::string& path)
    {
        BenchView view = copy();
        Diagnostics found;
        const std::shared_ptr<const LoadedScenario> base = read_base(path, found);
        if (base == nullptr) return;
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
        show(std::move(view));
    }

    static DraftView& view_of(BenchView& view, const Draft& draft)
    {
        const auto found = std::find_if(view.drafts.begin(), view.drafts.end(), [&](const DraftView& d) { return d.slot == draft.slot; });
        if (found != view.drafts.end()) return *found;
        return view.drafts.emplace_back(DraftView{draft.slot, nullptr, {}, false});
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

BenchRunner::BenchRunner(std::function<void()> wake) : work_(std::make_unique<Work>(std::move(wake))) {}

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
