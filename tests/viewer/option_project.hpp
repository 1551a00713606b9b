// SPDX-License-Identifier: MPL-2.0
// A project of its own and options in it, for the tests of option files.
#pragma once

#include "tests/support/catch.hpp"
#include "tests/support/scenario_folder.hpp"
#include "tests/viewer/messages.hpp"

#include "viewer/options/option_file.hpp"

#include <filesystem>
#include <string>

namespace samspil::viewer {

using samspil::testing::TemporaryFolder;
using samspil::testing::text_of_file;
using samspil::testing::write_file;
namespace fs = std::filesystem;

inline bool mentions(const Diagnostics& found, std::string_view words)
{
    return messages(found).find(words) != std::string::npos;
}

/// A project with Aarhus and the toy town.
inline void make_project(const TemporaryFolder& folder)
{
    const fs::path source{SAMSPIL_SOURCE_DIR};
    fs::create_directories(folder / "data");
    fs::copy(source / "data/aarhus", folder / "data/aarhus", fs::copy_options::recursive);
    fs::copy(source / "data/toy", folder / "data/toy", fs::copy_options::recursive);
    fs::copy(source / "scenarios", folder / "scenarios", fs::copy_options::recursive);
}

inline Scenario base_of(const OptionFile& option)
{
    Diagnostics found;
    auto loaded = load_scenario(option.base, {}, found);
    REQUIRE(loaded.has_value());
    return loaded->scenario;
}

inline Lever lever(const Scenario& base, std::string_view id)
{
    const auto kinds = levers_for(base);
    REQUIRE(find_lever(kinds, id) != nullptr);
    return default_lever(base, *find_lever(kinds, id));
}

/// Something of every sort: values from the beginning, levers with and without house, area and pool.
inline OptionFile rich_option(const fs::path& project)
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

} // namespace samspil::viewer
