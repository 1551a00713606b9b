// SPDX-License-Identifier: MPL-2.0
// Curves over time in words: values of a week, sentences, notes.
#pragma once

#include "viewer/panels/difference.hpp"

#include "engine/io/figures.hpp"

namespace samspil::viewer {

/// The line of the option in front: the one with the key, else the first option, else the base.
std::size_t front_of(const Difference& difference, const std::string& option);
/// What is drawn of a line; the base has no difference.
const WeeklySpread& shown_of(const DifferenceLine& line, Show show);
/// "Basis", or "A  Tre distrikter".
std::string name_of(const DifferenceLine& line, Language language);
/// As many decimals as tell values of this size apart.
FigureStyle style_for(double largest, Language language);
/// Style for all that is shown of the measure.
FigureStyle style_of(const Difference& difference, Show show, Language language);
/// "+12 (90 %: +3 til +20)" of one week; empty where undefined.
std::string week_value(const WeeklySpread& spread, int week, Show show, const FigureStyle& style);

std::string difference_title(const Difference& difference, Show show, Language language);
std::string difference_note(const Difference& difference, const DifferenceLook& look);
std::string difference_sentence(const Difference& difference, const Result& base, const DifferenceLook& look);
/// "14 af 20 gentagelser – kan ændre sig", empty when it does not.
std::string may_change_words(const DifferenceLine& line, Language language);

} // namespace samspil::viewer
