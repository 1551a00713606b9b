// SPDX-License-Identifier: MPL-2.0
// What a result says beyond its numbers so that it can be drawn where its inputs are not: written = read.
#include "engine/io/comparison_report.hpp"
#include "engine/io/result_columns.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/made_result.hpp"

using namespace samspil;

namespace {

const std::vector<Outline> two_rings{{1, {{0, 0}, {20, 0}, {20, 40}, {0, 40}}, "Åby Kommune, CC BY 4.0"},
                                     {2, {{3990, -30}, {4010, -30}, {4000, 0}}, "antaget"}};

/// Two areas in one district from the fourth week on; one house moves.
Scenario changing_town()
{
    Scenario town = made::town();
    const auto unit = [&](const char* model, int key, const char* id, const char* level, const char* parent, int leaders) {
        town.organisation_units.push_back({model, key, id, std::string("Enhed ") + id, level, parent, leaders, {Evidence::source, "S"}});
    };
    unit("areas_7", 100, "by", "municipality", "", 0);
    unit("areas_7", 1, "nord", "area", "by", 1);
    unit("areas_7", 2, "syd", "area", "by", 1);
    unit("districts_1", 100, "by", "municipality", "", 0);
    unit("districts_1", 50, "hele", "district", "by", 2);
    unit("districts_1", 1, "nord", "area", "hele", 0);
    unit("districts_1", 2, "syd", "area", "by", 0);
    town.centres[0].places = {7, 0, 3, 1};
    town.centres[1].open = false;
    town.centres[2].area = "syd";
    town.centres[2].neighbourhood = 1;
    town.centres[2].x_m = 4100;
    Intervention change{}, close{};
    change.date = town.period.start + 7 * 3 + 2;
    change.organisation.model = "districts_1";
    close.type = InterventionType::close_centre;
    close.date = town.period.start + 7 * 5;
    close.centre = "lc-13";
    town.interventions = {change, close};
    return town;
}

ResultHead head_of(const Scenario& town, int replications)
{
    ResultHead head = made::head(town, replications);
    head.outlines = two_rings;
    return head;
}

} // namespace

TEST_CASE("A result holds the outlines it was given")
{
    const made::Folder folder;
    const Scenario town = made::town();
    write_result(folder / "town.h5", head_of(town, 1), made::replications(town, 1));
    write_result(folder / "without.h5", made::head(town, 1), made::replications(town, 1));
    const ResultFile file = open_result(folder / "town.h5");
    CHECK(file.outlines() == two_rings);
    CHECK(file.file().text_attribute("map/x_m", "unit") == "m");
    CHECK(open_result(folder / "without.h5").outlines().empty());
}

TEST_CASE("A result says which organisation holds when, its units, and what changes when")
{
    const made::Folder folder;
    const Scenario town = changing_town();
    write_result(folder / "town.h5", head_of(town, 1), made::replications(town, 1));
    const ResultFile file = open_result(folder / "town.h5");

    const auto units = file.units();
    REQUIRE(units.size() == 7);
    CHECK(units[4].model == "districts_1");
    CHECK(units[4].key == 50);
    CHECK(units[4].id == "hele");
    CHECK(units[4].name == "Enhed hele");
    CHECK(units[4].level == "district");
    CHECK(units[4].parent == "by");
    CHECK(units[4].leaders == 2);
    CHECK(units[4].tag == "source");
    CHECK(units[4].source == "S");

    const auto organisations = file.organisations();
    REQUIRE(organisations.size() == 2);
    CHECK(organisations[0].week == -2);
    CHECK(organisations[0].model == "areas_7");
    CHECK(organisations[1].week == 3);
    CHECK(organisations[1].model == "districts_1");
    CHECK(organisations[1].label == model_in_words(town, "districts_1"));

    const auto changes = file.interventions();
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].week == 3);
    CHECK(changes[0].type == "organisation_change");
    CHECK(changes[1].week == 5);
    CHECK(changes[1].date == "2021-02-08");
    CHECK(changes[1].label == Text{"et hus lukker", "a centre closes"});
    CHECK(changes[1].words == intervention_in_words(town, town.interventions[1]));
    CHECK(changes[1].centre == "lc-13");
    CHECK(changes[1].area.empty());
}

TEST_CASE("A result says which area and district a house and a small area belong to, and the places at the start")
{
    const made::Folder folder;
    const Scenario town = changing_town();
    write_result(folder / "town.h5", head_of(town, 1), made::replications(town, 1));
    const ResultFile file = open_result(folder / "town.h5");

    const auto centres = file.centres();
    REQUIRE(centres.size() == 3);
    CHECK(centres[0].places == std::array{7, 0, 3, 1});
    CHECK(centres[0].open);
    CHECK_FALSE(centres[1].open);
    CHECK(centres[0].district == "hele"); // of the first other model that has districts
    CHECK(centres[2].district.empty());
    CHECK(centres[0].neighbourhood == 1);
    CHECK(centres[2].neighbourhood == 2);
    CHECK(file.file().scale_names("centre_places") == std::vector<std::string>{"/centre", "/offer"});

    const auto places = file.neighbourhoods();
    CHECK(places[0].area == "nord");
    CHECK(places[0].district == "hele");
    CHECK(places[1].area == "syd");
    CHECK(places[1].district.empty());
}

TEST_CASE("The part of replication 0 holds the tables of a run that is going on; other parts hold none")
{
    const made::Folder folder;
    const Scenario town = changing_town();
    for (const int r : {0, 1})
        write_part(folder / ("r" + std::to_string(r) + ".h5"), head_of(town, 2), made::replication(town, r));
    const ResultFile first = open_result(folder / "r0.h5"), second = open_result(folder / "r1.h5");
    CHECK(first.outlines() == two_rings);
    CHECK(first.centres().size() == 3);
    CHECK(first.units().size() == 7);
    CHECK(first.groups(Dimension::area).members.size() == 2);
    CHECK(first.assumptions().size() > 100);
    CHECK(second.outlines().empty());
    CHECK(second.centres().empty());
    CHECK(second.units().empty());
    CHECK(second.organisations().empty());
    CHECK(second.interventions().empty());
}

TEST_CASE("A result made before maps were kept opens, with nothing to draw and nothing invented")
{
    const made::Folder folder;
    const Scenario town = made::town();
    hdf5::Writer file;
    layout::write_root(file, made::head(town, 1), result_format, 0, 1);
    const auto column = [&](const std::string& name, const auto& values) { layout::column(file, name, values, "centre", {}); };
    column("centre", std::vector<std::int32_t>{11});
    for (const char* name : {"centre_x_m", "centre_y_m", "centre_known"}) column(name, std::vector<std::int32_t>{1});
    for (const char* name : {"centre_id", "centre_name", "centre_kind", "centre_area"}) column(name, std::vector<std::string>{"nord"});
    file.save(folder / "old.h5");
    const ResultFile old = open_result(folder / "old.h5");
    REQUIRE(old.centres().size() == 1);
    CHECK(old.centres()[0].area == "nord");
    CHECK(old.centres()[0].district.empty());
    CHECK(old.centres()[0].neighbourhood == 0);
    CHECK(old.centres()[0].places == std::array{0, 0, 0, 0});
    CHECK(old.outlines().empty());
    CHECK(old.units().empty());
    CHECK(old.organisations().empty());
    CHECK(old.interventions().empty());
}

TEST_CASE("Rings that promise more points than there are make a result damaged")
{
    const made::Folder folder;
    hdf5::Writer file;
    const Scenario town = made::town();
    layout::write_root(file, made::head(town, 1), result_format, 0, 1);
    layout::write_outlines(file, two_rings);
    const std::vector<std::int32_t> points{4, 4};
    file.write("map/points", std::span<const std::int32_t>(points));
    file.save(folder / "town.h5");
    CHECK_THROWS_AS(open_result(folder / "town.h5").outlines(), IoError);
}
