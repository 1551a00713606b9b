// SPDX-License-Identifier: MPL-2.0
// A paste says what it does before it does it, and accounts for every cell.
#include "tests/viewer/house_edits.hpp"
#include "tests/support/made_result.hpp"
#include "viewer/options/houses_paste.hpp"
#include "viewer/options/paste_text.hpp"

#include <algorithm>
#include <set>

using namespace samspil;
using namespace samspil::viewer;
using C = HouseColumn;

namespace {

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

} // namespace

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

TEST_CASE("an assumed house is pasted by either of its names", "[viewer][houses]")
{
    const Scenario base = scenario_of("aarhus/basis.yaml");
    for (const char* name : {"Antaget hus 1", "assumed house 1", "lc-antaget-01"}) {
        const Paste paste = read_paste(base, {}, std::string(name) + "\t1040\n", {}, C::klub);
        INFO(messages(paste));
        CHECK(paste.edits == std::vector<HouseEdit>{set_cell("lc-antaget-01", C::klub, "1040")});
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
