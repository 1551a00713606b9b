// SPDX-License-Identifier: MPL-2.0
// Edits of houses become an option, and what the reader finds wrong comes back at the cell.
#include "tests/viewer/house_edits.hpp"

#include <algorithm>

using namespace samspil;
using namespace samspil::viewer;
using C = HouseColumn;

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
