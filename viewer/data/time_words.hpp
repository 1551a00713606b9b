// SPDX-License-Identifier: MPL-2.0
// Weeks and runs in words, and the steps of the text scale.
#pragma once

#include "viewer/data/result.hpp"

#include "engine/model/calendar.hpp"

#include <optional>
#include <string_view>

namespace samspil::viewer {

/// "uge 12 2023 · 20.03.2023" of a week of the counted period.
std::string week_words(const Result& result, int week, Language language);
/// "20.03.2023", in English "2023-03-20"; read back in either form.
std::string day_words(Day day, Language language);
std::optional<Day> day_from(std::string_view words);
/// Short: "20.03.2023".
std::string date_words(const Result& result, int week, Language language);
/// What the intervals of a result cover: "kun tilfældighed", or over futures "tilfældighed og antagelser".
Label covers_words(const Result& result);

/// "20 gentagelser · 520 uger fra 2021-01-04"; unfinished: "14 af 20 gentagelser – kan ændre sig".
std::string run_words(const Result& result, Language language);
/// Calendar year of a week, and whether the week is the first that begins in it.
int year_of(const Result& result, int week);

/// One step up (+1) or down (-1) in 75, 90, 100, 110, 125, 150, 175, 200, 250, 300 per cent.
double next_text_scale(double now, int step);

} // namespace samspil::viewer
