// SPDX-License-Identifier: MPL-2.0
// Places in full: rooms, day parts, café, transport, profiles of the houses (docs/model.md 7.9, 7.10, 7.21): assumptions, decisions, mechanisms and
// the state of one replication, as plain data. Purposes of its draws: 70 to 79.
#pragma once

#include "engine/base/units.hpp"
#include "engine/model/fields.hpp"
#include "engine/random/stream.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace samspil {

struct Kpi;
struct SeriesInfo;
struct InterventionKind;
struct Intervention;
struct Scenario;

/// What people like to do and houses have on: meal and café, exercise, self-training, dance, song and music, culture
/// and art, crafts, games, talks, outdoor, generations, support group (7.8).
inline constexpr std::size_t interest_count = 12;
inline constexpr std::size_t interests_of_one = 3; ///< tags one person has

enum class ProfileKind : std::uint8_t { general, associations, vulnerable, culture, nursing_home_side, health };
inline constexpr std::size_t profile_count = 6;
enum class TransportRegime : std::uint8_t { flexible, fixed_visited };
/// What sets the number of sessions a unit offers.
enum class Source : std::uint8_t { none, rooms, staff, volunteers, seats };

/// rooms.csv (optional): what is known of a house. Without its row the kind of house decides, as assumed.
struct HouseRooms {
    bool stated = false;
    int m2 = 0;
    std::array<int, 6> seats{}; ///< hall, workshop, kitchen, gym, café, talk room
    int opening_hours = 0;      ///< a week; those beyond 40 are evenings
    int admin_workplaces = 0;
    bool clinic = false;
    ProfileKind profile = ProfileKind::general;
    bool operator==(const HouseRooms&) const = default;
};

/// Values of `assumptions:`, as Parameters::places.
struct PlacesParameters {
    // 7.8 choice
    double b_m, content_unknown, profile_spread, b_h, b_r;
    // 7.9 rooms and café
    double afternoon, lent_day, lent_evening, resident_load, assoc_lent, assoc_clubs, seat_need, admin_m2;
    std::array<double, 3> m2; ///< by kind of house
    double house_hours;
    double cafe_visits, cafe_km, cafe_spend, cafe_hours, cafe_credit;
    // 7.10 transport
    double ride_error, ride_far, ride_longest, ride_fill, ride_cap, ride_km_share, ride_ref_km, flex_share, no_ride_att, frame_slack;
    // 7.21 profile and voice
    double eta_voice, eta, inertia, vul_uptake, vul_help, vul_staff;
    double volunteers_follow;
};

/// Values of `policy:`, as Policy::places.
struct PlacesPolicy {
    bool council_voice;     ///< the users' council takes part in the programme of the house
    bool preventive_rides;  ///< rides to forebyggende may be granted
    double ride_seats;      ///< seats in vehicles a day for each place in vedligeholdende_center
    double transport_frame; ///< kr. a year for rides, shared by places among the houses; 0 = no frame
    double ride_price;      ///< kr. a day that a rider pays
};

/// Values of `mechanisms:`, as Mechanisms::places.
struct PlacesMechanisms {
    bool interest_match, hosting, ride_dialogue, transport_frame, co_creation, cafe;
};

/// Of one citizen, as Citizen::places; small, since every citizen has it.
struct PlacesOfCitizen {
    bool stranded = false; ///< needs a ride to the offer and has none: comes less often
};

/// Counts of the present state, changed by events, as Counts::places; integers only.
struct PlacesCounts {
    std::vector<std::int64_t> rides;       ///< centre x (F1, F2, F3-4): agreed sessions with a ride
    std::vector<std::int64_t> ride_tenths; ///< by centre: those sessions x tenths of a minute one way
    std::vector<std::int64_t> stranded;    ///< unit x (F1, F2, F3-4): agreed sessions of those without their ride
    void resize(std::size_t neighbourhoods, std::size_t units, std::size_t centres);
    void add(const PlacesCounts& change);
    void clear();
};

/// What one block of citizens wants of the shared world, as Proposals::places; merged in block order.
struct PlacesWishes {
    void clear();
    void append(const PlacesWishes& more);
};

/// A rider whose grant waits for money in the frame.
struct WaitingRide {
    std::uint32_t row = 0;
    std::uint64_t person = 0;
    std::int16_t unit = -1;
    Week since = 0;
};

/// One house as it stands.
struct HouseState {
    ProfileKind profile = ProfileKind::general;
    std::array<double, interest_count> activities{}; ///< programme, 0..1 by tag
    double match_scale = 0;          ///< 1 / (sqrt(3) x length of activities)
    double admin_share = 0;          ///< of the floor, taken by administrative workplaces
    double free_at_start = 1;        ///< share of room hours left at the start; what the table's places rest on
    double clubs_at_start = 1;       ///< share of club sessions the profile left at the start
    double opening_hours = 0;
    double rooms_built = 1;          ///< seats over those of the table: investments add to both seats and places
    double host = 1;                 ///< 0..1: volunteers and staff there to receive people
    double welcome = 0;              ///< utils: hosting and opening, against a house that has all of it
    int roof = 0;                    ///< houses with the same number lie under one roof
    int coordinator = -1;            ///< centre whose satellite this is
    std::int64_t cafe_guests = 0;    ///< this week
    double frame_ore = 0;            ///< for rides, a year; 0 = no frame
    double month_plan = 0, month_spent = 0; ///< øre, of the running four weeks
    bool grants_wait = false;
};

/// State of one replication, as World::places.
struct PlacesState {
    Chance chance;
    std::vector<HouseState> houses;           ///< by centre
    std::vector<Source> binding;              ///< by unit, this week
    TransportRegime regime = TransportRegime::flexible;
    bool preventive_rides = true;
    std::vector<WaitingRide> waiting_rides;
    std::int64_t rides_refused = 0, sessions_cut = 0; ///< since week 0
    std::vector<Fixed> cafe_near;             ///< neighbourhood x centre: how near the café is
    std::vector<Fixed> cafe_visits;           ///< by neighbourhood: visits a week per citizen at home
    std::int64_t match_thousandths = 0, match_users = 0; ///< of participants, at the last look
};

/// What the scenario says of a house, or what is assumed of its kind.
HouseRooms rooms_of(const Scenario& scenario, std::size_t centre);
/// Whether an intervention may give a house an offer it has not had: the unit must exist from the start.
bool gives_offer(const Scenario& scenario, const Intervention& intervention, std::size_t centre, std::size_t offer);
/// The programme of a kind of profile, before houses differ.
const std::array<double, interest_count>& activities_of(ProfileKind kind);

void append_places_parameters(std::vector<Field>& fields);
void append_places_policy(std::vector<Field>& fields);
void append_places_mechanisms(std::vector<Field>& fields);
void append_places_interventions(std::vector<InterventionKind>& kinds);
void append_places_kpis(std::vector<Kpi>& kpis);
void append_places_series(std::vector<SeriesInfo>& series);

} // namespace samspil
