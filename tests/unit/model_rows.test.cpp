// SPDX-License-Identifier: MPL-2.0
// What a citizen's row keeps in little room is what was put there.
#include "engine/io/shape.hpp"
#include "engine/model/citizen.hpp"
#include "engine/model/hazards.hpp"
#include "engine/model/people.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <limits>

using namespace samspil;

TEST_CASE("a stored week is the week, for every week that a run can reach")
{
    double longest = 0; // weeks of a run, by its own limits
    for (const Field& field : period_fields()) longest += field.maximum;
    const Week furthest = static_cast<Week>(longest) + last_age_week;
    REQUIRE(furthest < StoredWeek::stored_never);
    int wrong = 0;
    for (Week week = -furthest; week <= furthest; ++week) wrong += StoredWeek(week) == week ? 0 : 1;
    CHECK(wrong == 0);
    CHECK(StoredWeek(never) == never);
}

TEST_CASE("a week beyond all runs never comes, and stored weeks stand in the order of the weeks")
{
    CHECK(StoredWeek(100000) == never);
    CHECK(StoredWeek(-100000) < -StoredWeek::stored_never + 1);
    const Week weeks[] = {std::numeric_limits<Week>::min(), -2400, -1, 0, 1, 7800, StoredWeek::stored_never - 1, never};
    CHECK(std::is_sorted(std::begin(weeks), std::end(weeks), [](Week a, Week b) { return StoredWeek(a).kept() < StoredWeek(b).kept(); }));
}

TEST_CASE("ties take room when the first is made and give it back with the last")
{
    TieTable ties;
    ties.assign(1000);
    REQUIRE(ties.size() == 1000);
    CHECK(ties[7][0].row == Tie::nobody);
    ties.make_room(7)[0] = {8, 500, 1};
    ties.make_room(8)[0] = {7, 500, 1};
    ties.make_room(7)[1] = {9, 300, 1};
    CHECK(ties[7][0].row == 8);
    CHECK(ties[7][1].row == 9);
    CHECK(ties[8][0].row == 7);
    CHECK(ties[9][0].row == Tie::nobody);
    const std::size_t before = ties.bytes();
    for (int round = 0; round < 1000; ++round) {
        ties.leave_if_none(7); // still has ties
        ties.change(8)[0] = {};
        ties.leave_if_none(8);
        CHECK(ties[8][0].row == Tie::nobody);
        ties.make_room(8)[0] = {7, 400, 2};
    }
    CHECK(ties.bytes() < before + sizeof(MadeTies)); // the same room again and again
    CHECK(ties[7][0].row == 8);
    CHECK(ties[7][0].strength == 500);
    CHECK(ties[8][0].strength == 400);
    ties.change(8)[0] = {};
    ties.leave_if_none(8);
    CHECK(ties.make_room(20)[0].row == Tie::nobody); // the room left is as new
    ties.leave_all(7);
    CHECK(ties[7][0].row == Tie::nobody);
    ties.leave_all(7); // nothing left to leave
    CHECK(ties.make_room(21)[1].row == Tie::nobody); // nor anything of who left
    CHECK(ties.make_room(22)[0].row == Tie::nobody);
    ties.change(21)[0] = {5, 100, 1};
    CHECK(ties[22][0].row == Tie::nobody); // two rooms
    CHECK(ties.bytes() < before + 2 * sizeof(MadeTies)); // one more than before
}

TEST_CASE("only who lives here has room in the table of citizens, and stays where he is")
{
    constexpr std::uint32_t rows = 50'000; // more than the system gives at once
    CitizenTable citizens;
    citizens.assign(rows);
    REQUIRE(citizens.size() == rows);
    const std::size_t empty = citizens.bytes();
    for (const Citizen& citizen : citizens) REQUIRE(citizen.residence == Residence::not_yet);
    Citizen& seven = citizens.admit(7);
    seven.residence = Residence::home;
    seven.id = 700;
    CitizenTable copy = citizens;
    const Citizen* in_copy = &copy[7];
    for (std::uint32_t row = 0; row < rows; ++row) {
        if (row == 7) continue;
        citizens.admit(row).level = 3;
        copy.admit(row);
    }
    CHECK(&citizens[7] == &seven);
    CHECK(&copy[7] == in_copy);
    CHECK(copy[7].id == 700);
    CHECK(copy[8].level == 0);
    CHECK(citizens[8].level == 3);
    CHECK(citizens[8].row == 8);

    // Those who leave share one row for the dead and one for who has moved; their room goes to who comes next, as new.
    const std::size_t full = citizens.bytes();
    CHECK(full >= empty + rows * sizeof(Citizen));
    citizens[8].residence = Residence::dead;
    citizens[9].residence = Residence::moved_out;
    citizens.dismiss(8);
    citizens.dismiss(9);
    CHECK_FALSE(citizens.holds(8));
    CHECK(citizens[8].residence == Residence::dead);
    CHECK(citizens[8].level == 0);
    CHECK(citizens[9].residence == Residence::moved_out);
    CHECK(citizens.admit(8).level == 0);
    CHECK(citizens[8].residence == Residence::not_yet);
    citizens[8].id = 800;
    CHECK(citizens.admit(8).id == 0); // somebody new in the place of another
    CHECK(citizens[8].row == 8);
    CHECK(citizens[9].residence == Residence::moved_out);
    CHECK(citizens.bytes() < full + 100);
    CHECK(citizens.add() == rows);
    CHECK(citizens[rows].row == rows);
    CHECK(citizens[7].id == 700);
}
