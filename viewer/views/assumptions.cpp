// SPDX-License-Identifier: MPL-2.0
// Choices and assumptions: two lists apart, a filter, and how well founded the whole is.
#include "viewer/views/views.hpp"

#include "viewer/panels/evidence.hpp"
#include "viewer/panels/register.hpp"
#include "viewer/views/board.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/register.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace samspil::viewer {
namespace {

ImVec2 place(double x, double y) { return {static_cast<float>(x), static_cast<float>(y)}; }

RegisterFilter filter_of(const State& state, bool has_options)
{
    RegisterFilter filter{state.register_words, {}, has_options && !state.register_all};
    if (state.register_tag >= 0 && state.register_tag < 4) filter.tag = static_cast<Evidence>(state.register_tag);
    return filter;
}

void controls(Frame& frame, Rect bar, bool has_options)
{
    const State& s = frame.state;
    ImGui::SetCursorScreenPos(place(bar.x, bar.y));
    std::array<char, 96> typed{};
    s.register_words.copy(typed.data(), typed.size() - 1);
    const double width = std::min(frame.px(320), bar.width * 0.33), whole = ImGui::CalcTextSize(frame.say(words::search).c_str()).x + frame.px(20);
    ImGui::SetNextItemWidth(static_cast<float>(width));
    if (ImGui::InputTextWithHint("##search", frame.say(whole <= width ? words::search : words::search_short).c_str(), typed.data(), typed.size()))
        frame.act(SetRegister{typed.data(), s.register_tag, s.register_all});
    ImGui::SameLine();
    const std::string tags[] = {frame.say(words::any_tag), frame.say(label_of(Evidence::source)),
                                frame.say(label_of(Evidence::derived)), frame.say(label_of(Evidence::recalled)),
                                frame.say(label_of(Evidence::assumed))};
    if (const auto tag = choose_from(frame, "tag", tags, s.register_tag + 1, std::min(frame.px(150), bar.width * 0.21)))
        frame.act(SetRegister{s.register_words, *tag - 1, s.register_all});
    if (!has_options) return;
    ImGui::SameLine();
    const std::string which[] = {frame.say(words::only_differing), frame.say(words::all_rows)};
    if (const auto all = choose_one(frame, "all", which, s.register_all ? 1 : 0))
        frame.act(SetRegister{s.register_words, s.register_tag, *all == 1});
}

/// Rows in sight only; the rest is room to scroll over.
void rows(Frame& frame, Rect area, const RegisterList& list)
{
    ImGui::SetCursorScreenPos(place(area.x, area.y));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::BeginChild(list.choices ? "choices" : "assumptions", place(area.width, area.height));
    ImGui::PopStyleVar();
    ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), frame.fonts);
    const double width = area.width - ImGui::GetStyle().ScrollbarSize - frame.px(8), top = area.y - ImGui::GetScrollY();
    const std::vector<double> tops = register_tops(canvas, frame.theme, list, width);
    if (list.items.empty()) draw_wrapped(canvas, area, list.nothing, frame.theme.body_text(), 3);
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        const Rect row{area.x, top + tops[i], width, tops[i + 1] - tops[i]};
        if (row.bottom() < area.y || row.y > area.bottom()) continue;
        draw_register_item(canvas, frame.theme, row, list, i);
        const ImVec2 mouse = ImGui::GetIO().MousePos;
        if (ImGui::IsWindowHovered() && row.holds({mouse.x, mouse.y})) tooltip(frame, register_tip(list, i));
    }
    ImGui::SetCursorScreenPos(place(area.x, top));
    ImGui::Dummy(place(width, tops.back()));
    ImGui::EndChild();
}

/// The panel's frame and menu, with rows that scroll under its title.
void list_panel(Frame& frame, Rect area, const RegisterListPtr& list)
{
    const Panel& whole = frame.cache.of(list->choices ? "register.choices" : "register.assumptions",
                                        [&] { return register_panel(list); });
    if (frame.state.as_table) return show_panel(frame, area, whole);
    const Panel& head = frame.cache.of(list->choices ? "register.choices.head" : "register.assumptions.head", [&] {
        Panel panel = whole;
        panel.least_height = panel.least_width = 0;
        panel.draw = [list](Canvas& canvas, const Theme& theme, Rect inside) {
            if (list->choices) draw_register_legend(canvas, theme, inside, *list);
            return std::vector<Spot>();
        };
        return panel;
    });
    show_panel(frame, area, head);
    frame.shown.back() = &whole;
    const ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), frame.fonts);
    const double margin = frame.px(14), foot = frame.px(10),
                 over = panel_overhead(canvas, frame.theme, area.width, head);
    Rect inside{area.x + margin, area.y + over - foot, area.width - margin - frame.px(6), area.height - over};
    if (list->choices) inside.take_top(register_legend_height(canvas, frame.theme, inside.width, *list));
    rows(frame, inside, *list);
}

} // namespace

void assumptions_view(Frame& frame)
{
    const Result* base = base_of(frame.library, frame.state);
    if (base == nullptr) {
        ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), frame.fonts);
        draw_wrapped(canvas, frame.area, words::nothing_open.in(frame.language()), frame.theme.body_text(), 4);
        return;
    }
    const std::vector<const Result*> options = options_of(frame.library, frame.state);
    std::vector<std::string> titles{title_of(*base, frame.language())};
    std::string key = "register " + base->key;
    for (const Result* option : options) {
        titles.push_back(title_of(*option, frame.language()));
        key += "\n" + option->key;
    }
    const auto all = frame.cache.kept(key, [&] { return register_of(*base, options); });
    const auto evidence = frame.cache.kept(
        "evidence of " + key, [&] { return evidence_of(*base, options, goals_of(frame.library, frame.state)); });
    const RegisterFilter filter = filter_of(frame.state, !options.empty());
    RegisterFilter whole = filter;
    whole.only_differing = false;
    const auto choices = register_list(all, true, filter, titles, frame.language());
    const auto assumptions = register_list(all, false, whole, titles, frame.language());
    const std::vector<BoardRow> board{
        {{{&frame.cache.of("evidence", [&] { return evidence_panel(*evidence, filter, frame.language()); }), 0.75},
          {&frame.cache.of("goals", [&] { return goal_grounds_panel(*evidence, frame.language()); }), 1.25},
          {&frame.cache.of("targets", [&] { return targets_panel(targets_checked(*base), frame.language()); }), 1.5}},
         1}};
    Rect area = frame.area;
    const double gap = std::round(frame.px(12));
    const bool tall = area.height < frame.px(620) || area.width < frame.px(900);
    if (tall) {
        // One below the other: lists first, and the screen scrolls.
        ImGui::SetCursorScreenPos(place(area.x, area.y));
        ImGui::BeginChild("screen", place(area.width, area.height));
        area = {area.x, area.y - ImGui::GetScrollY(), area.width - ImGui::GetStyle().ScrollbarSize - frame.px(4),
                frame.px(1e5)};
    }
    controls(frame, area.take_top(frame.theme.body + frame.px(16)), !options.empty());
    if (tall) {
        const bool beside = area.width >= frame.px(760);
        const double height = std::max(frame.px(300), frame.area.height - frame.theme.body - frame.px(16));
        const Rect line = area.take_top(height);
        list_panel(frame, beside ? Rect{line.x, line.y, (line.width - gap) / 2, height} : line, choices);
        area.take_top(gap);
        const Rect next = beside ? Rect{line.x + (line.width + gap) / 2, line.y, (line.width - gap) / 2, height}
                                 : area.take_top(height);
        list_panel(frame, next, assumptions);
        if (!beside) area.take_top(gap);
        for (const Tile& tile : board.front().tiles) {
            const ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), frame.fonts);
            const double own = frame.px(std::max(tile.panel->least_height, frame.state.as_table ? 240.0 : 0.0)) +
                               panel_overhead(canvas, frame.theme, area.width, *tile.panel);
            show_panel(frame, area.take_top(own + 1), *tile.panel);
            area.take_top(gap);
        }
        ImGui::SetCursorScreenPos(place(area.x, area.y));
        ImGui::Dummy({1, 1});
        ImGui::EndChild();
        return;
    }
    Rect summary = area.take_bottom(std::round(std::clamp(area.height * 0.42, frame.px(340), frame.px(420))));
    area.take_bottom(gap);
    show_board(frame, summary, "summary", board);
    const double half = std::floor((area.width - gap) / 2);
    list_panel(frame, {area.x, area.y, half, area.height}, choices);
    list_panel(frame, {area.x + half + gap, area.y, half, area.height}, assumptions);
}

} // namespace samspil::viewer
