// SPDX-License-Identifier: MPL-2.0
#include "viewer/data/replication_weeks.hpp"

#include "engine/stats/moments.hpp"
#include "engine/stats/quantiles.hpp"

#include <algorithm>
#include <cmath>

namespace samspil::viewer {
namespace {

ReplicationWeeks table_of(int replications, int weeks)
{
    return {replications, weeks, std::vector<double>(static_cast<std::size_t>(replications) * static_cast<std::size_t>(weeks), 0.0)};
}

double& cell(ReplicationWeeks& table, int replication, int week)
{
    return table.values[static_cast<std::size_t>(replication) * static_cast<std::size_t>(table.weeks) + static_cast<std::size_t>(week)];
}

} // namespace

ReplicationWeeks sum_of_cells(const Series& series, std::span<const std::size_t> cells, double factor)
{
    ReplicationWeeks table = table_of(series.replications, series.weeks);
    const std::size_t all = series.cell_count();
    for (std::size_t i = 0; i < table.values.size(); ++i) { // cells of a week stand together
        const std::span<const std::int32_t> week(series.values.data() + i * all, all);
        double sum = 0;
        for (const std::size_t c : cells)
            if (c < all) sum += week[c];
        table.values[i] = sum * factor;
    }
    return table;
}

ReplicationWeeks paired_weeks(const ReplicationWeeks& base, const ReplicationWeeks& option)
{
    ReplicationWeeks table = table_of(std::min(base.replications, option.replications), std::min(base.weeks, option.weeks));
    for (int r = 0; r < table.replications; ++r)
        for (int w = 0; w < table.weeks; ++w) cell(table, r, w) = option.at(r, w) - base.at(r, w);
    return table;
}

ReplicationWeeks trailing_mean(const ReplicationWeeks& source, int window)
{
    ReplicationWeeks table = table_of(source.replications, source.weeks);
    for (int r = 0; r < table.replications; ++r) {
        double sum = 0;
        for (int w = 0; w < table.weeks; ++w) {
            sum += source.at(r, w);
            if (w >= window) sum -= source.at(r, w - window);
            cell(table, r, w) = sum / std::min(w + 1, window);
        }
    }
    return table;
}

ReplicationWeeks cumulated(const ReplicationWeeks& source)
{
    ReplicationWeeks table = source;
    for (int r = 0; r < table.replications; ++r)
        for (int w = 1; w < table.weeks; ++w) cell(table, r, w) += cell(table, r, w - 1);
    return table;
}

std::vector<double> values_at(const ReplicationWeeks& table, int week)
{
    std::vector<double> values;
    if (table.weeks == 0) return values;
    week = std::clamp(week, 0, table.weeks - 1);
    for (int r = 0; r < table.replications; ++r) values.push_back(table.at(r, week));
    return values;
}

std::vector<double> totals(const ReplicationWeeks& table, int from, int to)
{
    std::vector<double> values;
    for (int r = 0; r < table.replications; ++r) {
        double sum = 0;
        for (int w = std::max(0, from); w < std::min(to, table.weeks); ++w) sum += table.at(r, w);
        values.push_back(sum);
    }
    return values;
}

WeekFan week_fan(const ReplicationWeeks& table)
{
    WeekFan fan;
    const auto n = static_cast<std::size_t>(table.weeks);
    for (std::vector<double>* column : {&fan.mean, &fan.median}) column->resize(n);
    const bool bands = table.replications > 1;
    if (bands)
        for (std::vector<double>* column : {&fan.low50, &fan.high50, &fan.low90, &fan.high90}) column->resize(n);
    for (std::size_t w = 0; w < n; ++w) {
        std::vector<double> values = values_at(table, static_cast<int>(w));
        std::erase_if(values, [](double v) { return !std::isfinite(v); }); // a replication without a value in the week
        std::sort(values.begin(), values.end());
        fan.mean[w] = mean_of(values);
        fan.median[w] = quantile_of_sorted(values, 0.5);
        if (!bands) continue;
        fan.low50[w] = quantile_of_sorted(values, 0.25);
        fan.high50[w] = quantile_of_sorted(values, 0.75);
        fan.low90[w] = quantile_of_sorted(values, 0.05);
        fan.high90[w] = quantile_of_sorted(values, 0.95);
    }
    return fan;
}

KpiDifference level_of(const Kpi& kpi, std::span<const double> by_replication)
{
    KpiDifference level;
    level.kpi = &kpi;
    level.n = by_replication.size();
    const double mean = mean_of(by_replication);
    if (std::isfinite(mean)) level.base = level.option = mean;
    return level;
}

int WeekCurves::weeks() const
{
    int longest = 0;
    for (const ReplicationWeeks& table : tables) longest = std::max(longest, table.weeks);
    return longest;
}

WeekCurves week_curves(std::vector<ReplicationWeeks> tables)
{
    WeekCurves curves{std::move(tables), {}, {}};
    for (std::size_t i = 0; i < curves.tables.size(); ++i) {
        curves.levels.push_back(week_fan(curves.tables[i]));
        curves.differences.push_back(i == 0 ? WeekFan{} : week_fan(paired_weeks(curves.tables[0], curves.tables[i])));
    }
    return curves;
}

double mean_of(std::span<const double> values)
{
    std::vector<double> finite;
    std::copy_if(values.begin(), values.end(), std::back_inserter(finite), [](double v) { return std::isfinite(v); });
    return moments(finite).mean();
}

} // namespace samspil::viewer
