// SPDX-License-Identifier: MPL-2.0
// Houses, transport and profiles (docs/model.md 7.9, 7.10, 7.21).
#pragma once

#include "engine/rules/rules.hpp"

#include <optional>

namespace samspil {

void set_up_places(const Premises& premises, World& world, Chance chance);
/// Ordered, after places are given: cafés, rides, co-creation rounds.
void run_houses(Moment& moment, const Workers& workers);
bool apply_places(Moment& moment, const Intervention& intervention);

// ---- profile.cpp (7.8, 7.21) -------------------------------------------------------------------------------------

/// Fetches, in a loop over rows that reads participants only, what it reads of somebody a little further on.
[[gnu::always_inline]] inline void expect_participant(const World& world, std::size_t row)
{
    constexpr std::size_t ahead = 64; // one in five takes part
    if (row + ahead < world.place.size() && world.place[row + ahead] >= 0) __builtin_prefetch(&world.citizens[row + ahead].id);
}

/// The tags a person likes: a pure function of the person, kept nowhere.
using Interests = std::array<std::uint8_t, interests_of_one>;
Interests interests_of(Chance chance, std::uint64_t person);
/// How well a house's programme fits, 0..1; 0.5 where it has a little of everything.
double match_of(const HouseState& house, const Interests& interests);
/// How well a unit's activities fit a citizen's interests, 0..1 (7.8); 0.5 where nothing tells them apart.
double interest_match(const Premises& premises, const World& world, const Citizen& citizen, std::int16_t unit);
/// The programme of a house of this profile, houses differing by their key.
void set_profile(const Premises& premises, HouseState& house, Chance chance, std::size_t centre, ProfileKind profile);
/// Once a quarter: programmes follow the interests of users and others.
void co_create(Moment& moment, const Workers& workers);
/// What the profile of a house does elsewhere: uptake when a bridge leads there (added share), help in its club and
/// staff needed (factors), a clinic in the house.
double warm_uptake(const Premises& premises, const World& world, int centre);
double club_help_factor(const Premises& premises, const World& world, int centre);
double staff_need_factor(const Premises& premises, const World& world, int centre);
bool has_clinic(const Premises& premises, const World& world, int centre);

// ---- offering.cpp (7.9) ------------------------------------------------------------------------------------------

/// Share of room hours left for the offers after workplaces, residents and lending.
double free_rooms(const Parameters& parameters, const HouseState& house);
double own_clubs(const Parameters& parameters, const HouseState& house);
/// Room hours a week lent to associations and others under 65.
double lent_hours(const Parameters& parameters, const HouseState& house);
/// Hosting and opening as citizens see them, from volunteers and hours as they stand.
void update_welcome(const Premises& premises, World& world);

// ---- cafe.cpp (7.9) ----------------------------------------------------------------------------------------------

void set_up_cafes(const Premises& premises, World& world);
void run_cafes(const Premises& premises, World& world);
/// Company that cafés give a home-dwelling citizen of a neighbourhood, in sessions a week.
double cafe_company(const Premises& premises, const World& world, std::size_t neighbourhood);

// ---- transport.cpp (7.10) ----------------------------------------------------------------------------------------

/// Whether a ride to this offer may be expected by somebody who needs one.
bool ride_expected(const World& world, Offer offer);
/// Grants or refuses the ride of a stay that begins. Ordered: called by start_stay only.
void settle_ride(Moment& moment, Citizen& citizen, std::uint32_t row, const Scores& seen);
/// Share of a full week's rides that are driven: where the vehicle comes for every agreed session only houses that are closed save rides.
double ride_season(const Premises& premises, const World& world, Week week);
/// Of the 52 weeks from this one on.
double year_of_ride_seasons(const Premises& premises, const World& world, Week week);
/// Sessions of the week that are ridden to, of one house.
double ridden_sessions(const Premises& premises, const World& world, Week week, std::size_t centre);
/// Cost of the week's rides to one house, øre.
Ore ride_spending(const Premises& premises, const World& world, Week week, std::size_t centre);
/// Gives a house a frame: kr. a year.
void set_frame(HouseState& house, double kr_a_year);
/// The frame of a house that closes goes to the one that takes its people, or (-1) to all that have one, by their places.
void pass_on_frame(World& world, std::size_t from, int to);
/// A house that opens gets a share of the frames there are, by its places; there is no more money for rides than before.
void take_share_of_frames(World& world, std::size_t centre);
/// Frames of the running month: grants that wait, sessions that are cut.
void run_frames(Moment& moment);

// ---- moving_on.cpp (7.13) ----------------------------------------------------------------------------------------

/// Whoever is at, or waits for, one of the units of the house (or its one offer) that ends loses it, and is to apply elsewhere after
/// the gap. Where is left open until all that opens and closes in the week has done so.
void send_away(Moment& moment, std::size_t centre, std::optional<Offer> offer, int gap_weeks);
/// After the changes of a week: who must move on and has nowhere to go, or whose new house has closed too, is told where to apply.
void show_the_way(Moment& moment);
/// The open unit of the same offer to apply at instead of this one: with the house that took over its house, else the nearest; no_unit
/// where there is none.
std::int16_t unit_instead(const Moment& moment, const Citizen& citizen, std::int16_t unit);

// ---- houses.cpp (7.13, 7.19) -------------------------------------------------------------------------------------

bool same_roof(const World& world, int one, int two);
/// One is the other's satellite: who comes from there knows the house.
bool satellite_of_each_other(const World& world, int one, int two);
void open_house(Moment& moment, std::size_t centre);
void close_house(Moment& moment, std::size_t centre, int gap_weeks);
/// The same for one offer of a house that stays open.
void end_offer(Moment& moment, std::size_t centre, Offer offer, int gap_weeks);
void merge_houses(Moment& moment, const Intervention& intervention);

} // namespace samspil
