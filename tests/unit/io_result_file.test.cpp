// SPDX-License-Identifier: MPL-2.0
// What is written is what is read; parts make the same file in any order of finishing; damage is told.
#include "engine/base/errors.hpp"
#include "engine/io/same_bytes.hpp"
#include "engine/io/whole_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/made_result.hpp"

#include <bit>
#include <csignal>
#include <fstream>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace samspil;

namespace {

std::string error_of(const std::string& path, IoError::Cause expected)
{
    try {
        const ResultFile file = open_result(path);
        for (const std::string& dataset : file.file().datasets()) static_cast<void>(file.file().shape(dataset));
    } catch (const IoError& error) {
        CHECK(error.cause() == expected);
        CHECK(error.path() == path);
        return error.what();
    }
    return "no error";
}

} // namespace

TEST_CASE("A result reads back every number that was written")
{
    const made::Folder folder;
    const Scenario town = made::town();
    const auto written = made::replications(town, 3);
    write_result(folder / "town.h5", made::head(town, 3), written);
    const ResultFile file = open_result(folder / "town.h5");

    for (std::size_t k = 0; k < kpi_table().size(); ++k) {
        const auto values = file.kpi(kpi_table()[k].id);
        REQUIRE(values.size() == 3);
        for (std::size_t r = 0; r < 3; ++r)
            CHECK(std::bit_cast<std::uint64_t>(values[r]) == std::bit_cast<std::uint64_t>(written[r].kpis[k]));
    }
    for (std::size_t s = 0; s < series_table().size(); ++s) {
        const SeriesInfo& series = series_table()[s];
        std::vector<std::int32_t> all;
        for (int r = 0; r < 3; ++r) {
            const auto& expected = written[static_cast<std::size_t>(r)].series[s];
            CHECK(file.series(series.group, series.id, r) == expected);
            all.insert(all.end(), expected.begin(), expected.end());
        }
        CHECK(file.series(series.group, series.id) == all);
    }
    CHECK(file.series_extent("weekly", "users") == std::vector<std::size_t>{6, 3, 4});
    CHECK(file.life_courses() == written[0].life_courses);
    CHECK_FALSE(file.has_kpi("no.such"));
    CHECK_THROWS_AS(file.kpi("no.such"), IoError);
    CHECK_THROWS_AS(file.series("weekly", "users", 3), IoError);
}

TEST_CASE("A result says where it comes from and what was assumed")
{
    const made::Folder folder;
    const Scenario town = made::town();
    write_result(folder / "town.h5", made::head(town, 1), made::replications(town, 1));
    const ResultFile file = open_result(folder / "town.h5");
    const ResultMetadata& about = file.metadata();

    CHECK_FALSE(about.part);
    CHECK(about.title == town.title);
    CHECK(about.seed == 4000000000U);
    CHECK(about.weeks == 6);
    CHECK(about.burn_in_weeks == 2);
    CHECK(about.start == "2021-01-04");
    CHECK(about.origin.resolved_text == "title: æøå\n");
    CHECK(about.origin.overrides == std::vector<std::string>{"policy.W_max=9", "assumptions.h_v=0.04"});
    CHECK(about.origin.inputs == std::vector<InputRecord>{{"town.yaml", "d1"}, {"a table.csv", "d2"}});

    const auto rows = file.assumptions();
    const auto wait = std::find_if(rows.begin(), rows.end(), [](const AssumptionRow& r) { return r.key == "W_max"; });
    REQUIRE(wait != rows.end());
    CHECK(wait->group == "policy");
    CHECK(wait->value == town.policy.w_max);
    CHECK(wait->tag == "assumed");
    CHECK(wait->unit == "weeks");
    CHECK(rows.size() == parameter_fields().size() + policy_fields().size() + organisation_fields().size() +
                             mechanism_fields().size() + 1);
    const auto centres = file.centres();
    REQUIRE(centres.size() == 3);
    CHECK(centres[1].name == "=Søndervang");
    CHECK(centres[0].known);
    REQUIRE(file.neighbourhoods().size() == 2);
    CHECK(file.neighbourhoods()[1].y_m == -20);
    REQUIRE(file.targets().size() == 1);
    CHECK(file.targets()[0].high == 11);
    CHECK(file.facts().at(0).value == "3");
    CHECK(file.file().text_attribute("kpi/reach.klub", "unit") == "share");
    CHECK(file.file().scale_names("weekly/users") == std::vector<std::string>{"/replication", "/week", "/centre", "/offer"});
}

TEST_CASE("Parts give the same bytes whatever the order they finish in, and those of a result written at once")
{
    const made::Folder folder;
    const Scenario town = made::town();
    const auto written = made::replications(town, 4);
    write_result(folder / "whole.h5", made::head(town, 4), written);
    std::vector<std::string> parts(4), others(4);
    for (const std::size_t r : {2U, 0U, 3U, 1U}) {
        parts[r] = folder / ("town.r" + std::to_string(r) + ".h5");
        write_part(parts[r], made::head(town, 4), written[r]);
    }
    for (const std::size_t r : {0U, 1U, 2U, 3U}) {
        others[r] = folder / ("other.r" + std::to_string(r) + ".h5");
        write_part(others[r], made::head(town, 4), written[r]);
    }
    const ResultFile part = open_result(parts[2]);
    CHECK(part.metadata().part);
    CHECK(part.metadata().first_replication == 2);
    CHECK(part.kpi("reach.klub") == std::vector{written[2].kpis[0]});
    merge_parts(folder / "merged.h5", made::head(town, 4), parts);
    merge_parts(folder / "again.h5", made::head(town, 4), others);
    CHECK((read_whole_file(folder / "merged.h5") == read_whole_file(folder / "again.h5")));
    CHECK_FALSE(first_difference(open_result(folder / "merged.h5"), open_result(folder / "whole.h5"), std::nullopt));
}

TEST_CASE("The first of many replications are the same bytes as the few, and a difference is named")
{
    const made::Folder folder;
    const Scenario town = made::town();
    auto written = made::replications(town, 6);
    write_result(folder / "six.h5", made::head(town, 6), written);
    write_result(folder / "four.h5", made::head(town, 4), std::span(written).first(4));
    const ResultFile six = open_result(folder / "six.h5"), four = open_result(folder / "four.h5");
    CHECK_FALSE(first_difference(six, four, 4));
    CHECK(first_difference(six, four, std::nullopt)->dataset == "replication");
    CHECK_THROWS_AS(first_difference(six, four, 5), IoError);
    CHECK_FALSE(first_difference(six, written[5]));
    written[3].series[0][13] += 1; // 3 centres x 4 offers: week 1, centre 0, offer 1
    write_result(folder / "other.h5", made::head(town, 4), std::span(written).first(4));
    const auto found = first_difference(four, open_result(folder / "other.h5"), 4);
    REQUIRE(found);
    CHECK(found->dataset == "weekly/users");
    CHECK(found->where == "[3, 1, 0, 1]");
    CHECK_FALSE(first_difference(four, open_result(folder / "other.h5"), 3));
    CHECK(first_difference(four, written[3])->where == "[3, 1, 0, 1]");
    Scenario changed = town;
    changed.policy.w_max += 1;
    write_result(folder / "policy.h5", made::head(changed, 4), made::replications(town, 4));
    CHECK(first_difference(four, open_result(folder / "policy.h5"), 4)->dataset == "policy/W_max");
}

TEST_CASE("A part of another run or another replication is refused")
{
    const made::Folder folder;
    const Scenario town = made::town();
    write_part(folder / "a.h5", made::head(town, 1), made::replication(town, 1));
    const std::vector paths{folder / "a.h5"};
    CHECK_THROWS_AS(merge_parts(folder / "m.h5", made::head(town, 1), paths), IoError);
    write_part(folder / "a.h5", made::head(town, 1), made::replication(town, 0));
    ResultHead other = made::head(town, 1);
    other.origin.run_id = "run-2";
    CHECK_THROWS_AS(merge_parts(folder / "m.h5", other, paths), IoError);
    merge_parts(folder / "m.h5", made::head(town, 1), paths);
}

TEST_CASE("A town without houses has a result")
{
    const made::Folder folder;
    Scenario town = made::town();
    town.centres.clear();
    write_part(folder / "p.h5", made::head(town, 1), made::replication(town, 0));
    merge_parts(folder / "town.h5", made::head(town, 1), std::vector{folder / "p.h5"});
    const ResultFile file = open_result(folder / "town.h5");
    CHECK(file.series("weekly", "users").empty());
    CHECK(file.series("weekly", "users", 0).empty());
    CHECK(file.centres().empty());
}

TEST_CASE("Files that are not ours, cut off, or missing are told apart")
{
    const made::Folder folder;
    CHECK_THAT(error_of(folder / "none.h5", IoError::Cause::unreadable), Catch::Matchers::ContainsSubstring("none.h5"));
    CHECK(error_of(folder.path(), IoError::Cause::unreadable) != "no error");
    CHECK(error_of("/dev/zero", IoError::Cause::unreadable) != "no error");
    std::ofstream(folder / "text.h5") << "not a result";
    CHECK(error_of(folder / "text.h5", IoError::Cause::damaged) != "no error");
    std::ofstream(folder / "empty.h5");
    CHECK(error_of(folder / "empty.h5", IoError::Cause::damaged) != "no error");
    const std::string sealed = "sealed, but no HDF5 inside";
    write_sealed_file(folder / "sealed.h5", std::as_bytes(std::span(sealed)));
    CHECK(error_of(folder / "sealed.h5", IoError::Cause::damaged) != "no error");
    hdf5::Writer foreign;
    foreign.make_group("kpi");
    foreign.save(folder / "foreign.h5");
    CHECK_THAT(error_of(folder / "foreign.h5", IoError::Cause::damaged), Catch::Matchers::ContainsSubstring("format"));
}

TEST_CASE("What is wrong with a result is said in one language at a time")
{
    const made::Folder folder;
    hdf5::Writer foreign;
    foreign.make_group("kpi");
    foreign.save(folder / "foreign.h5");
    try {
        static_cast<void>(open_result(folder / "foreign.h5"));
        FAIL("a file without a format was opened");
    } catch (const IoError& error) {
        CHECK(error.message(Language::da) == folder / "foreign.h5: /@format mangler");
        CHECK(error.message(Language::en) == folder / "foreign.h5: /@format is missing");
    }
}

TEST_CASE("No changed byte and no cut goes unseen")
{
    const made::Folder folder;
    const Scenario town = made::town();
    write_result(folder / "town.h5", made::head(town, 2), made::replications(town, 2));
    const std::string good = read_whole_file(folder / "town.h5");
    const std::string path = folder / "bad.h5";
    std::size_t at = 0;
    for (int i = 0; i < 400; ++i) {
        std::string bad = good;
        at = (at * 6364136223846793005ULL + 1442695040888963407ULL) % good.size();
        if (i % 10 == 0) bad.resize(at);
        else bad[at] = static_cast<char>(bad[at] ^ (1 << (i % 8)));
        std::ofstream(path, std::ios::binary) << bad;
        INFO("byte " << at << " of " << good.size() << ", case " << i);
        CHECK(error_of(path, IoError::Cause::damaged) != "no error");
    }
}

TEST_CASE("A folder that cannot be written and a full disk are told with the path, and leave nothing behind")
{
    const made::Folder folder;
    const Scenario town = made::town();
    const auto all = made::replications(town, 1);
    try {
        write_result(folder / "no/such/town.h5", made::head(town, 1), all);
        FAIL("written");
    } catch (const IoError& error) {
        CHECK(error.cause() == IoError::Cause::unwritable);
        CHECK(error.path() == folder / "no/such/town.h5");
    }
    write_result(folder / "town.h5", made::head(town, 1), all);
    const std::string before = read_whole_file(folder / "town.h5");
    const pid_t child = ::fork(); // the limit on the size of files stays with the child
    if (child == 0) {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{20000, 20000};
        ::setrlimit(RLIMIT_FSIZE, &small);
        try {
            write_result(folder / "town.h5", made::head(town, 1), all);
        } catch (const IoError& error) {
            ::_exit(error.cause() == IoError::Cause::out_of_space ? 8 : 1);
        }
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 8);
    CHECK(read_whole_file(folder / "town.h5") == before);
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}
