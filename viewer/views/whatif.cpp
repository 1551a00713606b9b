// SPDX-License-Identifier: MPL-2.0
// Prøv selv: levers at the left, the answer at the right, while it is still getting surer.
#include "viewer/views/views.hpp"
#include "viewer/views/workbench.hpp"

#include "viewer/panels/bench.hpp"
#include "viewer/panels/overview.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/whatif.hpp"

#include <algorithm>

namespace samspil::viewer {
namespace {

ImVec2 place(double x, double y) { return {static_cast<float>(x), static_cast<float>(y)}; }

/// Messages of the reader about one lever (or, without a number, about none of them).
std::vector<std::string> wrong_with(Frame& frame, const Draft& draft, const DraftView& view, std::optional<std::size_t> lever)
{
    std::vector<std::string> words;
    for (const Diagnostic& one : view.found.items()) {
        if (one.severity == Severity::note || lever_of(draft.option, one) != lever) continue;
        const std::string& hint = one.hint.in(frame.language());
        words.push_back(one.message.in(frame.language()) + (hint.empty() ? "" : " – " + hint));
    }
    return words;
}

void add_lever(Frame& frame, const Draft& draft)
{
    ImGui::SetNextItemWidth(-1);
    if (!ImGui::BeginCombo("##add", frame.say(words::add_lever).c_str(), ImGuiComboFlags_HeightLargest)) return;
    int heading = -1;
    for (const LeverKind& kind : frame.bench.levers) {
        if (frame.state.meeting && !kind.for_meeting) continue;
        if (heading != static_cast<int>(kind.group)) {
            heading = static_cast<int>(kind.group);
            ImGui::TextDisabled("%s", frame.say(label_of(kind.group)).c_str());
        }
        ImGui::BeginDisabled(!kind.usable());
        ImGui::PushID(&kind);
        if (ImGui::Selectable(("   " + frame.say(kind.kind->label)).c_str())) {
            Draft next = draft;
            next.option.levers.push_back(default_lever(frame.bench.base->scenario, kind));
            frame.act(SetDraft{frame.state.bench.chosen, std::move(next)});
        }
        ImGui::PopID();
        ImGui::EndDisabled();
        if (ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) tooltip(frame, kind.usable() ? frame.say(kind.does) : kind.cannot.in(frame.language()));
    }
    ImGui::EndCombo();
}

void levers(Frame& frame, const Draft& draft, const DraftView& view)
{
    const Scenario& base = frame.bench.base->scenario;
    if (draft.option.levers.empty() && !draft.houses.can_undo()) paragraph(frame, frame.say(words::no_levers));
    for (std::size_t i = 0; i < draft.option.levers.size(); ++i) {
        const LeverKind* kind = find_lever(frame.bench.levers, kind_of(draft.option.levers[i].type).id);
        if (kind == nullptr) continue;
        ImGui::PushID(static_cast<int>(i));
        LeverTouch touch = lever_card(frame, base, *kind, draft.option.levers[i], wrong_with(frame, draft, view, i));
        ImGui::PopID();
        Draft next = draft;
        if (touch.removed) {
            next.option.levers.erase(next.option.levers.begin() + static_cast<std::ptrdiff_t>(i));
            frame.act(LogMove{{"× " + std::string(kind->kind->label.da), "× " + std::string(kind->kind->label.en)}});
        } else if (touch.first || touch.changed || touch.last) {
            if (touch.last) frame.act(LogMove{lever_in_words(base, touch.lever)});
            next.option.levers[i] = std::move(touch.lever);
        }
        if (touch.removed || touch.first || touch.changed) frame.act(SetDraft{frame.state.bench.chosen, std::move(next), touch.first || touch.removed ? Change::step : Change::going_on});
    }
    if (const std::size_t houses = draft.houses.done)
        paragraph(frame, std::to_string(houses) + " " + frame.say(houses == 1 ? words::one_change_in_houses : words::changes_in_houses));
    ImGui::PushStyleColor(ImGuiCol_Text, floating(frame.theme.worse));
    for (const std::string& words : wrong_with(frame, draft, view, std::nullopt)) paragraph(frame, "▲ " + words);
    if (!view.current && view.loaded != nullptr) paragraph(frame, frame.say(words::cannot_run));
    ImGui::PopStyleColor();
    add_lever(frame, draft);
}

void moves(Frame& frame)
{
    if (!frame.state.meeting || frame.state.bench.moves.empty()) return;
    ImGui::Spacing();
    ImGui::TextDisabled("%s", frame.say(words::log_of_moves).c_str());
    const std::vector<Move>& all = frame.state.bench.moves;
    for (std::size_t i = all.size(); i-- > 0;) paragraph(frame, all[i].option.in(frame.language()) + ": " + all[i].words.in(frame.language()));
}

/// The height that all of it takes, and whether some of it is below what is in sight.
struct LeftSide {
    double height = 0;
    bool more_below = false;
};
LeftSide left_side(Frame& frame, Rect area)
{
    ImGui::SetCursorScreenPos(place(area.x, area.y));
    ImGui::BeginChild("levers", place(area.width, area.height));
    draft_bar(frame);
    ImGui::Spacing();
    const Draft* draft = frame.state.bench.draft();
    const std::size_t chosen = frame.state.bench.chosen;
    if (draft != nullptr) {
        const DraftView nothing;
        levers(frame, *draft, chosen < frame.bench.drafts.size() ? frame.bench.drafts[chosen] : nothing);
    }
    ImGui::Spacing();
    draft_tools(frame);
    moves(frame);
    const LeftSide side{ImGui::GetCursorPosY(), ImGui::GetScrollY() + 1 < ImGui::GetScrollMaxY()};
    ImGui::EndChild();
    return side;
}

void why_controls(Frame& frame, Rect area)
{
    ImGui::SetCursorScreenPos(place(area.x, area.y));
    const std::vector<Goal> goals = goals_of(frame.live, frame.state);
    std::vector<std::string> words;
    int now = -1;
    for (const Goal& goal : goals) {
        if (goal.kpi == frame.state.bench.why) now = static_cast<int>(words.size());
        words.push_back(frame.say(kpi_table()[find_kpi(goal.kpi).value_or(0)].label));
    }
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(frame.say(words::why).c_str());
    ImGui::SameLine();
    if (const auto chosen = choose_from(frame, "why", words, now, std::min(frame.px(360), area.width * 0.5)))
        frame.act(AskWhy{goals[static_cast<std::size_t>(*chosen)].kpi});
    if (frame.state.bench.why.empty()) return;
    ImGui::SameLine();
    if (!frame.state.bench.why_begun && button(frame, "begin", frame.say(words::why_begin), true)) frame.act(BeginWhy{});
    ImGui::SameLine();
    if (button(frame, "close", frame.say(words::close))) frame.act(AskWhy{""});
}

/// `answer_first`: above how far the runs are.
void right_side(Frame& frame, Rect area, bool answer_first = false)
{
    const Result* base = frame.live.find("live/base");
    const double progress = frame.px(92), gap = frame.px(8);
    const Rect runs = answer_first ? area.take_bottom(progress) : area.take_top(progress);
    if (answer_first) area.take_bottom(gap);
    else area.take_top(gap);
    show_panel(frame, runs, frame.cache.of("bench.progress", [&] { return progress_panel(frame.bench, frame.state); }));
    if (base == nullptr) return;
    const bool why = !frame.state.bench.why.empty();
    const Rect controls = area.take_bottom(frame.theme.body + frame.px(10));
    area.take_bottom(frame.px(8));
    if (why) {
        show_panel(frame, area.take_bottom(std::min(frame.px(260), area.height * 0.45)), frame.cache.of("bench.why", [&] { return why_panel(frame.bench, frame.state); }));
        area.take_bottom(frame.px(8));
    }
    frame.flows = answer_first; // little room: a smaller title and one line of the note, so that figures are in sight
    show_panel(frame, area, frame.cache.of("live.overview", [&] {
        std::vector<const Result*> options;
        for (const ResultPtr& result : frame.live.results)
            if (result.get() != base) options.push_back(result.get());
        const Draft* draft = frame.state.bench.draft();
        return overview_panel(std::make_shared<const Overview>(make_overview(*base, options, goals_of(frame.live, frame.state), frame.cache.goals())),
                              {frame.language(), frame.state.uncertainty, draft == nullptr ? "" : "live/" + std::to_string(draft->slot)});
    }));
    frame.flows = false;
    why_controls(frame, controls);
}

} // namespace

void whatif_view(Frame& frame)
{
    if (frame.bench.base == nullptr) {
        ImGui::SetCursorScreenPos(place(frame.area.x, frame.area.y));
        ImGui::BeginChild("begin", place(frame.area.width, frame.area.height));
        begin_bench(frame, words::whatif_intro);
        ImGui::EndChild();
        return;
    }
    Rect area = frame.area;
    if (area.width < frame.px(780)) {
        // Levers above their answer; the screen scrolls.
        ImGui::SetCursorScreenPos(place(area.x, area.y));
        ImGui::BeginChild("workbench", place(area.width, area.height));
        const double width = area.width - ImGui::GetStyle().ScrollbarSize - frame.px(4), top = area.y - ImGui::GetScrollY();
        // As high as the levers are, at most half of what is in sight, less where that is low: figures of the answer are in sight too.
        ImGuiStorage& kept = *ImGui::GetStateStorage();
        const ImGuiID levers_height = ImGui::GetID("levers.height");
        const double most = area.height < frame.px(400) ? 0.36 : 0.5;
        const double upper = std::floor(std::min<double>(kept.GetFloat(levers_height, static_cast<float>(area.height)), area.height * most)), lower = std::max(area.height, frame.px(frame.state.bench.why.empty() ? 430 : 700));
        const LeftSide side = left_side(frame, {area.x, top, width, upper});
        kept.SetFloat(levers_height, static_cast<float>(side.height));
        double below = top + upper + frame.px(10);
        if (side.height > upper) { // a part of the page that scrolls by itself says so
            ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), frame.fonts);
            const TextStyle small = frame.theme.small_text();
            const std::string words = frame.say(side.more_below ? words::more_levers_below : words::more_levers_above);
            canvas.text({area.x, below - frame.px(7)}, fitted(canvas, words, small, width), small);
            below += small.size * 1.2;
        }
        right_side(frame, {area.x, below, width, lower}, true);
        ImGui::SetCursorScreenPos(place(area.x, below + lower));
        ImGui::Dummy(place(1, 1));
        ImGui::EndChild();
        return;
    }
    left_side(frame, area.take_left(std::min(frame.px(400), area.width * 0.42)));
    area.take_left(frame.px(14));
    right_side(frame, area);
}

} // namespace samspil::viewer
