// SPDX-License-Identifier: MPL-2.0
// Everything that can be done without pointing, said once: the command palette, the keyboard and the help page are made
// from this list.
#pragma once

#include "viewer/state/actions.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samspil::viewer {

enum class Key { none, character, letter, left, right, up, down, home, end, escape, backspace, space, f1, f11 };

struct Shortcut {
    Key key = Key::none;
    char character = 0; ///< of `character`: what is typed; of `letter`: A to Z or a digit, whatever is typed with it
    bool ctrl = false, shift = false;
    bool operator==(const Shortcut&) const = default;
};
/// "Ctrl+Shift+Z", "←", "?"; empty without a shortcut.
std::string words_of(const Shortcut& shortcut, Language language);

struct Command {
    Text label;
    Shortcut shortcut;
    std::vector<Action> actions;
    bool found_only = false; ///< shown when searched for, not in the list of commands and keys: houses, goals, results
};

/// What can be done now, in the order of the help page.
std::vector<Command> commands_of(const Library& library, const State& state);

/// What menus, drop-downs and buttons of screens do, found when searched for (menu_commands.cpp). Left out are what is typed or
/// dragged (a week, a wipe, a lever), a citizen, and what needs the disk: saving stands in the figures' own list (Ctrl+E).
void add_menu_commands(std::vector<Command>& all, const Library& library, const State& state);

/// The command of a key; shortcuts of one key alone only where habits allow them.
const Command* command_for(const std::vector<Command>& commands, const Shortcut& pressed, const Habits& habits);

/// Whether a key is the program's while a text field is written in: Esc, F1 and Ctrl with a letter, but what a field does itself
/// (Ctrl+A, C, V, X, Y, Z, with Shift too) is the field's alone.
bool passes_a_field(const Shortcut& pressed);

/// Those whose label holds every word typed, best first: label that begins so, then shorter labels.
std::vector<const Command*> found_commands(const std::vector<Command>& commands, const std::string& typed, Language language);

} // namespace samspil::viewer
