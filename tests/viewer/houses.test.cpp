// SPDX-License-Identifier: MPL-2.0
// The table of houses: edits are values with a history, a paste says what it does before it does it, and what the
// reader finds wrong comes back at the cell.
#include "tests/support/catch.hpp"
#include "tests/support/made_result.hpp"
#include "viewer/options/houses_paste.hpp"
#include "viewer/options/paste_text.hpp"

#include <algorithm>
#include <set>

using namespace samspil;
using namespace samspil::viewer;
namespace fs = std::filesystem;
using C = HouseColumn;

namespace {

const fs::path source{SAMSPIL_SOURCE_DIR};
const Day new_year = *parse_date("2023-01-02");

Scenario scenario_of(const char* file)
{
    Diagnostics found;
    auto loaded = load_scenario(source / "scenarios" / file, {}, found);
    REQUIRE(loaded.has_value());
    return loaded->scenario;
}

OptionFile empty_option()
{
    OptionFile option;
    option.base = source / "scenarios/aarhus/basis.yaml";
    option.path = source / "scenarios/aarhus/huse-valg.yaml";
    option.title = {"Huse", "Houses"};
    return option;
}

HouseEdits edited(std::vector<HouseEdit> edits) { return with({}, {{"et", "one"}, std::move(edits)}); }

const HouseCell& cell(const HousesTable& table, const char* house, C column)
{
    const auto row = table.row_of(house);
    const auto place = table.place_of(column);
    REQUIRE((row.has_value() && place.has_value()));
    return table.rows[*row].cells[*place];
}

std::string messages(const Diagnostics& found)
{
    std::string all;
    for (const Diagnostic& one : found.items()) all += format(one, Language::en) + "\n";
    return all;
}

std::string messages(const Paste& paste)
{
    std::string all;
    for (const PasteProblem& one : paste.problems)
        all += std::to_string(one.row) + ":" + std::to_string(one.column) + " '" + one.text + "' " + one.message.en +
               "; " + one.hint.en + "\n";
    return all;
}

void check_accounts(const Paste& paste)
{
    CHECK(paste.cells == paste.edits.size() + paste.same + paste.left_out);
    if (paste.left_out > 0) CHECK_FALSE(paste.problems.empty());
}

/// Numbers that repeat themselves on every machine.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    std::size_t below(std::size_t n)
    {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::size_t>(state_ >> 33U) % n;
    }

private:
    std::uint64_t state_;
};

} // namespace

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

TEST_CASE("edits become the option: values from the beginning, levers from a date, and the file gives them back",
          "[viewer][houses]")
{
    const Scenario base = scenario_of("aarhus/basis.yaml");
    const HouseEdits edits =
        edited({set_cell("lc-dalgas", C::klub, "40"), set_cell("lc-dalgas", C::volunteers, "12"),
                set_cell("lc-dalgas", C::area, "midt"), close_house("lc-holme"),
                set_cell("lc-trige", C::operating_form, "lease"), set_cell("dc-nord", C::forebyggende, "34", new_year),
                set_cell("dc-vest", C::operating_form, "partnership", new_year),
                set_cell("lc-viby", C::profile, "culture", new_year), close_house("lc-tranbjerg", new_year + 7),
                open_house("lc-holme", new_year), merge_house("lc-marselis", "lc-dalgas", new_year + 70)});
    for (const HouseEdit& edit : edits.steps[0].edits) {
        INFO(edit.house);
        CHECK_FALSE(check_edit(base, edit).has_value());
    }
    Diagnostics found;
    OptionFile before = empty_option();
    Lever invest;
    invest.type = InterventionType::invest;
    invest.date = base.period.start;
    invest.amount_kr = 1e6;
    before.levers = {invest};
    const OptionFile option = with_houses(before, base, edits, found);
    CHECK(found.items().empty());
    CHECK(option.values.size() == 5);
    REQUIRE(option.levers.size() == 7);
    CHECK(option.levers.front() == invest); // those it had come first
    CHECK(std::is_sorted(option.levers.begin(), option.levers.end(),
                         [](const Lever& a, const Lever& b) { return a.date < b.date; }));
    const auto loaded = load(option, found);
    INFO(yaml_of(option) << messages(found));
    REQUIRE(loaded.has_value());
    const HousesTable as_read = houses_table(loaded->scenario, {}), as_said = houses_table(base, edits);
    for (const HouseRow& row : as_said.rows) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            std::string start = row.cells[i].was;
            for (const HouseEdit& change : row.cells[i].changes) {
                if (!change.date) start = change.value;
            }
            INFO(row.id << " " << label_of(as_said.columns[i]).en);
            CHECK(as_read.rows[*as_read.row_of(row.id)].cells[i].value == start);
        }
    }
    const auto& interventions = loaded->scenario.interventions;
    const auto of = [&](InterventionType type) {
        return *std::find_if(interventions.begin(), interventions.end(),
                             [&](const Intervention& i) { return i.type == type; });
    };
    CHECK(
        (of(InterventionType::change_places).centre == "dc-nord" && of(InterventionType::change_places).places == 34));
    CHECK(of(InterventionType::change_places).offer == 1);
    CHECK(of(InterventionType::operating_form).choice == static_cast<int>(OperatingForm::partnership));
    CHECK(of(InterventionType::profile_change).choice == static_cast<int>(ProfileKind::culture));
    CHECK(of(InterventionType::close_centre).centre == "lc-tranbjerg");
    CHECK(of(InterventionType::open_centre).centre == "lc-holme");
    CHECK((of(InterventionType::merge).to == "lc-dalgas" && of(InterventionType::merge).flag));
}

TEST_CASE("what cannot be said is refused with its reason and never lost in silence", "[viewer][houses]")
{
    const Scenario base = scenario_of("aarhus/basis.yaml");
    const std::vector<HouseEdit> wrong{set_cell("lc-dalgass", C::klub, "40"),
                                       set_cell("lc-dalgas", C::name, "Nyt navn"),
                                       set_cell("lc-dalgas", C::klub, "mange"),
                                       set_cell("lc-dalgas", C::klub, "-1"),
                                       set_cell("lc-dalgas", C::klub, "1.5"),
                                       set_cell("lc-dalgas", C::klub, ""),
                                       set_cell("lc-dalgas", C::area, "maane"),
                                       set_cell("lc-dalgas", C::area, "midt", new_year),
                                       set_cell("lc-viby", C::volunteers, "3", new_year),
                                       set_cell("lc-viby", C::profile, "culture"),
                                       set_cell("lc-viby", C::operating_form, "gratis"),
                                       set_cell("lc-viby", C::open, "måske", new_year),
                                       merge_house("lc-viby", "lc-viby", new_year),
                                       merge_house("lc-viby", "lc-findes-ikke", new_year),
                                       {"lc-viby", C::klub, "3", new_year, "lc-dalgas"}};
    for (const HouseEdit& edit : wrong) {
        INFO(edit.house << " " << label_of(edit.column).en << " " << edit.value);
        const auto said = check_edit(base, edit);
        REQUIRE(said.has_value());
        CHECK_FALSE(said->message.da.empty());
        Diagnostics found;
        CHECK(with_houses(empty_option(), base, edited({edit}), found) == empty_option());
        CHECK(found.has_errors());
        const auto problems = problems_of(houses_table(base, edited({edit})), empty_option(), found);
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].row.has_value() == (edit.house != "lc-dalgass"));
        if (problems[0].row) CHECK(problems[0].column == edit.column);
    }
    CHECK(check_edit(base, wrong[0])->hint.en == "did you mean 'lc-dalgas'?");
}

TEST_CASE("what the reader finds wrong comes back at the cell: dates, closed houses, unlikely places",
          "[viewer][houses]")
{
    const Scenario base = scenario_of("aarhus/basis.yaml");
    const auto at = [&](std::vector<HouseEdit> list,
                        std::string_view words) -> std::pair<std::string, std::optional<C>> {
        const HouseEdits edits = edited(std::move(list));
        Diagnostics found;
        const OptionFile option = with_houses(empty_option(), base, edits, found);
        load(option, found);
        INFO(yaml_of(option) << messages(found));
        for (const HouseProblem& one : problems_of(houses_table(base, edits), option, found)) {
            if (one.diagnostic.message.en.find(words) == std::string::npos || !one.row) continue;
            return {base.centres[*one.row].id, one.column};
        }
        return {"", {}};
    };
    CHECK(at({close_house("lc-viby", *parse_date("2020-01-01"))}, "outside the period") ==
          std::pair{std::string("lc-viby"), std::optional(C::open)});
    CHECK(at({close_house("lc-viby", new_year), merge_house("lc-viby", "lc-holme", new_year + 7)}, "closed already") ==
          std::pair{std::string("lc-viby"), std::optional(C::open)});
    CHECK(at({close_house("lc-holme"), merge_house("lc-viby", "lc-holme", new_year)}, "is closed") ==
          std::pair{std::string("lc-viby"), std::optional(C::open)});
    CHECK(at({set_cell("lc-viby", C::klub, "1200")}, "unusually many") ==
          std::pair{std::string("lc-viby"), std::optional(C::klub)});
    CHECK(at({set_cell("lc-viby", C::klub, "0")}, "no places of any offer") ==
          std::pair{std::string("lc-viby"), std::optional<C>()});
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

TEST_CASE("what is copied out is pasted back without a change, in both languages", "[viewer][houses]")
{
    const Language language = GENERATE(Language::da, Language::en);
    Scenario base = scenario_of(GENERATE("aarhus/basis.yaml", "copenhagen/basis.yaml"));
    base.centres[3].name = "=Hus \"A\"\tB"; // what a spreadsheet would run, quote and split
    const HouseEdits edits = edited({set_cell(base.centres[0].id, C::klub, "1234"), close_house(base.centres[1].id)});
    const HousesTable table = houses_table(base, edits);
    const auto rows = rows_shown(table, {});
    const std::string text = copy_out(table, rows, language);
    CHECK(text.find("\t=") == std::string::npos);
    for (const auto date : {std::optional<Day>(), std::optional(new_year)}) {
        const Paste paste = read_paste(base, edits, text, date, C::klub);
        INFO(messages(paste));
        CHECK(paste.whole());
        CHECK(paste.has_header);
        CHECK(paste.edits.empty());
        CHECK(paste.same == paste.cells);
        CHECK(paste.cells == table.rows.size() * (table.columns.size() - 1));
    }
    // The same without the header, from the first column after the name.
    const Paste bare = read_paste(base, edits, text.substr(text.find('\n') + 1), {}, C::kind);
    CHECK((bare.whole() && bare.edits.empty() && !bare.has_header));
}

TEST_CASE("a block with a header finds its columns by name, in any order, with semicolons and Danish figures",
          "[viewer][houses]")
{
    const Scenario base = scenario_of("aarhus/basis.yaml");
    const std::string text = "Hus;Frivillige;ÅBENT;klub;driftsform;område\r\n"
                             "Lokalcenter Dalgas;12,0;ja;40;Partnerskab;Midt\r\n"
                             "lc-marselis;;nej;1.034;;\r\n"
                             "\r\n"
                             "\"Folkehuset Ankersgade\";0;1; 85 ;kommunal;\r\n";
    const Paste paste = read_paste(base, {}, text, {}, C::klub);
    INFO(messages(paste));
    check_accounts(paste);
    CHECK(paste.whole());
    CHECK(paste.cells == 11);
    const std::vector<HouseEdit> wanted{set_cell("lc-dalgas", C::volunteers, "12"),
                                        set_cell("lc-dalgas", C::klub, "40"),
                                        set_cell("lc-dalgas", C::operating_form, "partnership"),
                                        set_cell("lc-dalgas", C::area, "midt"),
                                        close_house("lc-marselis"),
                                        set_cell("lc-marselis", C::klub, "1034"),
                                        set_cell("lc-ankersgade", C::volunteers, "0")};
    CHECK(paste.edits == wanted);
    const HouseEdits edits = with({}, {{"Indsat", "Pasted"}, paste.edits});
    CHECK(undone(edits).done == 0); // one step back for all of it
    Diagnostics found;
    CHECK(load(with_houses(empty_option(), base, edits, found), found).has_value());
}

TEST_CASE("every cell that does not fit is told of with row and column, and the others are counted", "[viewer][houses]")
{
    const Scenario base = scenario_of("aarhus/basis.yaml");
    const std::string text = "hus\tklub\tfrivilige\tåbent\t\tslags\n"
                             "Lokalcenter Dalgas\tmange\t3\tmåske\t7\tlokalcenter\n"
                             "Lokalcenter Dalgass\t3\t4\tja\n"
                             "lc-viby\t12,5\t\t\t\tdagcenter\t9\n"
                             "lc-dalgas\t1\n"
                             "\t1\n";
    const Paste paste = read_paste(base, {}, text, {}, C::klub);
    INFO(messages(paste));
    check_accounts(paste);
    const auto at = [&](int row, int column) -> const PasteProblem& {
        const auto it = std::find_if(paste.problems.begin(), paste.problems.end(),
                                     [&](const PasteProblem& p) { return p.row == row && p.column == column; });
        REQUIRE(it != paste.problems.end());
        return *it;
    };
    CHECK(at(1, 3).hint.en == "did you mean 'frivillige'?");
    CHECK_THAT(at(2, 2).message.da, Catch::Matchers::ContainsSubstring("'mange' er ikke et tal"));
    CHECK_THAT(at(2, 4).message.en, Catch::Matchers::ContainsSubstring("neither true nor false"));
    CHECK(at(2, 5).message.en == "the column has no heading");
    CHECK(at(3, 1).hint.en == "did you mean 'Lokalcenter Dalgas'?");
    CHECK_THAT(at(4, 2).message.en, Catch::Matchers::ContainsSubstring("whole number"));
    CHECK_THAT(at(4, 6).message.en, Catch::Matchers::ContainsSubstring("cannot be changed here"));
    CHECK(at(4, 7).message.en == "the column has no heading");
    CHECK(at(5, 1).message.en == "the house stands twice");
    CHECK(at(6, 1).message.en == "the row names no house");
    CHECK(paste.problems.size() == 10);
    CHECK(paste.edits.empty());
    CHECK(paste.same == 1); // a local centre it is
    CHECK(paste_in_words(paste).da == "0 celler ændret, 1 uændret, " + std::to_string(paste.left_out) + " ikke taget");
}

TEST_CASE("a block without a header goes into the columns from the one that was chosen", "[viewer][houses]")
{
    const Scenario base = scenario_of("aarhus/basis.yaml");
    const Paste paste = read_paste(base, {}, "lc-dalgas\t40\t10\nlc-viby\t50\n", new_year, C::klub);
    CHECK(paste.whole());
    CHECK(paste.edits == std::vector<HouseEdit>{set_cell("lc-dalgas", C::klub, "40", new_year),
                                                set_cell("lc-dalgas", C::forebyggende, "10", new_year),
                                                set_cell("lc-viby", C::klub, "50", new_year)});
    const Paste far = read_paste(base, {}, "lc-dalgas\t3\t4\n", {}, C::volunteers);
    CHECK(far.edits.size() == 1);
    REQUIRE(far.problems.size() == 1);
    CHECK((far.problems[0].row == 1 && far.problems[0].column == 3));
    // What already stands from that day is no change.
    CHECK(read_paste(base, edited({set_cell("lc-dalgas", C::klub, "40")}), "lc-dalgas\t40", new_year, C::klub).same ==
          1);
    CHECK(
        read_paste(base, edited({set_cell("lc-dalgas", C::klub, "40", new_year)}), "lc-dalgas\t40", {}, C::klub).same ==
        0);
}

TEST_CASE("two houses of one name are told apart by id, and a number of a person is never shown", "[viewer][houses]")
{
    Scenario base = scenario_of("aarhus/basis.yaml");
    base.centres[1].name = base.centres[0].name;
    const Paste twins = read_paste(base, {}, base.centres[0].name + "\t40\nlc-marselis\t41\n", {}, C::klub);
    CHECK(twins.edits == std::vector<HouseEdit>{set_cell("lc-marselis", C::klub, "41")});
    REQUIRE(twins.problems.size() == 1);
    CHECK(twins.problems[0].hint.da == "skriv husets id");
    for (const char* text : {"lc-viby\t0102031234\n", "010203-1234\t40\n", "hus\t010203-1234\nlc-viby\t4\n"}) {
        const Paste paste = read_paste(base, {}, text, {}, C::klub);
        INFO(messages(paste));
        REQUIRE_FALSE(paste.problems.empty());
        CHECK(messages(paste).find("1234") == std::string::npos);
        CHECK(paste.edits.empty());
    }
}

TEST_CASE("figures are read as Danes write them", "[viewer][houses]")
{
    CHECK(number_from_danish("1.234,50") == "1234.5");
    CHECK(number_from_danish("1.234.567") == "1234567");
    CHECK(number_from_danish("-1.234") == "-1234");
    CHECK(number_from_danish("12.5") == "12.5");
    CHECK(number_from_danish("12,0") == "12");
    CHECK(number_from_danish("1 234\xC2\xA0") == "1234");
    for (const char* odd :
         {"", ".", ",", "1,2,3", "1.23.456", "1.2345", ".123", "1..234", "12x", "-", "1.234,5,6", "١", "NaN", "1e999"})
        CHECK((number_from_danish(odd) == odd || std::string(odd) == "1.2345")); // as it was: refused where it is used
    CHECK(number_from_danish("1.2345") == "1.2345");
}

TEST_CASE("garbage from a clipboard never stops the program and every cell of it is accounted for", "[viewer][houses]")
{
    const Scenario base = scenario_of("aarhus/basis.yaml");
    const HouseEdits now = edited({set_cell("lc-dalgas", C::klub, "40")});
    Dice dice(11);
    const auto random_text = [&](std::size_t length, std::string_view alphabet) {
        std::string text;
        for (std::size_t i = 0; i < length; ++i)
            text += alphabet.empty() ? static_cast<char>(dice.below(256)) : alphabet[dice.below(alphabet.size())];
        return text;
    };
    for (int i = 0; i < 200; ++i) {
        const std::string text =
            random_text(1 + dice.below(3000), i % 2 == 0 ? "" : "ab1.,-\"'\t;\n\r =ja\xC3\xA6\xF8");
        const Paste paste = read_paste(base, now, text, dice.below(2) == 0 ? std::optional<Day>() : new_year,
                                       static_cast<C>(dice.below(12)));
        check_accounts(paste);
        for (const HouseEdit& edit : paste.edits) CHECK_FALSE(check_edit(base, edit).has_value());
    }
    // Cells that are each nearly right, in rows of real houses and strangers: 10,000 of them.
    constexpr std::array<std::string_view, 12> cells{
        "40", "-1", "1.234", "12,5", "ja", "nej", "midt", "partnerskab", "x", "=1+1", "\"", "999999999999999999999"};
    std::string block = "hus\tklub\tforebyggende\tåbent\tområde\tdriftsform\tfrivillige\tprofil\tslags\n";
    std::size_t written = 0;
    for (std::size_t row = 0; row < 1250; ++row) {
        block +=
            dice.below(3) == 0 ? "fremmed " + std::to_string(row) : base.centres[dice.below(base.centres.size())].id;
        for (int i = 0; i < 8; ++i, ++written) block += "\t" + std::string(cells[dice.below(10)]);
        block += "\n";
    }
    const Paste paste = read_paste(base, now, block, {}, C::klub);
    check_accounts(paste);
    CHECK(paste.cells == written);
    CHECK(paste.cells == 10000);
    CHECK_FALSE(paste.edits.empty());
    Diagnostics found;
    const auto loaded = load(with_houses(empty_option(), base, with(now, {{}, paste.edits}), found), found);
    INFO(messages(found));
    CHECK(loaded.has_value() == !found.has_errors());
    const Paste large = read_paste(base, now, std::string((16u << 20) + 1, 'a'), {}, C::klub);
    CHECK((large.problems.size() == 1 && large.edits.empty()));
    CHECK(read_paste(base, now, "", {}, C::klub).whole());
    CHECK(split_pasted("\"a\"\"b\nc\";d\n;\n") == PastedRows{{"a\"b\nc", "d"}, {"", ""}});
}
