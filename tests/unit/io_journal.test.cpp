// SPDX-License-Identifier: MPL-2.0
// What is whole in a journal stays, wherever it was torn or changed; what is not whole is never read.
#include "engine/base/errors.hpp"
#include "engine/io/journal.hpp"
#include "engine/io/whole_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/made_result.hpp"

#include <bit>
#include <fstream>

using namespace samspil;

namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();
const std::vector<double> first{1, nan_value, -0.0}, second{4, 5, 6}, third{7, 8, 9};
const EvaluationKey one{11, 12}, other{13, 14};

std::string made_journal(const std::string& path)
{
    Journal journal = Journal::begin(path, "study-1");
    journal.add(one, 0, first);
    journal.add(other, 0, second);
    journal.add(one, 1, third);
    return path;
}

void write(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes; }

bool same_bits(const std::vector<double>& a, const std::vector<double>& b)
{
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (std::bit_cast<std::uint64_t>(a[i]) != std::bit_cast<std::uint64_t>(b[i])) return false;
    }
    return true;
}

} // namespace

TEST_CASE("A journal gives back every record bit for bit, and only what was asked")
{
    const made::Folder folder;
    const Journal journal = Journal::open(made_journal(folder / "j"), "study-1");
    CHECK(journal.size() == 3);
    CHECK(journal.left_out() == 0);
    CHECK(same_bits(journal.find(one, 0).value(), first));
    CHECK(same_bits(journal.find(one, 1).value(), third));
    CHECK(journal.find(other, 0) == second);
    CHECK_FALSE(journal.find(other, 1).has_value());
    CHECK_THROWS_AS(Journal::open(folder / "j", "study-2"), IoError);
    CHECK_THROWS_AS(Journal::open(folder / "none", "study-1"), IoError);
}

TEST_CASE("A journal counts what failed apart, and forgets it when it is finished after all")
{
    const made::Folder folder;
    const std::string path = made_journal(folder / "j");
    {
        Journal journal = Journal::open(path, "study-1");
        journal.add(other, 1, {});
        CHECK(journal.size() == 3);
        CHECK(journal.failed() == 1);
        CHECK_FALSE(journal.find(other, 1).has_value());
    }
    Journal journal = Journal::open(path, "study-1");
    CHECK(journal.left_out() == 0);
    CHECK(journal.failed() == 1);
    journal.add(other, 1, second);
    CHECK(journal.failed() == 0);
    CHECK(journal.size() == 4);
    CHECK(Journal::open(path, "study-1").find(other, 1) == second);
}

TEST_CASE("A journal torn at any byte of its last record loses that record only, and grows on as if never torn")
{
    const made::Folder folder;
    const std::string whole = read_whole_file(made_journal(folder / "j"));
    const std::size_t last = whole.size() - journal_record_bytes(3);
    for (std::size_t cut = last; cut < whole.size(); ++cut) {
        const std::string path = folder / "torn";
        write(path, whole.substr(0, cut));
        {
            Journal journal = Journal::open(path, "study-1");
            REQUIRE(journal.size() == 2);
            REQUIRE(journal.left_out() == cut - last);
            journal.add(one, 1, third);
        }
        REQUIRE(read_whole_file(path) == whole);
    }
}

TEST_CASE("A changed byte costs the record it lies in and no other")
{
    const made::Folder folder;
    const std::string whole = read_whole_file(made_journal(folder / "j"));
    const std::size_t record = journal_record_bytes(3), start = whole.size() - 3 * record;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string bad = whole;
        bad[at] = static_cast<char>(bad[at] ^ 0x10);
        write(folder / "bad", bad);
        if (at < start) {
            REQUIRE_THROWS_AS(Journal::open(folder / "bad", "study-1"), IoError);
            continue;
        }
        const Journal journal = Journal::open(folder / "bad", "study-1");
        REQUIRE(journal.size() == 2);
        const std::size_t hit = (at - start) / record;
        REQUIRE(journal.find(one, 0).has_value() == (hit != 0));
        REQUIRE(journal.find(other, 0).has_value() == (hit != 1));
        REQUIRE(journal.find(one, 1).has_value() == (hit != 2));
    }
}

TEST_CASE("Looking at a journal changes nothing")
{
    const made::Folder folder;
    const std::string path = made_journal(folder / "j"), torn = read_whole_file(path) + "SjR1 and then nothing";
    write(path, torn);
    CHECK(Journal::look(path, "study-1").size() == 3);
    CHECK(read_whole_file(path) == torn);
}
