// SPDX-License-Identifier: MPL-2.0
// Whole frames without a window: every screen in every dress, keyboard and mouse, files that go wrong, and a monkey.
#include "tests/support/catch.hpp"
#include "tests/viewer/driver.hpp"

#include "viewer/app/raster.hpp"
#include "viewer/data/time_words.hpp"

#include "engine/io/whole_file.hpp"

#include <imgui_internal.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

using namespace samspil;
using namespace samspil::viewer;
namespace fs = std::filesystem;

TEST_CASE("every screen draws in both languages, small and large, with none, one and three results", "[viewer]")
{
    const made::Folder folder;
    const std::vector<std::string> all = made_results(folder);
    const std::vector<std::vector<std::string>> sets{{}, {all[0]}, all};
    for (const std::vector<std::string>& paths : sets) {
        Driver driver(paths);
        for (int s = 0; s < screen_count; ++s) {
            for (const Language language : {Language::da, Language::en}) {
                for (const double scale : {0.75, 1.0, 2.0, 3.0}) {
                    driver.desk->act(GoTo{static_cast<Screen>(s)});
                    driver.desk->act(SetLanguage{language});
                    driver.desk->act(SetTextScale{scale});
                    driver.frames(2);
                    CHECK(ImGui::GetDrawData()->TotalVtxCount > 0);
                    for (const Panel* panel : driver.desk->shown()) {
                        CHECK_FALSE(panel->id.empty());
                        for (const auto& row : table_of(*panel).rows) CHECK(row.size() == table_of(*panel).headings.size());
                    }
                }
            }
        }
        CHECK(driver.desk->library().problems.empty());
    }
}

TEST_CASE("the keyboard alone goes everywhere", "[viewer]")
{
    const made::Folder folder;
    Driver driver(made_results(folder));
    driver.type("3");
    CHECK(driver.desk->state().screen == Screen::map);
    driver.type("d");
    CHECK(driver.desk->state().show == Show::absolute);
    driver.press('P', true);
    REQUIRE(driver.desk->state().palette);
    driver.frames(3);
    driver.type("økonomi");
    driver.press(ImGuiKey_Enter);
    CHECK(driver.desk->state().screen == Screen::economy);
    CHECK_FALSE(driver.desk->state().palette);
    driver.press('Z', true);
    CHECK(driver.desk->state().screen == Screen::map);
    driver.press('Z', true, true);
    CHECK(driver.desk->state().screen == Screen::economy);
    driver.type("?");
    CHECK(driver.desk->state().help);
    driver.press(ImGuiKey_Escape);
    CHECK_FALSE(driver.desk->state().help);
}

TEST_CASE("a scenario file that takes the place of the base built on says so", "[viewer]")
{
    const std::string scenarios = std::string(SAMSPIL_SOURCE_DIR) + "/scenarios/";
    Driver driver({scenarios + "minimal.yaml"});
    CHECK(driver.desk->said().da.empty());
    driver.desk->open({scenarios + "aarhus/basis.yaml"});
    CHECK(driver.desk->state().bench.base.ends_with("basis.yaml"));
    CHECK(driver.desk->said().da.find("basis.yaml, ikke længere på minimal.yaml") != std::string::npos);
    CHECK(driver.desk->said().en.find("basis.yaml, no longer on minimal.yaml") != std::string::npos);
}

TEST_CASE("a slider that is taken hold of where it stands is undone in one step", "[viewer][bench]")
{
    State start;
    start.screen = Screen::whatif;
    Driver driver({std::string(SAMSPIL_SOURCE_DIR) + "/scenarios/minimal.yaml"}, start);
    driver.frames(3);
    const auto draft = [&] { return driver.desk->state().bench.drafts.at(0); };
    Draft one = draft();
    Lever lever;
    lever.type = InterventionType::bridge_capacity;
    lever.date = *parse_date("2021-06-07");
    set_defaults(kind_of(lever.type).params, &lever);
    one.option.levers = {lever};
    driver.desk->act(SetDraft{0, one});
    driver.desk->settle();
    ImGuiIO& io = ImGui::GetIO();
    const auto drag = [&](double from, double to, double y) {
        io.MousePos = {static_cast<float>(from), static_cast<float>(y)};
        driver.frames(2);
        io.MouseDown[0] = true;
        driver.frames(2);
        for (const double x : {from + (to - from) / 2, to}) {
            io.MousePos.x = static_cast<float>(x);
            driver.frames(2);
        }
        io.MouseDown[0] = false;
        driver.frames(3);
    };
    double y = 60;
    while (y < 760 && draft() == one) drag(330, 300, y += 8); // down the card to its slider
    REQUIRE_FALSE(draft() == one);
    const Draft stands = draft();
    drag(300, 380, y); // taken hold of where it stands
    REQUIRE_FALSE(draft() == stands);
    driver.press('Z', true);
    CHECK(draft() == stands);
    driver.press('Z', true);
    CHECK(draft() == one);
}

TEST_CASE("of a folder the base is the result that was run first", "[viewer]")
{
    const made::Folder folder;
    const auto write = [&](const std::string& name) {
        Scenario scenario = made::town();
        scenario.title = {name, name};
        ResultHead head = made::head(scenario, 4);
        head.origin.command = "samspil run plans/today.yaml plans/after.yaml plans/before.yaml";
        head.origin.scenario_path = "plans/" + name + ".yaml";
        write_result(folder / (name + ".h5"), head, made::replications(scenario, 4));
    };
    for (const char* name : {"after", "before", "today"}) write(name);
    Driver driver({folder.path()});
    std::vector<std::string> titles;
    for (const ResultPtr& result : driver.desk->library().results) titles.push_back(title_of(*result, Language::da));
    CHECK(titles == std::vector<std::string>{"today", "after", "before"});
}

TEST_CASE("where there is little room a screen scrolls whole, its controls with it", "[viewer]")
{
    const made::Folder folder;
    Driver driver(made_results(folder), {}, 1366, 768);
    driver.desk->act(GoTo{Screen::economy});
    driver.desk->act(SetTextScale{2});
    driver.frames(3);
    const auto clipped = [&](double y) { // words drawn at this height of the screen
        std::size_t count = 0;
        for (int l = 0; l < ImGui::GetDrawData()->CmdListsCount; ++l)
            for (const ImDrawVert& v : ImGui::GetDrawData()->CmdLists[l]->VtxBuffer) count += std::abs(v.pos.y - y) < 1 ? 1 : 0;
        return count;
    };
    ImGui::GetIO().MousePos = {700, 115}; // over the controls
    driver.frames(2);
    const std::size_t before = clipped(115);
    for (int i = 0; i < 5; ++i) {
        ImGui::GetIO().MouseWheel = -1;
        driver.frame();
        ImGui::GetIO().MouseWheel = 0;
        driver.frame();
    }
    CHECK(clipped(115) != before);
}

TEST_CASE("a date is said as the language says it and read either way", "[viewer]")
{
    const Day day = *parse_date("2023-06-01");
    CHECK(day_words(day, Language::da) == "01.06.2023");
    CHECK(day_words(day, Language::en) == "2023-06-01");
    for (const Language language : {Language::da, Language::en}) CHECK(day_from(day_words(day, language)) == day);
    for (const char* wrong : {"", "1.6.2023", "32.01.2023", "01-06-2023", "2023-13-01"}) CHECK_FALSE(day_from(wrong).has_value());
}

TEST_CASE("no title is cut short for what ImGui takes for a control's name", "[viewer]")
{
    const auto whole = [](const std::string& words) {
        const std::string label = label_of(words);
        return ImGui::FindRenderedTextEnd(label.c_str()) == label.c_str() + label.size();
    };
    CHECK(label_of("Tre distrikter #2") == "Tre distrikter #2");
    for (const char* words : {"20 ## 30", "###", "a####b", "##", "slut#"}) CHECK(whole(words));
    CHECK(label_of("").size() == 1);
}

TEST_CASE("the mouse chooses a screen at the left", "[viewer]")
{
    const made::Folder folder;
    Driver driver(made_results(folder));
    driver.click(90, 44 + 38 * 7 + 18);
    CHECK(driver.desk->state().screen == Screen::assumptions);
}

TEST_CASE("damaged, foreign, newer and missing files are told, and the rest goes on", "[viewer]")
{
    const made::Folder folder;
    std::vector<std::string> paths = made_results(folder, 2);
    const std::string whole = read_whole_file(paths[0]);
    const auto write = [&](const char* name, const std::string& bytes) {
        const std::string path = folder / name;
        std::ofstream(path, std::ios::binary) << bytes;
        paths.push_back(path);
    };
    write("cut.h5", whole.substr(0, whole.size() / 2));
    std::string changed = whole;
    changed[changed.size() / 3] ^= 0x5A;
    write("changed.h5", changed);
    write("foreign.h5", "not HDF5 at all");
    write("empty.h5", "");
    paths.push_back(folder / "not-there.h5");
    Driver driver(paths);
    CHECK(driver.desk->library().results.size() == 2);
    CHECK(driver.desk->library().problems.size() == 5);
    for (const Problem& problem : driver.desk->library().problems) {
        CHECK_FALSE(problem.words.da.empty());
        CHECK(problem.words.en.find(fs::path(problem.path).filename().string()) != std::string::npos);
    }
    driver.frames(3);
}

TEST_CASE("a file deleted or replaced while it is open is told or read anew", "[viewer]")
{
    const made::Folder folder;
    const std::vector<std::string> paths = made_results(folder);
    Driver driver(paths, {}, 1366, 768, 0.02);
    const auto until = [&](const auto& true_now) {
        for (int i = 0; i < 500 && !true_now(); ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
            driver.frame();
        }
        return true_now();
    };
    fs::remove(paths[1]);
    CHECK(until([&] { return driver.desk->library().problems.size() == 1; }));
    CHECK(driver.desk->library().results.size() == 3); // what was read is still shown
    const std::string other = read_whole_file(paths[2]);
    write_whole_file(paths[0], other);
    CHECK(until([&] { return title_of(*driver.desk->library().find(paths[0]), Language::da) == "Alternativ 2"; }));
}

TEST_CASE("a panel is made anew for news of its own, and the land of a map once", "[viewer]")
{
    PanelCache cache;
    int land = 0, progress = 0, model = 0, shapes = 0;
    const auto outlines = std::make_shared<int>(1), others = std::make_shared<int>(2);
    const auto frame = [&](std::uint64_t library, std::uint64_t state, std::uint64_t bench, const std::shared_ptr<int>& of) {
        cache.look_at(library, state, bench);
        cache.of("map.land", [&] { return ++land, Panel{}; });
        cache.of("bench.progress", [&] { return ++progress, Panel{}; });
        CHECK(*cache.kept("numbers", [&] { return ++model; }) == model);
        CHECK(*cache.kept_of(of, "shapes", [&] { return ++shapes; }) == shapes);
    };
    const auto made = [&] { return std::vector{land, progress, model, shapes}; };
    frame(1, 1, 1, outlines);
    frame(1, 1, 1, outlines);
    CHECK(made() == std::vector{1, 1, 1, 1});
    frame(1, 1, 2, outlines); // how far the runs are
    CHECK(made() == std::vector{1, 2, 1, 1});
    frame(1, 2, 2, outlines); // another week
    CHECK(made() == std::vector{2, 3, 1, 1});
    frame(2, 2, 2, outlines); // another answer
    CHECK(made() == std::vector{3, 4, 2, 1});
    frame(2, 2, 2, others); // another place
    CHECK(made() == std::vector{3, 4, 2, 2});
}

TEST_CASE("figures are saved under names that are free", "[viewer]")
{
    const made::Folder folder;
    Driver driver(made_results(folder));
    driver.press('E', true);
    REQUIRE(driver.desk->state().export_menu);
    REQUIRE_FALSE(driver.desk->shown().empty());
    // The menu's first row is the first figure: PNG, SVG, PDF, CSV, TXT.
    driver.frames(2);
    for (int i = 0; i < 2; ++i)
        for (double x = 310; x < 620; x += 12) driver.click(x, 130);
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(driver.folder / "figurer")) files += entry.file_size() > 100 ? 1 : 0;
    CHECK(files >= 5);
}

namespace {

/// Random keys, letters, clicks, wheels, sizes and actions, with files that come and go.
void monkey(int events, std::uint32_t seed)
{
    std::mt19937 chance(seed);
    const auto below = [&](int n) { return static_cast<int>(chance() % static_cast<unsigned>(n)); };
    const made::Folder folder;
    const std::vector<std::string> paths = made_results(folder);
    const std::string kept = read_whole_file(paths[1]);
    Driver driver(paths, {}, 1366, 768, 0.01);
    ImGuiIO& io = ImGui::GetIO();
    const int special[] = {ImGuiKey_Tab, ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_Home, ImGuiKey_End,
                           ImGuiKey_Backspace, ImGuiKey_Space, ImGuiKey_Enter, ImGuiKey_Escape, 'P', 'Z', 'Y', 'T', 'E', '0', 290, 300};
    for (int i = 0; i < events; ++i) {
        switch (below(9)) {
        case 0: io.MousePos = {static_cast<float>(below(static_cast<int>(io.DisplaySize.x))), static_cast<float>(below(static_cast<int>(io.DisplaySize.y)))}; break;
        case 1: io.MouseDown[below(3) == 0 ? 1 : 0] = true; break;
        case 2: io.MouseDown[0] = io.MouseDown[1] = false; break;
        case 3: io.KeysDown[special[below(static_cast<int>(std::size(special)))]] = true; break;
        case 4: std::fill(std::begin(io.KeysDown), std::end(io.KeysDown), false); break;
        case 5: io.KeyCtrl = below(3) == 0; io.KeyShift = below(3) == 0; break;
        case 6: io.AddInputCharacter(static_cast<unsigned>(below(40) == 0 ? 0xE6 : 32 + below(95))); break;
        case 7: io.MouseWheel = static_cast<float>(below(5) - 2); break;
        default:
            if (below(40) == 0) io.DisplaySize = {static_cast<float>(320 + below(1600)), static_cast<float>(240 + below(900))};
            if (below(200) == 0) fs::remove(paths[1]);
            if (below(200) == 0) write_whole_file(paths[1], kept);
            if (below(60) == 0) driver.desk->act(SetTextScale{1});
        }
        driver.frame();
    }
    CHECK(driver.desk->library().results.size() >= 2);
}

} // namespace

TEST_CASE("a monkey at keyboard and mouse breaks nothing", "[viewer]") { monkey(3000, 2026); }

TEST_CASE("a monkey for a hundred thousand events breaks nothing", "[viewer][slow]") { monkey(100000, 11); }

TEST_CASE("where nobody touches anything no frame is wanted, and a file that is written anew asks for one", "[viewer]")
{
    using namespace std::chrono_literals;
    const made::Folder folder;
    Driver driver(made_results(folder), {}, 1366, 768, 0.01);
    driver.frames(5);
    CHECK_FALSE(driver.desk->restless());
    std::this_thread::sleep_for(200ms); // files are looked at some times
    CHECK_FALSE(driver.desk->has_news());
    made_results(folder, 1);
    for (int i = 0; i < 1000 && !driver.desk->has_news(); ++i) std::this_thread::sleep_for(10ms);
    REQUIRE(driver.desk->has_news());
    driver.frame();
    CHECK(driver.desk->restless());
    driver.desk->settle();
    driver.frames(5);
    CHECK_FALSE(driver.desk->restless());
    std::this_thread::sleep_for(200ms);
    CHECK_FALSE(driver.desk->has_news());
}
