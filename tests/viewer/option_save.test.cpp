// SPDX-License-Identifier: MPL-2.0
// Saving and opening an option: nothing is replaced untold, and the command says the same.
#include "tests/viewer/option_project.hpp"
#include "engine/io/whole_file.hpp"

#include <algorithm>

using namespace samspil;
using namespace samspil::viewer;

TEST_CASE("saving never replaces a file untold, and never a file the option rests on", "[viewer][option]")
{
    const TemporaryFolder folder;
    make_project(folder);
    OptionFile option;
    option.base = folder / "scenarios/aarhus/tre-distrikter.yaml"; // which extends basis.yaml
    option.path = folder / "scenarios/aarhus/valg.yaml";
    option.title = {"Valg", "Option"};
    const auto refused = [&](const fs::path& path, Overwrite overwrite) {
        OptionFile at = option;
        at.path = path;
        const std::string before = fs::exists(path) ? text_of_file(path) : "";
        Diagnostics found;
        const bool written = save(at, overwrite, found);
        CHECK(written == !found.has_errors());
        if (!written) CHECK((fs::exists(path) ? text_of_file(path) : "") == before);
        return written ? std::string() : messages(found);
    };
    CHECK(refused(option.path, Overwrite::no).empty());
    CHECK_THAT(refused(option.path, Overwrite::no), Catch::Matchers::ContainsSubstring("is there already"));
    CHECK(refused(option.path, Overwrite::yes).empty());
    CHECK_THAT(refused(option.base, Overwrite::yes), Catch::Matchers::ContainsSubstring("another name than its base"));
    CHECK_THAT(refused(folder / "scenarios/aarhus/basis.yaml", Overwrite::yes),
               Catch::Matchers::ContainsSubstring("in a ring"));
    CHECK_THAT(refused(folder / "scenarios/aarhus/valg.txt", Overwrite::no),
               Catch::Matchers::ContainsSubstring(".yaml"));
    const TemporaryFolder elsewhere;
    CHECK_THAT(refused(elsewhere / "scenarios/valg.yaml", Overwrite::no),
               Catch::Matchers::ContainsSubstring("outside the project"));
    option.title.da = "Om 010203-1234";
    CHECK_THAT(refused(folder / "scenarios/aarhus/cpr.yaml", Overwrite::no), Catch::Matchers::ContainsSubstring("CPR"));
    // Work with an error in it is not lost.
    option.title.da = "Kladde";
    option.values = {{"policy.W_max", "lang"}};
    CHECK(refused(folder / "scenarios/aarhus/mappe/kladde.yaml", Overwrite::no).empty());
    CHECK(fs::exists(folder / "scenarios/aarhus/mappe/kladde.yaml"));
}

TEST_CASE("a saved option is opened as it was, and a file that holds more is not cut down", "[viewer][option]")
{
    const TemporaryFolder folder;
    make_project(folder);
    OptionFile option = rich_option(folder.path());
    option.description = {"Hvorfor", "Why"};
    option.levers[0].id = "foerst";
    option.levers[6].requires_ids = {"foerst"};
    Diagnostics found;
    REQUIRE(save(option, Overwrite::no, found));
    auto opened = open_option(option.path, found);
    INFO(messages(found));
    REQUIRE(opened.has_value());
    CHECK(opened->base == option.base);
    CHECK(opened->title == option.title);
    CHECK(opened->description == option.description);
    CHECK(opened->values == option.values);
    CHECK(opened->levers.size() == option.levers.size());
    // Opened and saved once more it stays the same, letter by letter.
    CHECK(save(*opened, Overwrite::yes, found));
    const auto once_more = open_option(option.path, found);
    REQUIRE(once_more.has_value());
    CHECK(yaml_of(*once_more) == yaml_of(*opened));
    // The options of the project too, where they hold no more than an option can.
    int options = 0;
    for (const auto& file : fs::directory_iterator(fs::path(SAMSPIL_SOURCE_DIR) / "scenarios/aarhus")) {
        const std::string text = text_of_file(file.path());
        if (text.find("\nextends:") == std::string::npos) continue;
        INFO(file.path());
        const bool names_a_table = text.find("\ntables:") != std::string::npos;
        CHECK(open_option(file.path(), found).has_value() == !names_a_table);
        ++options;
    }
    CHECK(options > 20);
    CHECK_FALSE(open_option(folder / "scenarios/aarhus/basis.yaml", found).has_value());
    write_file(folder / "scenarios/aarhus/maal.yaml", "samspil: 1\nextends: basis.yaml\ngoals: [reach.klub]\n");
    Diagnostics goals;
    CHECK_FALSE(open_option(folder / "scenarios/aarhus/maal.yaml", goals).has_value());
    CHECK(mentions(goals, "cannot be changed here"));
    CHECK_THROWS_AS(open_option(folder / "scenarios/aarhus/findes-ikke.yaml", goals), IoError);
}

TEST_CASE("an option that has no path yet gets one beside its base, named after the title", "[viewer][option]")
{
    const TemporaryFolder folder;
    make_project(folder);
    OptionFile option;
    option.base = folder / "scenarios/minimal.yaml";
    option.title = {"Flere pladser på Ærø, §18!", ""};
    CHECK(suggested_path(option) == folder / "scenarios/flere-pladser-paa-aeroe-18.yaml");
    Diagnostics found;
    CHECK(load(option, found).has_value());
    REQUIRE(save(option, Overwrite::no, found));
    CHECK(suggested_path(option) == folder / "scenarios/flere-pladser-paa-aeroe-18-2.yaml");
    option.title = {};
    CHECK(suggested_path(option) == folder / "scenarios/valg.yaml");
    option.title.da = "Minimal";
    CHECK(suggested_path(option) == folder / "scenarios/minimal-2.yaml"); // results of both go in one folder
}

TEST_CASE("the command reproduces the option, quoted for a shell", "[viewer][option]")
{
    OptionFile option;
    option.base = "/srv/samspil/scenarios/aarhus/basis.yaml";
    option.path = "/srv/samspil/scenarios/aarhus/mit valg's.yaml";
    CHECK(command_of(option, {20, 2021, "resultater"}, "/srv/samspil") ==
          "samspil compare scenarios/aarhus/basis.yaml 'scenarios/aarhus/mit valg'\\''s.yaml' -o resultater -n 20 "
          "--seed 2021");
    option.path = "/srv/samspil/-x.yaml";
    CHECK(command_of(option, {5, 1, "$HOME"}, "/srv/samspil") ==
          "samspil compare scenarios/aarhus/basis.yaml ./-x.yaml -o '$HOME' -n 5 --seed 1");
    CHECK(command_of(option, {5, 1, "ud"}, "/home/a")
              .starts_with("samspil compare /srv/samspil/scenarios/aarhus/basis.yaml"));
}

TEST_CASE("every command has a folder of its own for its results", "[viewer][option]")
{
    const TemporaryFolder folder;
    OptionFile option;
    option.base = folder / "basis.yaml";
    option.path = folder / "mit-valg.yaml";
    CHECK(result_folder(option, folder.path()) == fs::path("resultater/mit-valg"));
    fs::create_directories(folder / "resultater/mit-valg"); // has been run
    CHECK(result_folder(option, folder.path()) == fs::path("resultater/mit-valg-2"));
    option.path = folder / "andet.yaml";
    CHECK(result_folder(option, folder.path()) == fs::path("resultater/andet"));
}
