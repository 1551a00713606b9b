// SPDX-License-Identifier: MPL-2.0
// "Copy as command" at the desk: of what has been read and can be run, and of nothing else.
#include "tests/viewer/driver.hpp"
#include "tests/viewer/option_project.hpp"

#include "viewer/words/whatif.hpp"

#include <chrono>
#include <thread>

using namespace samspil;
using namespace samspil::viewer;

namespace {

/// Asks for the command until the desk answers with words that begin so.
bool copied_until(Desk& desk, std::string_view words)
{
    for (int i = 0; i < 5000; ++i) {
        desk.save_options({{0, SaveKind::command}});
        if (desk.said().da.starts_with(words)) return true;
        desk.frame();
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

void change(Desk& desk, const char* value)
{
    Draft draft = desk.state().bench.drafts.at(0);
    draft.option.values["policy.W_max"] = value;
    desk.act(SetDraft{0, draft});
}

} // namespace

TEST_CASE("a command is copied of the version that was read and can be run, else it is refused", "[viewer][bench]")
{
    const TemporaryFolder folder;
    fs::create_directories(folder / "data");
    fs::copy(fs::path{SAMSPIL_SOURCE_DIR} / "data/toy", folder / "data/toy", fs::copy_options::recursive);
    write_file(folder / "scenarios/by.yaml", "samspil: 1\ntitle: {da: \"By\", en: \"Town\"}\ndata: ../data/toy\n"
                                             "period: {start: 2021-01-04, weeks: 52, burn_in_weeks: 52}\nrun: {replications: 2, seed: 1}\n"
                                             "policy: {visitation_rule: minimum, gap_policy: stay_forebyggende}\n"
                                             "organisation: {model: areas_1, leadership: single}\n");
    Driver driver({(folder / "scenarios/by.yaml").string()});
    Desk& desk = *driver.desk;
    if (desk.state().bench.drafts.empty()) desk.act(AddDraft{});
    change(desk, "5");
    ImGui::SetClipboardText("før");
    desk.save_options({{0, SaveKind::command}}); // nobody has read it yet
    CHECK(desk.said() == Text{std::string(words::no_command.da), std::string(words::no_command.en)});
    CHECK(std::string(ImGui::GetClipboardText()) == "før");

    REQUIRE(copied_until(desk, words::saved_option.da));
    const std::string command = ImGui::GetClipboardText();
    CHECK(command.starts_with("samspil compare "));
    const fs::path saved = desk.state().bench.drafts.at(0).option.path;
    CHECK(text_of_file(saved).find("W_max: 5") != std::string::npos);

    // A move that was not read yet: the command would be of another version than the file that was looked at.
    change(desk, "lang");
    desk.save_options({{0, SaveKind::command}});
    CHECK(desk.said().da == words::no_command.da);
    for (int i = 0; i < 20; ++i) { // nor when it is read, for it cannot be run
        desk.frame();
        desk.save_options({{0, SaveKind::command}});
        CHECK(desk.said().da == words::no_command.da);
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    CHECK(std::string(ImGui::GetClipboardText()) == command);
    CHECK(text_of_file(saved).find("W_max: 5") != std::string::npos);

    // What others, or a hand with its comments, have written since is left alone; what was saved here is written again.
    change(desk, "6");
    write_file(saved, text_of_file(saved) + "# vores aftale fra mødet\n");
    const std::string by_hand = text_of_file(saved);
    desk.save_options({{0, SaveKind::file}});
    CHECK(desk.said().da.starts_with(words::saved_beside.da));
    CHECK(text_of_file(saved) == by_hand);
    const fs::path beside = desk.state().bench.drafts.at(0).option.path;
    CHECK(beside != saved);
    change(desk, "7");
    desk.save_options({{0, SaveKind::file}});
    CHECK(desk.said().da.starts_with(words::saved_option.da));
    CHECK(desk.state().bench.drafts.at(0).option.path == beside);
    CHECK(text_of_file(beside).find("W_max: 7") != std::string::npos);
}
