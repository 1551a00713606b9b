// SPDX-License-Identifier: MPL-2.0
// What citizens know and who brings them on (docs/model.md 7.5, 7.6): awareness.cpp, contact_weeks.cpp, contacts.cpp,
// bridges.cpp, and the shared side of it in information.cpp.
#pragma once

#include "engine/rules/rules.hpp"

#include <string_view>

namespace samspil {

// ---- information.cpp ---------------------------------------------------------------------------------------------

/// Week 0: what is known of the houses before anybody looks, bridge-builders, coverage of the compass.
void set_up_information(const Premises& premises, World& world, Chance chance);
/// Ordered, before the citizens: channels run on, coverage and hours of the week.
void inform(Moment& moment);
/// Whether the type belongs here; then it has been applied.
bool apply_information(Moment& moment, const Intervention& intervention);
/// Whether an area lies in (or is) a unit of some organisation model; everything lies in "".
bool lies_in(const Scenario& scenario, std::string_view area, std::string_view unit);

// ---- awareness.cpp (7.5) -----------------------------------------------------------------------------------------

/// Lasting traits of somebody who enters: education, use of the web, printed media.
void give_information_traits(Moment& moment, Citizen& citizen);
/// Fetches what a look and a choice will read of somebody's knowledge.
[[gnu::always_inline]] inline void expect_knowledge(const Premises& premises, const World& world, std::uint32_t row)
{
    __builtin_prefetch(&world.known[row * premises.knowledge_words]);
    __builtin_prefetch(&world.content[row * premises.knowledge_words]);
}
/// Brings what the citizen knows up to this week, once a half-year; before every choice.
void look_around(Moment& moment, Citizen& citizen, std::uint32_t row);
/// What a look in this week would leave, without looking: `known` and `content` are the citizen's words, changed.
void see(const Premises& premises, const World& world, Chance chance, std::uint32_t row, Week week, std::uint64_t* known,
         std::uint64_t* content);
/// Existence and content of a house become known to one citizen.
void teach(Moment& moment, std::uint32_t row, int centre);
/// Ordered: nobody knows a closed house; who knew its content believes less for a while.
void forget_house(Moment& moment, std::size_t centre);
/// One layer of knowledge after `gap` weeks of learning and forgetting at constant rates, by one uniform number:
/// with the same number a higher `up` never leaves less knowledge. An infinite gap gives the stationary share.
bool known_after(bool known, double up, double down, double gap, double u);

// ---- contact_weeks.cpp (7.6) -------------------------------------------------------------------------------------

/// Sets the next contacts anew, in weeks after `after`; upon entering, when they have been met, and after a change of level (which
/// comes before the contacts of its week). The row's due week is the caller's.
void plan_contacts(Moment& moment, Citizen& citizen, Week after);
/// When front staff or a clinic is met next, planned anew: clinics are not where they were.
void plan_attempts(Moment& moment, std::uint32_t row);
/// Whom the attempt of this half-year is with.
ContactKind met_in_attempt(const Moment& moment, const Citizen& citizen);
/// Week in which the citizen turns `age`, in years.
Week week_of_age(const Citizen& citizen, int age);
/// The open house nearest to the citizen of those that fit, or -1.
int nearest_house(const Moment& moment, const Citizen& citizen, bool (*fits)(const CentreState&));

// ---- contacts.cpp (7.6) ------------------------------------------------------------------------------------------

/// Contacts due: home visit, front staff, clinic; and the look half a year after a start.
void meet(Moment& moment, std::uint32_t row);
/// A stay begins: whether it followed a handover. Called by start_stay.
void count_uptake(Moment& moment, Citizen& citizen);
/// Chance of coming within 8 weeks of a handover to a unit.
double uptake_chance(const Moment& moment, const Citizen& citizen, std::uint32_t row, Handover kind, std::int16_t unit);
/// Hands a citizen over to a unit: may apply there.
void give_on(Moment& moment, std::uint32_t row, Handover kind, std::int16_t unit, std::uint32_t occasion);

// ---- bridges.cpp (7.6) -------------------------------------------------------------------------------------------

/// Ordered, before the citizens: hours of the bridge-builders this week.
void count_bridge_hours(Moment& moment);
/// Ordered, after the citizens: bridges take hours, in order of waiting.
void hand_over(Moment& moment);
/// Hours that the volunteer consultants of an area (index into Premises::areas) spent on bridges this week.
double bridge_hours_used(const World& world, std::size_t area);

} // namespace samspil
