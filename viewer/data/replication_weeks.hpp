// SPDX-License-Identifier: MPL-2.0
// One number a replication and week, picked out of a weekly series; and what is seen of it: quantiles over replications
// week by week, the values of one week, totals over weeks. Differences are made pair by pair before anything else.
#pragma once

#include "viewer/data/result.hpp"

#include <span>
#include <vector>

namespace samspil::viewer {

struct ReplicationWeeks {
    int replications = 0, weeks = 0;
    std::vector<double> values; ///< replication x week
    double at(int replication, int week) const
    {
        return values[static_cast<std::size_t>(replication) * static_cast<std::size_t>(weeks) + static_cast<std::size_t>(week)];
    }
};

/// Sum of the cells times `factor`. Cells beyond the series count nothing.
ReplicationWeeks sum_of_cells(const Series& series, std::span<const std::size_t> cells, double factor = 1);

/// Option less base, replication by replication, over what both have.
ReplicationWeeks paired_weeks(const ReplicationWeeks& base, const ReplicationWeeks& option);

/// Mean of the `window` weeks up to each week, of those there are at the start.
ReplicationWeeks trailing_mean(const ReplicationWeeks& table, int window);

/// Sum of the weeks up to each week.
ReplicationWeeks cumulated(const ReplicationWeeks& table);

/// By replication: one week (brought into the period), or the sum of weeks from..to-1. Empty without replications.
std::vector<double> values_at(const ReplicationWeeks& table, int week);
std::vector<double> totals(const ReplicationWeeks& table, int from, int to);

/// Over replications, week by week. Bands are empty with fewer than two replications.
struct WeekFan {
    std::vector<double> mean, median, low50, high50, low90, high90;
};
WeekFan week_fan(const ReplicationWeeks& table);

/// Mean of what is finite; NaN of nothing.
double mean_of(std::span<const double> values);

/// Of the base only its level: there is nothing to compare it with. `kpi` outlives the value.
KpiDifference level_of(const Kpi& kpi, std::span<const double> by_replication);

/// One measure over time in all results that are compared, the base first. Entries of a result that lacks the series
/// are empty; so is the base's difference.
struct WeekCurves {
    std::vector<ReplicationWeeks> tables;
    std::vector<WeekFan> levels, differences;
    int weeks() const; ///< the longest
};
WeekCurves week_curves(std::vector<ReplicationWeeks> tables);

} // namespace samspil::viewer
