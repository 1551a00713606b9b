// SPDX-License-Identifier: MPL-2.0
#include "viewer/views/overlays.hpp"

#include "viewer/state/commands.hpp"
#include "viewer/words/commands.hpp"
#include "viewer/words/common.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace samspil::viewer {
namespace {

constexpr std::size_t listed = 12; ///< commands shown at once

ImVec2 place(double x, double y) { return {static_cast<float>(x), static_cast<float>(y)}; }

/// A box in the middle of the window over everything else; false when it was closed by its corner.
bool begin_overlay(Frame& frame, const char* id, const std::string& title, double width, double height)
{
    const ImVec2 window = ImGui::GetIO().DisplaySize;
    const double w = std::min(frame.px(width), window.x - frame.px(24)), h = std::min(frame.px(height), window.y - frame.px(24));
    ImGui::SetNextWindowPos(place((window.x - w) / 2, std::min((window.y - h) / 2, frame.px(90))));
    ImGui::SetNextWindowSize(place(w, h));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, floating(frame.theme.panel));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, place(frame.px(16), frame.px(12)));
    bool open = true;
    ImGui::Begin((title + "##" + id).c_str(), &open, ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar(2);
    ImGui::PopStyleColor();
    return open;
}

} // namespace

void palette_view(Frame& frame)
{
    if (!frame.state.palette) {
        frame.typed.clear();
        return;
    }
    const bool open = begin_overlay(frame, "palette", frame.say(words::commands), 640, 470);
    std::array<char, 128> buffer{};
    std::memcpy(buffer.data(), frame.typed.data(), std::min(frame.typed.size(), buffer.size() - 1));
    if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
    ImGui::SetNextItemWidth(-1);
    const bool entered = ImGui::InputTextWithHint("##typed", frame.say(words::type_to_find).c_str(), buffer.data(), buffer.size(), ImGuiInputTextFlags_EnterReturnsTrue);
    if (frame.typed != buffer.data()) frame.chosen = 0;
    frame.typed = buffer.data();
    const std::vector<Command> commands = commands_of(frame.library, frame.state);
    const std::vector<const Command*> found = found_commands(commands, frame.typed, frame.language());
    if (found.empty()) ImGui::TextDisabled("%s", frame.say(words::nothing_found).c_str());
    const int last = static_cast<int>(std::min(found.size(), listed)) - 1;
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_DownArrow))) frame.chosen = std::min(frame.chosen + 1, std::max(last, 0));
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_UpArrow))) frame.chosen = std::max(frame.chosen - 1, 0);
    const Command* done = nullptr;
    for (int i = 0; i <= last; ++i) {
        const Command& command = *found[static_cast<std::size_t>(i)];
        ImGui::PushID(i);
        if (ImGui::Selectable(label_of(command.label.in(frame.language())).c_str(), i == frame.chosen)) done = &command;
        ImGui::PopID();
        const std::string keys = words_of(command.shortcut, frame.language());
        if (keys.empty()) continue;
        ImGui::SameLine(ImGui::GetWindowContentRegionMax().x - ImGui::CalcTextSize(keys.c_str()).x);
        ImGui::TextDisabled("%s", keys.c_str());
    }
    if (entered && frame.chosen <= last) done = found[static_cast<std::size_t>(frame.chosen)];
    if (done != nullptr) {
        frame.act(SetPalette{false});
        for (const Action& action : done->actions) frame.act(action);
    }
    if (!open) frame.act(SetPalette{false});
    ImGui::End();
}

void help_view(Frame& frame)
{
    if (!frame.state.help) return;
    if (!begin_overlay(frame, "help", frame.say(words::open_help), 700, 640)) frame.act(SetHelp{false});
    paragraph(frame, frame.say(words::help_text));
    ImGui::Spacing();
    if (ImGui::BeginTable("keys", 2, ImGuiTableFlags_RowBg | ImGuiTableFlags_ScrollY)) {
        ImGui::TableSetupColumn("key", ImGuiTableColumnFlags_WidthFixed, static_cast<float>(frame.px(150)));
        for (const Command& command : commands_of(frame.library, frame.state)) {
            const std::string keys = words_of(command.shortcut, frame.language());
            if (keys.empty()) continue;
            ImGui::TableNextRow();
            ImGui::TableNextColumn();
            ImGui::TextUnformatted(keys.c_str());
            ImGui::TableNextColumn();
            paragraph(frame, command.label.in(frame.language()));
        }
        ImGui::EndTable();
    }
    ImGui::End();
}

void text_twin_view(Frame& frame)
{
    if (!frame.state.text_twin) return;
    if (!begin_overlay(frame, "twin", frame.say(words::open_twin), 900, 680)) frame.act(SetTextTwin{false});
    std::string all;
    for (const Panel* panel : frame.shown) all += text_of(*panel, 100) + "\n";
    if (button(frame, "copy", frame.say(words::copy_all))) ImGui::SetClipboardText(all.c_str());
    ImGui::InputTextMultiline("##text", all.data(), all.size() + 1, ImVec2(-1, -1), ImGuiInputTextFlags_ReadOnly);
    ImGui::End();
}

void export_view(Frame& frame)
{
    if (!frame.state.export_menu) return;
    if (!begin_overlay(frame, "export", frame.say(words::open_export), 760, 420)) frame.act(SetExportMenu{false});
    struct Way {
        ExportKind kind;
        const char* words;
    };
    constexpr std::array ways{Way{ExportKind::png, "PNG"}, Way{ExportKind::svg, "SVG"}, Way{ExportKind::pdf, "PDF"}, Way{ExportKind::csv, "CSV"}, Way{ExportKind::text, "TXT"}};
    for (const Panel* panel : frame.shown) {
        ImGui::PushID(panel);
        for (const Way& way : ways) {
            if (button(frame, way.words, way.words)) frame.exports.push_back({panel->id, way.kind});
            ImGui::SameLine();
        }
        paragraph(frame, panel->title);
        ImGui::PopID();
    }
    ImGui::End();
}

} // namespace samspil::viewer
