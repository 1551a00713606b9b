// SPDX-License-Identifier: MPL-2.0
// A town of three houses and replications whose numbers tell where they came from. Nothing is simulated.
#pragma once

#include "engine/io/result_file.hpp"

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <string>

namespace samspil::made {

/// A folder of its own below the temporary folder, gone at the end.
class Folder {
public:
    Folder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "samspil-test-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string operator/(const std::string& name) const { return path_ + "/" + name; }
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

/// These names in this folder.
inline std::vector<std::string> inside(const std::string& folder, std::vector<std::string> names)
{
    for (std::string& name : names) name.insert(0, folder + "/");
    return names;
}

inline Scenario town()
{
    Scenario scenario = default_scenario();
    scenario.id = "town";
    scenario.title = {"Tre huse på Ærø", "Three houses on Ærø"};
    scenario.period = {*parse_date("2021-01-04"), 6, 2};
    scenario.organisation.model = "areas_7";
    scenario.neighbourhoods = {{1, "n-a", "Åby", 10, 20, 500, 0.5, true, {}}, {2, "n-b", "Beder", 4000, -20, 500, 0.5, false, {}}};
    for (int key : {11, 12, 13}) {
        Centre centre;
        centre.key = key;
        centre.id = "lc-" + std::to_string(key);
        centre.name = key == 12 ? "=Søndervang" : "Hus " + std::to_string(key);
        centre.area = "nord";
        centre.known = key == 11;
        scenario.centres.push_back(centre);
    }
    scenario.facts = {{"fact-1", {"Huse", "Houses"}, "3", "houses", {Evidence::assumed, "made for the test"}}};
    scenario.targets = {{"target-1", {"Deltagere", "Participants"}, 10, 9, 11, "persons", true, {}}};
    return scenario;
}

inline std::size_t axis_size(Axis axis, const Scenario& scenario)
{
    switch (axis) {
    case Axis::centre: return scenario.centres.size();
    case Axis::offer: return offer_count;
    case Axis::neighbourhood: return scenario.neighbourhoods.size();
    case Axis::level: return 4;
    case Axis::account: return account_count;
    default: return offer_count + 1;
    }
}

/// Value of entry i of series s in replication r: 1000 r + 100 s + i.
inline ReplicationResult replication(const Scenario& scenario, int r)
{
    ReplicationResult result;
    result.replication = r;
    for (std::size_t k = 0; k < kpi_table().size(); ++k)
        result.kpis.push_back(k == 3 && r == 1 ? std::numeric_limits<double>::quiet_NaN() : 0.1 * static_cast<double>(k) + r);
    int s = 0;
    for (const SeriesInfo& series : series_table()) {
        auto size = static_cast<std::size_t>(scenario.period.weeks);
        for (const Axis axis : series.axes) size *= axis_size(axis, scenario);
        std::vector<std::int32_t> values(size);
        for (std::size_t i = 0; i < size; ++i) values[i] = 1000 * r + 100 * s + static_cast<std::int32_t>(i);
        result.series.push_back(std::move(values));
        ++s;
    }
    const Grouping grouping(scenario); // entry i of dimension d: 10000 r + 1000 d + i
    for (std::size_t d = 0; d < dimension_count; ++d) {
        const std::size_t size = group_kpis().size() * grouping.members(static_cast<Dimension>(d)).size();
        std::vector<double> values(size);
        for (std::size_t i = 0; i < size; ++i) values[i] = 10000.0 * r + 1000.0 * static_cast<double>(d) + static_cast<double>(i);
        result.groups.push_back(std::move(values));
    }
    if (r == 0) {
        result.life_courses = {{7, 0, LifeEventKind::entered, 0, 0, 1, 0},
                               {7, 3, LifeEventKind::started, 1, 11, 2, 5},
                               {0xffffffffffffffffULL, 2, LifeEventKind::died, 0, 0, 0, 0}};
    }
    return result;
}

inline ResultHead head(const Scenario& scenario, int replications)
{
    ResultHead head;
    head.scenario = &scenario;
    head.seed = 4000000000U;
    head.replications = replications;
    head.origin = {.program_version = "0.0.1",
                   .commit = "abc",
                   .build = "test",
                   .created = "2026-01-01T00:00:00Z",
                   .command = "samspil run town.yaml",
                   .scenario_path = "/nowhere/town.yaml",
                   .overrides = {"policy.W_max=9", "assumptions.h_v=0.04"},
                   .resolved_text = "title: æøå\n",
                   .inputs = {{"town.yaml", "d1"}, {"a table.csv", "d2"}},
                   .run_id = "run-1"};
    return head;
}

inline std::vector<ReplicationResult> replications(const Scenario& scenario, int n)
{
    std::vector<ReplicationResult> all;
    for (int r = 0; r < n; ++r) all.push_back(replication(scenario, r));
    return all;
}

} // namespace samspil::made
