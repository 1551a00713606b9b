// SPDX-License-Identifier: MPL-2.0
// Small pieces that the citizen rules share about a stay: its counts, its journey, its dose.
#pragma once

#include "engine/rules/rules.hpp"

#include <algorithm>
#include <array>

namespace samspil {

/// Attendance class of a level: 0 high, 1 affected, 2 reduced and low (7.9).
constexpr std::size_t level_class(int level) { return level < 2 ? static_cast<std::size_t>(level) : 2; }

inline constexpr Week vulnerable_weeks = 12; ///< after a transition (7.13)
inline constexpr int dose_period = 4;        ///< weeks between looks at the dose (7.11)
inline constexpr std::array<Week, 2> home_reviews{6, 12}; ///< weeks into a course at home (7.4)

/// The first week from this one in which the person's dose is looked at; the weeks are keyed by the person.
inline Week dose_look(const Premises& premises, const Citizen& citizen, Week week)
{
    const auto phase = static_cast<std::int32_t>(group_of(citizen.id, dose_period));
    while ((premises.calendar.absolute_week(week) + phase) % dose_period != 0) ++week;
    return week;
}

/// Adds (+1) or takes away (-1) the citizen's stay from the counts; nothing without a stay.
void count_stay(Moment& moment, const Citizen& citizen, int sign);

/// The next review of a course at home, by the weeks of the course that are over: it may have begun in another house.
inline Week next_home_review(const Parameters& parameters, const Citizen& citizen, Week week)
{
    const Week over = static_cast<Week>(parameters.home_weeks) - (citizen.agenda.drop_out - week);
    const auto next = std::upper_bound(home_reviews.begin(), home_reviews.end(), over);
    return next == home_reviews.end() ? never : week + (*next - over);
}

/// Forgets one of the two queues a citizen may stand in.
inline void stop_waiting(Citizen& citizen, std::size_t place)
{
    citizen.waiting[place] = {};
    citizen.agenda.patience[place] = never;
}

inline bool lives_alone(const Parameters& p, const Citizen& citizen, Week week)
{
    return citizen.alone_at < share_by_age(p.alone65, p.alone85, citizen.sex, std::max(0, week - citizen.week_65));
}
/// For the nursing-home clock: as it is on entering and at a change of level.
inline void look_at_household(const Moment& moment, Citizen& citizen) { citizen.alone = lives_alone(moment.parameters(), citizen, moment.week); }

inline bool is_waiting(const Citizen& citizen)
{
    return citizen.waiting[0].unit != no_unit || citizen.waiting[1].unit != no_unit;
}

/// Where offers follow the level (matching.cpp): who has lost a place or left a queue, and stands nowhere, is looked at
/// again the week after. Nothing without matching.
void match_again(const Moment& moment, Citizen& citizen);

/// Whether `match` is sure to end the stay, since it is not of the level any more. Never without matching.
bool ends_with_level(const Moment& moment, const Citizen& citizen);

/// The 12 vulnerable weeks begin.
void begin_transition(Moment& moment, Citizen& citizen);

/// Who is between two offers has begun again: the window counts from here, and with it whether it is seen to its end.
void start_in_transition(Moment& moment, Citizen& citizen);

/// A citizen within the vulnerable window who has lost the offer, or no longer asks for one, is lost, once.
void lose_in_transition(Moment& moment, Citizen& citizen);

/// The same for who stands in no queue and has no offer any more.
inline void lose_if_nowhere(Moment& moment, Citizen& citizen)
{
    if (citizen.offer == Offer::none && !is_waiting(citizen) && citizen.forced_unit == no_unit) lose_in_transition(moment, citizen);
}

/// The review that is due: what is needed now, and the next one (reviewing.cpp).
void review(Moment& moment, std::uint32_t row);

/// The club left for lack of help, by the help as it stands now; nothing outside a klub.
void look_at_help(Moment& moment, Citizen& citizen);

/// Counts friends who take part somewhere, and those who do at the house moved to.
void count_friends(Moment& moment, std::uint32_t row, int centre);

/// Whether visits through the forum while taking part made the new house known: some hundredths of a chance a week.
bool knows_by_forum(const Moment& moment, const Citizen& citizen, int centre, Week taking_part);

/// Minutes one way to the centre of the stay, for the level and household as they are now.
void set_travel(Moment& moment, Citizen& citizen);

/// Tenths of minutes one way to a centre with or without a ride.
int journey_tenths(const Premises& premises, const Citizen& citizen, int centre, bool ride, Week week);

/// Brings the average of sessions to this week before offer, sessions or level change.
void settle_dose(const Premises& premises, Citizen& citizen, Week week);

} // namespace samspil
