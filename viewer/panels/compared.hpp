// SPDX-License-Identifier: MPL-2.0
// The results a screen sets side by side: the base first, then the options shown, each with the colour and marker of its
// place; and the option in focus.
#pragma once

#include "viewer/chart/plots.hpp"
#include "viewer/state/actions.hpp"

#include <string>
#include <vector>

namespace samspil::viewer {

struct Compared {
    std::vector<const Result*> results; ///< the base first; empty when nothing is open
    std::size_t focus = 0;              ///< index of the option in focus; 0 without options
    Language language = Language::da;

    bool has_options() const { return results.size() > 1; }
    const Result& base() const { return *results.front(); }
    const std::string& name(std::size_t i) const { return title_of(*results[i], language); }
    std::vector<std::string> names() const;
    std::vector<LegendEntry> legend(const Theme& theme) const; ///< of all
    std::string key() const;                                   ///< tells sets of results apart
    bool few() const;                                          ///< fewer pairs than enough_pairs somewhere
};

Compared compared_of(const Library& library, const State& state);

/// Blue, orange or grey of a difference by its verdict; without a verdict ink, and grey when undecided.
Colour verdict_colour(const Theme& theme, const KpiDifference& difference);
/// "▲ +3,2" or "≈ +0,1": arrow and number without unit; "ikke bestemt" where undetermined.
std::string arrow_and_number(const KpiDifference& difference, Language language);
/// Number, unit, interval and verdict in one line: "+3,2 personer (−0,1 til +6,5), ▲ bedre".
std::string whole_difference(const KpiDifference& difference, Language language);

/// With a large first letter, where it is one of a to z.
std::string capitalised(std::string_view words);
/// With one full stop at its end: a unit may have brought its own.
std::string ended(std::string words);
/// Lines as parts of one sentence: "a; b".
std::string in_one_line(std::string_view lines);

/// New years of the period, for time axes.
std::vector<TimeTick> year_ticks(const Result& result);

/// "Forskel til basis: parret, 95 %-interval, kun tilfældighed", and a warning where pairs are few.
std::string paired_note(const Compared& compared);

} // namespace samspil::viewer
