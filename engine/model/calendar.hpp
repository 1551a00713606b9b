// SPDX-License-Identifier: MPL-2.0
// Dates and weeks. Week 0 is the first week of the burn-in; draws use absolute weeks and half-years,
// so that a scenario that starts elsewhere reads the same noise in the same calendar week.
#pragma once

#include "engine/base/units.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace samspil {

struct CivilDate {
    int year = 1970;
    int month = 1;
    int day = 1;
};

Day day_of(CivilDate date);
CivilDate civil_date(Day day);

/// Reads YYYY-MM-DD; nothing else, and only dates that exist.
std::optional<Day> parse_date(std::string_view text);
std::string format_date(Day day);

/// Monday = 1 ... Sunday = 7.
int iso_weekday(Day day);
/// "2021-W01" of the ISO week holding the day.
std::string iso_week(Day day);

/// Maps week numbers of a run to dates. `first_day` is the Monday (or start day) of week 0.
struct Calendar {
    Day first_day = 0;
    Day day(Week week) const { return first_day + 7 * week; }
    /// The week holding a day; negative before week 0.
    Week week(Day day) const { return day >= first_day ? (day - first_day) / 7 : -((first_day - day + 6) / 7); }
    /// Weeks since Monday 5 January 1970: the same number for the same calendar week in every scenario.
    std::int32_t absolute_week(Week week) const { return (day(week) - 4) / 7; }
    /// 2 x year + (0 | 1): the occasion of recurrent choices.
    std::int32_t half_year(Week week) const;
    int year(Week week) const { return civil_date(day(week)).year; }
    int month(Week week) const { return civil_date(day(week)).month; }
};

} // namespace samspil
