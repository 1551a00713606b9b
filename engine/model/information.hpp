// SPDX-License-Identifier: MPL-2.0
// What citizens know of the houses, how they hear of them, and who helps them there (docs/model.md 7.5, 7.6): assumptions, decisions, mechanisms and
// the state of one replication, as plain data. Purposes of its draws: 41 to 59.
#pragma once

#include "engine/base/units.hpp"
#include "engine/model/fields.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace samspil {

struct Kpi;
struct SeriesInfo;
struct InterventionKind;

enum class ContactKind : std::uint8_t { home_visit, front_staff, clinic, self_search };
inline constexpr std::size_t contact_kinds = 4;
/// How somebody is brought on from a contact to a house.
enum class Handover : std::uint8_t { none, info, named, warm };
inline constexpr std::size_t handover_kinds = 3; ///< without none
enum class BridgeKind : std::uint8_t { volunteer_consultant, prevention_consultant, experience_worker, genlyd };

/// A row of bridges.csv: hours a week that bridge-builders have for bringing citizens to a house.
struct BridgeUnit {
    int key = 0;
    std::string id;
    BridgeKind kind{};
    std::string area;      ///< unit id of the organisation models; empty = works everywhere
    double hours = 0;      ///< a week
    Day from = 0;          ///< first day of work
    Evidence tag = Evidence::assumed;
    std::string source;
    bool operator==(const BridgeUnit&) const = default;
};

/// Values of `assumptions:`, as Parameters::information.
struct InformationParameters {
    // 7.5 awareness; rates per week
    std::array<double, 3> media_reach; ///< leaflet, newspaper, library: share who read it
    double lam_media, lam_web, lam_board, lam_near, near_m, lam_peer1, lam_peer2, lam_event, events_per_year;
    double aw_half, aw_half1, mistrust, mistrust_weeks;
    std::array<double, 2> edu_short65, edu_short85, edu_long65, edu_long85, digital65, digital85; ///< men, women
    // 7.6 contacts
    double visit_accept, visit_logit;
    std::array<double, 3> front; ///< contacts of the front staff a week: F2, F3, F4
    double clinic, self_search;
    double sens0, sens_compass, mult_pilot, front_staff, outdated, colocated;
    double consent, help_share, bridge_share, named_share;
    std::array<double, 3> uptake; ///< info, named, warm at the mean
    double uptake_friend, uptake_lonely, uptake_level, uptake_match;
    double bridge_h, bridge_weeks, bridge_patience, bridge_lost, bridge_hours;
};

/// Values of `policy:`, as Policy::information.
struct InformationPolicy {
    bool genlyd;     ///< a board on the web where citizens search and share communities, and ask for a bridge
    bool colocation; ///< preventive staff partly work from the houses
    bool home_visits; ///< preventive home visits are offered
};

/// Values of `mechanisms:`, as Mechanisms::information.
struct InformationMechanisms {
    bool peer_information, media_information, contacts, bridges;
};

/// Of one citizen, as Citizen::information; small, since every citizen has it.
struct InformationOfCitizen {
    StoredWeek look = never;    ///< last week in which knowledge was brought up to date; never = not yet
    StoredWeek mistrust_until = 0; ///< a house whose content was known closed not long ago
    StoredWeek visit = never, front = never, special = never, self = never; ///< next contacts by kind
    StoredWeek handed_over = never; ///< week of the last handover
    std::uint8_t education = 1; ///< 1 short, 2 medium, 3 long
    std::uint8_t media = 0;     ///< bits: reads leaflets, newspaper, library
    float digital_at = 1;       ///< uniform threshold: uses the web while below the share of the age
    std::uint8_t searches = 0;  ///< number of the next search of one's own
    Handover handover = Handover::none; ///< not yet followed by a start
    bool awaits_bridge = false; ///< in the queue of a bridge-builder, or on the way with one
};

/// Counts of the present state, changed by events, as Counts::information; integers only. All since week 0.
struct InformationCounts {
    std::array<std::int64_t, contact_kinds> contacts{};
    std::array<std::int64_t, handover_kinds> handed_over{}, attended{}; ///< attended: began within 8 weeks
    std::int64_t detected = 0, consented = 0, want_to_help = 0;
    std::int64_t bridges_started = 0, bridges_lost = 0, bridge_minutes = 0;
    std::int64_t followed_up = 0, kept = 0; ///< 26 weeks after a start that followed a handover
    void resize(std::size_t neighbourhoods, std::size_t units, std::size_t centres);
    void add(const InformationCounts& change);
    void clear();
};

/// Somebody who agreed to be helped on the first step.
struct BridgeWish {
    std::uint32_t row = 0;
    std::int16_t unit = -1;     ///< where to
    std::uint32_t occasion = 0; ///< part of the draws' address
};

/// What one block of citizens wants of the shared world, as Proposals::information; merged in block order.
struct InformationWishes {
    std::vector<BridgeWish> bridges;
    std::vector<std::int16_t> helpers; ///< centres that somebody wants to do something for
    void clear();
    void append(const InformationWishes& more);
};

/// Exposure to a house, added up since week 0, as of `from`, with its present weekly growth.
struct Exposure {
    Week from = 0;
    double media = 0, open = 0;
    double media_rate = 0, open_rate = 0;
};

struct WaitingForBridge {
    Week since = 0;
    std::uint32_t lottery = 0;
    std::uint64_t person = 0;
    BridgeWish wish;
    Week lost = never; ///< given up from this week on
    bool operator<(const WaitingForBridge& other) const
    {
        if (since != other.since) return since < other.since;
        return lottery != other.lottery ? lottery < other.lottery : person < other.person;
    }
};

struct RunningBridge {
    Week ends = 0;
    std::uint64_t person = 0;
    BridgeWish wish;
};

/// Hours of some bridge-builders, by pool: an area, or (the last pool) the whole municipality.
struct BridgeHours {
    std::size_t pool = 0;
    BridgeKind kind{};
    std::int64_t minutes = 0; ///< a week
    Week from = 0;
};

struct BridgePool {
    std::vector<WaitingForBridge> queue; ///< in order; empty for the pool of the whole municipality
    std::vector<RunningBridge> running;
    std::int64_t minutes = 0, consultant_minutes = 0; ///< there this week
    std::int64_t used = 0;                            ///< this week
};

/// A rollout of Socialkompas; where there are several the one that covers most counts.
struct CompassRollout {
    std::vector<char> areas; ///< by area: takes part
    Week from = 0;
    double ceiling = 0, mid_weeks = 52;
};
struct TrainingRun {
    std::vector<char> areas; ///< by area: takes part
    Week from = 0;
    int ramp_weeks = 0;
    double share = 0;
};
struct CampaignRun {
    std::vector<char> centres;
    Week until = 0;
    double factor = 1;
};

/// State of one replication, as World::information.
struct InformationState {
    std::vector<std::vector<Exposure>> exposure; ///< by centre: a point for every change of its growth
    std::vector<double> coverage, trained;       ///< by area: share of front staff with the compass, with the training
    std::vector<CompassRollout> compass;
    std::vector<TrainingRun> training;
    std::vector<CampaignRun> campaigns;
    std::vector<BridgeHours> hours;
    std::vector<BridgePool> pools;          ///< by area, then the whole municipality
    std::vector<std::int64_t> helpers_found; ///< by centre: who became volunteers by a contact, this week
    std::vector<char> clinic;               ///< by centre: a clinic is part of the house
    bool any_clinic = false;
    std::vector<char> heard_of;             ///< by centre: 0 closed, 1 open, 2 open and with the same exposure all the time
};

void append_information_parameters(std::vector<Field>& fields);
void append_information_policy(std::vector<Field>& fields);
void append_information_mechanisms(std::vector<Field>& fields);
void append_information_interventions(std::vector<InterventionKind>& kinds);
void append_information_kpis(std::vector<Kpi>& kpis);
void append_information_series(std::vector<SeriesInfo>& series);

} // namespace samspil
