// SPDX-License-Identifier: MPL-2.0
// What the screen of life courses says in both languages.
#pragma once

#include "engine/base/text.hpp"

namespace samspil::viewer::words {

inline constexpr Label synthetic{"Syntetisk borger, ikke en person", "Synthetic citizen, not a person"};
inline constexpr Label most_changed{"Mest forandret", "Most changed"};
inline constexpr Label unchanged{"Typisk (uændret)", "Typical (unchanged)"};
inline constexpr Label everybody{"Fulgte borgere", "Citizens followed"};
inline constexpr Label next_random{"Næste tilfældige", "Next at random"};
inline constexpr Label all_causes{"Alle årsager", "All causes"};
inline constexpr Label choose_citizen{"Vælg borger", "Choose a citizen"};
inline constexpr Label no_lives{"Resultatet har ingen livsforløb. De følger med, når en kørsel er færdig og gemt i en fil.",
                                "The result holds no life courses. They come when a run is finished and saved in a file."};
inline constexpr Label no_option_lives{"Alternativet har ingen livsforløb; kun basis vises.",
                                       "The option holds no life courses; only the base is shown."};
inline constexpr Label nobody_on_list{"Ingen på denne liste", "Nobody on this list"};

inline constexpr Label row_function{"Funktion", "Function"};
inline constexpr Label row_offers{"Tilbud", "Offers"};
inline constexpr Label row_waits{"Ventetid", "Waiting"};
inline constexpr Label row_events{"Hændelser", "Events"};
inline constexpr Label nursing_home{"plejehjem", "nursing home"};
inline constexpr Label not_yet_65{"endnu ikke 65 år", "not yet 65"};
inline constexpr Label has_died{"død", "died"};
inline constexpr Label has_moved{"flyttet fra kommunen", "moved away"};
inline constexpr Label wait_unknown{"i kø; hvornår køen blev forladt, står ikke i resultatet",
                                    "in a queue; the result does not say when it was left"};

inline constexpr Label heading_week{"Uge", "Week"};
inline constexpr Label heading_cause{"Årsag", "Cause"};
inline constexpr Label heading_lives{"Liv i stikprøven", "Lives in the sample"};
inline constexpr Label heading_citizen{"Syntetisk borger", "Synthetic citizen"};
inline constexpr Label heading_apart{"Uger anderledes", "Weeks apart"};
inline constexpr Label heading_parting{"Livene skilles", "The lives part"};
inline constexpr Label heading_enrolled{"Uger i tilbud, basis", "Weeks in offers, base"};
inline constexpr Label heading_what{"Hvad", "What"};
inline constexpr Label heading_from{"Fra", "From"};
inline constexpr Label heading_to{"Til", "To"};
inline constexpr Label heading_result{"Resultat", "Result"};
inline constexpr Label same_as_base{"som basis", "as the base"};
inline constexpr Label causes_title{"Hvorfor livene skilles", "Why the lives part"};
inline constexpr Label events_title{"Hændelser i ord", "Events in words"};
inline constexpr Label at_start{"ved start", "at start"};

} // namespace samspil::viewer::words
