// SPDX-License-Identifier: MPL-2.0
// What a citizen's row keeps in little room is what was put there.
#include "engine/io/shape.hpp"
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
    CHECK(ties.bytes() == before);
    CHECK(ties[7][0].row == 8);
    CHECK(ties[7][0].strength == 500);
    CHECK(ties[8][0].strength == 400);
    ties.change(8)[0] = {};
    ties.leave_if_none(8);
    CHECK(ties.make_room(20)[0].row == Tie::nobody); // the room left is as new
}
