// SPDX-License-Identifier: MPL-2.0
#include "engine/model/calendar.hpp"

#include <charconv>

#include <fmt/format.h>

namespace samspil {

// Proleptic Gregorian calendar by the 400-year cycle of 146,097 days, years counted from March.
Day day_of(CivilDate date)
{
    const int year = date.month <= 2 ? date.year - 1 : date.year;
    const int cycle = (year >= 0 ? year : year - 399) / 400;
    const int year_of_cycle = year - cycle * 400;
    const int month_from_march = (date.month + 9) % 12;
    const int day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
    const int day_of_cycle = year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year;
    return cycle * 146097 + day_of_cycle - 719468;
}

CivilDate civil_date(Day day)
{
    const int shifted = day + 719468;
    const int cycle = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const int day_of_cycle = shifted - cycle * 146097;
    const int year_of_cycle = (day_of_cycle - day_of_cycle / 1460 + day_of_cycle / 36524 - day_of_cycle / 146096) / 365;
    const int day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
    const int month_from_march = (5 * day_of_year + 2) / 153;
    const int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    return {.year = cycle * 400 + year_of_cycle + (month <= 2 ? 1 : 0),
            .month = month,
            .day = day_of_year - (153 * month_from_march + 2) / 5 + 1};
}

std::optional<Day> parse_date(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9}) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
    }
    CivilDate date;
    std::from_chars(text.data(), text.data() + 4, date.year);
    std::from_chars(text.data() + 5, text.data() + 7, date.month);
    std::from_chars(text.data() + 8, text.data() + 10, date.day);
    if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31) return std::nullopt;
    const Day day = day_of(date);
    const CivilDate back = civil_date(day);
    if (back.year != date.year || back.month != date.month || back.day != date.day) return std::nullopt;
    return day;
}

std::string format_date(Day day)
{
    const CivilDate date = civil_date(day);
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

int iso_weekday(Day day)
{
    const int since_thursday = day % 7; // 1 January 1970 was a Thursday
    return (since_thursday + 7 + 3) % 7 + 1;
}

std::string iso_week(Day day)
{
    const Day thursday = day - iso_weekday(day) + 4;
    const int year = civil_date(thursday).year;
    const int number = (thursday - day_of({year, 1, 1})) / 7 + 1;
    return fmt::format("{:04}-W{:02}", year, number);
}

std::int32_t Calendar::half_year(Week week) const
{
    const CivilDate date = civil_date(day(week));
    return 2 * date.year + (date.month > 6 ? 1 : 0);
}

} // namespace samspil
