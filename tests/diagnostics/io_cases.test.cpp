// SPDX-License-Identifier: MPL-2.0
// Each wrong scenario in cases/ with the lines it must give; a few in Danish too.
#include "engine/io/scenario_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenario_folder.hpp"

#include <algorithm>
#include <vector>

using namespace samspil;
namespace fs = std::filesystem;

namespace {

std::vector<fs::path> cases()
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator("tests/diagnostics/cases")) {
        if (entry.path().extension() == ".yaml") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string said(const fs::path& file, Language language)
{
    Diagnostics found;
    const auto loaded = load_scenario(file, {}, found);
    CHECK_FALSE(loaded.has_value());
    found.sort_by_position();
    std::string text;
    for (const Diagnostic& one : found.items())
        text += format(one, language) + "\n";
    return text;
}

} // namespace

TEST_CASE("every wrong scenario and table says what is wrong, where, and what to write", "[io][diagnostics]")
{
    const testing::AtSourceRoot at_root;
    const auto files = cases();
    CHECK(files.size() >= 80);
    for (fs::path file : files) {
        INFO(file.string());
        const std::string english = said(file, Language::en);
        const std::string danish = said(file, Language::da);
        CHECK(english == testing::text_of_file(file.replace_extension(".expected")));
        const fs::path in_danish = file.replace_extension(".expected.da");
        if (fs::exists(in_danish)) CHECK(danish == testing::text_of_file(in_danish));
    }
}

TEST_CASE("all that is wrong in a scenario and its tables is said in one pass", "[io][diagnostics]")
{
    const testing::AtSourceRoot at_root;
    const std::string text = said("tests/diagnostics/cases/everything-at-once.yaml", Language::en);
    CHECK(std::count(text.begin(), text.end(), '\n') == 8);
}

TEST_CASE("a number that looks like a person's is never shown", "[io][diagnostics]")
{
    const testing::AtSourceRoot at_root;
    for (const char* file :
         {"tests/diagnostics/cases/table-cpr.yaml", "tests/diagnostics/cases/cpr-in-scenario.yaml"}) {
        for (const Language language : {Language::da, Language::en}) {
            const std::string text = said(file, language);
            CHECK_THAT(text, Catch::Matchers::ContainsSubstring("CPR"));
            CHECK(text.find("0102451234") == std::string::npos);
            CHECK(text.find("010245-1234") == std::string::npos);
            CHECK(text.find("010245") == std::string::npos);
        }
    }
}
