// SPDX-License-Identifier: MPL-2.0
#include "viewer/views/frame.hpp"

#include "viewer/words/common.hpp"
#include "viewer/words/panel.hpp"

#include <algorithm>
#include <cmath>

namespace samspil::viewer {

void PanelCache::look_at(std::uint64_t library, std::uint64_t state, std::uint64_t bench)
{
    if (library != library_ || state != state_) panels_.clear();
    else if (bench != bench_) std::erase_if(panels_, [](const auto& panel) { return panel.first.starts_with("bench."); });
    if (library != library_) {
        resting_.clear();
        models_.clear();
    }
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

std::string label_of(std::string words)
{
    for (std::size_t at = words.find("##"); at != std::string::npos; at = words.find("##", at)) words.insert(at + 1, " ");
    return words.empty() ? " " : words;
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
        for (std::size_t i = 0; i < spot.menu.size(); ++i) {
            ImGui::PushID(static_cast<int>(i)); // two may have the same words
            if (ImGui::MenuItem(label_of(spot.menu[i].words).c_str())) frame.act(spot.menu[i].action);
            ImGui::PopID();
        }
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

double PanelFit::whole() const { return std::ceil(picture + overhead) + 1; } // a pixel more: rounding must not make a panel scroll

namespace {

constexpr double margin_x = 14, margin_y = 10; ///< of a panel, as panel.cpp has them
constexpr double least_share = 0.5;            ///< of a picture's own height, for it to be in sight whole

std::string id_of_note(const Panel& panel) { return panel.id + ".note"; }

/// One line of the note, the rest behind a click on it.
void shorten_note(const Frame& frame, const Canvas& canvas, double width, const Panel& panel, PanelFit& fit)
{
    const double room = width - 2 * frame.px(margin_x);
    const TextStyle style = frame.theme.small_text();
    fit.shortened = canvas.text_width(panel.note, style) > room;
    const bool opened = ImGui::GetStateStorage()->GetBool(ImGui::GetID(id_of_note(panel).c_str()));
    if (!fit.shortened || opened) return;
    const std::string more = " " + std::string(words::more_note.in(frame.language()));
    fit.words.note = wrapped(canvas, panel.note, style, room - canvas.text_width(more, style), 9).front() + more;
}

} // namespace

PanelFit fit_of(const Frame& frame, const Canvas& canvas, double width, const Panel& panel, bool first, double top)
{
    PanelFit fit{{}, frame.theme};
    fit.words.title = panel.title;
    fit.words.note = panel.note;
    fit.words.sentence = panel.sentence;
    fit.words.title_lines = panel.title_lines;
    if (frame.flows) {
        fit.theme.heading = fit.theme.body;
        shorten_note(frame, canvas, width, panel, fit);
    }
    fit.overhead = panel_overhead(canvas, fit.theme, width, fit.words);
    fit.picture = frame.px(panel.least_height);
    const double in_sight = std::floor(frame.in_sight - top) - fit.overhead - 2;
    if (frame.flows && first && in_sight < fit.picture && in_sight >= least_share * fit.picture) fit.picture = in_sight;
    return fit;
}

namespace {

/// Where the note was shortened: what it says is told, and a click shows it whole.
void note_button(Frame& frame, Rect inside, const Panel& panel, const PanelFit& fit, const Canvas& canvas, ImGuiStorage& storage, ImGuiID opened)
{
    Panel title = fit.words;
    title.note.clear();
    const double before = panel_overhead(canvas, fit.theme, inside.width, title);
    ImGui::SetCursorScreenPos(place({inside.x + frame.px(margin_x), inside.y + before - frame.px(margin_y)}));
    if (ImGui::InvisibleButton("note", place({inside.width - 2 * frame.px(margin_x), std::max(1.0, fit.overhead - before - frame.px(4))})))
        storage.SetBool(opened, !storage.GetBool(opened));
    if (ImGui::IsItemHovered()) tooltip(frame, panel.note);
}

} // namespace

void show_panel(Frame& frame, Rect area, const Panel& panel)
{
    const bool first = frame.shown.empty();
    frame.shown.push_back(&panel);
    // Whole pixels: the window cuts a part of one, and the panel would scroll by it.
    area = {std::floor(area.x), std::floor(area.y), std::floor(area.width), std::floor(area.height)};
    const ImGuiCanvas measure(*ImGui::GetWindowDrawList(), frame.fonts);
    PanelFit fit = fit_of(frame, measure, area.width, panel, first, area.y);
    for (const bool in_short : {false, true}) { // a smaller title, then a shorter note, where that saves scrolling
        if (frame.flows || fit.whole() <= area.height) break;
        PanelFit small = fit;
        small.theme.heading = small.theme.body;
        if (in_short) shorten_note(frame, measure, area.width, panel, small);
        small.overhead = panel_overhead(measure, small.theme, area.width, small.words);
        if (small.whole() <= area.height) fit = std::move(small);
    }
    if (frame.flows) area.height = std::max(first ? std::min(area.height, std::floor(frame.in_sight - area.y)) : area.height, fit.whole());
    frame.bottom = std::max(frame.bottom, area.bottom());
    if (frame.state.as_table) return show_table(frame, area, panel);
    ImGuiStorage& storage = *ImGui::GetStateStorage();
    const ImGuiID opened = ImGui::GetID(id_of_note(panel).c_str());
    ImGui::SetCursorScreenPos(place({area.x, area.y}));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::BeginChild(panel.id.c_str(), place({area.width, area.height}), false, ImGuiWindowFlags_HorizontalScrollbar);
    ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), frame.fonts);
    Rect inside = area;
    inside.width = std::max(area.width, frame.px(panel.least_width + 2 * margin_x));
    inside.height = std::max(area.height, fit.picture + fit.overhead);
    // A bar that shows takes its room from the other direction.
    const double bar = ImGui::GetStyle().ScrollbarSize;
    if (inside.height > area.height && inside.width <= area.width) inside.width = std::max(area.width - bar, frame.px(panel.least_width + 2 * margin_x));
    inside.x -= ImGui::GetScrollX();
    inside.y -= ImGui::GetScrollY();
    const double seen = std::min(inside.width, area.width - (inside.height > area.height ? bar : 0));
    // Words break at what is in sight; the picture may be wider than they are.
    Panel words = fit.words;
    if (panel.draw)
        words.draw = [&](Canvas& on, const Theme&, Rect place) {
            place.width += inside.width - seen;
            return panel.draw(on, frame.theme, place);
        };
    canvas.box(inside, frame.theme.panel, frame.px(6));
    const std::vector<Spot> spots = draw_panel(canvas, fit.theme, {inside.x, inside.y, seen, inside.height}, words);
    panel_menu(frame, {area.x, inside.y, seen, inside.height}, panel); // before the spots: the first item under the mouse wins
    if (fit.shortened) note_button(frame, {inside.x, inside.y, seen, inside.height}, panel, fit, canvas, storage, opened);
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
    const bool pressed = ImGui::Button((label_of(words) + "##" + id).c_str());
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

std::optional<int> choose_from(Frame& frame, const char* id, std::span<const std::string> words, int now, double width)
{
    std::optional<int> chosen;
    ImGui::SetNextItemWidth(static_cast<float>(width));
    const bool known = now >= 0 && static_cast<std::size_t>(now) < words.size();
    const std::string whole = known ? words[static_cast<std::size_t>(now)] : std::string();
    const ImGuiCanvas measure(*ImGui::GetWindowDrawList(), frame.fonts);
    const double room = width - ImGui::GetFrameHeight() - 2 * ImGui::GetStyle().FramePadding.x; // beside the arrow
    const std::string shown = fitted(measure, whole, frame.theme.body_text(), room);
    const bool open = ImGui::BeginCombo((std::string("##") + id).c_str(), shown.c_str());
    if (!open) {
        if (shown != whole && ImGui::IsItemHovered()) tooltip(frame, whole);
        return chosen;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        if (ImGui::Selectable(label_of(words[i]).c_str(), static_cast<int>(i) == now)) chosen = static_cast<int>(i);
        ImGui::PopID();
    }
    ImGui::EndCombo();
    return chosen;
}

} // namespace samspil::viewer
