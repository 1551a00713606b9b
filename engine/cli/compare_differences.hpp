// SPDX-License-Identifier: MPL-2.0
// What makes an option another scenario than its base, in words: assumptions, choices, houses, interventions.
#pragma once

#include "engine/io/comparison_report.hpp"
#include "engine/io/result_file.hpp"

namespace samspil {

/// The value as a reader says it: of a choice its name, else the figure.
Text value_of(const AssumptionRow& row);

/// Rows of the two registers that are not the same, each with its evidence tag.
void add_register_differences(const ResultFile& base, const ResultFile& file, ReportOption& option);

/// Interventions on one side only, and houses whose values are not the same.
void add_scenario_differences(const Scenario& base, const Scenario& option, ReportOption& report);

} // namespace samspil
