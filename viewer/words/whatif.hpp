// SPDX-License-Identifier: MPL-2.0
// Prøv selv: words of the workbench.
#pragma once

#include "engine/base/text.hpp"

namespace samspil::viewer::words {

inline constexpr Label whatif_intro{
    "Her bygges egne alternativer. Basis køres én gang bag skærmen og beholdes; derefter regnes et alternativ fra den uge, hvor det begynder at "
    "adskille sig, og svaret bliver sikrere, mens gentagelserne kommer ind.",
    "Here you build options of your own. The base is run once behind the screen and kept; after that an option is computed from the week in "
    "which it begins to differ, and the answer gets surer while replications arrive."};
inline constexpr Label build_on{"Byg videre på", "Build on"};
inline constexpr Label no_scenario{
    "Her kan intet ændres endnu: der er kun resultater åbne, og scenariefilen bag dem findes ikke på denne maskine. Start med "
    "samspil-viewer SCENARIE.yaml, eller træk filen hertil.",
    "Nothing can be changed here yet: only results are open, and the scenario file behind them is not on this machine. Start with "
    "samspil-viewer SCENARIO.yaml, or drop the file here."};
inline constexpr Label reading_base{"Læser scenariet …", "Reading the scenario …"};
inline constexpr Label options_heading{"Alternativer", "Options"};
inline constexpr Label option_title{"Titel", "Title"};
inline constexpr Label add_option{"Nyt", "New"};
inline constexpr Label copy_option{"Kopi", "Copy"};
inline constexpr Label remove_option{"Fjern", "Remove"};
inline constexpr Label add_lever{"Tilføj et håndtag", "Add a lever"};
inline constexpr Label no_levers{"Ingen håndtag er flyttet: alternativet er som basis.", "No lever is moved: the option is as the base."};
inline constexpr Label more_levers_below{"▼ mere længere nede: rul i håndtagene", "▼ more further down: scroll the levers"};
inline constexpr Label more_levers_above{"▲ mere længere oppe: rul i håndtagene", "▲ more further up: scroll the levers"};
inline constexpr Label remove_lever{"Fjern håndtaget", "Remove the lever"};
inline constexpr Label from_date{"fra", "from"};
inline constexpr Label date_hint{"Dato inden for perioden, fx 01.06.2023; Enter bruger den", "A date in the period, such as 2023-06-01; Enter uses it"};
inline constexpr Label house_word{"Hus", "House"};
inline constexpr Label into_house{"Ind under", "Into"};
inline constexpr Label area_word{"Område", "Area"};
inline constexpr Label everywhere{"hele kommunen", "the whole municipality"};
inline constexpr Label pool_word{"Pulje", "Pool"};
inline constexpr Label every_pool{"alle puljer", "every pool"};
inline constexpr Label model_word{"Organisation", "Organisation"};
inline constexpr Label today{"i dag", "today"};
inline constexpr Label save_option{"Gem som scenarie", "Save as scenario"};
inline constexpr Label copy_command{"Kopiér som kommando", "Copy as command"};
inline constexpr Label saved_beside{"Filen er skrevet af andre eller i hånden og er ladt i fred. Gemt som", "The file was written by others or by hand and is left alone. Saved as"};
inline constexpr Label saved_option{"Gemt som", "Saved as"};
inline constexpr Label no_command{"Ingen kommando er kopieret: alternativet kan ikke køres, som det står, eller læses stadig",
                                 "No command was copied: the option cannot be run as it stands, or is still being read"};
inline constexpr Label pause{"Pause", "Pause"};
inline constexpr Label go_on{"Fortsæt", "Go on"};
inline constexpr Label one_change_in_houses{"ændring i huse (se Huse)", "change to houses (see Houses)"};
inline constexpr Label changes_in_houses{"ændringer i huse (se Huse)", "changes to houses (see Houses)"};
inline constexpr Label waiting_first{"Det første svar kommer om lidt …", "The first answer comes in a moment …"};
inline constexpr Label cannot_run{"Alternativet kan ikke køres, som det står; det viste er det seneste, der kunne.",
                                  "The option cannot be run as it stands; what is shown is the latest that could."};
inline constexpr Label why{"Hvorfor?", "Why?"};
inline constexpr Label why_goal{"Forklar forskellen på", "Explain the difference in"};
inline constexpr Label why_begin{"Find årsagerne", "Find the causes"};
inline constexpr Label why_note{
    "En mekanisme ad gangen slås fra på begge sider, og forskellen måles igen på samme tilfældighed. Virkningerne lægger sig ikke sammen til forskellen.",
    "One mechanism at a time is switched off on both sides and the difference is measured again on the same chance. Effects do not add up to the difference."};
inline constexpr Label why_none{"Ingen mekanismes del kan skelnes fra nul med så få gentagelser.",
                                "No mechanism's part can be told from zero with so few replications."};
inline constexpr Label with_it{"Med", "With it"};
inline constexpr Label without_it{"Uden", "Without it"};
inline constexpr Label mechanism{"Mekanisme", "Mechanism"};
inline constexpr Label moves{"Dens del", "Its part"};
inline constexpr Label log_of_moves{"Flyttet i mødet", "Moved in the meeting"};
inline constexpr Label started_at_option{"Indkørt basis og dens gentagelser genbruges; alternativet regnes fra uge",
                                         "The burnt-in base and its replications are reused; the option is computed from week"};
inline constexpr Label all_reused{"Alle alternativets gentagelser er regnet før; intet regnes igen",
                                 "All replications of the option were computed before; nothing is computed again"};
inline constexpr Label run_for_memory{"Hukommelsen rækker ikke til alle indkørte tilstande: alternativet køres med indkøring",
                                      "Memory does not hold all burnt-in states: the option is run with its burn-in"};
inline constexpr Label other_bench_base{"Der bygges nu på {}, ikke længere på {} (Ctrl+Z fortryder)", "Now building on {}, no longer on {} (Ctrl+Z undoes)"};
inline constexpr Label base_read_again{"Basis er ændret på disken og er læst igen; alt regnes forfra",
                                      "The base was changed on disk and was read again; everything is computed anew"};
inline constexpr Label run_in_full{"Alternativet begynder med andre huse eller tilbud end basis og køres helt, med indkøring",
                                   "The option begins with other houses or offers than the base and is run in full, burn-in included"};

} // namespace samspil::viewer::words
