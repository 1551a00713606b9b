// SPDX-License-Identifier: MPL-2.0
#include "viewer/views/frame.hpp"

#include "viewer/words/common.hpp"

#include <algorithm>
#include <cmath>

namespace samspil::viewer {

void PanelCache::look_at(std::uint64_t library, std::uint64_t state, std::uint64_t bench)
{
    if (library != library_ || state != state_) panels_.clear();
    else if (bench != bench_) std::erase_if(panels_, [](const auto& panel) { return panel.first.starts_with("bench."); });
    if (library != library_) models_.clear();
    library_ = library;
    state_ = state;
    bench_ = bench;
}

void tooltip(Frame& frame, const std::string& words)
{
    if (words.empty()) return;
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(static_cast<float>(frame.px(420)));
    ImGui::TextUnformatted(words.c_str());
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
}

namespace {

ImVec2 place(Point p) { return {static_cast<float>(p.x), static_cast<float>(p.y)}; }

/// An invisible button over the spot: hover tells, click, Enter or a drag acts.
void work_spot(Frame& frame, const Spot& spot, int number, const Canvas&)
{
    const ImVec2 size = place({std::max(spot.area.width, 1.0), std::max(spot.area.height, 1.0)});
    ImGui::SetCursorScreenPos(place({spot.area.x, spot.area.y}));
    ImGui::PushID(number);
    const bool pressed = ImGui::InvisibleButton("spot", size);
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const Point at{mouse.x, mouse.y};
    if (ImGui::IsItemHovered()) tooltip(frame, spot.tip_at ? spot.tip_at(at) : spot.tip);
    const bool answers = spot.drag || spot.click || !spot.actions.empty() || !spot.menu.empty();
    if (ImGui::IsItemHovered() && answers) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (spot.drag && ImGui::IsItemActive())
        for (Action& action : spot.drag(at)) frame.act(std::move(action));
    else if (pressed && spot.click)
        for (Action& action : spot.click(at)) frame.act(std::move(action));
    else if (pressed)
        for (const Action& action : spot.actions) frame.act(action);
    if (!spot.menu.empty() && ((pressed && spot.actions.empty() && !spot.click) || (ImGui::IsItemHovered() && ImGui::IsMouseReleased(ImGuiMouseButton_Right))))
        ImGui::OpenPopup("spot menu");
    if (ImGui::IsItemFocused() && ImGui::GetIO().NavVisible)
        ImGui::GetWindowDrawList()->AddRect(place({spot.area.x, spot.area.y}), place({spot.area.right(), spot.area.bottom()}),
                                            packed(frame.theme.accent), 4, 0, static_cast<float>(frame.px(2)));
    if (ImGui::BeginPopup("spot menu")) {
        for (const Spot::Entry& entry : spot.menu)
            if (ImGui::MenuItem(entry.words.c_str())) frame.act(entry.action);
        ImGui::EndPopup();
    }
    ImGui::PopID();
}

void panel_menu(Frame& frame, Rect area, const Panel& panel)
{
    const double size = frame.px(24);
    ImGui::SetCursorScreenPos(place({area.right() - size - frame.px(8), area.y + frame.px(8)}));
    ImGui::PushStyleColor(ImGuiCol_Button, floating(frame.theme.panel));
    if (ImGui::Button("…", place({size, size}))) ImGui::OpenPopup("menu");
    ImGui::PopStyleColor();
    if (ImGui::IsItemHovered()) tooltip(frame, frame.say(words::panel_menu));
    if (!ImGui::BeginPopup("menu")) return;
    const auto entry = [&](Label label, ExportKind kind) {
        if (ImGui::MenuItem(frame.say(label).c_str())) frame.exports.push_back({panel.id, kind});
    };
    entry(words::export_png, ExportKind::png);
    entry(words::export_svg, ExportKind::svg);
    entry(words::export_pdf, ExportKind::pdf);
    entry(words::export_csv, ExportKind::csv);
    entry(words::export_text, ExportKind::text);
    ImGui::Separator();
    entry(words::copy_table, ExportKind::copy_table);
    entry(words::copy_sentence, ExportKind::copy_sentence);
    ImGui::EndPopup();
}

} // namespace

void show_panel(Frame& frame, Rect area, const Panel& panel)
{
    frame.shown.push_back(&panel);
    // Whole pixels: the window cuts a part of one, and the panel would scroll by it.
    area = {std::floor(area.x), std::floor(area.y), std::floor(area.width), std::floor(area.height)};
    if (frame.flows) {
        const ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), frame.fonts);
        area.height = std::max(area.height, std::ceil(frame.px(panel.least_height) + panel_overhead(canvas, frame.theme, area.width, panel)) + 1);
    }
    frame.bottom = std::max(frame.bottom, area.bottom());
    if (frame.state.as_table) return show_table(frame, area, panel);
    ImGui::SetCursorScreenPos(place({area.x, area.y}));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::BeginChild(panel.id.c_str(), place({area.width, area.height}), false, ImGuiWindowFlags_HorizontalScrollbar);
    ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), frame.fonts);
    const double overhead = panel_overhead(canvas, frame.theme, area.width, panel);
    Rect inside = area;
    inside.width = std::max(area.width, frame.px(panel.least_width + 28));
    inside.height = std::max(area.height, frame.px(panel.least_height) + overhead);
    // A bar that shows takes its room from the other direction.
    const double bar = ImGui::GetStyle().ScrollbarSize;
    if (inside.height > area.height && inside.width <= area.width) inside.width = std::max(area.width - bar, frame.px(panel.least_width + 28));
    inside.x -= ImGui::GetScrollX();
    inside.y -= ImGui::GetScrollY();
    const double seen = std::min(inside.width, area.width - (inside.height > area.height ? bar : 0));
    // Words break at what is in sight; the picture may be wider than they are.
    Panel words;
    words.title = panel.title;
    words.note = panel.note;
    words.sentence = panel.sentence;
    words.title_lines = panel.title_lines;
    if (panel.draw)
        words.draw = [&](Canvas& on, const Theme& theme, Rect place) {
            place.width += inside.width - seen;
            return panel.draw(on, theme, place);
        };
    canvas.box(inside, frame.theme.panel, frame.px(6));
    const std::vector<Spot> spots = draw_panel(canvas, frame.theme, {inside.x, inside.y, seen, inside.height}, words);
    panel_menu(frame, {area.x, inside.y, seen, inside.height}, panel); // before the spots: the first item under the mouse wins
    for (std::size_t i = 0; i < spots.size(); ++i) work_spot(frame, spots[i], static_cast<int>(i), canvas);
    ImGui::SetCursorScreenPos(place({inside.x, inside.y}));
    ImGui::Dummy(place({inside.width, inside.height}));
    ImGui::EndChild();
    ImGui::PopStyleVar();
}

void paragraph(Frame& frame, const std::string& words, const TextStyle& style, double width)
{
    ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), frame.fonts);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (width <= 0) width = ImGui::GetContentRegionAvail().x;
    double height = 0;
    for (std::size_t begin = 0; begin <= words.size();) {
        const std::size_t end = std::min(words.find('\n', begin), words.size());
        height += draw_wrapped(canvas, {at.x, at.y + height, width, 0}, words.substr(begin, end - begin), style, 100);
        begin = end + 1;
    }
    ImGui::Dummy(place({width, std::max(1.0, height)}));
}

void paragraph(Frame& frame, const std::string& words, double width)
{
    const ImVec4 c = ImGui::GetStyleColorVec4(ImGuiCol_Text);
    const auto byte = [](float share) { return static_cast<std::uint8_t>(share * 255.0F + 0.5F); };
    TextStyle style = frame.theme.body_text();
    style.colour = {byte(c.x), byte(c.y), byte(c.z), byte(c.w)};
    paragraph(frame, words, style, width);
}

bool button(Frame& frame, const char* id, const std::string& words, bool chosen)
{
    ImGui::PushStyleColor(ImGuiCol_Button, floating(chosen ? frame.theme.accent : frame.theme.raised));
    ImGui::PushStyleColor(ImGuiCol_Text, floating(chosen ? frame.theme.panel : frame.theme.ink));
    const bool pressed = ImGui::Button((words + "##" + id).c_str());
    ImGui::PopStyleColor(2);
    return pressed;
}

std::optional<int> choose_one(Frame& frame, const char* id, std::span<const std::string> words, int now)
{
    std::optional<int> chosen;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) ImGui::SameLine(0, static_cast<float>(frame.px(2)));
        ImGui::PushID(static_cast<int>(i));
        if (button(frame, id, words[i], static_cast<int>(i) == now)) chosen = static_cast<int>(i);
        ImGui::PopID();
    }
    return chosen;
}

std::optional<int> choose_from(Frame&, const char* id, std::span<const std::string> words, int now, double width)
{
    std::optional<int> chosen;
    ImGui::SetNextItemWidth(static_cast<float>(width));
    const bool known = now >= 0 && static_cast<std::size_t>(now) < words.size();
    if (!ImGui::BeginCombo((std::string("##") + id).c_str(), known ? words[static_cast<std::size_t>(now)].c_str() : "")) return chosen;
    for (std::size_t i = 0; i < words.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        if (ImGui::Selectable(words[i].c_str(), static_cast<int>(i) == now)) chosen = static_cast<int>(i);
        ImGui::PopID();
    }
    ImGui::EndCombo();
    return chosen;
}

} // namespace samspil::viewer
