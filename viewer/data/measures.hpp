// SPDX-License-Identifier: MPL-2.0
// A measure of the whole period in all results that are compared: the base's level and each option's paired difference.
#pragma once

#include "viewer/data/replication_weeks.hpp"

#include "engine/experiment/comparison.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace samspil::viewer {

using Results = std::span<const Result* const>; ///< the base first; null: not asked for, where curves are made

struct Measure {
    const Kpi* kpi = nullptr;               ///< outlives the measure
    Label heading;                          ///< short
    std::vector<KpiDifference> differences; ///< by result; of the base only its level
    std::vector<bool> there;                ///< by result: defined in some replication
};

/// Whether some value is a number.
bool is_defined(std::span<const double> values);

/// From the values of each result by replication, the base first.
Measure measure_of(const Kpi& kpi, Label heading, const std::vector<std::vector<double>>& values);

/// A row of kpi_table().
Measure kpi_measure(Results results, std::string_view kpi, Label heading);

} // namespace samspil::viewer
