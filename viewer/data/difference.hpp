// SPDX-License-Identifier: MPL-2.0
// One weekly measure of the base and all options, and the paired differences: what stays the same while time is scrubbed.
#pragma once

#include "viewer/data/weekly.hpp"

namespace samspil::viewer {

/// Changes that begin in one week.
struct Flag {
    int week = 0;
    std::vector<Text> words; ///< one a change, as the result says it
    Text label;              ///< "ændrede pladser", "9 indsatser"
};

struct DifferenceLine {
    std::string key;
    Text title;
    std::string letter; ///< as on the overview; empty for the base
    int pairs = 0, wanted = 0;
    WeeklyValues levels, differences; ///< differences of the base are empty
    WeeklySpread level, difference;
    std::vector<Flag> flags; ///< changes that the base does not have, by week
    bool may_change() const { return pairs < wanted || pairs < static_cast<int>(enough_pairs); }
};

struct Difference {
    WeeklyChoice choice;
    int weeks = 0, window = 1;
    Label covers{}; ///< what the bands cover
    std::vector<DifferenceLine> lines; ///< the base, then the options whose series are there
};

/// Nothing while the series of the base are not read.
std::optional<Difference> make_difference(const Library& library, const Result& base, std::span<const Result* const> options, const WeeklyChoice& choice);

/// Interventions of the option that the base does not have, gathered by week; weeks before the first count as the first.
std::vector<Flag> flags_of(const Result& base, const Result& option);

} // namespace samspil::viewer
