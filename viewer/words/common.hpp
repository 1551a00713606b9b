// SPDX-License-Identifier: MPL-2.0
// What every screen says: the window's own words in both languages. Names of KPIs, offers, parameters and interventions
// come from the model's tables.
#pragma once

#include "engine/base/text.hpp"

namespace samspil::viewer::words {

inline constexpr Label panel_menu{"Gem eller kopiér denne figur", "Save or copy this figure"};
inline constexpr Label export_png{"Gem som PNG", "Save as PNG"};
inline constexpr Label export_svg{"Gem som SVG", "Save as SVG"};
inline constexpr Label export_pdf{"Gem som PDF", "Save as PDF"};
inline constexpr Label export_csv{"Gem tallene (CSV)", "Save the numbers (CSV)"};
inline constexpr Label export_text{"Gem som tekst", "Save as text"};
inline constexpr Label copy_table{"Kopiér tallene", "Copy the numbers"};
inline constexpr Label copy_sentence{"Kopiér sætningen", "Copy the sentence"};

inline constexpr Label base{"Basis", "Base"};
inline constexpr Label loading{"Indlæser …", "Loading …"};
inline constexpr Label cannot_be_read{"Det, der skal vises her, kan ikke læses.", "What is to be shown here cannot be read."};
inline constexpr Label no_memory{"Der er ikke hukommelse til det, der skal vises her.", "There is no memory for what is to be shown here."};
inline constexpr Label some_in_memory{"Vises for {} af {} alternativer: resten er der ikke hukommelse til. Skjul nogle for at se andre.",
                                      "Shown for {} of {} options: there is no memory for the rest. Hide some to see others."};
inline constexpr Label nothing_open{"Åbn et resultat: træk en fil hertil, eller start med samspil-viewer MAPPE.",
                                    "Open a result: drop a file here, or start with samspil-viewer FOLDER."};
inline constexpr Label no_option{"Der er kun ét resultat åbent. Åbn et til for at sammenligne.",
                                 "Only one result is open. Open another one to compare."};
inline constexpr Label replications{"gentagelser", "replications"};
inline constexpr Label limit{"grænse", "limit"}; ///< from where a difference counts
inline constexpr Label week{"uge", "week"};
inline constexpr Label to{"til", "to"};
inline constexpr Label goal{"Mål", "Goal"};
inline constexpr Label all_offers{"Alle tilbud", "All offers"};
inline constexpr Label find_house{"Find hus eller område", "Find a house or an area"};
inline constexpr Label typical_week{"typisk for sidste år", "typical of the last year"};
inline constexpr Label municipality{"Kommune", "Municipality"};
inline constexpr Label undo{"Fortryd", "Undo"};
inline constexpr Label redo{"Gentag", "Redo"};
inline constexpr Label play{"Afspil", "Play"};
inline constexpr Label stop{"Stop", "Stop"};
inline constexpr Label copy_all{"Kopiér det hele", "Copy all"};
inline constexpr Label saved{"Gemt:", "Saved:"};
inline constexpr Label copied{"Kopieret til udklipsholderen", "Copied to the clipboard"};
inline constexpr Label help_text{
    "Alt, hvad vinduet kan, står her og kan findes med Ctrl+P. Piletaster vælger mellem figurens felter, Enter åbner dem. Skærmlæsere kan ikke "
    "læse vinduet; \"Skærmen som tekst\" og den gemte tekst siger det samme.",
    "All the window can do is listed here and is found with Ctrl+P. Arrow keys choose among the parts of a figure, Enter opens them. Screen "
    "readers cannot read the window; \"The screen as text\" and the saved text say the same."};
inline constexpr Label help{"Hjælp", "Help"};
inline constexpr Label commands{"Kommandoer", "Commands"};
inline constexpr Label close{"Luk", "Close"};
inline constexpr Label dismiss{"Fjern beskeder", "Dismiss messages"};
inline constexpr Label meeting{"Mødetilstand", "Meeting mode"};
inline constexpr Label figure{"Figur", "Figure"};
inline constexpr Label numbers{"Tal", "Numbers"};
inline constexpr Label choose_shown{"Vælg, hvad der vises", "Choose what is shown"};
inline constexpr Label difference{"Forskel", "Difference"};
inline constexpr Label absolute{"Niveau", "Level"};

} // namespace samspil::viewer::words
