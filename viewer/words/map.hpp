// SPDX-License-Identifier: MPL-2.0
// What the map says.
#pragma once

#include "engine/base/text.hpp"

namespace samspil::viewer::words::map {

inline constexpr Label map_of{"Kort", "Map"};
inline constexpr Label difference_to_base{"forskel til basis", "difference to the base"};
inline constexpr Label levels_beside{"basis til venstre, alternativ til højre", "base to the left, option to the right"};
inline constexpr Label whole_period{"gennemsnit over perioden", "mean over the period"};
inline constexpr Label all_offers{"Alle tilbud", "All offers"};
inline constexpr Label not_by_offer{"alle tilbud tilsammen", "all offers together"};
inline constexpr Label by_small_area{"Lokalsamfund", "Small areas"};
inline constexpr Label by_area{"Områder", "Areas"};
inline constexpr Label by_district{"Distrikter", "Districts"};
inline constexpr Label fill_by{"Farve: ", "Colour: "};
inline constexpr Label place{"Sted", "Place"};
inline constexpr Label house{"Hus", "House"};
inline constexpr Label houses{"Huse", "Houses"};
inline constexpr Label interval{"95 %-interval", "95% interval"};
inline constexpr Label verdict{"Vurdering", "Verdict"};
inline constexpr Label use{"Udnyttelse", "Use"};
inline constexpr Label use_difference{"Forskel i udnyttelse", "Difference in use"};
inline constexpr Label participants{"Deltagere", "Participants"};
inline constexpr Label participants_short{"deltagere", "participants"};
inline constexpr Label assumed_house{"Antaget hus", "Assumed house"};
inline constexpr Label place_of_house{"Husets sted", "Place of the house"};
inline constexpr Label known_house{"Kendt", "Known"};
inline constexpr Label yes{"ja", "yes"};
inline constexpr Label assumed{"antaget", "assumed"};
inline constexpr Label district{"Distrikt", "District"};
inline constexpr Label more{"flere", "more"};
inline constexpr Label fewer{"færre", "fewer"};
inline constexpr Label higher{"højere", "higher"};
inline constexpr Label lower{"lavere", "lower"};
inline constexpr Label not_determined{"ikke bestemt", "not determined"};
inline constexpr Label size_is{"Areal: deltagere i ugen", "Area: participants in the week"};
inline constexpr Label ring_is{"Ring: udnyttelse, hel = fuldt", "Ring: use, whole = full"};
inline constexpr Label fill_is{"Fyld: deltagere mod basis", "Fill: participants against the base"};
inline constexpr Label hollow_is{"Hul midte: antaget hus", "Hollow: assumed house"};
inline constexpr Label line_home_is{"Streg: huset ligger ved prikken", "Line: the house is at the dot"};
inline constexpr Label districts_are{"Kraftig streg: distrikter", "Heavy line: districts"};
inline constexpr Label areas_are{"Kraftig streg: områder", "Heavy line: areas"};
inline constexpr Label drawn_outlines{"Ingen omrids: lokalsamfund er tegnet om deres punkter, uden kendte grænser.",
                                      "No outlines: small areas are drawn round their points, without known borders."};
inline constexpr Label no_outlines{"Filen har hverken omrids eller punkter for lokalsamfund: kun husene er tegnet.",
                                   "The file holds neither outlines nor points of small areas: only the houses are drawn."};
inline constexpr Label open_house{"Klik: vælg huset. Klik igen eller Enter: åbn det.", "Click: choose the house. Again or Enter: open it."};
inline constexpr Label open_district{"Klik: vis distriktet.", "Click: show the district."};
inline constexpr Label drag_wipe{"Træk: basis til venstre, alternativ til højre", "Drag: base to the left, option to the right"};
inline constexpr Label outlines_from{"Omrids: ", "Outlines: "};
inline constexpr Label go_up{"Op", "Up"};
inline constexpr Label may_change{"kan ændre sig", "may change"};

} // namespace samspil::viewer::words::map
