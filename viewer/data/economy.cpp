// SPDX-License-Identifier: MPL-2.0
#include "viewer/data/economy.hpp"

#include "viewer/data/time_words.hpp"

#include "engine/stats/quantiles.hpp"

#include <algorithm>
#include <cmath>

namespace samspil::viewer {
namespace {

constexpr double weeks_per_year = 365.25 / 7;

constexpr Kpi a_year{"cost.per_year", "kr.", Direction::none, 0.01, Relevance::share_of_base, false, false,
                     {"Løbende udgift om året", "Running cost a year"}, {"antagne enhedspriser", "assumed unit prices"}};
constexpr Kpi in_year{"cost.in_year", "kr.", Direction::none, 0.01, Relevance::share_of_base, false, false,
                      {"Løbende udgift i året", "Running cost in the year"}, {"antagne enhedspriser", "assumed unit prices"}};

constexpr Kpi a_week{"cost.a_week", "kr./week", Direction::none, 0.01, Relevance::share_of_base, false, false,
                     {"Udgift om ugen", "Cost a week"}, {"antagne enhedspriser", "assumed unit prices"}};

const std::vector<double>& column(const Result& result, std::string_view kpi)
{
    return result.kpis[*find_kpi(kpi)];
}

std::vector<double> scaled(std::vector<double> values, double by)
{
    for (double& v : values) v *= by;
    return values;
}

MoneyRow money_row(const Result& base, const Result& option, bool is_base)
{
    MoneyRow row;
    const auto change = [&](const Kpi& kpi, const std::vector<double>& before, const std::vector<double>& now) {
        return is_base ? level_of(kpi, now) : compare_values(kpi, before, now);
    };
    const auto of = [&](std::string_view kpi) { return change(kpi_table()[*find_kpi(kpi)], column(base, kpi), column(option, kpi)); };
    for (std::size_t a = 0; a < account_count; ++a) row.accounts[a] = of("budget." + std::string(id_of(static_cast<Account>(a))));
    row.running = of("cost.total");
    const double years = base.metadata.weeks / weeks_per_year;
    if (years > 0) row.running_per_year = change(a_year, scaled(column(base, "cost.total"), 1 / years), scaled(column(option, "cost.total"), 1 / years));
    row.per_month = of("cost.net_per_participant_month");
    row.per_attendance = of("cost.per_attendance");
    row.per_month_level = mean_interval(column(option, "cost.net_per_participant_month"), comparison_level);
    row.per_extra.kpi = &per_extra_reached();
    if (!is_base) {
        const std::vector<KpiDifference> all = compare_runs(base.kpis, option.kpis, {});
        if (const KpiDifference* extra = find_difference(all, per_extra_reached().id)) row.per_extra = *extra;
    }
    return row;
}

std::vector<std::size_t> cells_of(std::optional<Account> account)
{
    if (account) return {static_cast<std::size_t>(*account)};
    std::vector<std::size_t> running;
    for (std::size_t a = 0; a < account_count; ++a)
        if (is_running(static_cast<Account>(a))) running.push_back(a);
    return running;
}

std::vector<ReplicationWeeks> spending_tables(const Library& library, Results results, std::optional<Account> account)
{
    std::vector<ReplicationWeeks> tables;
    for (const Result* result : results) {
        const Series* spent = result == nullptr ? nullptr : library.find_series({result->key, "budget", "spent"});
        tables.push_back(spent == nullptr ? ReplicationWeeks{} : sum_of_cells(*spent, cells_of(account)));
    }
    return tables;
}

YearCell year_cell(const SpendingYear& year, const ReplicationWeeks& base, const ReplicationWeeks& option, bool is_base)
{
    YearCell cell;
    const int end = year.first_week + year.weeks;
    const std::vector<double> before = totals(base, year.first_week, end), now = totals(option, year.first_week, end);
    cell.there = !now.empty() && !before.empty();
    cell.spent = is_base ? level_of(in_year, now) : compare_values(in_year, before, now);
    cell.replications = std::min(base.replications, option.replications);
    std::vector<double> weeks;
    for (int r = 0; r < cell.replications; ++r) {
        double sum = 0;
        int week = year.first_week;
        for (; week < std::min(end, option.weeks); ++week) {
            sum += option.at(r, week);
            if (sum > before[static_cast<std::size_t>(r)]) break;
        }
        if (week < end && sum > before[static_cast<std::size_t>(r)]) weeks.push_back(week - year.first_week + 1);
    }
    cell.over = static_cast<int>(weeks.size());
    if (!weeks.empty()) cell.week = median(weeks);
    return cell;
}

} // namespace

std::vector<MoneyRow> money_rows(Results results)
{
    std::vector<MoneyRow> rows;
    for (const Result* result : results) rows.push_back(money_row(*results.front(), *result, rows.empty()));
    return rows;
}

const Kpi& weekly_spending_kpi() { return a_week; }

Wishes economy_wishes(Results results)
{
    Wishes wishes;
    for (const Result* result : results) wishes.series.insert({result->key, "budget", "spent"});
    return wishes;
}

WeekCurves spending_curves(const Library& library, Results results, std::optional<Account> account)
{
    return week_curves(spending_tables(library, results, account));
}

WeekCurves spending_so_far(const Library& library, Results results, std::optional<Account> account)
{
    std::vector<ReplicationWeeks> tables = spending_tables(library, results, account);
    for (ReplicationWeeks& table : tables) table = cumulated(table);
    return week_curves(std::move(tables));
}

std::vector<SpendingYear> spending_years(const Library& library, Results results)
{
    std::vector<SpendingYear> years;
    if (results.empty()) return years;
    const std::vector<ReplicationWeeks> tables = spending_tables(library, results, std::nullopt);
    for (int week = 0; week < tables.front().weeks; ++week) {
        const int year = year_of(*results.front(), week);
        if (years.empty() || years.back().year != year) years.push_back({year, week, 0, {}});
        ++years.back().weeks;
    }
    for (SpendingYear& year : years)
        for (std::size_t i = 0; i < tables.size(); ++i) year.cells.push_back(year_cell(year, tables.front(), tables[i], i == 0));
    return years;
}

std::vector<Measure> frame_measures(Results results)
{
    return {kpi_measure(results, "balance.forebyggende", {"forebyggende", "preventive"}),
            kpi_measure(results, "balance.vedligeholdende", {"vedligeholdende", "maintaining"}),
            kpi_measure(results, "balance.capacity", {"huse og drift", "houses and running"}),
            kpi_measure(results, "steering.stopped_weeks", {"husuger med optagestop", "house-weeks of intake stop"})};
}

} // namespace samspil::viewer
