// SPDX-License-Identifier: MPL-2.0
// Result files into a comparison report, and the scenarios behind them read again for the comparison in parts.
#pragma once

#include "engine/io/comparison_report.hpp"
#include "engine/io/result_file.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace samspil {

/// A scenario as it was run, read again from its file; `problem` says why not, and what to do.
struct Reloaded {
    std::optional<Scenario> scenario;
    std::map<std::string, Provenance> evidence; ///< of values that come from tables, by path
    Text problem;
};

/// Reads the scenario recorded in the result with its overrides and holds its inputs against the recorded digests.
Reloaded reload_scenario(const ResultMetadata& metadata);

/// What two results must share to be paired.
RunFrame frame_of(const ResultFile& file);

KpiColumns kpi_columns(const ResultFile& file);

/// All but the parts; throws UsageError when results cannot be paired.
ComparisonReport read_comparison(const std::vector<ResultFile>& files, const std::vector<Reloaded>& scenarios,
                                 std::span<const Goal> goals);

/// What can be told of --chance before the scenarios it stands beside are run. Throws UsageError.
void check_chance(const std::vector<ResultFile>& chance, std::size_t scenarios, bool futures);

/// Puts results of the same scenarios without futures beside: `chance` in the order of `futures`. Throws UsageError.
void add_chance(ComparisonReport& report, const std::vector<ResultFile>& futures, const std::vector<ResultFile>& chance, std::span<const Goal> goals);

} // namespace samspil
