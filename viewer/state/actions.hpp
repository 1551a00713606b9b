// SPDX-License-Identifier: MPL-2.0
// Everything a user can do to the state, as a closed set of values. `update` is the only writer of a State.
#pragma once

#include "viewer/state/state.hpp"

#include "viewer/data/library.hpp"

#include <optional>
#include <variant>
#include <vector>

namespace samspil::viewer {

struct GoTo { Screen screen; };
struct SetLanguage { Language language; };
struct SetLook { LookChoice look; };
struct SetTextScale { double scale; };
struct SetSingleKeys { bool on; };
struct SetCalm { bool on; };
struct SetMeeting { bool on; };
struct SetBase { std::string result; };
struct SetHidden { std::string result; bool hidden; };
struct FocusOption { std::string result; };
struct FocusGoal { std::string kpi; };
struct FocusSeries { std::string series; }; ///< until another goal is chosen
struct MoveGoal { std::string kpi; int by; }; ///< up (negative) or down in the order
struct SetShow { Show show; };
struct SetUncertainty { Uncertainty uncertainty; };
struct SetRuns { bool on; };
struct SetAsTable { bool on; };
struct SetWeek { int week; };
struct SetPlaying { bool on; };
struct FocusDistrict { std::string district; };
struct FocusCentre { int key; };
struct FocusPerson { std::uint64_t person; };
struct FocusOffer { int offer; };
struct FocusAccount { std::string account; };
struct FocusMeasure { std::string measure; };
struct FocusAreas { std::string dimension; };
struct SetWipe { double share; };
struct SetStress { double share; };
struct SetLivesList { int list; };
struct SetRegister { std::string words; int tag; bool all; };
struct GoUp {};               ///< person -> centre -> district -> municipality
struct SetPalette { bool open; };
struct SetHelp { bool open; };
struct SetTextTwin { bool open; };
struct SetExportMenu { bool open; };
struct CloseAll {};           ///< Esc: closes, never discards
struct ResetLayout {};
// The workbench. While a slider is held only the first of its changes is a step of the history. Whoever takes hold of it
// sends a step at once, changed or not; `aside`: what the program notes about an option, no step and no part of one.
struct SetBenchBase { std::string path; };
struct AddDraft {};
struct OpenDraft { OptionFile option; }; ///< a saved option, on its own base
struct CopyDraft { std::size_t draft; };
struct RemoveDraft { std::size_t draft; };
struct ChooseDraft { std::size_t draft; };
enum class Change { step, going_on, aside };
struct SetDraft { std::size_t number; Draft draft; Change change = Change::step; };
struct LogMove { Text words; }; ///< of the chosen draft
struct AskWhy { std::string kpi; }; ///< empty: stop asking
struct BeginWhy {};
struct SetPaused { bool on; };
struct SetHouseLook { HouseLook look; };
struct Quit {};
struct Undo {}; ///< of the history, not of one state
struct Redo {};

using Action = std::variant<GoTo, SetLanguage, SetLook, SetTextScale, SetSingleKeys, SetCalm, SetMeeting, SetBase,
                            SetHidden, FocusOption, FocusGoal, FocusSeries, MoveGoal, SetShow, SetUncertainty, SetRuns,
                            SetAsTable, SetWeek, SetPlaying, FocusDistrict, FocusCentre, FocusPerson, FocusOffer,
                            FocusAccount, FocusMeasure, FocusAreas, SetWipe, SetStress, SetLivesList, SetRegister, GoUp,
                            SetPalette, SetHelp, SetTextTwin, SetExportMenu, CloseAll, ResetLayout, SetBenchBase,
                            AddDraft, OpenDraft, CopyDraft, RemoveDraft, ChooseDraft, SetDraft, LogMove, AskWhy, BeginWhy,
                            SetPaused, SetHouseLook, Quit, Undo, Redo>;

/// The state after the action. Never fails: what is out of range is brought into it, what is unknown is left.
State update(State state, const Action& action, const Library& library);

/// Undo and redo: states before, states undone. Scrubbing, opening menus and habits of looking are not steps.
class History {
public:
    const State& now() const { return now_; }
    void act(const Action& action, const Library& library);
    void start_from(State state) { now_ = std::move(state); }
    bool can_undo() const { return !before_.empty(); }
    bool can_redo() const { return !after_.empty(); }
    std::uint64_t version() const { return version_; } ///< changes with every change

private:
    void undo();
    void redo();
    State now_;
    std::vector<State> before_, after_;
    std::uint64_t version_ = 0;
    bool held_ = false; ///< a slider was taken hold of; nothing has moved since
};

// Questions asked of library and state together.
const Result* base_of(const Library& library, const State& state);
/// Results shown beside the base, in order of the library; never the base.
std::vector<const Result*> options_of(const Library& library, const State& state);
/// The option in focus, or the first; null when there is none.
const Result* option_of(const Library& library, const State& state);
/// KPI ids of the goals in the order shown: those chosen, else those of the base's scenario, else the headline ones.
std::vector<Goal> goals_of(const Library& library, const State& state);
const Kpi& goal_of(const Library& library, const State& state);
int weeks_of(const Library& library, const State& state);

} // namespace samspil::viewer
