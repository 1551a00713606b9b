// SPDX-License-Identifier: MPL-2.0
// Words of the screen about money.
#pragma once

#include "engine/base/text.hpp"

namespace samspil::viewer::words {

inline constexpr Label prices_fixed{"Antagne enhedspriser, de samme i hele perioden: ingen fremskrivning af løn og priser.",
                                    "Assumed unit prices, the same in the whole period: no growth of pay and prices."};
inline constexpr Label price_tip{"Prisniveau: resultatet angiver intet prisår. Læs beløbene som forhold mellem alternativer, ikke som et budget.",
                                 "Price level: the result states no price year. Read the amounts as relations between options, not as a budget."};
inline constexpr Label all_running{"al drift", "all running"};
inline constexpr Label account{"konto", "account"};

// Waterfall.
inline constexpr Label waterfall_title{"Fra basis til alternativ, konto for konto", "From base to option, account by account"};
inline constexpr Label waterfall_note{"Aksen er forskellen: af basis og alternativ ses kun toppen, tallet er det hele. Streg: 95 %-interval af den parrede forskel. Bleg: ikke til at skelne fra nul.",
                                      "The axis is the difference: of base and option only the top is seen, the number is the whole. Line: 95 % interval of the paired difference. Pale: not told from zero."};
inline constexpr Label against_base{"forskel til basis, mio. kr.", "difference to the base, m kr."};
inline constexpr Label one_off{"engangs", "one-off"};
inline constexpr Label base_total{"basis", "base"};
inline constexpr Label option_total{"alternativ", "option"};
inline constexpr Label total_running{"løbende i alt", "running in all"};
inline constexpr Label fixed_change{"ens i alle gentagelser", "the same in every replication"};

// Prices.
inline constexpr Label prices_title{"Hvad koster det, og hvad får man?", "What does it cost, and what is got for it?"};
inline constexpr Label running_year{"Løbende udgift om året", "Running cost a year"};
inline constexpr Label investment_all{"Anlæg i perioden (engangs)", "Investment in the period (one-off)"};
inline constexpr Label per_month{"Pr. deltager og måned", "Per participant and month"};
inline constexpr Label per_attendance{"Pr. fremmøde", "Per attendance"};
inline constexpr Label per_extra{"Pr. ekstra deltagermåned", "Per extra participant-month"};
inline constexpr Label per_extra_note{"Pr. ekstra deltagermåned (klubber med) er forholdet mellem to parrede forskelle (Fiellers interval); ikke bestemt, når det kan være nul måneder.",
                                      "Per extra participant-month (clubs included) is the ratio of two paired differences (Fieller's interval); not determined where it may be no months."};
inline constexpr Label per_month_more{"for hver ekstra måned", "for each extra month"};
inline constexpr Label per_month_less{"sparet for hver mistet måned", "saved for each month lost"};
inline constexpr Label undetermined{"ikke bestemt", "not determined"};

// Years.
inline constexpr Label years_title{"Ugen hvor årets penge er brugt", "The week in which the money of the year is spent"};
inline constexpr Label years_note{"Resultatet har ingen ramme uge for uge: målt mod basis' løbende udgift i samme år og gentagelse. Under ugen: årets forskel, mio. kr.; (a/b): a af b gentagelser overskrider.",
                                  "The result has no frame week by week: measured against the base's running cost of the same year and replication. Below the week: the year's difference, m kr.; (a/b): a of b replications run over."};
inline constexpr Label lasts{"hele året", "all year"};
inline constexpr Label part_of_year{"uger", "weeks"};
inline constexpr Label spent_by{"brugt i", "spent by"};
inline constexpr Label runs_over{"overskrider", "run over"};
inline constexpr Label year{"år", "year"};
inline constexpr Label week_of_year{"uge i året (median)", "week of the year (median)"};
inline constexpr Label of_pairs{"gentagelser der overskrider", "replications that run over"};
inline constexpr Label pairs{"gentagelser", "replications"};

// Over time.
inline constexpr Label weekly_title{"Udgift pr. uge", "Cost a week"};
inline constexpr Label so_far_title{"Udgift siden periodens start", "Cost since the start of the period"};
inline constexpr Label difference_suffix{"forskel til basis", "difference to base"};

// Accounts and frames.
inline constexpr Label accounts_title{"Konti i alle alternativer, hele perioden", "Accounts in all options, whole period"};
inline constexpr Label accounts_note{"Anlæg står for sig og er ikke med i den løbende udgift.", "Investment stands by itself and is no part of running cost."};
inline constexpr Label frames_title{"Balance mod rammerne, hele perioden", "Balance against the frames, whole period"};
inline constexpr Label frames_note{"Ramme minus forbrug; husenes ramme er deres eget forbrug året før perioden. Minus er overskridelse.",
                                   "Frame less spending; the frame of the houses is their own spending the year before. Minus is an overrun."};

} // namespace samspil::viewer::words
