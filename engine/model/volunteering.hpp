// SPDX-License-Identifier: MPL-2.0
// Volunteers, consultants, agreements and the forum (docs/model.md 7.15, 7.17): assumptions, decisions, mechanisms and
// the state of one replication, as plain data. Purposes of its draws: 100 to 119.
#pragma once

#include "engine/base/units.hpp"
#include "engine/model/fields.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace samspil {

struct Kpi;
struct SeriesInfo;
struct InterventionKind;

/// What volunteers do (7.15). The club and staff hours taken over follow the participants; the nursing-home side has
/// volunteers of its own; the rest share the other hours of the house.
enum class Task : std::uint8_t { club, cafe, companionship, hosting, board, bridge_company, technology };
inline constexpr std::size_t task_count = 7;
inline constexpr std::size_t other_tasks = task_count - 1; ///< all but the club

/// What a volunteer likes and is able to do; a set of these is a number below 16.
enum class Skill : std::uint8_t { people, practical, organising, technical };
inline constexpr std::size_t skill_count = 4, skill_sets = 1U << skill_count;

enum class Recruited : std::uint8_t { participant, bridge, external };
inline constexpr std::size_t recruit_channels = 3;

/// Values of `assumptions:`, as Parameters::volunteering.
struct VolunteeringParameters {
    std::array<double, skill_count> skill;      ///< share of volunteers with each skill
    std::array<double, other_tasks> task;       ///< share of the other hours, café first
    double w_mismatch, w_conflict, w_support, w_recognition, w_voice, conflict_shock;
    double b_level, b_problems, lighter;        ///< ageing of volunteers, problems with the administration
    double rec_part, rec_branch, supp_ref, sub_cap, hrd_vol, overasked;
    double nh_vol_share, nh_load;
    double consultant_h, idle, cluster_idle, cluster_knowledge;
    double kappa, shock_referral;
    double forum_half, forum_yield, forum_partners, forum_meeting, forum_overlap, forum_keep;
    double agr_lapse_formal, agr_lapse_informal, agr_renew_weeks, agr_use, agr_informal;
};

/// Values of `policy:`, as Policy::volunteering; a volunteer_policy changes the first four on its date.
struct VolunteeringPolicy {
    double recognition, voice, barrier, substitution;
    double consultants_per_1000;
    bool consultants_clustered;
    int forum;                 ///< 0 none, 1 active in every area from the start
    double network_meetings;   ///< a year
    bool operator==(const VolunteeringPolicy&) const = default;
};

/// Values of `mechanisms:`, as Mechanisms::volunteering.
struct VolunteeringMechanisms {
    bool volunteer_support, participant_recruiting, forum, agreements;
};

/// Of one citizen, as Citizen::volunteering; small, since every citizen has it.
struct VolunteeringOfCitizen {
    std::int16_t occasions = 0; ///< occasions to become a volunteer so far; part of the address of the next
    std::int16_t centre = -1;   ///< where the citizen volunteers, or last did
    bool is_volunteer = false;
    bool rewarded = false;      ///< a volunteer who is not over-asked: gains function and meaning by it
};

/// Counts of the present state, changed by events, as Counts::volunteering; integers only.
struct VolunteeringCounts {
    void resize(std::size_t neighbourhoods, std::size_t units, std::size_t centres);
    void add(const VolunteeringCounts& change);
    void clear();
};

/// A participant who starts to volunteer at the house.
struct Join {
    std::uint32_t row = 0;
    std::int16_t centre = 0;
};

/// What one block of citizens wants of the shared world, as Proposals::volunteering; merged in block order.
struct VolunteeringWishes {
    std::vector<Join> joins;
    void clear();
    void append(const VolunteeringWishes& more);
};

/// Volunteering at one house. Hours are tenths a week.
struct HouseHelp {
    std::array<int, skill_sets> tenths_by_skills{}; ///< agreed hours of those who serve the house, by set of skills
    int nursing = 0, nursing_tenths = 0;            ///< volunteers at the nursing home's side, and their agreed hours
    int wanted_tenths = 0, wanted_nursing_tenths = 0, given_tenths = 0;
    double mismatch = 0;       ///< share of the hours wanted that nobody suited has time for
    double nursing_burden = 1; ///< as CentreState::burden, of those at the nursing home's side
    std::int32_t bridged = 0;  ///< volunteers whom contacts led to the house so far
    std::int32_t merged_into = -1; ///< house that takes what would have come to this one while it is closed, or -1
    std::int32_t openings = 0; ///< times it had volunteers of its own from the first day; others each time
};

/// One area: its consultants, its forum.
struct AreaNetwork {
    double consultants = 0;  ///< persons
    bool forum_runs = false;
    double forum_hours = 0;  ///< leader hours a week meant for the forum
    double forum = 0;        ///< activity f, 0..1
    double support_hours = 0; ///< consultants' hours per volunteer and year
};

struct AgreementState {
    bool active = false, started = false;
    double remaining = 0;    ///< of the clock until it lapses or is renewed
    std::int32_t event = 0;
    std::vector<std::int16_t> houses, areas; ///< where it holds
};

/// State of one replication, as World::volunteering.
struct VolunteeringState {
    double a_max = 1;
    VolunteeringPolicy policy{}; ///< as it stands
    std::vector<int> area_of;    ///< by centre: index into areas
    std::vector<AreaNetwork> areas; ///< in order of their ids
    std::vector<HouseHelp> houses;  ///< by centre
    std::vector<AgreementState> agreements; ///< as Scenario::agreements
    std::vector<Fixed> agreed_elsewhere;    ///< by centre: hours a week that associations take on; a sum in any order
    std::array<int, recruit_channels> recruits{}; ///< this week
};

void append_volunteering_parameters(std::vector<Field>& fields);
void append_volunteering_policy(std::vector<Field>& fields);
void append_volunteering_mechanisms(std::vector<Field>& fields);
void append_volunteering_interventions(std::vector<InterventionKind>& kinds);
void append_volunteering_kpis(std::vector<Kpi>& kpis);
void append_volunteering_series(std::vector<SeriesInfo>& series);

} // namespace samspil
