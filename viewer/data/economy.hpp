// SPDX-License-Identifier: MPL-2.0
// Money of all results that are compared: accounts against the base, prices of what is reached, spending over time and
// year by year. Every difference is paired over the same replications, so that accounts add up to the total.
#pragma once

#include "viewer/data/library.hpp"
#include "viewer/data/measures.hpp"
#include "viewer/data/replication_weeks.hpp"

#include "engine/stats/intervals.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace samspil::viewer {

/// One result against the base (the base against itself has levels only).
struct MoneyRow {
    std::array<KpiDifference, account_count> accounts; ///< whole period, by Account
    KpiDifference running;                             ///< all accounts but investment: cost.total
    KpiDifference running_per_year;                    ///< the same, kr. a year
    KpiDifference per_month, per_attendance;           ///< kr. per participant and month, per attendance
    std::optional<Interval> per_month_level;           ///< 95 % interval of the level, over replications
    KpiDifference per_extra;                           ///< kr. per extra person-month reached; empty where not determined
};
std::vector<MoneyRow> money_rows(Results results);

Wishes economy_wishes(Results results);

/// Spending a week: one account, or all of running (nothing chosen).
WeekCurves spending_curves(const Library& library, Results results, std::optional<Account> account);
/// The same summed from the first week on.
WeekCurves spending_so_far(const Library& library, Results results, std::optional<Account> account);

/// Running spending of one calendar year against what the base spends in the whole of it.
struct YearCell {
    bool there = false;
    KpiDifference spent;             ///< kr. in the year
    int over = 0, replications = 0;  ///< pairs in which the base's whole year is spent before the year is out
    std::optional<double> week;      ///< median week of the year (1 = first) in which that happens, where it does
};
struct SpendingYear {
    int year = 0, first_week = 0, weeks = 0;
    std::vector<YearCell> cells; ///< by result
};
/// Whole years of the period and the parts of years at its ends.
std::vector<SpendingYear> spending_years(const Library& library, Results results);

/// What the results say of frames: balances of the whole period and weeks of intake stop. No weekly frame is in them.
std::vector<Measure> frame_measures(Results results);

} // namespace samspil::viewer
