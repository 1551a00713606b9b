// SPDX-License-Identifier: MPL-2.0
// What a result file says besides its replications, made without a file: a result in memory looks like one that was
// read. Rows of places stand in result_file.hpp.
#pragma once

#include "engine/io/result_file.hpp"
#include "engine/io/scenario_file.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace samspil {

/// In the order of ResultFile::assumptions().
std::vector<AssumptionRow> assumption_rows(const Scenario& scenario);
std::vector<TargetRow> target_rows(const Scenario& scenario);
std::vector<FactRow> fact_rows(const Scenario& scenario);

/// Of a result of this program that no command line made; `created` is now, `run_id` is empty.
ResultMetadata metadata_of(const LoadedScenario& loaded, std::uint32_t seed, int replications);

/// Extents of a series after replication and week.
std::vector<std::size_t> series_axes(const SeriesInfo& series, const Scenario& scenario);

/// A dimension's KPIs over replications, in order.
GroupTable group_table(Dimension dimension, const Grouping& grouping,
                       std::span<const ReplicationResult* const> replications);

} // namespace samspil
