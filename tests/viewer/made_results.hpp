// SPDX-License-Identifier: MPL-2.0
// Small results made by hand for the tests of screens: every number is known.
#pragma once

#include "viewer/data/library.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace samspil::viewer {

/// A result of `replications` x `weeks` weeks from 4 January 2021 with two houses, 7 and 9 (assumed), and KPIs all NaN.
inline std::shared_ptr<Result> made_result(const std::string& key, int replications, int weeks)
{
    auto result = std::make_shared<Result>();
    result->key = key;
    result->metadata.title = {"Dansk " + key, "English " + key};
    result->metadata.scenario_id = key;
    result->metadata.seed = 1;
    result->metadata.start = "2021-01-04";
    result->metadata.weeks = weeks;
    result->replications = result->wanted = result->metadata.replications = replications;
    result->kpis.assign(kpi_table().size(), std::vector<double>(static_cast<std::size_t>(replications), no_prior));
    result->centres = {{7, "lc-syv", "Lokalcenter Syv", "lokalcenter", "nord", 0, 0, true, {}},
                       {9, "dc-ni", "Antaget hus 9", "dagcenter", "syd", 1000, 0, false, {}}};
    return result;
}

inline void set_kpi(Result& result, const std::string& id, std::vector<double> values) { result.kpis[*find_kpi(id)] = std::move(values); }

/// value(replication, week, cell)
using SeriesValue = std::function<int(int, int, std::size_t)>;

inline void add_series(Library& library, const Result& result, const std::string& group, const std::string& id, std::vector<std::size_t> axes,
                       const SeriesValue& value)
{
    auto series = std::make_shared<Series>();
    series->replications = result.replications;
    series->weeks = result.metadata.weeks;
    series->axes = std::move(axes);
    for (int r = 0; r < series->replications; ++r)
        for (int w = 0; w < series->weeks; ++w)
            for (std::size_t c = 0; c < series->cell_count(); ++c) series->values.push_back(value(r, w, c));
    library.series[{result.key, group, id}] = std::move(series);
}

} // namespace samspil::viewer
