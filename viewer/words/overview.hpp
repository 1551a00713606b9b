// SPDX-License-Identifier: MPL-2.0
// Words of the overview and of a goal's cell wherever it stands.
#pragma once

#include "engine/base/text.hpp"

namespace samspil::viewer::words {

inline constexpr Label option{"Alternativ", "Option"};
inline constexpr Label paired_difference{"Parret forskel", "Paired difference"};
inline constexpr Label interval_95{"95 %-interval", "95 % interval"};
inline constexpr Label above_base{"Højere end basis", "Higher than the base"};
inline constexpr Label least_that_matters{"Mindste forskel der betyder noget", "Smallest difference that matters"};
inline constexpr Label limit_is{"grænse (gr.): mindste forskel der tæller", "limit (lim.): the smallest difference that counts"};
inline constexpr Label limit_short{"gr.", "lim."};
inline constexpr Label below_limit_short{"størrelse uafklaret", "size undecided"}; ///< of Finding::below_limit beside △ or ▽, where there is little room
inline constexpr Label neither{"øvrige", "neither"}; ///< ties, undecided, of undecided size: "2 bedre · 2 dårligere · 3 øvrige"
inline constexpr Label worst_is{"værst: den ulempe der er flest gange sin grænse", "worst: the drawback that is most times its limit"};
inline constexpr Label verdict{"Dom", "Verdict"};
inline constexpr Label higher{"højere", "higher"};
inline constexpr Label of{"af", "of"};
inline constexpr Label one_replication{"gentagelse", "replication"};
inline constexpr Label in_pairs{"i", "in"}; ///< "bedre i 20 af 20"
inline constexpr Label no_good_direction{"uden god retning", "no good direction"};
inline constexpr Label not_determined{"ikke bestemt", "not determined"};
inline constexpr Label fixed_difference{"ens i alle gentagelser", "the same in every replication"};
inline constexpr Label best_on_goals{"bedst på målene", "best on the goals"};
inline constexpr Label level_with_others{"står lige", "level"};
inline constexpr Label split_between{"delt bedst", "shared best"}; ///< leaders that are not level
inline constexpr Label early{"FORELØBIGT, kun de første", "EARLY, only the first"};
inline constexpr Label may_change{"kan ændre sig", "may change"};
inline constexpr Label difference_to{"forskel til", "difference to"};
inline constexpr Label paired{"parret gentagelse for gentagelse", "paired replication by replication"};
inline constexpr Label weeks{"uger", "weeks"};
inline constexpr Label dot_is_one{"hver prik er en gentagelse", "each dot is one replication"};
inline constexpr Label dot_is_twentieth{"hver af 20 prikker er 5 % af gentagelserne", "each of 20 dots is 5 % of the replications"};
inline constexpr Label band_is{"bånd: 50 og 90 % af gentagelserne", "bands: 50 and 90 % of the replications"};
inline constexpr Label line_is_zero{"lodret streg: ingen forskel", "upright line: no difference"};
inline constexpr Label bar_is_interval{"vandret: 95 %-interval", "level line: 95 % interval"};
inline constexpr Label shade_is_limit{"skygge: under grænsen", "shade: below the limit"};
inline constexpr Label intervals_cover{"usikkerhed", "uncertainty"};
inline constexpr Label rests_on_scores{"hviler på antagne score", "rests on assumed scores"};
inline constexpr Label in_citizens{"I borgere, middel over perioden", "In citizens, mean over the period"};
inline constexpr Label click_for_weeks{"Klik: uge for uge", "Click: week by week"};
inline constexpr Label make_base{"Gør til basis", "Make it the base"};
inline constexpr Label hide_option{"Skjul", "Hide"};
inline constexpr Label move_up{"Flyt op", "Move up"};
inline constexpr Label move_down{"Flyt ned", "Move down"};
inline constexpr Label show_again{"Vis igen", "Show again"};
inline constexpr Label dots{"Prikker", "Dots"};
inline constexpr Label band{"Bånd", "Band"};
inline constexpr Label not_comparable{"kan ikke parres med basis", "cannot be paired with the base"};
inline constexpr Label pages{"Bladr mellem alternativer", "Page through the options"};
inline constexpr Label percentage_points_short{"%-point", "%-points"};

} // namespace samspil::viewer::words
