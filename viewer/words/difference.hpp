// SPDX-License-Identifier: MPL-2.0
// Words of the screen of one measure over time.
#pragma once

#include "engine/base/text.hpp"

namespace samspil::viewer::words {

inline constexpr Label single_runs{"Enkelte gentagelser", "Single replications"};
inline constexpr Label whole_period{"Hele perioden", "Whole period"};
inline constexpr Label median{"median", "median"};
inline constexpr Label bands_of{"median og bånd med 50 og 90 % af", "median and bands of 50 and 90 % of"};
inline constexpr Label moving_mean{"middel af de seneste {} uger", "mean of the latest {} weeks"};
inline constexpr Label unsmoothed{"ikke udglattet", "not smoothed"};
inline constexpr Label difference_from{"forskel til", "difference to"};
inline constexpr Label paired_short{"parret", "paired"};
inline constexpr Label in_front{"fremhævet", "in front"};
inline constexpr Label axis_from{"aksen begynder ved", "axis begins at"};
inline constexpr Label drag_for_week{"Træk: vælg uge", "Drag: choose the week"};
inline constexpr Label interventions{"indsatser", "interventions"};
inline constexpr Label and_more{"… og {} til", "… and {} more"};
inline constexpr Label date{"Dato", "Date"};
inline constexpr Label ninety{"90 %", "90 %"};
inline constexpr Label not_by_week{"Målet findes ikke uge for uge. Vist i stedet: {}", "The goal is not kept week by week. Shown instead: {}"};
inline constexpr Label other_direction{"Kurvens retning er ikke målets: op kan være bedre eller dårligere for målet",
                                      "The curve's direction is not the goal's: up may be better or worse for the goal"};
inline constexpr Label part_of_goal{"En del af målet: {}", "A part of the goal: {}"};
inline constexpr Label not_in_result{"Målet findes ikke i resultatet.", "The measure is not in the result."};
inline constexpr Label lines_left_out{"+ {} flere (tabel: t)", "+ {} more (table: t)"};

} // namespace samspil::viewer::words
