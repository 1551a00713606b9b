// SPDX-License-Identifier: MPL-2.0
// Undo and redo: which actions are steps, and what stays where it is when steps are taken back.
#include "viewer/state/actions.hpp"

#include <utility>

namespace samspil::viewer {
namespace {

constexpr std::size_t undo_depth = 200;

/// Whether going back over the action is what a user means by undo.
bool is_step(const Action& action)
{
    if (const auto* draft = std::get_if<SetDraft>(&action)) return draft->change == Change::step;
    return !std::holds_alternative<LogMove>(action) && !std::holds_alternative<SetHouseLook>(action) && !std::holds_alternative<SetPaused>(action) && !std::holds_alternative<SetWeek>(action) && !std::holds_alternative<SetPlaying>(action) &&
           !std::holds_alternative<SetPalette>(action) && !std::holds_alternative<SetHelp>(action) &&
           !std::holds_alternative<SetTextTwin>(action) && !std::holds_alternative<SetExportMenu>(action) &&
           !std::holds_alternative<CloseAll>(action) && !std::holds_alternative<SetWipe>(action) &&
           !std::holds_alternative<SetStress>(action) && !std::holds_alternative<SetRegister>(action);
}

/// What is no step stays where it is when steps are undone.
State going_on_from(State to, const State& now)
{
    to.week = now.week;
    to.playing = now.playing;
    to.wipe = now.wipe;
    to.palette = now.palette;
    to.help = now.help;
    to.text_twin = now.text_twin;
    to.export_menu = now.export_menu;
    to.houses = now.houses;
    to.stress = now.stress;
    to.register_words = now.register_words;
    to.register_tag = now.register_tag;
    to.register_all = now.register_all;
    to.bench.drafts_made = now.bench.drafts_made; // a number that was given is never given again
    to.bench.moves = now.bench.moves; // the minutes say what was tried, also when it was taken back
    to.bench.paused = now.bench.paused;
    return to;
}

} // namespace

void History::act(const Action& action, const Library& library)
{
    if (std::holds_alternative<Undo>(action)) return undo();
    if (std::holds_alternative<Redo>(action)) return redo();
    State next = update(now_, action, library);
    const auto* draft = std::get_if<SetDraft>(&action);
    const bool begins = is_step(action), goes_on = draft != nullptr && draft->change == Change::going_on;
    if (next == now_) {
        // Taken hold of and not moved yet: the first move is the step.
        if (draft != nullptr && begins) held_ = true;
        return;
    }
    ++version_;
    if (begins || (goes_on && std::exchange(held_, false))) {
        held_ = false;
        before_.push_back(now_);
        if (before_.size() > undo_depth) before_.erase(before_.begin());
        after_.clear();
    }
    now_ = std::move(next);
}

void History::undo()
{
    held_ = false;
    if (before_.empty()) return;
    after_.push_back(now_);
    now_ = going_on_from(std::move(before_.back()), now_);
    before_.pop_back();
    ++version_;
}

void History::redo()
{
    held_ = false;
    if (after_.empty()) return;
    before_.push_back(now_);
    now_ = going_on_from(std::move(after_.back()), now_);
    after_.pop_back();
    ++version_;
}

} // namespace samspil::viewer
