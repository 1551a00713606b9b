// SPDX-License-Identifier: MPL-2.0
// Inheritance, overrides, origins and the documents made from the tables.
#include "engine/base/digest.hpp"
#include "engine/io/nearest.hpp"
#include "engine/io/scenario_file.hpp"
#include "engine/io/schema.hpp"
#include "engine/io/shape.hpp"
#include "engine/io/tables.hpp"
#include "engine/io/values.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenario_folder.hpp"

#include <algorithm>

using namespace samspil;
using testing::TemporaryFolder;
using testing::write_file;
namespace fs = std::filesystem;

namespace {

/// A project with the toy tables.
void make_project(const TemporaryFolder& folder)
{
    fs::copy(fs::path(SAMSPIL_SOURCE_DIR) / "data" / "toy", folder / "data");
    write_file(folder / "scenarios" / "parent.yaml",
               "samspil: 1\n"
               "data: ../data\n"
               "period: {start: 2021-01-04, weeks: 104, burn_in_weeks: 104}\n"
               "run: {replications: 7, seed: 3}\n"
               "organisation: {model: areas_1, leadership: single}\n"
               "goals: [reach.municipal, travel.over_30]\n"
               "interventions:\n"
               "  - {type: organisation_change, date: 2021-09-01, params: {model: districts_1}}\n");
    write_file(folder / "scenarios" / "child.yaml",
               "samspil: 1\n"
               "extends: parent.yaml\n"
               "run: {seed: 4}\n"
               "goals: [reach.klub]\n"
               "interventions:\n"
               "  - {type: close_centre, date: 2021-04-01, target: {centre: dc-byen}}\n");
}

std::string messages(const Diagnostics& found)
{
    std::string all;
    for (const Diagnostic& one : found.items())
        all += format(one, Language::en) + "\n";
    return all;
}

} // namespace

TEST_CASE("a change of transport leaves as it is what it does not say", "[io][unit]")
{
    const TemporaryFolder folder;
    make_project(folder);
    write_file(folder / "scenarios" / "rides.yaml",
               "samspil: 1\n"
               "extends: parent.yaml\n"
               "policy: {transport_regime: fixed_visited, transport_frame: 100000}\n"
               "interventions:\n"
               "  - {type: transport_rule, date: 2021-04-05, params: {preventive_rides: false}}\n"
               "  - {type: transport_rule, date: 2021-06-07, params: {regime: flexible}}\n"
               "  - {type: transport_rule, date: 2021-10-04, params: {frame_factor: 0}}\n");
    Diagnostics found;
    const auto loaded = load_scenario(folder / "scenarios/rides.yaml", {}, found);
    INFO(messages(found));
    REQUIRE(loaded.has_value());
    std::vector<Intervention> rides;
    for (const Intervention& one : loaded->scenario.interventions)
        if (one.type == InterventionType::transport_rule) rides.push_back(one);
    REQUIRE(rides.size() == 3);
    CHECK(rides[0].choice == static_cast<int>(TransportRegime::fixed_visited));
    CHECK_FALSE(rides[0].flag);
    CHECK(rides[0].share < 0); // the frame stays
    CHECK(rides[1].choice == static_cast<int>(TransportRegime::flexible));
    CHECK_FALSE(rides[1].flag);
    CHECK(rides[2].share == 0);
}

TEST_CASE("a child replaces values and goals and adds interventions, in order of date", "[io][unit]")
{
    const TemporaryFolder folder;
    make_project(folder);
    Diagnostics found;
    const auto loaded = load_scenario(folder / "scenarios/child.yaml", {}, found);
    INFO(messages(found));
    REQUIRE(loaded.has_value());
    const Scenario& s = loaded->scenario;
    CHECK(s.run.seed == 4);
    CHECK(s.run.replications == 7);
    REQUIRE(s.goals.size() == 1);
    CHECK(s.goals[0].kpi == "reach.klub");
    REQUIRE(s.interventions.size() == 2);
    CHECK(s.interventions[0].type == InterventionType::close_centre);
    CHECK(s.interventions[1].organisation.model == "districts_1");
    CHECK(s.interventions[1].organisation.leadership == Leadership::single); // left unsaid: as it was
    CHECK(s.id == "child");
    CHECK(fs::path(loaded->origins.at("run.seed").file).filename() == "child.yaml");
    CHECK(loaded->origins.at("run.seed").line == 3);
    CHECK(loaded->origins.at("run.seed").column == 13);
    CHECK(fs::path(loaded->origins.at("run.replications").file).filename() == "parent.yaml");
    CHECK(loaded->origins.at("interventions.2.params.model").line == 8);
    CHECK_FALSE(loaded->origins.contains("assumptions.h_v"));
    CHECK(loaded->origins.at("centres.lc-norrevang.offers.klub.places").line == 2);
    CHECK(loaded->evidence.at("centres.lc-norrevang.offers.klub.places").tag == Evidence::assumed);
}

TEST_CASE("a child does not speak with its parent's description, and a title tells what -s changed", "[io][unit]")
{
    const TemporaryFolder folder;
    make_project(folder);
    const std::string parent = testing::text_of_file(folder / "scenarios/parent.yaml");
    write_file(folder / "scenarios" / "parent.yaml", parent + "title: {da: Basis}\ndescription: {da: Hvis intet besluttes}\n");
    Diagnostics found;
    const auto base = load_scenario(folder / "scenarios/parent.yaml", {}, found);
    const auto child = load_scenario(folder / "scenarios/child.yaml", {}, found);
    REQUIRE((base.has_value() && child.has_value()));
    CHECK(base->scenario.description.da == "Hvis intet besluttes");
    CHECK(child->scenario.description.da.empty());
    const std::vector<Override> sets{{"run.seed", "9"}, {"assumptions.h_v", "0.03"}};
    const auto changed = load_scenario(folder / "scenarios/child.yaml", sets, found);
    REQUIRE(changed.has_value());
    CHECK(changed->scenario.title.da == "Basis (ændret: run.seed=9, assumptions.h_v=0.03)");
    CHECK(changed->scenario.title.en == "Basis (changed: run.seed=9, assumptions.h_v=0.03)");
}

TEST_CASE("a title in one language stands for both, also where the parent has two", "[io][unit]")
{
    const TemporaryFolder folder;
    make_project(folder);
    const std::string parent = testing::text_of_file(folder / "scenarios/parent.yaml");
    write_file(folder / "scenarios" / "parent.yaml", parent + "title: {da: Basis, en: Base}\n");
    const auto title_of = [&](const std::string& written) {
        write_file(folder / "scenarios" / "own.yaml", "samspil: 1\nextends: parent.yaml\n" + written);
        Diagnostics found;
        const auto own = load_scenario(folder / "scenarios/own.yaml", {}, found);
        REQUIRE(own.has_value());
        return own->scenario.title;
    };
    CHECK(title_of("") == Text{"Basis", "Base"});
    CHECK(title_of("title: Flere pladser\n") == Text{"Flere pladser", "Flere pladser"});
    CHECK(title_of("title: \"2030\"\n") == Text{"2030", "2030"});
    CHECK(title_of("title: {da: Flere pladser}\n") == Text{"Flere pladser", "Flere pladser"});
    CHECK(title_of("title: {en: More places}\n") == Text{"More places", "More places"});
    CHECK(title_of("title: {da: Flere pladser, en: More places}\n") == Text{"Flere pladser", "More places"});
}

TEST_CASE("what can be run but is probably not meant is a warning", "[io][unit]")
{
    const TemporaryFolder folder;
    make_project(folder);
    Diagnostics found;
    const std::vector<Override> sets{{"centres.lc-norrevang.offers.klub.places", "0"},
                                     {"centres.dc-byen.offers.klub.places", "1200"},
                                     {"period.weeks", "1600"}};
    CHECK(load_scenario(folder / "scenarios/child.yaml", sets, found).has_value());
    const std::string said = messages(found);
    CHECK_THAT(said, Catch::Matchers::ContainsSubstring("1200 places in one centre are unusually many"));
    CHECK_THAT(said, Catch::Matchers::ContainsSubstring("the projection in 2040"));
    CHECK_THAT(said, Catch::Matchers::ContainsSubstring("'lc-norrevang' has no places of any offer"));
}

TEST_CASE("-s has the last word and the same checks as a file", "[io][unit]")
{
    const TemporaryFolder folder;
    make_project(folder);
    const auto set = [&](const char* path, const char* value) {
        Diagnostics found;
        const std::vector<Override> sets{{path, value}};
        const auto loaded = load_scenario(folder / "scenarios/child.yaml", sets, found);
        return loaded ? value_at(loaded->scenario, path).value_or("?") : messages(found);
    };
    CHECK(set("run.seed", "99") == "99");
    CHECK(set("assumptions.h_v", "0.05") == "0.05");
    CHECK(set("centres.lc-norrevang.offers.klub.places", "1") == "1");
    CHECK(set("interventions.1.date", "2021-05-01") == "2021-05-01");
    CHECK(set("assumptions.h_v", "0,05") ==
          "-s: error: assumptions.h_v: '0,05' is not a number; the decimal sign is a point here: write 0.05\n");
    CHECK(set("assumptions.hv", "1") == "-s: error: assumptions: unknown key 'hv'; did you mean 'h_v'?\n");
    CHECK(set("sens0", "0.2") == "-s: error: unknown key 'sens0'; did you mean 'assumptions.sens0'?\n");
    CHECK(set("interventions.3.date", "2021-05-01") ==
          "-s: error: interventions.3: the scenario has 2 interventions, counted from 1\n");
    CHECK(set("data", "x") == "-s: error: data: can be set in a file only\n");
}

TEST_CASE("solved constants of the data come before the file's own assumptions", "[io][unit]")
{
    const TemporaryFolder folder;
    make_project(folder);
    write_file(folder / "data" / "solved.csv",
               "parameter,value,tag,source\nh_v,0.02,derived,balance\nV0,1.5,derived,balance\n");
    Diagnostics found;
    const std::vector<Override> sets{{"assumptions.h_v", "0.03"}};
    const auto loaded = load_scenario(folder / "scenarios/child.yaml", sets, found);
    INFO(messages(found));
    REQUIRE(loaded.has_value());
    CHECK(loaded->scenario.assumptions.h_v == 0.03);
    CHECK(loaded->scenario.assumptions.v0 == 1.5);
    CHECK(loaded->evidence.at("assumptions.V0").tag == Evidence::derived);
    CHECK_FALSE(loaded->evidence.contains("assumptions.h_v"));
}

TEST_CASE("a shorter run leaves out later interventions and says so", "[io][unit]")
{
    const TemporaryFolder folder;
    make_project(folder);
    Diagnostics found;
    auto loaded = load_scenario(folder / "scenarios/child.yaml", {}, found);
    REQUIRE(loaded.has_value());
    shorten(*loaded, 26, found);
    CHECK(loaded->scenario.period.weeks == 26);
    CHECK(loaded->scenario.interventions.size() == 1);
    REQUIRE(found.items().size() == 1);
    CHECK(found.items()[0].severity == Severity::note);
    CHECK(load_resolved(loaded->resolved_text, loaded->project, "child", {}, found).has_value());
}

TEST_CASE("only plain decimal numbers are numbers", "[io][unit]")
{
    CHECK(parse_number("0.035") == 0.035);
    CHECK(parse_number("-2") == -2.0);
    CHECK(parse_number("1e-05") == 1e-05);
    for (const char* text :
         {"", "-", "013", "0x1f", ".5", "5.", "1,5", "1_000", "+1", "nan", "inf", ".inf", "1e", "1e999", " 1", "1 "}) {
        INFO(text);
        CHECK_FALSE(parse_number(text).has_value());
    }
}

TEST_CASE("a path of every value leads to its field", "[io][unit]")
{
    Diagnostics found;
    const auto loaded = load_scenario(fs::path(SAMSPIL_SOURCE_DIR) / "scenarios/aarhus/tre-distrikter.yaml", {}, found);
    REQUIRE(loaded.has_value());
    for (const std::string& path : paths_of(loaded->scenario)) {
        INFO(path);
        CHECK(shape_at(path) != nullptr);
        CHECK(value_at(loaded->scenario, path).has_value());
    }
    CHECK(shape_at("centres.x.nothing") == nullptr);
    CHECK_FALSE(value_at(loaded->scenario, "assumptions.nothing").has_value());
}

TEST_CASE("a value of an intervention has the label of its own type", "[io][unit]")
{
    Scenario scenario;
    const auto label = [&](InterventionType type, std::string_view key) {
        scenario.interventions = {Intervention{}};
        scenario.interventions[0].type = type;
        const Shape* shape = shape_at(scenario, "interventions.1.params." + std::string(key));
        return shape == nullptr ? std::string() : std::string(shape->label.en);
    };
    CHECK(label(InterventionType::campaign, "factor") == "times as much in the media");
    CHECK(label(InterventionType::frame_change, "factor") == "new size relative to before");
    CHECK(label(InterventionType::population_shock, "weeks") == "weeks it lasts");
    CHECK(label(InterventionType::consultants, "persons") == "consultants");
    CHECK(label(InterventionType::consultants, "factor").empty());
    CHECK(shape_at(scenario, "interventions.2.date") == nullptr);
    CHECK(shape_at(scenario, "policy.a_max") == shape_at("policy.a_max"));
}

TEST_CASE("the nearest word is found over keys and Danish labels", "[io][unit]")
{
    CHECK(word_distance("kapacitet", "kapasitet") == 1);
    CHECK(word_distance("ab", "ba") == 1);
    CHECK(nearest_key(scenario_shape(), "center") == "centres");
    CHECK(nearest_key(scenario_shape(), "periode") == "period");
    CHECK(nearest_key(scenario_shape(), "zzzzzz").empty());
}

TEST_CASE("the schema and the format page in docs are those of the program", "[io][unit]")
{
    const fs::path docs = fs::path(SAMSPIL_SOURCE_DIR) / "docs";
    CHECK(testing::text_of_file(docs / "scenario-format.md") == scenario_format_page());
    CHECK(testing::text_of_file(docs / "scenario.schema.json") == scenario_json_schema());
}

TEST_CASE("the format page refuses by name only what it does not describe, in whole sentences", "[io][unit]")
{
    const std::string page = scenario_format_page();
    const std::size_t begin = page.find("Refused by name, never ignored: "), end = page.find('\n', begin);
    REQUIRE(end != std::string::npos);
    const std::string refused = page.substr(begin, end - begin);
    CHECK(refused.find("`tables.staff`") != std::string::npos);
    CHECK(refused.find(" .") == std::string::npos);
    for (std::size_t at = refused.find('`'); at != std::string::npos;) {
        const std::size_t close = refused.find('`', at + 1);
        const std::string path = refused.substr(at, close - at + 1);
        CHECK(page.find("| " + path + " |") == std::string::npos);
        at = refused.find('`', close + 1);
    }
}

TEST_CASE("digests are SHA-256", "[base][unit]")
{
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256(std::string(1000000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("an agreement may leave out the room hours, which no rule uses, but not the volunteer hours", "[io][unit]")
{
    const auto errors_of = [](const std::string& figures) {
        Diagnostics found;
        const std::string head = "key,id,partner,kind,centre,area,hours,rooms,start,tag,source\n", tail = ",2015-01-01,assumed,example\n";
        const auto table = read_table(*find_table("agreements"), head + "1,a1,association,formal,,byen," + figures + tail, "agreements.csv", found);
        return table && table->complete ? found.items().size() : found.items().size() + 100;
    };
    CHECK(errors_of("6,4") == 0);
    CHECK(errors_of("6,") == 0);
    CHECK(errors_of(",4") == 101);
    CHECK(errors_of("6,x") == 101);
}
