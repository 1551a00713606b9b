// SPDX-License-Identifier: MPL-2.0
// An option is the file it would be saved as: the same scenario, the same diagnostics, the same command.
#include "viewer/options/option_file.hpp"
#include "engine/io/whole_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenario_folder.hpp"

#include <algorithm>

using namespace samspil;
using namespace samspil::viewer;
using samspil::testing::TemporaryFolder;
using samspil::testing::text_of_file;
using samspil::testing::write_file;
namespace fs = std::filesystem;

namespace {

std::string messages(const Diagnostics& found)
{
    std::string all;
    for (const Diagnostic& one : found.items()) all += format(one, Language::en) + "\n";
    return all;
}

/// A project with Aarhus and the toy town.
void make_project(const TemporaryFolder& folder)
{
    const fs::path source{SAMSPIL_SOURCE_DIR};
    fs::create_directories(folder / "data");
    fs::copy(source / "data/aarhus", folder / "data/aarhus", fs::copy_options::recursive);
    fs::copy(source / "data/toy", folder / "data/toy", fs::copy_options::recursive);
    fs::copy(source / "scenarios", folder / "scenarios", fs::copy_options::recursive);
}

Scenario base_of(const OptionFile& option)
{
    Diagnostics found;
    auto loaded = load_scenario(option.base, {}, found);
    REQUIRE(loaded.has_value());
    return loaded->scenario;
}

Lever lever(const Scenario& base, std::string_view id)
{
    const auto kinds = levers_for(base);
    REQUIRE(find_lever(kinds, id) != nullptr);
    return default_lever(base, *find_lever(kinds, id));
}

/// Something of every sort: values from the beginning, levers with and without house, area and pool.
OptionFile rich_option(const fs::path& project)
{
    OptionFile option;
    option.base = project / "scenarios/aarhus/basis.yaml";
    option.path = project / "scenarios/aarhus/mit-valg.yaml";
    option.title = {"Mit \"valg\": æøå", "My option"};
    option.values = {{"centres.lc-dalgas.offers.klub.places", "40"},
                     {"centres.lc-dalgas.open", "false"},
                     {"centres.lc-marselis.operating_form", "partnership"},
                     {"centres.lc-marselis.area", "midt"},
                     {"policy.W_max", "6.5"}};
    const Scenario base = base_of(option);
    for (const char* id : {"change_places", "organisation_change", "invest", "bridge_capacity", "pool_change",
                           "volunteer_policy", "merge"})
        option.levers.push_back(lever(base, id));
    option.levers[0].centre = "dc-nord";
    option.levers[0].offer = 1;
    option.levers[0].places = 34;
    option.levers[1].organisation.model = "districts_3";
    option.levers[1].organisation.sharing_within = 0.25;
    option.levers[1].parts.shock = false;
    option.levers[1].date = *parse_date("2022-04-01");
    option.levers[2].amount_kr = 45e6;
    option.levers[3].area = "nord";
    option.levers[3].hours = -12.5;
    option.levers[4].pool = "genlyd";
    option.levers[4].factor = 0.5;
    option.levers[5].volunteering.voice = 0.7;
    option.levers[6].centre = "lc-viby";
    option.levers[6].to = "lc-marselis";
    option.levers[6].date = *parse_date("2024-05-06");
    return option;
}

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

bool mentions(const Diagnostics& found, std::string_view words)
{
    return messages(found).find(words) != std::string::npos;
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

TEST_CASE("saving never replaces a file untold, and never a file the option rests on", "[viewer][option]")
{
    const TemporaryFolder folder;
    make_project(folder);
    OptionFile option;
    option.base = folder / "scenarios/aarhus/tre-distrikter.yaml"; // which extends basis.yaml
    option.path = folder / "scenarios/aarhus/valg.yaml";
    option.title = {"Valg", "Option"};
    const auto refused = [&](const fs::path& path, Overwrite overwrite) {
        OptionFile at = option;
        at.path = path;
        const std::string before = fs::exists(path) ? text_of_file(path) : "";
        Diagnostics found;
        const bool written = save(at, overwrite, found);
        CHECK(written == !found.has_errors());
        if (!written) CHECK((fs::exists(path) ? text_of_file(path) : "") == before);
        return written ? std::string() : messages(found);
    };
    CHECK(refused(option.path, Overwrite::no).empty());
    CHECK_THAT(refused(option.path, Overwrite::no), Catch::Matchers::ContainsSubstring("is there already"));
    CHECK(refused(option.path, Overwrite::yes).empty());
    CHECK_THAT(refused(option.base, Overwrite::yes), Catch::Matchers::ContainsSubstring("another name than its base"));
    CHECK_THAT(refused(folder / "scenarios/aarhus/basis.yaml", Overwrite::yes),
               Catch::Matchers::ContainsSubstring("in a ring"));
    CHECK_THAT(refused(folder / "scenarios/aarhus/valg.txt", Overwrite::no),
               Catch::Matchers::ContainsSubstring(".yaml"));
    const TemporaryFolder elsewhere;
    CHECK_THAT(refused(elsewhere / "scenarios/valg.yaml", Overwrite::no),
               Catch::Matchers::ContainsSubstring("outside the project"));
    option.title.da = "Om 010203-1234";
    CHECK_THAT(refused(folder / "scenarios/aarhus/cpr.yaml", Overwrite::no), Catch::Matchers::ContainsSubstring("CPR"));
    // Work with an error in it is not lost.
    option.title.da = "Kladde";
    option.values = {{"policy.W_max", "lang"}};
    CHECK(refused(folder / "scenarios/aarhus/mappe/kladde.yaml", Overwrite::no).empty());
    CHECK(fs::exists(folder / "scenarios/aarhus/mappe/kladde.yaml"));
}

TEST_CASE("a saved option is opened as it was, and a file that holds more is not cut down", "[viewer][option]")
{
    const TemporaryFolder folder;
    make_project(folder);
    OptionFile option = rich_option(folder.path());
    option.description = {"Hvorfor", "Why"};
    option.levers[0].id = "foerst";
    option.levers[6].requires_ids = {"foerst"};
    Diagnostics found;
    REQUIRE(save(option, Overwrite::no, found));
    auto opened = open_option(option.path, found);
    INFO(messages(found));
    REQUIRE(opened.has_value());
    CHECK(opened->base == option.base);
    CHECK(opened->title == option.title);
    CHECK(opened->description == option.description);
    CHECK(opened->values == option.values);
    CHECK(opened->levers.size() == option.levers.size());
    // Opened and saved once more it stays the same, letter by letter.
    CHECK(save(*opened, Overwrite::yes, found));
    const auto once_more = open_option(option.path, found);
    REQUIRE(once_more.has_value());
    CHECK(yaml_of(*once_more) == yaml_of(*opened));
    // The options of the project too, where they hold no more than an option can.
    int options = 0;
    for (const auto& file : fs::directory_iterator(fs::path(SAMSPIL_SOURCE_DIR) / "scenarios/aarhus")) {
        const std::string text = text_of_file(file.path());
        if (text.find("\nextends:") == std::string::npos) continue;
        INFO(file.path());
        const bool names_a_table = text.find("\ntables:") != std::string::npos;
        CHECK(open_option(file.path(), found).has_value() == !names_a_table);
        ++options;
    }
    CHECK(options > 20);
    CHECK_FALSE(open_option(folder / "scenarios/aarhus/basis.yaml", found).has_value());
    write_file(folder / "scenarios/aarhus/maal.yaml", "samspil: 1\nextends: basis.yaml\ngoals: [reach.klub]\n");
    Diagnostics goals;
    CHECK_FALSE(open_option(folder / "scenarios/aarhus/maal.yaml", goals).has_value());
    CHECK(mentions(goals, "cannot be changed here"));
    CHECK_THROWS_AS(open_option(folder / "scenarios/aarhus/findes-ikke.yaml", goals), IoError);
}

TEST_CASE("an option that has no path yet gets one beside its base, named after the title", "[viewer][option]")
{
    const TemporaryFolder folder;
    make_project(folder);
    OptionFile option;
    option.base = folder / "scenarios/minimal.yaml";
    option.title = {"Flere pladser på Ærø, §18!", ""};
    CHECK(suggested_path(option) == folder / "scenarios/flere-pladser-paa-aeroe-18.yaml");
    Diagnostics found;
    CHECK(load(option, found).has_value());
    REQUIRE(save(option, Overwrite::no, found));
    CHECK(suggested_path(option) == folder / "scenarios/flere-pladser-paa-aeroe-18-2.yaml");
    option.title = {};
    CHECK(suggested_path(option) == folder / "scenarios/valg.yaml");
    option.title.da = "Minimal";
    CHECK(suggested_path(option) == folder / "scenarios/minimal-2.yaml"); // results of both go in one folder
    const Scenario base = base_of(option);
    option.levers = {lever(base, "change_places"), lever(base, "invest"), lever(base, "access_regime")};
    CHECK(suggested_title(base, option).da.starts_with("Legeby + ændrede pladser ("));
    CHECK(suggested_title(base, option).da.ends_with("+ anlæg + 1 mere"));
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

TEST_CASE("the command reproduces the option, quoted for a shell", "[viewer][option]")
{
    OptionFile option;
    option.base = "/srv/samspil/scenarios/aarhus/basis.yaml";
    option.path = "/srv/samspil/scenarios/aarhus/mit valg's.yaml";
    CHECK(command_of(option, {20, 2021, "resultater"}, "/srv/samspil") ==
          "samspil compare scenarios/aarhus/basis.yaml 'scenarios/aarhus/mit valg'\\''s.yaml' -o resultater -n 20 "
          "--seed 2021");
    option.path = "/srv/samspil/-x.yaml";
    CHECK(command_of(option, {5, 1, "$HOME"}, "/srv/samspil") ==
          "samspil compare scenarios/aarhus/basis.yaml ./-x.yaml -o '$HOME' -n 5 --seed 1");
    CHECK(command_of(option, {5, 1, "ud"}, "/home/a")
              .starts_with("samspil compare /srv/samspil/scenarios/aarhus/basis.yaml"));
}
