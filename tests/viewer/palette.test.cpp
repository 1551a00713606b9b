// SPDX-License-Identifier: MPL-2.0
// Whatever can be done with keys and menus is found by its words in the palette.
#include "tests/support/catch.hpp"
#include "tests/viewer/driver.hpp"
#include "tests/viewer/made_results.hpp"
#include "tests/viewer/recording_canvas.hpp"

#include "viewer/state/commands.hpp"

#include <algorithm>
#include <set>

using namespace samspil;
using namespace samspil::viewer;

namespace {

template <class One>
std::size_t number_of()
{
    return Action(One{}).index();
}

/// What is typed, dragged or built of parts, and what a saved file or a citizen in a list is needed for.
std::set<std::size_t> beyond_words()
{
    return {number_of<SetWipe>(), number_of<SetStress>(), number_of<FocusPerson>(), number_of<SetDraft>(), number_of<LogMove>(), number_of<OpenDraft>(), number_of<SetBenchBase>(), number_of<SetHouseLook>()};
}

State after(State state, const std::vector<Action>& actions, const Library& library)
{
    for (const Action& action : actions) state = update(std::move(state), action, library);
    return state;
}

} // namespace

TEST_CASE("whatever a user can do is found in the palette by its words, in both languages", "[viewer]")
{
    Library library;
    library.results = {made_result("a", 2, 4), made_result("b", 2, 4), made_result("c", 2, 4)};
    State state;
    state.hidden = {"c"};
    state.bench.base = "basis.yaml";
    state.bench.drafts.push_back(new_draft(state.bench));
    state.bench.why = kpi_table().front().id;
    const std::vector<Command> commands = commands_of(library, state);
    for (const Language language : {Language::da, Language::en}) {
        std::set<std::size_t> found;
        for (const Command& command : commands) {
            const std::string& label = command.label.in(language);
            INFO(label);
            CHECK_FALSE(label.empty());
            const auto listed = found_commands(commands, label, language);
            // Two keys of one command have one line.
            const auto line = std::find_if(listed.begin(), listed.end(), [&](const Command* one) { return one->label.in(language) == label; });
            REQUIRE(line != listed.end());
            CHECK(after(state, (*line)->actions, library) == after(state, command.actions, library));
            for (const Action& action : (*line)->actions) found.insert(action.index());
        }
        for (std::size_t action = 0; action < std::variant_size_v<Action>; ++action) {
            INFO("alternative " << action << " of Action");
            CHECK(found.contains(action) != beyond_words().contains(action));
        }
    }
}

TEST_CASE("what the menus of figures do is found in the palette", "[viewer]")
{
    const made::Folder folder;
    Driver driver(made_results(folder));
    std::size_t entries = 0;
    for (int s = 0; s < screen_count; ++s) {
        driver.desk->act(GoTo{static_cast<Screen>(s)});
        driver.desk->settle();
        const State& state = driver.desk->state();
        const Library& library = driver.desk->library();
        const std::vector<Command> commands = commands_of(library, state);
        for (const Panel* panel : driver.desk->shown()) {
            RecordingCanvas canvas;
            for (const Spot& spot : panel->draw(canvas, driver.desk->theme(), {0, 0, 900, 700}))
                for (const Spot::Entry& entry : spot.menu) {
                    INFO(panel->id << ": " << entry.words);
                    const State wanted = after(state, {entry.action}, library);
                    CHECK(std::any_of(commands.begin(), commands.end(), [&](const Command& one) { return after(state, one.actions, library) == wanted; }));
                    ++entries;
                }
        }
    }
    CHECK(entries >= 10);
}
