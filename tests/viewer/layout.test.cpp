// SPDX-License-Identifier: MPL-2.0
// Where panels stand on a small screen in large letters, asked of the window without painting it.
#include "tests/support/catch.hpp"
#include "tests/viewer/driver.hpp"
#include "tests/viewer/live_views.hpp"

#include <imgui_internal.h>

using namespace samspil;
using namespace samspil::viewer;

namespace {

constexpr int width = 1366, height = 768;

/// The window of a panel that is shown.
const ImGuiWindow& window_of(const std::string& panel)
{
    const ImGuiWindow* found = nullptr;
    for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows)
        if (window->WasActive && std::string_view(window->Name).find("/" + panel + "_") != std::string_view::npos) found = window;
    INFO(panel);
    REQUIRE(found != nullptr);
    return *found;
}

/// In large letters, and in the language that is asked for.
State large(Language language)
{
    State state;
    state.habits.text_scale = 2;
    state.habits.language = language;
    return state;
}

void check_whole(const ImGuiWindow& panel, double bottom)
{
    CHECK(panel.Pos.y + panel.Size.y <= bottom);
    CHECK(panel.Size.y >= 200);
    CHECK(panel.ScrollMax.y == 0);
    CHECK(panel.ScrollMax.x == 0);
}

} // namespace

TEST_CASE("in large letters on a small screen the first figure of a page is in sight whole", "[viewer]")
{
    const made::Folder folder;
    const std::vector<std::string> all = made_results(folder);
    for (const Language language : {Language::da, Language::en}) {
        for (const bool meeting : {false, true}) {
            State start = large(language);
            start.meeting = meeting;
            Driver driver({all[0], all[1]}, start, width, height);
            const double timeline = driver.desk->theme().px(44);
            for (const Screen screen : {Screen::difference, Screen::map, Screen::centre, Screen::economy, Screen::volunteers, Screen::lives}) {
                driver.desk->act(GoTo{screen});
                driver.desk->settle();
                REQUIRE_FALSE(driver.desk->shown().empty());
                INFO(id_of(screen));
                const ImGuiWindow& first = window_of(driver.desk->shown().front()->id);
                // A house of all four offers has more rows than there is room for: the page scrolls, the figure does not.
                check_whole(first, screen == Screen::centre ? std::max<double>(height - timeline, first.Pos.y + first.Size.y) : height - timeline);
                CHECK(first.Pos.y < height / 3.0);
            }
            driver.desk->act(GoTo{Screen::overview});
            driver.desk->settle();
            check_whole(window_of(driver.desk->shown().front()->id), height);
        }
    }
}

TEST_CASE("the answer of a what-if begins in sight, below levers that scroll", "[viewer]")
{
    for (const Language language : {Language::da, Language::en}) {
        State start = large(language);
        start.screen = Screen::whatif;
        Driver driver({std::string(SAMSPIL_SOURCE_DIR) + "/scenarios/minimal.yaml"}, start, width, height);
        driver.desk->await_pairs(2);
        driver.desk->settle();
        const ImGuiWindow& answer = window_of("overview.goals");
        CHECK(answer.Pos.y <= height * 0.65);
        CHECK(answer.ScrollMax.y == 0);
    }
}

TEST_CASE("a figure of a what-if's answer is in sight below many levers", "[viewer]")
{
    const std::shared_ptr<LoadedScenario> base = loaded(2);
    for (const Language language : {Language::da, Language::en}) {
        State start = large(language);
        start.screen = Screen::whatif;
        Driver driver({std::string(SAMSPIL_SOURCE_DIR) + "/scenarios/minimal.yaml"}, start, width, height);
        REQUIRE(driver.desk->state().bench.draft() != nullptr);
        Draft many = *driver.desk->state().bench.draft();
        for (const LeverKind& kind : levers_for(base->scenario))
            if (kind.usable() && many.option.levers.size() < 4) many.option.levers.push_back(default_lever(base->scenario, kind));
        REQUIRE(many.option.levers.size() == 4);
        driver.desk->act(SetDraft{driver.desk->state().bench.chosen, many});
        driver.desk->settle();
        driver.desk->await_pairs(2);
        driver.desk->settle();
        const ImGuiWindow& answer = window_of("overview.goals");
        CHECK(answer.ScrollMax.y == 0);
        // A cell with a figure leads to its weeks: one that stands whole above the foot of the window.
        const double x = answer.Pos.x + 0.75 * answer.Size.x, foot = height - driver.desk->theme().px(60);
        for (double y = answer.Pos.y + driver.desk->theme().px(20); y < foot && driver.desk->state().screen == Screen::whatif; y += 12) driver.click(x, y);
        CHECK(driver.desk->state().screen == Screen::difference);
    }
}
