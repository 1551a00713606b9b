// SPDX-License-Identifier: MPL-2.0
// A run folder is whole at every moment: it appears with its manifest, goes on where it stopped, and ends without parts.
#include "engine/base/errors.hpp"
#include "engine/io/parts.hpp"
#include "engine/io/same_bytes.hpp"
#include "engine/io/whole_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/made_result.hpp"

#include <fstream>

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace samspil;
namespace fs = std::filesystem;

namespace {

RunManifest manifest(int replications)
{
    return {.program_version = "0.0.1",
            .commit = "abc",
            .run_id = "run-1",
            .created = "2026-01-01T00:00:00Z",
            .command = "samspil run \"a b.yaml\" -s x=\\1",
            .overrides = {"policy.W_max=9"},
            .seed = 4000000000U,
            .replications = replications,
            .weeks = 6,
            .block = 512,
            .options = {{"town", "/x/town.yaml", "/x", "title: \"Ærø\"\n\ttab\n", {{"town.yaml", "d1"}}},
                        {"other", "/x/other.yaml", "/x", "", {}}}};
}

} // namespace

TEST_CASE("A manifest reads back, and no changed byte goes unseen")
{
    const RunManifest written = manifest(3);
    const std::string text = manifest_text(written);
    const RunManifest read = parse_manifest(text, "m");
    CHECK(read.command == written.command);
    CHECK(read.seed == written.seed);
    CHECK(read.block == 512);
    CHECK(read.overrides == written.overrides);
    REQUIRE(read.options.size() == 2);
    CHECK(read.options[0].resolved_text == written.options[0].resolved_text);
    CHECK(read.options[0].inputs == written.options[0].inputs);
    CHECK(read.options[1].stem == "other");
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string bad = text;
        bad[i] = static_cast<char>(bad[i] ^ 4);
        CHECK_THROWS_AS(parse_manifest(bad, "m"), IoError);
        CHECK_THROWS_AS(parse_manifest(text.substr(0, i), "m"), IoError);
    }
}

TEST_CASE("What a killed process left half made is removed by the next that begins there, and nobody else's is")
{
    const fs::path place = fs::temp_directory_path() / fmt::format("samspil-left-{}", this_process());
    fs::remove_all(place);
    const std::string machine = this_process().substr(0, this_process().rfind('-') + 1);
    const pid_t ended = ::fork();
    if (ended == 0) ::_exit(0);
    REQUIRE(::waitpid(ended, nullptr, 0) == ended);
    const auto left_by = [&](const fs::path& name, const std::string& who, const char* inside) {
        const fs::path left = name.string() + ".tmp" + who;
        fs::create_directories(left / inside);
        return left;
    };
    const std::string killed = machine + std::to_string(ended);
    const fs::path out = place / "out";
    const fs::path half = left_by(out, killed, ".parts");
    const fs::path at_work = left_by(out, machine + std::to_string(::getppid()), ".parts");
    const fs::path elsewhere = left_by(out, "another-" + std::to_string(ended), ".parts");
    const fs::path no_number = left_by(out, machine + "x", ".parts");
    const fs::path full = left_by(place / "other", killed, "notes");

    { RunFolder::begin(out.string(), manifest(1)); }
    CHECK_FALSE(fs::exists(half));
    for (const fs::path& kept : {at_work, elsewhere, no_number, full}) CHECK(fs::exists(kept));
    { RunFolder::begin((place / "other").string(), manifest(1)); }
    CHECK(fs::exists(full)); // somebody's notes under a name like ours

    const fs::path inside = left_by(out / ".parts", killed, "x"), beside = left_by(out / ".parts", machine + std::to_string(::getppid()), "x");
    { RunFolder::begin(out.string(), manifest(1)); }
    CHECK_FALSE(fs::exists(inside));
    CHECK(fs::exists(beside));
    fs::remove_all(place);
}

TEST_CASE("What only some runs say is written down and read back")
{
    RunManifest written = manifest(3);
    CHECK(manifest_text(written).find("futures") == std::string::npos);
    written.until = {"reach.municipal=0.01", "wait.mean.klub"};
    written.futures = true;
    written.posterior = "# two\nh_c,q0\n3,0.1\n";
    written.options[1].drawn = {"h_c=drawn", "q0=set"};
    written.options[1].present = 7;
    written.options[1].source_run = "run-0";
    const RunManifest read = parse_manifest(manifest_text(written), "m");
    CHECK(read.until == written.until);
    CHECK(read.futures);
    CHECK(read.posterior == written.posterior);
    CHECK(read.options[0].drawn.empty());
    CHECK(read.options[1].drawn == written.options[1].drawn);
    CHECK(read.options[1].present == 7);
    CHECK(read.options[1].source_run == "run-0");
}

TEST_CASE("An interrupted run goes on with what was finished and gives the bytes of an uninterrupted one")
{
    const made::Folder folder;
    const Scenario town = made::town();
    const std::string out = folder / "out/";
    {
        RunFolder run = RunFolder::begin(out, manifest(3));
        CHECK(fs::exists(folder / "out/.parts/manifest.json"));
        run.keep(0, made::head(town, 3), made::replication(town, 2));
        run.keep(1, made::head(town, 3), made::replication(town, 0));
        CHECK_THROWS_AS(RunFolder::resume(out), IoError); // held by this run
        CHECK(run.finished_count() == 2);
    }
    CHECK(occupied(out, {"town"})->unfinished);
    std::ofstream(folder / "out/.parts/other.r0.h5", std::ios::app) << "x"; // damaged: must be run again
    std::optional<RunFolder> run = RunFolder::resume(out);
    REQUIRE(run);
    CHECK(run->manifest().replications == 3);
    CHECK(run->was_finished(0, 2));
    CHECK_FALSE(run->was_finished(0, 0));
    CHECK_FALSE(run->was_finished(1, 0));
    for (std::size_t o = 0; o < 2; ++o) {
        for (int r = 0; r < 3; ++r) {
            if (!run->was_finished(o, r)) run->keep(o, made::head(town, 3), made::replication(town, r));
        }
        REQUIRE(run->complete(o, 3));
        run->publish(o, made::head(town, 3));
    }
    run->close();
    run.reset();
    CHECK_FALSE(fs::exists(folder / "out/.parts"));
    CHECK_FALSE(RunFolder::resume(out)); // finished
    write_result(folder / "at-once.h5", made::head(town, 3), made::replications(town, 3));
    CHECK_FALSE(first_difference(open_result(folder / "out/town.h5"), open_result(folder / "at-once.h5"), std::nullopt));
    CHECK((read_whole_file(folder / "out/town.h5") == read_whole_file(folder / "out/other.h5")));
    CHECK(std::distance(fs::directory_iterator(folder / "out"), {}) == 2);
}

TEST_CASE("An old result stays until the new one is complete")
{
    const made::Folder folder;
    const Scenario town = made::town();
    fs::create_directory(folder / "out");
    std::ofstream(folder / "out/town.h5") << "old";
    CHECK_FALSE(occupied(folder / "out", {"town"})->unfinished);
    CHECK_FALSE(occupied(folder / "out", {"else"}));
    RunFolder run = RunFolder::begin(folder / "out", manifest(1));
    run.keep(0, made::head(town, 1), made::replication(town, 0));
    CHECK(read_whole_file(folder / "out/town.h5") == "old");
    run.publish(0, made::head(town, 1));
    CHECK(open_result(folder / "out/town.h5").metadata().replications == 1);
    CHECK_FALSE(run.complete(1, 1));
}

TEST_CASE("A folder without a run cannot be resumed")
{
    const made::Folder folder;
    CHECK_THROWS_AS(RunFolder::resume(folder.path()), IoError);
    CHECK_THROWS_AS(RunFolder::resume(folder / "none"), IoError);
    std::ofstream(folder / "file") << "x";
    CHECK_THROWS_AS(RunFolder::begin(folder / "file", manifest(1)), IoError);
    CHECK_THROWS_AS(RunFolder::begin(folder / "file/below", manifest(1)), IoError);
}
