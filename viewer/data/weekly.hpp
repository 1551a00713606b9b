// SPDX-License-Identifier: MPL-2.0
// Weekly measures: series summed over their axes to one curve a replication, smoothed, and their spread week by week.
#pragma once

#include "viewer/data/library.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samspil::viewer {

/// Which entries of a series count.
enum class Entries { all, municipal, running_cost, account, joining, leaving, independent };

/// The sum of one series over centres, offers and so on, or that sum over another's.
struct WeeklyMeasure {
    std::string id; ///< "participants", "spent.staff"
    std::string_view group, series;
    Entries entries = Entries::all;
    Account account = Account::capacity; ///< of Entries::account
    std::string_view below_group, below_series; ///< empty: no ratio
    double factor = 1;
    Label label, unit;
    bool by_offer = false; ///< can be narrowed to one offer
};

std::span<const WeeklyMeasure> weekly_measures();

/// What a measure is to the goal it stands for.
enum class Stands {
    asked,   ///< chosen by name, for no goal
    goal,    ///< week by week what the goal counts over the period, a share in persons
    part,    ///< the same of one offer, where the goal counts several
    related, ///< another quantity: the goal itself is not kept week by week
};

/// A measure, narrowed to one offer (1..offer_count) or to none (0).
struct WeeklyChoice {
    const WeeklyMeasure* measure = nullptr;
    int offer = 0;
    Stands stands = Stands::asked;
};
/// The measure with this id, narrowed to the offer; else the one closest to what the goal counts, of the goal's own offer, or
/// of the offer where the goal names none.
WeeklyChoice weekly_choice(const Kpi& goal, std::string_view measure, int offer);
/// "borgere i kø: vedligeholdende i center"
Text words_of(const WeeklyChoice& choice);

/// One value a replication and week; NaN where a ratio is undefined.
struct WeeklyValues {
    int replications = 0, weeks = 0;
    std::vector<double> values; ///< replication x week
    double at(int replication, int week) const { return values[static_cast<std::size_t>(replication) * static_cast<std::size_t>(weeks) + static_cast<std::size_t>(week)]; }
};

/// Number of weeks up to and with the present one that a curve is the mean of: 1 for short runs, 5 for up to three years, else 13.
int smoothing_of(int weeks);

/// Participants of all offers, what a typical week is one of.
const WeeklyMeasure& typical_measure();
/// The week of the last 52 (or all, of fewer) whose mean over replications is nearest to the mean of them all, of two the
/// later; the last week of a year is a low of the season.
int typical_week(const WeeklyValues& values);

/// The series a measure needs.
std::vector<SeriesKey> needed_series(const WeeklyMeasure& measure, const std::string& result);
/// Nothing while a series of the result has not been read, or where it has none. The latest `window` weeks are averaged, fewer at the start.
std::optional<WeeklyValues> weekly_values(const Library& library, const std::string& result, const WeeklyChoice& choice, int window);

/// Option minus base, pair by pair, over the replications and weeks that both have.
WeeklyValues paired(const WeeklyValues& base, const WeeklyValues& option);

/// Quantiles over replications, week by week; NaN where a replication is undefined.
struct WeeklySpread {
    std::vector<double> low90, low50, middle, high50, high90;
};
WeeklySpread spread_of(const WeeklyValues& values);

} // namespace samspil::viewer
