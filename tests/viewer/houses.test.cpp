// SPDX-License-Identifier: MPL-2.0
// The table of houses: what it shows, and edits as values with a history.
#include "tests/viewer/house_edits.hpp"
#include "tests/support/made_result.hpp"
#include "viewer/options/houses_paste.hpp"

#include <algorithm>

using namespace samspil;
using namespace samspil::viewer;
using C = HouseColumn;

TEST_CASE("the table has every house of the scenario, and the columns that say something there", "[viewer][houses]")
{
    const Scenario aarhus = scenario_of("aarhus/basis.yaml");
    const HousesTable table = houses_table(aarhus, {});
    CHECK(table.rows.size() == aarhus.centres.size());
    CHECK(cell(table, "lc-dalgas", C::name).value == "Lokalcenter Dalgas");
    CHECK(cell(table, "lc-dalgas", C::klub).value == "71");
    CHECK(cell(table, "lc-dalgas", C::open).shown.da == "ja");
    CHECK(cell(table, "lc-dalgas", C::area).shown.da == "Marselis");
    CHECK(cell(table, "dc-nord", C::kind).shown.en == "day centre");
    CHECK_FALSE(table.place_of(C::opening_hours).has_value()); // no rooms.csv
    for (const HouseRow& row : table.rows) {
        CHECK(row.cells.size() == table.columns.size());
        CHECK_FALSE(row.changed());
    }
    Scenario with_rooms = aarhus;
    with_rooms.centres[0].rooms = {true, 500, {}, 46, 0, false, ProfileKind::culture};
    const HousesTable more = houses_table(with_rooms, {});
    CHECK(cell(more, "lc-dalgas", C::opening_hours).value == "46");
    CHECK(cell(more, "lc-dalgas", C::profile).shown.da == "kultur og musik");
    for (Centre& centre : with_rooms.centres) centre.places[3] = 0;
    CHECK_FALSE(houses_table(with_rooms, {}).place_of(C::vedligeholdende_hjem).has_value());
    with_rooms.centres[0].places[3] = 5;
    CHECK(houses_table(with_rooms, {}).place_of(C::vedligeholdende_hjem).has_value());
}

TEST_CASE("a changed cell shows new and old, and set back it is as if nothing had happened", "[viewer][houses]")
{
    const Scenario base = scenario_of("aarhus/basis.yaml");
    HouseEdits edits = edited({set_cell("lc-dalgas", C::klub, "40")});
    edits = with(edits, {{}, {set_cell("lc-dalgas", C::klub, "30", new_year), close_house("lc-viby", new_year)}});
    const HousesTable table = houses_table(base, edits);
    const HouseCell& club = cell(table, "lc-dalgas", C::klub);
    CHECK((club.value == "30" && club.was == "71" && club.changes.size() == 2));
    CHECK(change_in_words(base, club).da == "71 → 40 fra begyndelsen → 30 fra 2023-01-02");
    CHECK(cell(table, "lc-viby", C::open).shown.da == "nej");
    CHECK(table.rows[*table.row_of("lc-viby")].changed());
    CHECK_FALSE(cell(table, "lc-viby", C::klub).changed());
    edits = with(edits, {{},
                         {set_cell("lc-dalgas", C::klub, "71"), set_cell("lc-dalgas", C::klub, "71", new_year),
                          open_house("lc-viby", new_year)}});
    CHECK(effective(base, edits).empty());
    CHECK(houses_table(base, edits).rows.front().cells.front().value == "Lokalcenter Dalgas");
    Diagnostics found;
    CHECK(with_houses(empty_option(), base, edits, found) == empty_option());
}

TEST_CASE("undo gives exactly what was before, redo exactly what was after, whatever was done", "[viewer][houses]")
{
    const Scenario base = scenario_of("aarhus/basis.yaml");
    Dice dice(7);
    HouseEdits now;
    std::vector<HouseEdits> past{now};
    std::vector<HousesTable> tables{houses_table(base, now)};
    const auto shown = [](const HousesTable& table) {
        std::vector<std::size_t> rows;
        for (std::size_t i = 0; i < table.rows.size(); ++i) rows.push_back(i);
        return copy_out(table, rows, Language::da);
    };
    for (int i = 0; i < 60; ++i) {
        const std::string house = base.centres[dice.below(base.centres.size())].id;
        const auto date =
            dice.below(2) == 0 ? std::optional<Day>() : std::optional(new_year + static_cast<Day>(7 * dice.below(3)));
        HouseStep step{
            {},
            {set_cell(house, dice.below(2) == 0 ? C::klub : C::forebyggende, std::to_string(dice.below(90)), date)}};
        if (dice.below(4) == 0) step.edits.push_back(close_house(house, date));
        now = with(now, step);
        past.push_back(now);
        tables.push_back(houses_table(base, now));
    }
    for (std::size_t i = past.size() - 1; i > 0; --i) {
        REQUIRE(now.can_undo());
        now = undone(now);
        CHECK(effective(base, now) == effective(base, past[i - 1]));
        CHECK(shown(houses_table(base, now)) == shown(tables[i - 1]));
    }
    CHECK_FALSE(now.can_undo());
    CHECK(undone(now) == now);
    for (std::size_t i = 1; i < past.size(); ++i) {
        now = redone(now);
        CHECK(effective(base, now) == effective(base, past[i]));
    }
    CHECK(now == past.back());
    CHECK(redone(now) == now);
    // Something new after undoing: what was undone is gone.
    now = with(undone(undone(now)), {{}, {close_house("lc-viby")}});
    CHECK(now.steps.size() == past.size() - 2);
    CHECK_FALSE(now.can_redo());
    CHECK(with(now, {}) == now);
}

TEST_CASE("an assumed house has its name in both languages, in the table, its steps and the levers", "[viewer][houses]")
{
    const Scenario base = scenario_of("aarhus/basis.yaml");
    const HousesTable table = houses_table(base, {});
    CHECK(cell(table, "lc-antaget-01", HouseColumn::name).shown == Text{"Antaget hus 1", "Assumed house 1"});
    CHECK(cell(table, "lc-dalgas", HouseColumn::name).shown == Text{"Lokalcenter Dalgas", "Lokalcenter Dalgas"});
    HouseFilter filter;
    filter.text = "assumed house 1";
    CHECK_FALSE(rows_shown(table, filter).empty());
    const std::vector<HouseEdit> edits{merge_house("lc-antaget-01", "lc-antaget-02", new_year)};
    CHECK(step_in_words(base, edits) == Text{"Antaget hus 1 lægges ind under Antaget hus 2", "Assumed house 1 becomes part of Assumed house 2"});
    const HousesTable merged = houses_table(base, edited(edits));
    CHECK(change_in_words(base, cell(merged, "lc-antaget-01", HouseColumn::open)).en.find("becomes part of Assumed house 2") != std::string::npos);
    const std::vector<LeverKind> kinds = levers_for(base);
    const LeverKind* kind = find_lever(kinds, "close_centre");
    REQUIRE(kind != nullptr);
    const auto target = std::find_if(kind->centres.begin(), kind->centres.end(), [](const LeverTarget& t) { return t.id == "lc-antaget-01"; });
    REQUIRE(target != kind->centres.end());
    CHECK(target->name.en == "Assumed house 1");
    Lever lever = default_lever(base, *kind);
    lever.centre = target->id;
    CHECK(lever_in_words(base, lever).en.find(": Assumed house 1") != std::string::npos);
    CHECK(lever_in_words(base, lever).da.find(": Antaget hus 1") != std::string::npos);
}

TEST_CASE("rows are found by words, kind, area and change, and sorted as Danes do", "[viewer][houses]")
{
    const Scenario base = scenario_of("aarhus/basis.yaml");
    const HousesTable table =
        houses_table(base, edited({set_cell("lc-viby", C::klub, "1"), set_cell("lc-dalgas", C::area, "midt")}));
    CHECK(rows_shown(table, {}).size() == table.rows.size());
    CHECK(rows_shown(table, {"", {}, "", true}).size() == 2);
    for (const std::size_t row : rows_shown(table, {"TRØJ", {}, "", false}))
        CHECK(table.rows[row].id.ends_with("trojborg"));
    CHECK(rows_shown(table, {"TRØJ", {}, "", false}).size() == 2);
    CHECK(rows_shown(table, {"", CentreKind::dagcenter, "", false}).size() == 7);
    const auto midt = rows_shown(table, {"", {}, "midt", false});
    CHECK(std::find(midt.begin(), midt.end(), *table.row_of("lc-dalgas")) != midt.end());
    CHECK(rows_shown(table, {"ingen", {}, "", false}).empty());
    auto rows = rows_shown(table, {});
    sort_rows(table, rows, C::klub, true, Language::da);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto places = [&](std::size_t k) {
            return std::stoi(table.rows[rows[k]].cells[*table.place_of(C::klub)].value);
        };
        CHECK(places(i - 1) >= places(i));
    }
    Scenario town = made::town();
    town.centres[0].name = "Åby";
    town.centres[1].name = "ærø";
    town.centres[2].name = "Zebra";
    const HousesTable three = houses_table(town, {});
    rows = {0, 1, 2};
    sort_rows(three, rows, C::name, false, Language::da);
    CHECK(rows == std::vector<std::size_t>{2, 1, 0}); // z, æ, å
}
