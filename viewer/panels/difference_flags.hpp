// SPDX-License-Identifier: MPL-2.0
// Flags under the axis of time: what every shown option changes, and when, marked by the shape of the option.
#pragma once

#include "viewer/data/difference.hpp"
#include "viewer/panels/panel.hpp"

#include <vector>

namespace samspil::viewer {

/// What begins in one week: which lines of the model have a flag there.
struct FlagWeek {
    int week = 0;
    std::vector<std::size_t> lines;
};

/// By week; a week after the period is left out. Lines not drawn (their series are not there) have none.
std::vector<FlagWeek> flag_weeks(const Difference& model);

/// Two rows where the flags of several options may stand close, else one; 0 without flags.
int flag_rows(std::span<const FlagWeek> weeks);

/// "A, B: ændrede pladser"; one option needs no letter, different changes are counted.
std::string flag_label(const Difference& model, const FlagWeek& week, Language language);
/// Each change of the week by itself, for a row that has room: "A: 8 pladser i Dagcenter Nord, kompas".
std::string flag_names(const Difference& model, const FlagWeek& week, Language language);
/// Every change of the week, option by option.
std::string flag_tip(const Difference& model, const FlagWeek& week, Language language);

struct FlagPlot {
    Rect plot;         ///< of the curves: a dotted line goes up through it
    double y = 0;      ///< top of the first row
    double row = 0;    ///< height of a row
    double right = 0;  ///< where words must end
    Scale x;           ///< of weeks
};
/// A spot a week, which goes there.
std::vector<Spot> draw_flags(Canvas& canvas, const Theme& theme, const FlagPlot& at, const Difference& model, const Result& base, Language language);

} // namespace samspil::viewer
