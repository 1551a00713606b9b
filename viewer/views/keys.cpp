// SPDX-License-Identifier: MPL-2.0
#include "viewer/state/commands.hpp"
#include "viewer/views/overlays.hpp"

#include <array>

namespace samspil::viewer {
namespace {

/// Numbers of the window system for keys that Dear ImGui 1.86 has no name for; letters and digits are their capitals.
constexpr int key_f1 = 290, key_f11 = 300;

struct NamedKey {
    Key key;
    ImGuiKey name;
};

constexpr std::array named_keys{NamedKey{Key::left, ImGuiKey_LeftArrow}, NamedKey{Key::right, ImGuiKey_RightArrow},
                                NamedKey{Key::home, ImGuiKey_Home},      NamedKey{Key::end, ImGuiKey_End},
                                NamedKey{Key::escape, ImGuiKey_Escape},  NamedKey{Key::backspace, ImGuiKey_Backspace},
                                NamedKey{Key::space, ImGuiKey_Space}};

std::vector<Shortcut> pressed_now()
{
    const ImGuiIO& io = ImGui::GetIO();
    std::vector<Shortcut> pressed;
    for (const NamedKey& named : named_keys) {
        const int number = ImGui::GetKeyIndex(named.name);
        if (number >= 0 && ImGui::IsKeyPressed(number)) pressed.push_back({named.key, 0, io.KeyCtrl, io.KeyShift});
    }
    if (ImGui::IsKeyPressed(key_f1, false)) pressed.push_back({Key::f1});
    if (ImGui::IsKeyPressed(key_f11, false)) pressed.push_back({Key::f11});
    if (io.KeyCtrl) {
        for (int c = '0'; c <= 'Z'; ++c)
            if (ImGui::IsKeyPressed(c, false)) pressed.push_back({Key::letter, static_cast<char>(c), true, io.KeyShift});
        return pressed;
    }
    // What is typed, not which key: the same on every keyboard.
    for (const ImWchar c : io.InputQueueCharacters)
        if (c > ' ' && c < 127) pressed.push_back({Key::character, static_cast<char>(c)});
    return pressed;
}

} // namespace

void keys_view(Frame& frame)
{
    const std::vector<Shortcut> pressed = pressed_now();
    if (pressed.empty()) return;
    const bool writing = ImGui::GetIO().WantTextInput;
    const bool walking = ImGui::GetIO().NavVisible && ImGui::IsAnyItemFocused(); // arrows and space belong to the item in focus
    const std::vector<Command> commands = commands_of(frame.library, frame.state);
    for (const Shortcut& shortcut : pressed) {
        if (writing && !passes_a_field(shortcut)) continue;
        const bool of_item = shortcut.key == Key::left || shortcut.key == Key::right || shortcut.key == Key::space;
        if (walking && of_item && !shortcut.ctrl && !shortcut.shift) continue;
        if (const Command* command = command_for(commands, shortcut, frame.state.habits))
            for (const Action& action : command->actions) frame.act(action);
    }
}

} // namespace samspil::viewer
