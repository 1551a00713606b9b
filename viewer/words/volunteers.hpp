// SPDX-License-Identifier: MPL-2.0
// What the screen about volunteers says.
#pragma once

#include "engine/base/text.hpp"

namespace samspil::viewer::words::volunteers {

inline constexpr Label hours_title{"Timer om ugen: ønsket og aftalt", "Hours a week: wanted and agreed"};
inline constexpr Label wanted{"ønsket", "wanted"};
inline constexpr Label agreed_estimate{"aftalt (skøn)", "agreed (estimate)"};
inline constexpr Label hours_a_week{"timer/uge", "hours/week"};
inline constexpr Label hours_note{"Alle huse. Aftalte timer er et skøn: ugens frivillige gange de timer hver har aftalt i gennemsnit.",
                                  "All houses. Agreed hours are an estimate: volunteers of the week times what each has agreed to on the mean."};
inline constexpr Label wanted_difference{"Ønskede timer, forskel til basis", "Hours wanted, difference to the base"};
inline constexpr Label cut_axis{"aksen begynder ikke ved 0", "axis does not begin at 0"};
inline constexpr Label flow_title{"Til og fra om året", "In and out a year"};
inline constexpr Label flow_note{"Personer om året, gennemsnit over perioden.", "Persons a year, mean of the period."};
inline constexpr Label by_participants{"deltagere", "participants"};
inline constexpr Label by_bridges{"brobygning", "bridges"};
inline constexpr Label by_external{"udefra", "from outside"};
inline constexpr Label leaving{"stopper", "stop"};
inline constexpr Label net{"i alt", "net"};
inline constexpr Label kpis_title{"Frivillige i tal", "Volunteers in numbers"};
inline constexpr Label measure{"Mål", "Measure"};
inline constexpr Label difference_column{"Forskel", "Difference"};
inline constexpr Label interval_95{"95 %-interval", "95% interval"};
inline constexpr Label share_above{"Over basis", "Above the base"};
inline constexpr Label verdict_column{"Vurdering", "Verdict"};
inline constexpr Label stress_title{"Hvis de mest aktive stopper", "If the most active stop"};
inline constexpr Label stress_note{"Skøn af hvad der står på spil, ikke en kørsel. Timer er kendt hus for hus, ikke person for person: tallet er en nedre grænse.",
                                   "An estimate of what is at stake, not a run. Hours are known house by house, not person by person: the number is a lower bound."};
inline constexpr Label stress_slider{"De mest aktive der stopper", "The most active who stop"};
inline constexpr Label who_stop{"frivillige der stopper", "volunteers who stop"};
inline constexpr Label hours_missing{"ønskede timer der mindst mangler", "wanted hours that go missing at the least"};
inline constexpr Label all_alike{"alle bærer lige meget", "all carry alike"};
inline constexpr Label estimate{"skøn", "estimate"};
inline constexpr Label drag_stress{"Træk: hvor mange der stopper", "Drag: how many stop"};
inline constexpr Label risk_title{"Huse der afhænger af få", "Houses that depend on few"};
inline constexpr Label hours_each{"Timer/uge pr. frivillig", "Hours/week per volunteer"};
inline constexpr Label volunteers_column{"Frivillige", "Volunteers"};
inline constexpr Label wanted_column{"Ønskede timer", "Hours wanted"};
inline constexpr Label burden_column{"Belastning", "Burden"};
inline constexpr Label overasked_column{"Overbelastet", "Over-asked"};
inline constexpr Label limit_words{"grænse for overbelastning", "limit of over-asking"};
inline constexpr Label nobody{"ingen frivillige", "no volunteers"};
inline constexpr Label open_the_house{"Klik: åbn huset.", "Click: open the house."};

} // namespace samspil::viewer::words::volunteers
