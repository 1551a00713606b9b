// SPDX-License-Identifier: MPL-2.0
// "Why?" in sentences, one for each mechanism. An effect that may be chance is never said as if it were one.
#pragma once

#include "engine/experiment/why.hpp"

namespace samspil {

/// Uden «pårørende og venner» ville forskellen være +0,3 i stedet for +1,2 procentpoint (virkning +0,9; +0,6 til +1,2).
Text why_sentence(const MechanismEffect& effect);
/// The same numbers for a narrow place: "+0,9 procentpoint (+0,6 til +1,2)".
Text effect_words(const MechanismEffect& effect);

/// Above the list: the causes by name, or that there is none to be told from chance.
Text why_headline(std::span<const MechanismEffect> effects, std::size_t asked);
/// Below it: how many of so many would look like causes by chance alone, and that effects do not add up.
Text why_note(std::size_t measured);
/// Before it is begun; seconds of one thread for one simulated week, 0 = not known.
Text cost_sentence(const WhyCost& cost, double seconds_per_week, int threads);

} // namespace samspil
