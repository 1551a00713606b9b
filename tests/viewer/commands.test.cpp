// SPDX-License-Identifier: MPL-2.0
#include "tests/support/catch.hpp"

#include "viewer/app/remembered.hpp"
#include "viewer/panels/panel.hpp"
#include "viewer/state/commands.hpp"

#include <random>
#include <set>

using namespace samspil;
using namespace samspil::viewer;

TEST_CASE("no two commands share a key, and every screen has one", "[viewer]")
{
    std::set<std::string> keys;
    std::set<std::string> screens;
    for (const Command& command : commands_of(Library{}, State{})) {
        const std::string key = words_of(command.shortcut, Language::da);
        if (key.empty()) continue;
        CHECK(keys.insert(key).second);
        for (const Action& action : command.actions)
            if (const auto* go = std::get_if<GoTo>(&action)) screens.insert(std::string(id_of(go->screen)));
    }
    CHECK(screens.size() == static_cast<std::size_t>(screen_count));
}

TEST_CASE("a key alone does nothing where one-key shortcuts are off, with Ctrl it still does", "[viewer]")
{
    const std::vector<Command> commands = commands_of(Library{}, State{});
    Habits quiet;
    quiet.single_keys = false;
    CHECK(command_for(commands, {Key::character, '3'}, Habits{}) != nullptr);
    CHECK(command_for(commands, {Key::character, '3'}, quiet) == nullptr);
    CHECK(command_for(commands, {Key::letter, 'P', true, false}, quiet) != nullptr);
}

TEST_CASE("what a text field does itself is done by the field alone", "[viewer]")
{
    for (const char own : {'A', 'C', 'V', 'X', 'Y', 'Z'})
        for (const bool shift : {false, true}) CHECK_FALSE(passes_a_field({Key::letter, own, true, shift}));
    for (const Shortcut typed : {Shortcut{Key::character, 'm'}, Shortcut{Key::left}, Shortcut{Key::right, 0, true}, Shortcut{Key::home}, Shortcut{Key::backspace}, Shortcut{Key::space}})
        CHECK_FALSE(passes_a_field(typed));
    CHECK(passes_a_field({Key::escape}));
    CHECK(passes_a_field({Key::f1}));
    // Every command with Ctrl and a letter but undo and redo can be reached from a field.
    std::size_t reached = 0;
    for (const Command& command : commands_of(Library{}, State{})) {
        if (command.shortcut.key != Key::letter) continue;
        const bool steps = command.shortcut.character == 'Z' || command.shortcut.character == 'Y';
        CHECK(passes_a_field(command.shortcut) == !steps);
        reached += steps ? 0 : 1;
    }
    CHECK(reached >= 3);
}

TEST_CASE("commands are found by words in any order and case, Danish letters too", "[viewer]")
{
    const std::vector<Command> commands = commands_of(Library{}, State{});
    const auto first = [&](const char* typed, Language language) {
        const std::vector<const Command*> found = found_commands(commands, typed, language);
        return found.empty() ? std::string() : found.front()->label.in(language);
    };
    CHECK(first("ØKONOMI", Language::da) == "Gå til: Økonomi");
    CHECK(first("to map go", Language::en) == "Go to: Map");
    CHECK(first("sletikke", Language::da).empty());
    CHECK(found_commands(commands, "", Language::da).size() < commands.size()); // houses and figures only when searched for
}

TEST_CASE("what is remembered comes back, and a damaged memory costs a habit at most", "[viewer]")
{
    State state;
    state.habits = {Language::en, LookChoice::contrast, 1.75, false, true};
    state.screen = Screen::economy;
    state.show = Show::absolute;
    const State back = with_remembered(State{}, remembered_text(state));
    CHECK(back.habits == state.habits);
    CHECK(back.screen == state.screen);
    CHECK(back.show == state.show);

    std::mt19937 chance(7); // the test's own noise; nothing of a result depends on it
    for (int i = 0; i < 2000; ++i) {
        std::string text = remembered_text(state);
        for (int k = 0; k < 8; ++k) text[chance() % text.size()] = static_cast<char>(chance());
        const State odd = with_remembered(State{}, text);
        CHECK(odd.habits.text_scale >= smallest_text);
        CHECK(odd.habits.text_scale <= largest_text);
        CHECK(static_cast<int>(odd.habits.look) <= 2);
    }
}

TEST_CASE("a spreadsheet takes no cell of an export for a formula, and numbers stay numbers", "[viewer]")
{
    Panel panel;
    panel.table.headings = {"Hus", "Forskel"};
    panel.table.rows = {{"=HYPERLINK(\"x\")", "-3,5"}, {"@a;b", "+12"}, {"Ankersgade \"2\"", "−1,0"}};
    const std::string csv = csv_of(panel, Language::da);
    CHECK(csv.starts_with("\xEF\xBB\xBFHus;Forskel\r\n"));
    CHECK(csv.find("\"'=HYPERLINK(\"\"x\"\")\";-3,5\r\n") != std::string::npos);
    CHECK(csv.find("\"'@a;b\";+12\r\n") != std::string::npos);
    INFO(csv);
    CHECK(csv.find("\"Ankersgade \"\"2\"\"\";-1,0\r\n") != std::string::npos);
}
