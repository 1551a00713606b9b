// SPDX-License-Identifier: MPL-2.0
#include "viewer/live/live_shown.hpp"

#include <algorithm>

namespace samspil::viewer {

LiveSide words_of(const LiveRuns& runs, const SideRuns& side, int threads)
{
    LiveSide words;
    words.scenario = side.loaded;
    words.key = live_key(side.slot);
    words.done = side.done();
    words.wanted = side.wanted();
    words.failed = side.runnable() < side.wanted() ? 1 : 0;
    words.progress = runs.progress(side);
    words.ready = side.premised == SideRuns::Premised::yes;
    words.reused_base = side.reused_base;
    words.shared_weeks = runs.shared_weeks(side);
    words.short_of_memory = words.shared_weeks == 0 && runs.shares_burn_in(side);
    words.kept_states = static_cast<int>(
        std::count_if(side.cells.begin(), side.cells.end(), [](const LiveCell& cell) { return cell.kept.run != nullptr; }));
    words.early_answer_seconds = side.early_answer_seconds;
    words.first_answer_seconds = side.first_answer_seconds;
    words.seconds = side.seconds;
    words.seconds_left = runs.seconds_left(side, threads);
    words.failure = side.failure;
    return words;
}

void LiveShown::refresh(Shown& shown, const Replications& done, const Wishes& wishes)
{
    if (done.empty()) return;
    if (done.size() > shown.replications) {
        shown.replications = done.size();
        shown.result = shown.maker->result(done, shown.side->scenario().period.weeks);
        shown.series.clear();
        shown.groups.clear();
    }
    const std::string& key = shown.result->key;
    for (const SeriesKey& wish : wishes.series) {
        if (wish.result == key && !shown.series.contains(wish)) shown.series[wish] = shown.maker->series(wish, done);
    }
    for (const GroupsKey& wish : wishes.groups) {
        if (wish.result == key && !shown.groups.contains(wish))
            shown.groups[wish] = shown.maker->groups(wish.dimension, done);
    }
    if (wishes.lives.contains(key) && !shown.lives) shown.lives = shown.maker->lives(done);
}

/// While an option has nothing but its early pairs, those of all sides stand beside each other.
std::vector<ResultPtr> LiveShown::early_of(const std::vector<LiveSide>& sides) const
{
    std::vector<ResultPtr> early;
    bool waited_for = false;
    for (const LiveSide& side : sides) {
        const auto shown = std::find_if(shown_.begin(), shown_.end(), [&](const auto& s) { return live_key(s.first) == side.key; });
        const bool known = shown != shown_.end() && shown->second.early != nullptr;
        const bool answered = side.done >= std::min(first_answer, side.wanted);
        if (!answered && !known) return {};
        waited_for = waited_for || !answered;
        if (known) early.push_back(shown->second.early);
    }
    const bool paired = early.size() >= 2 && early.front()->key == live_key(0);
    return waited_for && paired ? early : std::vector<ResultPtr>();
}

std::shared_ptr<const LiveView> LiveShown::view_of(LiveLook look)
{
    auto view = std::make_shared<LiveView>();
    view->version = look.version;
    view->running = look.running;
    view->paused = look.paused;
    std::erase_if(shown_, [&](const auto& old) {
        return std::none_of(look.sides.begin(), look.sides.end(),
                            [&](const SideLook& now) { return now.side == old.second.side; });
    });
    for (SideLook& now : look.sides) {
        Shown& shown = shown_[now.side->slot];
        if (!shown.side) {
            shown.side = now.side;
            shown.maker = std::make_unique<LiveResult>(now.words.key, now.side->loaded, look.seed, now.words.wanted);
        }
        if (!now.early.empty() && !shown.early) shown.early = shown.maker->result(now.early, early_weeks_of(now.side->scenario()));
        refresh(shown, now.done, look.wishes);
        view->sides.push_back(std::move(now.words));
        if (!shown.result) continue;
        view->results.push_back(shown.result);
        view->series.insert(shown.series.begin(), shown.series.end());
        view->groups.insert(shown.groups.begin(), shown.groups.end());
        if (shown.lives) view->lives[shown.result->key] = shown.lives;
    }
    view->early = early_of(view->sides);
    return view;
}

} // namespace samspil::viewer
