// SPDX-License-Identifier: MPL-2.0
// Names of commands.
#pragma once

#include "engine/base/text.hpp"

namespace samspil::viewer::words {

inline constexpr Label go_to{"Gå til", "Go to"};
inline constexpr Label week_back{"En uge tilbage", "A week back"};
inline constexpr Label week_on{"En uge frem", "A week on"};
inline constexpr Label month_back{"Fire uger tilbage", "Four weeks back"};
inline constexpr Label month_on{"Fire uger frem", "Four weeks on"};
inline constexpr Label year_back{"Et år tilbage", "A year back"};
inline constexpr Label year_on{"Et år frem", "A year on"};
inline constexpr Label first_week{"Første uge", "First week"};
inline constexpr Label last_week{"Sidste uge", "Last week"};
inline constexpr Label play_or_stop{"Afspil eller stop", "Play or stop"};
inline constexpr Label up{"Et niveau op (borger, hus, distrikt, kommune)", "One level up (citizen, house, district, municipality)"};
inline constexpr Label next_option{"Næste alternativ", "Next option"};
inline constexpr Label previous_option{"Forrige alternativ", "Previous option"};
inline constexpr Label next_house{"Næste hus", "Next house"};
inline constexpr Label previous_house{"Forrige hus", "Previous house"};
inline constexpr Label next_goal{"Næste mål", "Next goal"};
inline constexpr Label previous_goal{"Forrige mål", "Previous goal"};
inline constexpr Label as_base{"Gør alternativet i fokus til basis", "Make the option in focus the base"};
inline constexpr Label switch_difference{"Skift mellem forskel og niveau", "Switch between difference and level"};
inline constexpr Label switch_uncertainty{"Skift mellem prikker og bånd", "Switch between dots and band"};
inline constexpr Label switch_table{"Skift mellem figur og tal", "Switch between figure and numbers"};
inline constexpr Label switch_runs{"Vis enkelte gentagelser", "Show single replications"};
inline constexpr Label switch_language{"Dansk eller engelsk", "Danish or English"};
inline constexpr Label switch_look{"Lyst, mørkt eller høj kontrast", "Light, dark or high contrast"};
inline constexpr Label larger_text{"Større tekst", "Larger text"};
inline constexpr Label smaller_text{"Mindre tekst", "Smaller text"};
inline constexpr Label reset_layout{"Nulstil udseende og udvalg", "Reset layout and choices"};
inline constexpr Label switch_meeting{"Mødetilstand til eller fra", "Meeting mode on or off"};
inline constexpr Label switch_single_keys{"Genveje med én tast til eller fra", "One-key shortcuts on or off"};
inline constexpr Label switch_calm{"Intet bevæger sig af sig selv, til eller fra", "Nothing moves by itself, on or off"};
inline constexpr Label open_palette{"Find en kommando, et hus eller et mål", "Find a command, a house or a goal"};
inline constexpr Label open_help{"Hjælp og genveje", "Help and shortcuts"};
inline constexpr Label open_twin{"Skærmen som tekst", "The screen as text"};
inline constexpr Label open_export{"Gem eller kopiér en figur", "Save or copy a figure"};
inline constexpr Label close_all{"Luk det, der er åbnet ovenpå", "Close what is open on top"};
inline constexpr Label quit{"Luk programmet", "Close the program"};
inline constexpr Label house{"Hus", "House"};
inline constexpr Label option_in_focus{"Se på", "Look at"};
inline constexpr Label over_time{"Over tid", "Over time"};
inline constexpr Label offer_shown{"Tilbud", "Offer"};
inline constexpr Label on_the_map{"På kortet", "On the map"};
inline constexpr Label account_shown{"Konto", "Account"};
inline constexpr Label own_option{"Eget alternativ", "Own option"};
inline constexpr Label shortcut_space{"Mellemrum", "Space"};
inline constexpr Label type_to_find{"Skriv, hvad du vil; piletaster vælger, Enter udfører, Esc lukker",
                                    "Type what you want; arrows choose, Enter does it, Esc closes"};
inline constexpr Label nothing_found{"Intet passer til det skrevne", "Nothing fits what was typed"};

} // namespace samspil::viewer::words
