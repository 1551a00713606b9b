// SPDX-License-Identifier: MPL-2.0
// An option against its base group by group: the same paired differences as for the whole.
#pragma once

#include "engine/experiment/comparison.hpp"
#include "engine/model/groups.hpp"
#include "engine/stats/intervals.hpp"

#include <vector>

namespace samspil {

struct GroupDifference {
    const GroupKpi* kpi = nullptr;
    GroupMember member;
    KpiDifference difference;
};

struct GroupComparison {
    Dimension dimension{};
    std::vector<GroupDifference> rows;      ///< by KPI, then member; those defined in neither are left out
    std::vector<GroupMember> only_in_one; ///< members that only one of the two knows
};

/// Members are paired by id, in the order of the base.
GroupComparison compare_groups(const GroupTable& base, const GroupTable& option);

/// How many differences with a spread there are, and how many of their intervals leave zero out.
struct Apart {
    std::size_t looked_at = 0, apart = 0;
};
Apart count_apart(const GroupComparison& comparison, bool on_screen_only);

/// Over the replications in which the number is defined.
struct GroupSummary {
    double mean = no_prior; ///< NaN when defined in none
    std::optional<Interval> interval;
    std::size_t n = 0;
};
GroupSummary summarise(const std::vector<double>& by_replication);

} // namespace samspil
