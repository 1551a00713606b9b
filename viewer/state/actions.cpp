// SPDX-License-Identifier: MPL-2.0
#include "viewer/state/actions.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace samspil::viewer {
namespace {

/// One overload an action; `state` is changed in place.
struct Apply {
    State& state;
    const Library& library;

    void operator()(const GoTo& a) { state.screen = a.screen; }
    void operator()(const SetLanguage& a) { state.habits.language = a.language; }
    void operator()(const SetLook& a) { state.habits.look = a.look; }
    void operator()(const SetTextScale& a)
    {
        if (std::isfinite(a.scale)) state.habits.text_scale = std::clamp(a.scale, smallest_text, largest_text);
    }
    void operator()(const SetSingleKeys& a) { state.habits.single_keys = a.on; }
    void operator()(const SetCalm& a)
    {
        state.habits.calm = a.on;
        if (a.on) state.playing = false;
    }
    void operator()(const SetMeeting& a) { state.meeting = a.on; }
    void operator()(const SetBase& a)
    {
        if (library.find(a.result) == nullptr) return;
        state.base = a.result;
        std::erase(state.hidden, a.result);
        if (state.option == a.result) state.option.clear();
    }
    void operator()(const SetHidden& a)
    {
        std::erase(state.hidden, a.result);
        if (a.hidden) state.hidden.push_back(a.result);
        if (a.hidden && state.option == a.result) state.option.clear();
    }
    void operator()(const FocusOption& a)
    {
        if (library.find(a.result) != nullptr) state.option = a.result;
    }
    void operator()(const FocusGoal& a)
    {
        if (!find_kpi(a.kpi)) return;
        state.goal = a.kpi;
        state.series.clear(); // also of the goal that was: whoever points at it wants to see it
    }
    void operator()(const FocusSeries& a) { state.series = a.series; }
    void operator()(const MoveGoal& a)
    {
        std::vector<std::string> order;
        for (const Goal& goal : goals_of(library, state)) order.push_back(goal.kpi);
        const auto found = std::find(order.begin(), order.end(), a.kpi);
        if (found == order.end()) return;
        const auto at = static_cast<int>(found - order.begin());
        const int to = std::clamp(at + a.by, 0, static_cast<int>(order.size()) - 1);
        std::string moved = *found;
        order.erase(found);
        order.insert(order.begin() + to, std::move(moved));
        state.goals = std::move(order);
    }
    void operator()(const SetShow& a) { state.show = a.show; }
    void operator()(const SetUncertainty& a) { state.uncertainty = a.uncertainty; }
    void operator()(const SetRuns& a) { state.runs = a.on; }
    void operator()(const SetAsTable& a) { state.as_table = a.on; }
    void operator()(const SetWeek& a) { state.week = std::clamp(a.week, 0, std::max(0, weeks_of(library, state) - 1)); }
    void operator()(const SetPlaying& a) { state.playing = a.on && !state.habits.calm; }
    void operator()(const FocusDistrict& a)
    {
        state.district = a.district;
        state.centre = 0;
        state.person = 0;
    }
    void operator()(const FocusCentre& a)
    {
        state.centre = a.key;
        state.person = 0;
    }
    void operator()(const FocusPerson& a) { state.person = a.person; }
    void operator()(const FocusOffer& a) { state.offer = std::clamp(a.offer, 0, static_cast<int>(offer_count)); }
    void operator()(const FocusAccount& a) { state.account = a.account; }
    void operator()(const FocusMeasure& a) { state.measure = a.measure; }
    void operator()(const FocusAreas& a) { state.areas = a.dimension; }
    void operator()(const SetWipe& a)
    {
        if (std::isfinite(a.share)) state.wipe = std::clamp(a.share, 0.0, 1.0);
    }
    void operator()(const SetStress& a)
    {
        if (std::isfinite(a.share)) state.stress = std::clamp(a.share, 0.0, 0.5);
    }
    void operator()(const SetLivesList& a) { state.lives_list = std::max(0, a.list); }
    void operator()(const SetRegister& a)
    {
        state.register_words = a.words;
        state.register_tag = a.tag;
        state.register_all = a.all;
    }
    void operator()(const GoUp&)
    {
        if (state.person != 0) state.person = 0;
        else if (state.centre != 0) state.centre = 0;
        else state.district.clear();
    }
    void add(Draft draft)
    {
        ++state.bench.drafts_made;
        state.bench.drafts.push_back(std::move(draft));
        state.bench.chosen = state.bench.drafts.size() - 1;
    }
    void operator()(const SetBenchBase& a)
    {
        if (a.path == state.bench.base) return;
        Bench next;
        next.base = a.path;
        next.drafts_made = state.bench.drafts_made;
        next.moves = std::move(state.bench.moves); // the minutes are of the meeting, not of one base
        state.bench = std::move(next);
        if (!a.path.empty()) add(new_draft(state.bench));
    }
    void operator()(const AddDraft&)
    {
        if (state.bench.base.empty() || state.bench.drafts.size() >= most_drafts) return;
        add(new_draft(state.bench));
    }
    void operator()(const OpenDraft& a)
    {
        (*this)(SetBenchBase{a.option.base.string()});
        std::vector<Draft>& drafts = state.bench.drafts;
        if (drafts.size() == 1) {
            Bench empty;
            empty.base = state.bench.base;
            Draft untouched = new_draft(empty);
            untouched.number = drafts.front().number;
            if (drafts.front() == untouched) drafts.clear(); // nothing was built in it
        }
        if (drafts.size() >= most_drafts) return;
        Draft draft = new_draft(state.bench);
        draft.option = a.option;
        add(std::move(draft));
    }
    void operator()(const CopyDraft& a)
    {
        if (a.draft >= state.bench.drafts.size() || state.bench.drafts.size() >= most_drafts) return;
        Draft copy = new_draft(state.bench);
        copy.option.values = state.bench.drafts[a.draft].option.values;
        copy.option.levers = state.bench.drafts[a.draft].option.levers;
        copy.houses = state.bench.drafts[a.draft].houses;
        add(std::move(copy));
    }
    void operator()(const RemoveDraft& a)
    {
        Bench& bench = state.bench;
        if (a.draft >= bench.drafts.size()) return;
        bench.drafts.erase(bench.drafts.begin() + static_cast<std::ptrdiff_t>(a.draft));
        if (bench.chosen >= bench.drafts.size()) bench.chosen = bench.drafts.empty() ? 0 : bench.drafts.size() - 1;
        bench.why.clear();
    }
    void operator()(const ChooseDraft& a)
    {
        if (a.draft >= state.bench.drafts.size() || a.draft == state.bench.chosen) return;
        state.bench.chosen = a.draft;
        state.bench.why_begun = false;
    }
    void operator()(const SetDraft& a)
    {
        if (a.number >= state.bench.drafts.size() || state.bench.drafts[a.number] == a.draft) return;
        state.bench.drafts[a.number] = a.draft;
        state.bench.why_begun = false; // of another option
    }
    void operator()(const LogMove& a)
    {
        if (const Draft* draft = state.bench.draft()) state.bench.moves.push_back({draft->number, draft->option.title, a.words});
    }
    void operator()(const AskWhy& a)
    {
        if (a.kpi.empty() || find_kpi(a.kpi)) state.bench.why = a.kpi;
        if (a.kpi.empty()) state.bench.why_begun = false;
    }
    void operator()(const BeginWhy&) { state.bench.why_begun = !state.bench.why.empty(); }
    void operator()(const SetPaused& a) { state.bench.paused = a.on; }
    void operator()(const SetHouseLook& a) { state.houses = a.look; }
    void operator()(const Quit&) { state.quit = true; }
    void operator()(const Undo&) {}
    void operator()(const Redo&) {}
    void operator()(const SetPalette& a) { state.palette = a.open; }
    void operator()(const SetHelp& a) { state.help = a.open; }
    void operator()(const SetTextTwin& a) { state.text_twin = a.open; }
    void operator()(const SetExportMenu& a) { state.export_menu = a.open; }
    void operator()(const CloseAll&) { state.palette = state.help = state.text_twin = state.export_menu = state.playing = false; }
    void operator()(const ResetLayout&)
    {
        state.habits.text_scale = 1;
        state.goals.clear();
        state.hidden.clear();
        state.wipe = 0.5;
        state.show = Show::difference;
        state.uncertainty = Uncertainty::dots;
        state.runs = state.as_table = state.meeting = false;
    }
};

} // namespace

State update(State state, const Action& action, const Library& library)
{
    std::visit(Apply{state, library}, action);
    return state;
}

} // namespace samspil::viewer
