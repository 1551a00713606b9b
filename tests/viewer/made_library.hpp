// SPDX-License-Identifier: MPL-2.0
// Small results and series made by hand, for tests of what screens compute.
#pragma once

#include "viewer/data/library.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace samspil::viewer {

/// A result with houses 1, 2, ... and every KPI 1.
inline std::shared_ptr<Result> made_result(const std::string& key, std::size_t houses, int replications, int weeks)
{
    auto result = std::make_shared<Result>();
    result->key = key;
    result->metadata.title = {key, key};
    result->metadata.weeks = weeks;
    result->metadata.start = "2021-01-04";
    result->replications = result->wanted = replications;
    result->kpis.assign(kpi_table().size(), std::vector<double>(static_cast<std::size_t>(replications), 1.0));
    for (std::size_t i = 0; i < houses; ++i) {
        CentreRow row;
        row.key = static_cast<int>(i) + 1;
        row.id = row.name = "hus " + std::to_string(row.key);
        row.x_m = 1000 * row.key;
        row.known = true;
        result->centres.push_back(row);
    }
    return result;
}

/// The same values in every replication and week: those of `cells`.
inline void put_series(Library& library, const std::string& result, const char* group, const char* id, int replications, int weeks,
                       std::vector<std::size_t> axes, const std::vector<std::int32_t>& cells)
{
    auto series = std::make_shared<Series>();
    const auto table = series_table();
    series->info = &*std::find_if(table.begin(), table.end(), [&](const SeriesInfo& s) { return s.group == group && s.id == id; });
    series->replications = replications;
    series->weeks = weeks;
    series->axes = std::move(axes);
    for (int i = 0; i < replications * weeks; ++i) series->values.insert(series->values.end(), cells.begin(), cells.end());
    library.series[{result, group, id}] = std::move(series);
}

} // namespace samspil::viewer
