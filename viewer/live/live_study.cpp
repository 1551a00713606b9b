// SPDX-License-Identifier: MPL-2.0
// What is asked of a live study, and the thread that shows what has come of it.
#include "viewer/live/live_study.hpp"

#include "viewer/live/background.hpp"
#include "viewer/live/live_work.hpp"

#include "engine/base/errors.hpp"

#include <utility>

namespace samspil::viewer {

using namespace std::chrono_literals;

namespace {
constexpr std::size_t most_past = 3; ///< versions whose answers are kept: some 50 MB each of a large town
}

LiveStudy::Work::Work(LiveSettings settings)
    : settings_(std::move(settings)), threads_(threads_to_use(settings_.threads)), together_(threads_)
{
    for (int i = 0; i < threads_; ++i)
        workers_.emplace_back([this] { work(); });
    shower_ = std::jthread([this] { show(); });
}

LiveStudy::Work::~Work()
{
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        look_up();
    }
    workers_.clear();
    shower_.join();
}

void LiveStudy::Work::set_base(std::shared_ptr<const LoadedScenario> base)
{
    if (runs_.base && runs_.base->loaded == base) return;
    drop(std::move(runs_.base));
    runs_.past.clear();
    seed_ = settings_.seed.value_or(base->scenario.run.seed);
    replications_ = settings_.replications > 0 ? settings_.replications : base->scenario.run.replications;
    runs_.base = std::make_shared<SideRuns>(0, std::move(base), replications_);
    for (SidePtr& option : runs_.options) {
        auto again = std::make_shared<SideRuns>(option->slot, option->loaded, replications_);
        drop(std::exchange(option, std::move(again)));
    }
    look_up();
}

void LiveStudy::Work::clear_base()
{
    drop(std::exchange(runs_.base, nullptr));
    for (SidePtr& option : runs_.options) drop(std::move(option));
    runs_.options.clear();
    runs_.past.clear();
    look_up();
}

void LiveStudy::Work::set_option(int slot, std::shared_ptr<const LoadedScenario> option)
{
    const SidePtr before = runs_.option(slot);
    if (before && before->loaded == option) return;
    take_away(slot);
    auto side = std::make_shared<SideRuns>(slot, std::move(option), replications_);
    if (runs_.base) side->reused_base = runs_.base->done();
    if (before) {
        side->before = before->loaded;
        for (std::size_t r = 0; r < side->cells.size(); ++r) side->cells[r].kept = before->cells[r].kept;
    }
    runs_.options.insert(runs_.options.begin(), std::move(side));
    look_up();
}

void LiveStudy::Work::clear_option(int slot)
{
    take_away(slot);
    look_up();
}

void LiveStudy::Work::set_paused(bool paused)
{
    paused_ = paused;
    look_up();
}

void LiveStudy::Work::want(const Wishes& wishes)
{
    wishes_.series.insert(wishes.series.begin(), wishes.series.end());
    wishes_.groups.insert(wishes.groups.begin(), wishes.groups.end());
    wishes_.lives.insert(wishes.lives.begin(), wishes.lives.end());
}

Wishes LiveStudy::Work::not_asked_yet(const Wishes& wishes)
{
    Wishes news;
    const std::lock_guard lock(front_mutex_);
    for (const SeriesKey& key : wishes.series)
        if (asked_for_.series.insert(key).second) news.series.insert(key);
    for (const GroupsKey& key : wishes.groups)
        if (asked_for_.groups.insert(key).second) news.groups.insert(key);
    for (const std::string& key : wishes.lives)
        if (asked_for_.lives.insert(key).second) news.lives.insert(key);
    return news;
}

void LiveStudy::Work::ask(std::function<void()> what)
{
    {
        const std::lock_guard lock(front_mutex_);
        asked_.push_back(std::move(what));
    }
    something_to_show();
}

std::shared_ptr<const LiveView> LiveStudy::Work::view() const
{
    const std::lock_guard lock(front_mutex_);
    return view_;
}

/// Something else may be the best thing to do.
void LiveStudy::Work::look_up()
{
    ++changes_;
    work_came_.notify_all();
    something_to_show();
}

void LiveStudy::Work::drop(SidePtr side)
{
    if (!side) return;
    side->dropped = true;
    dropped_.push_back(std::move(side));
}

void LiveStudy::Work::take_away(int slot)
{
    const SidePtr side = runs_.option(slot);
    std::erase(runs_.options, side);
    if (side && side->done() > 0) {
        PastAnswers past{side->loaded, {}, {}};
        for (const LiveCell& cell : side->cells) {
            past.results.push_back(cell.result);
            past.early.push_back(cell.early);
        }
        runs_.past.insert(runs_.past.begin(), std::move(past));
        if (runs_.past.size() > most_past) runs_.past.pop_back();
    }
    drop(side);
}

LiveLook LiveStudy::Work::look()
{
    LiveLook look;
    for (const SidePtr& side : runs_.in_order()) {
        look.sides.push_back({side, words_of(runs_, *side, threads_), {}, {}});
        for (int r = 0; side->early() && r < std::min(first_answer, side->wanted()); ++r)
            look.sides.back().early.push_back(side->cells[static_cast<std::size_t>(r)].early);
        const auto done = static_cast<std::size_t>(side->done());
        for (std::size_t r = 0; r < done; ++r)
            look.sides.back().done.push_back(side->cells[r].result);
    }
    look.wishes = wishes_;
    look.seed = seed_;
    look.version = ++version_;
    look.paused = paused_;
    look.running = !paused_ && (busy_ > 0 || runs_.next());
    return look;
}

void LiveStudy::Work::show()
{
    constexpr auto beat = 250ms; // of the progress of what is under way
    stand_behind(Behind::frames);
    LiveShown shown;
    while (!stopping_) {
        if (busy_ > 0)
            static_cast<void>(news_.try_acquire_for(beat));
        else
            news_.acquire();
        while (news_.try_acquire()) {
        } // one look answers all of it
        if (stopping_) return;
        try {
            show_once(shown);
        } catch (const std::bad_alloc&) { // what was shown stays; there may be memory again
            std::this_thread::sleep_for(beat);
            something_to_show();
        }
    }
}

void LiveStudy::Work::show_once(LiveShown& shown)
{
    std::vector<std::function<void()>> asked;
    {
        const std::lock_guard lock(front_mutex_);
        asked.swap(asked_);
    }
    LiveLook now;
    std::vector<SidePtr> let_go;
    {
        const std::lock_guard lock(mutex_);
        for (const auto& what : asked)
            what();
        now = look();
        let_go.swap(dropped_);
    }
    let_go.clear();
    auto view = shown.view_of(std::move(now));
    {
        const std::lock_guard lock(front_mutex_);
        view_.swap(view);
    }
    view.reset(); // the one before, here where nobody waits
    if (settings_.wake) settings_.wake();
}

LiveStudy::LiveStudy(LiveSettings settings) : work_(std::make_unique<Work>(std::move(settings))) {}
LiveStudy::~LiveStudy() = default;

void LiveStudy::set_base(std::shared_ptr<const LoadedScenario> base)
{
    SAMSPIL_EXPECT(base != nullptr, "a study has a base");
    work_->ask([=, work = work_.get()] { work->set_base(base); });
}

void LiveStudy::clear_base()
{
    work_->ask([work = work_.get()] { work->clear_base(); });
}

void LiveStudy::set_option(int slot, std::shared_ptr<const LoadedScenario> option)
{
    SAMSPIL_EXPECT(option != nullptr && slot >= 1 && slot <= live_slots, "an option has a slot of its own");
    work_->ask([=, work = work_.get()] { work->set_option(slot, option); });
}

void LiveStudy::clear_option(int slot)
{
    work_->ask([=, work = work_.get()] { work->clear_option(slot); });
}

void LiveStudy::pause()
{
    work_->ask([work = work_.get()] { work->set_paused(true); });
}

void LiveStudy::go_on()
{
    work_->ask([work = work_.get()] { work->set_paused(false); });
}

void LiveStudy::want(const Wishes& wishes)
{
    if (const Wishes news = work_->not_asked_yet(wishes); !news.empty()) work_->ask([=, work = work_.get()] { work->want(news); });
}

std::shared_ptr<const LiveView> LiveStudy::view() const { return work_->view(); }

} // namespace samspil::viewer
