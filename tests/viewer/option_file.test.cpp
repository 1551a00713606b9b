// SPDX-License-Identifier: MPL-2.0
// An option is the file it would be saved as: the same scenario, the same diagnostics.
#include "tests/viewer/option_project.hpp"

#include <algorithm>

using namespace samspil;
using namespace samspil::viewer;

namespace {

/// Every value of both scenarios by path, and every table.
void check_same(const LoadedScenario& live, const LoadedScenario& saved)
{
    const Scenario &a = live.scenario, &b = saved.scenario;
    const auto paths = paths_of(a);
    CHECK(paths == paths_of(b));
    for (const std::string& path : paths) {
        INFO(path);
        CHECK(value_at(a, path) == value_at(b, path));
    }
    CHECK(a.id == b.id);
    CHECK(a.title == b.title);
    CHECK(a.description == b.description);
    CHECK(a.period == b.period);
    CHECK(a.centres == b.centres);
    CHECK(a.neighbourhoods == b.neighbourhoods);
    CHECK(a.population == b.population);
    CHECK(a.lifetable == b.lifetable);
    CHECK(a.organisation_units == b.organisation_units);
    CHECK(a.agreements == b.agreements);
    CHECK(a.services == b.services);
    CHECK(a.pools == b.pools);
    CHECK(a.bridges == b.bridges);
    CHECK(a.interventions.size() == b.interventions.size());
    CHECK(live.resolved_text == saved.resolved_text);
    CHECK(live.origins == saved.origins);
    CHECK(live.data == saved.data);
    REQUIRE(live.inputs.size() == saved.inputs.size());
    for (std::size_t i = 0; i < live.inputs.size(); ++i) {
        CHECK(live.inputs[i].path == saved.inputs[i].path);
        CHECK(live.inputs[i].digest == saved.inputs[i].digest);
    }
}

} // namespace

TEST_CASE("what runs live is what the saved file gives, field by field", "[viewer][option]")
{
    const TemporaryFolder folder;
    make_project(folder);
    const OptionFile option = rich_option(folder.path());
    Diagnostics found;
    const auto live = load(option, found);
    INFO(yaml_of(option) << messages(found));
    REQUIRE(live.has_value());
    REQUIRE(save(option, Overwrite::no, found));
    CHECK(text_of_file(option.path) == yaml_of(option));
    const auto saved = load_scenario(option.path, {}, found);
    REQUIRE(saved.has_value());
    check_same(*live, *saved);
    // And it says what was asked for.
    const Scenario& s = live->scenario;
    CHECK(s.title.da == "Mit \"valg\": æøå");
    CHECK(s.description.da.empty());
    CHECK(value_at(s, "centres.lc-dalgas.offers.klub.places") == "40");
    CHECK(value_at(s, "centres.lc-marselis.area") == "midt");
    REQUIRE(s.interventions.size() == option.levers.size());
    for (const Lever& asked : option.levers) {
        const auto made = std::find_if(s.interventions.begin(), s.interventions.end(),
                                       [&](const Intervention& one) { return one.type == asked.type; });
        REQUIRE(made != s.interventions.end());
        INFO(kind_of(asked.type).id);
        CHECK(made->date == asked.date);
        CHECK(made->centre == asked.centre);
        CHECK(made->to == asked.to);
        CHECK(made->area == asked.area);
        CHECK(made->pool == asked.pool);
        CHECK(made->organisation.model == asked.organisation.model);
        for (const Field& field : kind_of(asked.type).params) {
            INFO(field.key);
            CHECK(field.access.read(&*made) == field.access.read(&asked));
        }
    }
}

TEST_CASE("the program accepts a saved option", "[viewer][option]")
{
    const TemporaryFolder folder;
    make_project(folder);
    const OptionFile option = rich_option(folder.path());
    Diagnostics found;
    REQUIRE(save(option, Overwrite::no, found));
    const std::string program = std::string(SAMSPIL_PROGRAM);
    CHECK(std::system((program + " validate '" + option.path.string() + "' > /dev/null").c_str()) == 0);
}

TEST_CASE("the file says what differs, in a stable order, and nothing else", "[viewer][option]")
{
    OptionFile option;
    option.base = "scenarios/aarhus/basis.yaml";
    option.path = "scenarios/aarhus/valg/flere-pladser.yaml";
    option.title = {"Flere pladser", ""};
    option.values = {{"centres.lc-b.offers.klub.places", "12"},
                     {"centres.lc-b.open", "true"},
                     {"centres.lc-a-b.area", "nord"},
                     {"centres.lc-a.offers.klub.places", "1"},
                     {"centres.lc-a.offers.forebyggende.places", "2"}};
    Lever close;
    close.type = InterventionType::close_centre;
    close.date = *parse_date("2023-01-02");
    close.centre = "lc-x";
    Lever change;
    change.type = InterventionType::change_places;
    change.date = *parse_date("2022-01-03");
    change.centre = "lc-y";
    option.levers = {close, change};
    CHECK(yaml_of(option) == "samspil: 1\n"
                             "title: {da: \"Flere pladser\", en: \"Flere pladser\"}\n"
                             "extends: \"../basis.yaml\"\n"
                             "centres:\n"
                             "  lc-a-b:\n"
                             "    area: \"nord\"\n"
                             "  lc-a:\n"
                             "    offers:\n"
                             "      forebyggende:\n"
                             "        places: 2\n"
                             "      klub:\n"
                             "        places: 1\n"
                             "  lc-b:\n"
                             "    offers:\n"
                             "      klub:\n"
                             "        places: 12\n"
                             "    open: true\n"
                             "interventions:\n"
                             "  - type: close_centre\n"
                             "    date: 2023-01-02\n"
                             "    target: {centre: \"lc-x\"}\n"
                             "  - type: change_places\n"
                             "    date: 2022-01-03\n"
                             "    target: {centre: \"lc-y\"}\n"
                             "    params:\n"
                             "      offer: klub\n"
                             "      places: 0\n");
}

TEST_CASE("a bad lever is a diagnostic that knows which lever it is about", "[viewer][option]")
{
    const TemporaryFolder folder;
    make_project(folder);
    OptionFile option;
    option.base = folder / "scenarios/aarhus/basis.yaml";
    option.path = folder / "scenarios/aarhus/valg.yaml";
    const Scenario base = base_of(option);
    Lever good = lever(base, "invest"), early = lever(base, "bridge_capacity"), lost = lever(base, "close_centre");
    early.date = *parse_date("2020-12-31");
    lost.centre = "lc-dalgass";
    option.levers = {good, early, lost};
    Diagnostics found;
    CHECK_FALSE(load(option, found).has_value());
    INFO(messages(found));
    CHECK(mentions(found, "lies outside the period"));
    CHECK(mentions(found, "no centre is named 'lc-dalgass'"));
    CHECK(mentions(found, "did you mean 'lc-dalgas'"));
    for (const Diagnostic& one : found.items()) {
        if (one.severity != Severity::error) continue;
        REQUIRE(lever_of(option, one).has_value());
        CHECK(*lever_of(option, one) == (one.path.ends_with(".date") ? 1 : 2));
    }
    // Two of the same thing on one day: the second is the one too many.
    option.levers = {good, lever(base, "access_regime"), good};
    Diagnostics clash;
    CHECK_FALSE(load(option, clash).has_value());
    CHECK(mentions(clash, "two interventions on the same thing on the same day"));
    REQUIRE(clash.has_errors());
    const auto& items = clash.items();
    const auto error =
        std::find_if(items.begin(), items.end(), [](const Diagnostic& d) { return d.severity == Severity::error; });
    CHECK(lever_of(option, *error) == std::size_t{2});
    // What is said of values and of the base is about no lever.
    option.levers = {good};
    option.values = {{"centres.lc-dalgas.offers.klub.places", "mange"}};
    Diagnostics value;
    CHECK_FALSE(load(option, value).has_value());
    for (const Diagnostic& one : value.items()) {
        if (one.severity == Severity::error) CHECK_FALSE(lever_of(option, one).has_value());
    }
}

TEST_CASE("broken options, odd titles and empty paths give diagnostics and never stop the program", "[viewer][option]")
{
    const TemporaryFolder folder;
    make_project(folder);
    OptionFile option;
    Diagnostics found;
    CHECK_FALSE(load(option, found).has_value());
    option.base = folder / "scenarios/findes-ikke.yaml";
    CHECK_FALSE(load(option, found).has_value());
    option.base = folder / "scenarios/minimal.yaml";
    for (const std::string title : {"\"}\n x: 1", "a\\", "\xC3", "{da: 1}", "\x01\x7F\t", "# nej"}) {
        option.title = {title, ""};
        Diagnostics said;
        const auto loaded = load(option, said);
        INFO(yaml_of(option) << messages(said));
        CHECK(loaded.has_value() == !said.has_errors());
        if (title != "\xC3") CHECK(loaded.has_value());
    }
    option.title = {};
    for (const char* path : {"", ".", "..", "centres", "centres..open", "samspil", "extends", "title.da.x",
                             "interventions.1.date", "[", "a: b"}) {
        option.values = {{path, "1"}};
        Diagnostics said;
        const auto loaded = load(option, said);
        INFO(yaml_of(option) << messages(said));
        CHECK(loaded.has_value() == !said.has_errors());
    }
}
