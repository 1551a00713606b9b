// SPDX-License-Identifier: MPL-2.0
// Files nobody meant to be read: they give one clear message, never a crash and never a wait.
#include "engine/io/scenario_file.hpp"
#include "engine/io/source_text.hpp"
#include "engine/random/stream.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenario_folder.hpp"

#include <chrono>

#include <sys/stat.h>

using namespace samspil;
using testing::TemporaryFolder;
using testing::write_file;
namespace fs = std::filesystem;

namespace {

/// All messages about a scenario with this text, in English; the file is `scenario.yaml`.
std::string said_of(std::string_view text)
{
    const TemporaryFolder folder;
    write_file(folder / "scenarios" / "scenario.yaml", text);
    fs::create_directories(folder / "data");
    Diagnostics found;
    load_scenario(folder / "scenarios/scenario.yaml", {}, found);
    std::string all;
    for (Diagnostic one : found.items()) {
        one.file = fs::path(one.file).filename().string();
        all += format(one, Language::en) + "\n";
    }
    return all;
}

void starts(const std::string& text, const std::string& beginning)
{
    INFO(text);
    CHECK(text.rfind(beginning, 0) == 0);
}

} // namespace

TEST_CASE("a file in another encoding is refused with its place", "[io][diagnostics]")
{
    starts(said_of(std::string("\xFF\xFEs\0a\0", 6)), "scenario.yaml:1:1: error: the file is in UTF-16");
    starts(said_of(std::string("samspil: 1\nrun: {\0}\n", 20)), "scenario.yaml:2:7: error: a NUL character");
    starts(said_of("samspil: 1\ntitle: {da: \"Tr\xF8jborg\"}\n"), "scenario.yaml:2:16: error: not valid UTF-8");
    starts(said_of("samspil: 1\ntitle: {da: \"\x1B[31m\"}\n"), "scenario.yaml:2:14: error: a control character");
    starts(said_of("samspil: 1\ntitle: {da: \"\\e[31m\"}\n"),
           "scenario.yaml:2:13: error: a control character in a text");
    starts(said_of(""), "scenario.yaml:1:1: error: the file is empty");
}

TEST_CASE("a byte-order mark and Danish letters do not move the places of messages", "[io][diagnostics]")
{
    starts(said_of("\xEF\xBB\xBFsamspil: 1\ntitle: {da: \"Trøjborg å\", xx: 1}\n"),
           "scenario.yaml:2:27: error: title: unknown key 'xx'");
}

TEST_CASE("very deep, very long and very repetitive files end in a message at once", "[io][diagnostics]")
{
    const auto start = std::chrono::steady_clock::now();
    const std::string deep = "samspil: 1\ntitle: " + std::string(10000, '[') + std::string(10000, ']') + "\n";
    CHECK_THAT(said_of(deep), Catch::Matchers::ContainsSubstring("nested more than 64 levels deep"));
    std::string anchors = "samspil: 1\ntitle:\n";
    for (int i = 0; i < 20000; ++i)
        anchors += "  a" + std::to_string(i) + ": &x" + std::to_string(i) + " 1\n";
    CHECK_THAT(said_of(anchors), Catch::Matchers::ContainsSubstring("anchors (&name) are not used"));
    CHECK_THAT(said_of("samspil: 1\nrun: {foo:\n"), Catch::Matchers::ContainsSubstring("error"));
    CHECK_THAT(said_of("[[:"), Catch::Matchers::ContainsSubstring("error"));
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}

TEST_CASE("what is not a regular file of bearable size is never read", "[io][diagnostics]")
{
    const TemporaryFolder folder;
    fs::create_directories(folder / "data");
    fs::create_directories(folder / "scenarios" / "a-folder.yaml");
    REQUIRE(::mkfifo((folder / "scenarios/pipe.yaml").c_str(), 0600) == 0);
    write_file(folder / "scenarios" / "large.yaml", "samspil: 1\n");
    fs::resize_file(folder / "scenarios" / "large.yaml", largest_input + 1);
    for (const char* name : {"a-folder.yaml", "pipe.yaml", "large.yaml", "absent.yaml"}) {
        INFO(name);
        Diagnostics found;
        CHECK_THROWS_AS(load_scenario(folder / "scenarios" / name, {}, found), IoError);
        write_file(folder / "scenarios" / "child.yaml", std::string("samspil: 1\nextends: ") + name + "\n");
        CHECK_NOTHROW(load_scenario(folder / "scenarios/child.yaml", {}, found));
        CHECK(found.has_errors());
    }
}

TEST_CASE("no path leads out of the project folder, not by a link either", "[io][diagnostics]")
{
    const TemporaryFolder folder;
    fs::create_directories(folder / "project" / "data");
    write_file(folder / "secret.yaml", "samspil: 1\nword: hidden\n");
    write_file(folder / "project" / "scenarios" / "a.yaml", "samspil: 1\nextends: ../../secret.yaml\n");
    write_file(folder / "project" / "scenarios" / "b.yaml", "samspil: 1\nextends: link.yaml\n");
    fs::create_symlink(folder / "secret.yaml", folder / "project" / "scenarios" / "link.yaml");
    for (const char* name : {"a.yaml", "b.yaml"}) {
        Diagnostics found;
        CHECK_FALSE(load_scenario(folder / "project/scenarios" / name, {}, found));
        REQUIRE(found.items().size() == 1); // what is missing besides may stand in the file that was not read
        CHECK_THAT(format(found.items()[0], Language::en),
                   Catch::Matchers::ContainsSubstring("outside the project folder"));
    }
}

TEST_CASE("eight files may extend each other, nine may not", "[io][diagnostics]")
{
    const TemporaryFolder folder;
    fs::create_directories(folder / "data");
    write_file(folder / "scenarios" / "s0.yaml", "samspil: 1\n");
    for (int i = 1; i <= 9; ++i) {
        write_file(folder / "scenarios" / ("s" + std::to_string(i) + ".yaml"),
                   "samspil: 1\nextends: s" + std::to_string(i - 1) + ".yaml\n");
    }
    const auto too_deep = [&](const char* name) {
        Diagnostics found;
        load_scenario(folder / "scenarios" / name, {}, found);
        for (const Diagnostic& one : found.items()) {
            if (one.message.en == "more than 8 files extend each other") return true;
        }
        return false;
    };
    CHECK_FALSE(too_deep("s8.yaml"));
    CHECK(too_deep("s9.yaml"));
}

TEST_CASE("a scenario and a table with random bytes changed never crash the reader", "[io][diagnostics]")
{
    const fs::path source = SAMSPIL_SOURCE_DIR;
    const std::string scenario =
        testing::text_of_file(source / "scenarios/aarhus/tre-distrikter.yaml") +
        "run: {replications: 3, seed: 1}\ndata: ../data\nperiod: {start: 2021-01-04}\norganisation: {model: areas_1}\n"
        "goals: [reach.municipal]\ncentres: {lc-norrevang: {offers: {klub: {places: 3}}}}\n";
    const std::string table = testing::text_of_file(source / "data/toy/offers.csv");
    const TemporaryFolder folder;
    fs::copy(source / "data" / "toy", folder / "data");
    constexpr std::uint32_t mutations = 2000;
    constexpr std::string_view alphabet = "{}[]:,-&*!|>'\"%@`#? \n\t\r0123456789.;eE<~\\/ab\xC3\xB8\xFF";
    std::size_t messages = 0;
    for (std::uint32_t i = 0; i < mutations; ++i) {
        std::string text = i % 4 == 0 ? table : scenario;
        const auto changes = 1 + draw4({7, i}, Purpose::bootstrap, 0, 0)[0] % 16;
        for (std::uint32_t change = 1; change <= changes; ++change) {
            const auto drawn = draw4({7, i}, Purpose::bootstrap, 0, change);
            const std::size_t at = drawn[0] % text.size();
            const char letter = alphabet[drawn[1] % alphabet.size()];
            if (drawn[2] % 4 == 0)
                text.insert(at, 1, letter);
            else if (drawn[2] % 4 == 1)
                text.erase(at, 1 + drawn[3] % 8);
            else
                text[at] = letter;
            if (text.empty()) text = "x";
        }
        write_file(folder / (i % 4 == 0 ? "data/offers.csv" : "scenarios/s.yaml"), text);
        if (i % 4 == 0)
            write_file(folder / "scenarios" / "s.yaml",
                       "samspil: 1\ndata: ../data\nperiod: {start: 2021-01-04}\norganisation: {model: areas_1}\n");
        Diagnostics found;
        load_scenario(folder / "scenarios/s.yaml", {}, found);
        messages += found.items().size();
    }
    CHECK(messages > mutations / 2);
}
