// SPDX-License-Identifier: MPL-2.0
// Huse: words of the table of houses.
#pragma once

#include "engine/base/text.hpp"

namespace samspil::viewer::words {

inline constexpr Label houses_intro{
    "Vælg det scenarie, hvis huse skal rettes. Så står alle huse i en tabel: pladser, åbning og driftsform kan ændres, huse åbnes, lukkes og "
    "lægges sammen, og det gemmes som et scenarie.",
    "Choose the scenario whose houses are to be changed. All houses then stand in a table: places, opening and operating form can be changed, "
    "houses opened, closed and merged, and that is saved as a scenario."};
inline constexpr Label counted_in_places{"pladser", "places"};
inline constexpr Label changed_only{"Kun ændrede", "Changed only"};
inline constexpr Label every_kind{"Alle slags", "Every kind"};
inline constexpr Label edits_hold{"Ændringer gælder", "Changes hold"};
inline constexpr Label from_beginning{"fra begyndelsen (også i indkøringen)", "from the beginning (the burn-in too)"};
inline constexpr Label from_day{"fra en dato", "from a date"};
inline constexpr Label paste{"Indsæt fra regneark", "Paste from a spreadsheet"};
inline constexpr Label paste_tip{"Markér i regnearket med husets navn i første kolonne, kopiér, og tryk her. Intet ændres, der ikke passer; det siges.",
                                 "Select in the spreadsheet with the house's name in the first column, copy, and press here. Nothing changes that does not fit; it is told."};
inline constexpr Label copy_houses{"Kopiér tabellen", "Copy the table"};
inline constexpr Label undo_edit{"Fortryd ændring", "Undo change"};
inline constexpr Label redo_edit{"Gentag ændring", "Redo change"};
inline constexpr Label house_menu{"Åbn, luk eller læg sammen", "Open, close or merge"};
inline constexpr Label open_it{"Åbn huset", "Open the house"};
inline constexpr Label close_it{"Luk huset", "Close the house"};
inline constexpr Label merge_into{"Læg ind under", "Merge into"};
inline constexpr Label needs_date{"En sammenlægning sker på en dato: vælg en øverst", "A merger happens on a date: choose one above"};
inline constexpr Label no_changes{"Ingen huse er ændret.", "No house is changed."};
inline constexpr Label was{"var", "was"};
inline constexpr Label one_house_shown{"hus vist", "house shown"}, houses_shown{"huse vist", "houses shown"};
inline constexpr Label assumed_mark{"○ antaget hus", "○ assumed house"};
inline constexpr Label problems_more{"… og {} til", "… and {} more"};
inline constexpr Label pasted{"Indsat fra regneark", "Pasted from a spreadsheet"};

} // namespace samspil::viewer::words
