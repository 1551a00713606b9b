// SPDX-License-Identifier: MPL-2.0
// Words of the screens about one house and about money that both need, and those of the house.
#pragma once

#include "engine/base/text.hpp"

namespace samspil::viewer::words {

inline constexpr Label paired_note{"Forskel til basis: parret gentagelse for gentagelse, 95 %-interval.",
                                   "Difference to the base: paired replication by replication, 95 % interval."};
inline constexpr Label places_change{"Forskel til basis: parret gentagelse for gentagelse, under den 95 %-intervallet; udnyttelsens: peg.",
                                     "Difference to base: paired replication by replication, its 95 % interval below; of use: point."};
inline constexpr Label places_low{"Ud for tilbuddet: deltagere. Forskel til basis, parret. Interval og udnyttelse: peg.",
                                  "Beside the offer: participants. Difference to base, paired. Interval and use: point."};
inline constexpr Label few_runs{"Få gentagelser: kan ændre sig.", "Few replications: may change."};
inline constexpr Label mean_level{"niveau (middel)", "level (mean)"};
inline constexpr Label median_difference{"forskel (median)", "difference (median)"};
inline constexpr Label low90{"5 %", "5 %"};
inline constexpr Label high90{"95 %", "95 %"};
inline constexpr Label base_line{"basis", "base"};
inline constexpr Label more_is_better{"↑ bedre", "↑ better"};
inline constexpr Label less_is_better{"↓ bedre", "↓ better"};
inline constexpr Label result{"resultat", "result"};
inline constexpr Label measure{"mål", "measure"};
inline constexpr Label unit{"enhed", "unit"};
inline constexpr Label level{"niveau", "level"};
inline constexpr Label difference_heading{"forskel", "difference"};
inline constexpr Label nothing_apart{"ingen sikker forskel", "no sure difference"};
inline constexpr Label low95{"95 % fra", "95 % from"};
inline constexpr Label high95{"95 % til", "95 % to"};
inline constexpr Label verdict_heading{"dom", "verdict"};
inline constexpr Label not_there{"findes ikke her", "not in this one"};
inline constexpr Label nothing_read{"Resultatet har ikke denne tidsserie.", "The result does not have this series."};

// The head of the house.
inline constexpr Label previous_house_button{"← Forrige", "← Previous"};
inline constexpr Label next_house_button{"Næste →", "Next →"};
inline constexpr Label no_such_house{"Intet hus passer", "No house fits"};
inline constexpr Label no_houses{"Resultatet har ingen huse.", "The result has no houses."};
inline constexpr Label known_house{"kendt hus", "known house"};
inline constexpr Label assumed_house{"antaget hus: sted og størrelse er en antagelse", "assumed house: place and size are an assumption"};
inline constexpr Label lokalcenter{"Lokalcenter", "Local centre"};
inline constexpr Label frivillighus{"Frivillighus", "Volunteer house"};
inline constexpr Label dagcenter{"Dagcenter", "Day centre"};

// Places and use.
inline constexpr Label places_title{"Pladser og brug", "Places and use"};
inline constexpr Label participants{"deltagere", "participants"};
inline constexpr Label in_queue{"i kø", "waiting"};
inline constexpr Label in_queue_less{"i kø ↓ bedre", "waiting ↓ better"};
inline constexpr Label sessions{"fremmøder/uge", "sessions/week"};
inline constexpr Label places_note{"Bjælke: aftalte af udbudte fremmøder om ugen.", "Bar: agreed of offered sessions a week."};
inline constexpr Label use{"udnyttelse", "use"};
inline constexpr Label offered{"udbudte fremmøder/uge", "offered sessions/week"};
inline constexpr Label taken{"aftalte fremmøder/uge", "agreed sessions/week"};
inline constexpr Label limited_by{"begrænses af", "limited by"};
inline constexpr Label no_offers{"Huset har ingen tilbud i perioden.", "The house has no offers in the period."};
inline constexpr Label offer{"tilbud", "offer"};
inline constexpr Label limits[] = {{"", ""},
                                   {"pladser og lokaler", "places and rooms"},
                                   {"personale", "staff"},
                                   {"frivillige", "volunteers"},
                                   {"sæder i busser", "seats in vehicles"}};

// Queue.
inline constexpr Label queue_title{"Venteliste", "Waiting list"};
inline constexpr Label queue_difference{"Venteliste: forskel til basis", "Waiting list: difference to base"};
inline constexpr Label fan_note{"Median; skravering: 50 % og 90 % af gentagelserne, valgte alternativ.",
                                "Median; shading: 50 % and 90 % of replications, option in focus."};
inline constexpr Label level_note{"Kurve: middel over gentagelser.", "Curve: mean over replications."};

// Flows.
inline constexpr Label flows_title{"Strømme i hele kommunen", "Flows, whole municipality"};
inline constexpr Label flows_note{"Resultatet har ikke strømme pr. hus.", "The result has no flows by house."};
inline constexpr Label flows_unit{"Personer pr. uge", "Persons a week"};
inline constexpr Label flows_colour{"Mørk: sikkert ændret.", "Dark: surely changed."};
inline constexpr Label flow_from{"fra", "from"};
inline constexpr Label flow_to{"til", "to"};
inline constexpr Label no_offer{"uden tilbud", "no offer"};
inline constexpr Label short_offers[] = {{"uden tilbud", "no offer"},
                                         {"klub", "club"},
                                         {"forebyggende", "preventive"},
                                         {"vedl. i center", "maint., centre"},
                                         {"vedl. i hjemmet", "maint., home"}};

// Volunteers.
inline constexpr Label volunteers_title{"Frivillige i huset", "Volunteers of the house"};
inline constexpr Label volunteers_difference{"Frivillige: forskel til basis", "Volunteers: difference to base"};
inline constexpr Label stock{"Frivillige", "Volunteers"};
inline constexpr Label wanted{"Ønskede timer", "Hours wanted"};
inline constexpr Label burden{"Belastning (1 = som aftalt)", "Burden (1 = as agreed)"};

// Running and money.
inline constexpr Label running_title{"Husets drift og penge", "Running and money of the house"};
inline constexpr Label no_house_money{"Hele perioden. Udgifter føres for hele kommunen: husets egen udgift er ikke i resultatet.",
                                      "Whole period. Spending is kept for the whole municipality: the house's own is not in the result."};
inline constexpr Label no_running{"Resultatet har ingen tidsserier om husets drift.", "The result has no series on how the house is run."};

// All options.
inline constexpr Label compare_title{"Huset i alle alternativer, hele perioden", "The house in all options, whole period"};
inline constexpr Label scores_note{"* hviler på antagne scorer.", "* rests on assumed scores."};
inline constexpr Label no_kpis{"Resultatet har ingen nøgletal pr. hus.", "The result has no indicators by house."};

} // namespace samspil::viewer::words
