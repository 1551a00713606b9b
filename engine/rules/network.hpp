// SPDX-License-Identifier: MPL-2.0
// Volunteers, consultants, agreements and the forum (docs/model.md 7.15, 7.17). Sources: volunteering.cpp (the stock),
// asking.cpp (tasks, burden, places), helping.cpp (participants who volunteer), network.cpp (consultants, forum,
// agreements, interventions).
#pragma once

#include "engine/rules/rules.hpp"

namespace samspil {

void set_up_network(const Premises& premises, World& world, Chance chance);
/// Ordered: hours of consultants, agreements that lapse, activity of the forum.
void update_network(Moment& moment);
/// A participant may become a volunteer, or stop.
void offer_help(Moment& moment, std::uint32_t row);
/// Activity of the forum where the centre lies, 0..1.
double forum_activity(const Premises& premises, const World& world, int centre);
/// Club sessions of the `wanted` that the volunteers of a house can carry.
int volunteer_sessions(const Premises& premises, const World& world, std::size_t centre, int wanted);
bool apply_network(Moment& moment, const Intervention& intervention);

// ---- for other modules -------------------------------------------------------------------------------------------

/// How a change shock acts now; 1 outside the shock.
enum class Upheaval { attention, referral, turnover };
double shock_factor(const Premises& premises, const World& world, Upheaval which);
/// Share of the staff hours of an offer that volunteers have taken over (7.15).
double staff_taken_over(const Premises& premises, const World& world, Offer offer);
/// What consultants know of the offers of one area, 1 = as one who works there alone.
double consultant_knowledge(const Premises& premises, const World& world);
/// Whether the citizen volunteers, or once did, at this centre: acquaintance that stays.
inline bool helped_at(const Citizen& citizen, int centre) { return citizen.volunteering.centre == centre; }
/// Persons whom bridges led to volunteering at the centre this week, and hours of consultants that bridges took in an
/// area in a week.
int found_by_bridges(const World& world, std::size_t centre);
double hours_on_bridges(const World& world, std::size_t area);
/// Hours a year that they have left for the volunteers.
double consultants_hours(const Premises& premises, const World& world, std::size_t area);

// ---- inside the module -------------------------------------------------------------------------------------------

/// The first occasion of a citizen who enters to become a volunteer.
void begin_occasions(Moment& moment, Citizen& citizen);
/// Takes the citizen out of, or back among, those who gain by volunteering.
void set_reward(Moment& moment, std::uint32_t row, bool is_volunteer, bool rewarded);
/// Adds (+1) or takes away (-1) a volunteer's hours.
void count_volunteer(World& world, const Volunteer& volunteer, int sign);
/// A volunteer's set of skills, never empty.
std::uint8_t skills_of(const VolunteeringParameters& p, std::array<std::uint32_t, 4> drawn);
/// Hours wanted and burden of the week at every open house.
void ask_volunteers(const Premises& premises, World& world, Week week);
/// Weight of support, recognition and voice in the burden against the baseline, at one house.
double relief(const Premises& premises, const World& world, std::size_t centre);
/// (1 - barrier) and the ease of agreements against the baseline: factor on recruiting.
double recruiting_ease(const Premises& premises, const World& world);
/// Share of hours wanted that no suited volunteer has time for beyond the shortage of all. `wanted` by the set of
/// skills any one of which suits, `given` by the set of skills a volunteer has.
double mismatch_of(const std::array<double, skill_sets>& wanted, const std::array<double, skill_sets>& given);

} // namespace samspil
