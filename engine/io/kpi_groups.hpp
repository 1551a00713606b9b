// SPDX-License-Identifier: MPL-2.0
// Under which heading a KPI stands in a long table: by the first word of its id, in the order people read.
#pragma once

#include "engine/experiment/comparison.hpp"

#include <span>
#include <vector>

namespace samspil {

struct KpiGroup {
    std::string_view prefix;
    Label label;
};

/// The heading of a KPI; "Andet"/"Other" where none fits.
const KpiGroup& group_of(std::string_view kpi);

/// All but the figures of the first and last year, heading by heading, else in the order of the table.
std::vector<const KpiDifference*> in_groups(std::span<const KpiDifference> differences);

} // namespace samspil
