// SPDX-License-Identifier: MPL-2.0
// Studies behind the screen and how long to wait for them.
#pragma once

#include "viewer/live/live_runs.hpp"
#include "viewer/live/live_study.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/options.hpp"
#include "tests/viewer/waiting.hpp"

#include <algorithm>
#include <bit>
#include <chrono>
#include <thread>

namespace samspil::viewer {

using namespace std::chrono_literals;

inline std::shared_ptr<LoadedScenario> loaded(int replications)
{
    Diagnostics found;
    auto read = load_scenario(std::string(SAMSPIL_SOURCE_DIR) + "/scenarios/minimal.yaml", {}, found);
    REQUIRE(read);
    read->scenario.run.replications = replications;
    return std::make_shared<LoadedScenario>(std::move(*read));
}

inline std::shared_ptr<LoadedScenario> fewer_places(const LoadedScenario& base, int week, int places = 1)
{
    auto option = std::make_shared<LoadedScenario>(base);
    option->scenario.title = {"Færre pladser", "Fewer places"};
    Intervention& change = options::intervene(option->scenario, InterventionType::change_places, week);
    change.centre = "dc-byen";
    change.offer = static_cast<int>(index_of(Offer::klub));
    change.places = places;
    return option;
}

inline const LiveSide& side(const LiveView& view, const std::string& key)
{
    for (const LiveSide& one : view.sides)
        if (one.key == key) return one;
    FAIL("no such side: " << key);
    return view.sides.front();
}

inline const Result* result(const LiveView& view, const std::string& key)
{
    for (const ResultPtr& one : view.results)
        if (one->key == key) return one.get();
    return nullptr;
}

/// All replications of that many sides.
inline auto all_of(std::size_t sides)
{
    return [=](const LiveView& view) {
        return view.sides.size() == sides &&
               std::all_of(view.sides.begin(), view.sides.end(), [](const LiveSide& s) { return s.done == s.wanted; });
    };
}

/// Everything a view holds of a side against the replications of a study.
inline void check_same(const LiveView& view, const std::string& key, const std::vector<ReplicationResult>& expected)
{
    INFO(key);
    const Result* made = result(view, key);
    REQUIRE(made != nullptr);
    REQUIRE(made->replications == static_cast<int>(expected.size()));
    for (std::size_t k = 0; k < kpi_table().size(); ++k) {
        for (std::size_t r = 0; r < expected.size(); ++r)
            CHECK(std::bit_cast<std::uint64_t>(made->kpis[k][r]) == std::bit_cast<std::uint64_t>(expected[r].kpis[k]));
    }
    for (std::size_t s = 0; s < series_table().size(); ++s) {
        const SeriesInfo& info = series_table()[s];
        const auto found = view.series.find({key, std::string(info.group), std::string(info.id)});
        REQUIRE(found != view.series.end());
        std::vector<std::int32_t> all;
        for (const auto& one : expected)
            all.insert(all.end(), one.series[s].begin(), one.series[s].end());
        CHECK(found->second->values == all);
        CHECK(found->second->values.size() ==
              expected.size() * static_cast<std::size_t>(found->second->weeks) * found->second->cell_count());
    }
    for (std::size_t d = 0; d < dimension_count; ++d) {
        const auto found = view.groups.find({key, static_cast<Dimension>(d)});
        REQUIRE(found != view.groups.end());
        std::size_t at = 0;
        bool same = true;
        for (const auto& one : expected) {
            for (const double value : one.groups[d])
                same = same && std::bit_cast<std::uint64_t>(value) ==
                                   std::bit_cast<std::uint64_t>(found->second->values.at(at++));
        }
        CHECK(same);
        CHECK(at == found->second->values.size());
    }
    CHECK(*view.lives.at(key) == expected.front().life_courses);
}

inline Wishes everything(const std::vector<std::string>& keys)
{
    Wishes wishes;
    for (const std::string& key : keys) {
        for (const SeriesInfo& info : series_table())
            wishes.series.insert({key, std::string(info.group), std::string(info.id)});
        for (std::size_t d = 0; d < dimension_count; ++d)
            wishes.groups.insert({key, static_cast<Dimension>(d)});
        wishes.lives.insert(key);
    }
    return wishes;
}

inline std::vector<ReplicationResult> reference(const Scenario& scenario, int replications)
{
    return options::run_alone(scenario, {replications, Workers(), 8192, 0.005});
}

} // namespace samspil::viewer
