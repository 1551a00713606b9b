// SPDX-License-Identifier: MPL-2.0
// What a picture command names is there, or the command is refused.
#include "tests/support/catch.hpp"
#include "tests/support/made_result.hpp"
#include "tests/viewer/made_library.hpp"

#include "viewer/app/named.hpp"
#include "viewer/app/usage.hpp"

#include <filesystem>

using namespace samspil;
using namespace samspil::viewer;

namespace {

std::string refusal(const State& asked, const Library& library)
{
    try {
        as_named(asked, library);
    } catch (const UsageError& error) {
        return error.words.en;
    }
    return "";
}

} // namespace

TEST_CASE("a picture of what no result has is refused with the nearest that there is", "[viewer]")
{
    const made::Folder folder;
    Library library;
    for (const std::string name : {"today.h5", "after.h5"}) {
        const auto result = made_result(folder / name, 3, 2, 52);
        result->path = result->key;
        write_result(result->path, made::head(made::town(), 2), made::replications(made::town(), 2)); // the file is there
        library.results.push_back(result);
    }
    State asked;
    asked.base = folder.path() + "/../" + std::filesystem::path(folder.path()).filename().string() + "/after.h5";
    asked.week = 2000;
    const State named = as_named(asked, library);
    CHECK(named.base == folder / "after.h5");
    CHECK(named.week == 51);
    asked = {};
    asked.option = folder / "aftr.h5";
    CHECK(refusal(asked, library).find("--option") == 0);
    CHECK(refusal(asked, library).find("did you mean '" + folder / "after.h5" + "'") != std::string::npos);
    asked = {};
    asked.centre = 99;
    CHECK(refusal(asked, library) == "--centre 99: unknown; there are 1, 2, 3");
    asked.centre = 2;
    CHECK(refusal(asked, library).empty());
    asked.measure = "no.such.measure";
    CHECK(refusal(asked, library).find("--measure no.such.measure: unknown; ") == 0);
}
