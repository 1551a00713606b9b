// SPDX-License-Identifier: MPL-2.0
// What the screen of choices and assumptions says in both languages.
#pragma once

#include "engine/base/text.hpp"

namespace samspil::viewer::words {

inline constexpr Label choices{"Valg", "Choices"};
inline constexpr Label assumptions{"Antagelser", "Assumptions"};
inline constexpr Label choices_note{"Det, kommunen bestemmer: ændringer, organisation, politik, mekanismer.",
                                    "What the municipality decides: changes, organisation, policy, mechanisms."};
inline constexpr Label assumptions_note{"Sådan antages verden at virke. Streg: spændet, en værdi kan ligge i; prik: værdien.",
                                        "How the world is assumed to work. Line: the range a value may lie in; dot: the value."};
/// By RegisterGroup.
inline constexpr Label groups[] = {{"Ændringer i perioden", "Changes in the period"},
                                   {"Organisation", "Organisation"},
                                   {"Politik", "Policy"},
                                   {"Mekanismer i modellen", "Mechanisms of the model"},
                                   {"Antagelser", "Assumptions"}};
inline constexpr Label only_differing{"Kun forskelle", "Differences only"};
inline constexpr Label all_rows{"Alle valg", "All choices"};
inline constexpr Label search{"Søg i navne, værdier og kilder", "Search names, values and sources"};
inline constexpr Label search_short{"Søg", "Search"};
inline constexpr Label any_tag{"Alle kilder", "All evidence"};
inline constexpr Label nothing_fits{"Ingen rækker passer.", "No rows fit."};
inline constexpr Label no_difference{"Ingen valg er forskellige. Vis alle valg for at se dem.", "No choice differs. Show all choices to see them."};
inline constexpr Label older_results{"Ingen valg er forskellige. Et af resultaterne er fra et ældre program, som ikke gemte ændringer i perioden: kør det igen for at se dem.",
                                     "No choice differs. One of the results comes from an older program that did not keep changes in the period: run it again to see them."};

inline constexpr Label evidence_title{"Antagelsernes grundlag", "Evidence"};
inline constexpr Label goals_title{"Hvad målene hviler på", "What the goals rest on"};
inline constexpr Label targets_title{"Basis mod basisårets mål, hele perioden", "The base against the targets of its first year, whole period"};
inline constexpr Label targets_note{"Målene gælder periodens første år. Bånd: acceptabelt interval. Streg: mål.",
                                    "The targets are of the first year of the period. Band: accepted interval. Line: target."};
inline constexpr Label targets_dot{"Prik: gennemsnit af basis.", "Dot: mean of the base."};
inline constexpr Label targets_longer{"Ring: gennemsnit af basis over hele perioden, som også rummer det, der sker siden; det kan ikke dømmes efter målene for første år.",
                                      "Ring: mean of the base over the whole period, with what happens since; it cannot be judged by the targets of the first year."};
inline constexpr Label no_targets{"Resultatet har ingen mål for basisåret.", "The result holds no targets of the baseline."};
inline constexpr Label no_sensitivity{"Følsomhed er ikke målt for disse resultater.", "Sensitivity has not been measured for these results."};
inline constexpr Label goals_note{"Antagne værdier bag hvert mål, efter modellens opbygning; ikke målt.",
                                   "Assumed values behind each goal, by the structure of the model; not measured."};
inline constexpr Label hit{"inden for", "within"};
inline constexpr Label miss_below{"under", "below"};
inline constexpr Label miss_above{"over", "above"};
inline constexpr Label not_measured{"ikke målt", "not measured"};

inline constexpr Label heading_group{"Gruppe", "Group"};
inline constexpr Label heading_section{"Afsnit", "Section"};
inline constexpr Label heading_name{"Navn", "Name"};
inline constexpr Label heading_evidence{"Grundlag", "Evidence"};
inline constexpr Label heading_source{"Kilde", "Source"};
inline constexpr Label heading_range{"Spænd", "Range"};
inline constexpr Label heading_count{"Antal", "Count"};
inline constexpr Label heading_goal{"Mål", "Goal"};
inline constexpr Label heading_rests_on{"Hviler på", "Rests on"};
inline constexpr Label heading_assumed{"Antagne værdier", "Assumed values"};
inline constexpr Label heading_target{"Mål", "Target"};
inline constexpr Label heading_interval{"Interval", "Interval"};
inline constexpr Label heading_reached{"Nået", "Reached"};
inline constexpr Label heading_verdict{"Resultat", "Result"};

} // namespace samspil::viewer::words
