// SPDX-License-Identifier: MPL-2.0
// Everything that changes during one replication, as plain values: copying a World is a checkpoint. Premises holds
// what a scenario fixes before week 0 and all replications share.
#pragma once

#include "engine/base/large_pages.hpp"
#include "engine/model/citizen.hpp"
#include "engine/model/geography.hpp"
#include "engine/model/hazards.hpp"
#include "engine/model/indicators.hpp"
#include "engine/model/organisation.hpp"
#include "engine/model/roster.hpp"
#include "engine/random/stream.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace samspil {

class Grouping;

/// An offer at a centre, in the order of centre key then offer; `key` is part of draw addresses.
struct OfferUnit {
    std::uint64_t key = 0;
    std::int16_t centre = 0;
    Offer offer = Offer::none;
};

/// A house that somebody in a neighbourhood may know: what a look at it needs, side by side.
struct ReachableHouse {
    std::int16_t centre = 0;
    std::uint32_t key = 0; ///< of the house; part of draw addresses
    std::int32_t x_m = 0, y_m = 0;
    std::int32_t extra_m = 0; ///< of the way from there, beside the crow's
};

/// What a scenario fixes before week 0; built once, read by every replication and thread.
struct Premises {
    explicit Premises(const Scenario& given); ///< looks into `given`, which outlives it
    explicit Premises(Scenario&& gone) = delete;

    const Scenario* scenario;
    std::shared_ptr<const Grouping> grouping;
    Calendar calendar;
    Hazards hazards;
    std::vector<Person> roster;
    std::vector<std::uint32_t> entrants; ///< rows of those who turn 65 after week 0, in order of week
    TravelNetwork travel;
    TravelTimes travel_times;
    std::vector<OfferUnit> units;
    std::vector<std::array<std::int16_t, offer_count>> unit_of; ///< by centre: unit of each offer, or no_unit
    std::vector<std::vector<std::int16_t>> nearest_units; ///< by unit: units of the same offer, nearest centre first
    std::vector<std::int16_t> maintaining_units;          ///< units of vedligeholdende_center
    std::vector<std::array<std::vector<std::int16_t>, offer_count>> near_units; ///< by neighbourhood and offer, nearest first
    std::vector<std::vector<ReachableHouse>> reachable;   ///< by neighbourhood, in order of key
    std::vector<Week> half_year_start;                    ///< first week of each half-year from that of week 0
    std::vector<std::int16_t> half_year_of;               ///< by week, from the one before half_year_start: place there
    std::int32_t first_half_year = 0;
    std::vector<std::array<std::int32_t, 2>> house_at;    ///< by centre: x_m and y_m, side by side
    std::array<double, offer_count> log_hrd{}; ///< logarithm of the effect on decline at full dose, by offer
    double log_rr_rec = 0;
    std::array<SessionCost, offer_count> session_costs{}; ///< by offer
    std::vector<float> media_by_100m;     ///< share of the media's reach, by distance to a house in hundreds of metres
    std::vector<std::string> areas;       ///< unit ids of the areas that houses lie in, in order of id
    std::vector<std::size_t> area_of_centre;        ///< index into areas
    std::vector<std::size_t> area_of_neighbourhood; ///< that of the nearest house
    std::size_t knowledge_words = 1; ///< 64-bit words of a citizen's set of known centres
    std::vector<Week> intervention_week;

    /// Calendar half-year, by table; weeks beyond count with its ends.
    std::int32_t half_year(Week week) const
    {
        const auto last = static_cast<Week>(half_year_of.size()) - 1;
        return first_half_year + half_year_of[static_cast<std::size_t>(std::clamp(week - half_year_start.front() + 1, 0, last))];
    }
    Week half_year_begin(std::int32_t half_year) const
    {
        return half_year_start[static_cast<std::size_t>(half_year - first_half_year)];
    }
};

/// One entry of a unit's queue: priority class, then waiting since, then personal lottery number, then person.
struct QueueEntry {
    std::uint8_t priority = 1; ///< 0: must move because the own centre closed
    StoredWeek since = 0;
    std::uint32_t lottery = 0;
    std::uint64_t person = 0;
    std::uint32_t row = 0;
    auto operator<=>(const QueueEntry&) const = default;
};

struct UnitState {
    std::vector<QueueEntry> queue; ///< in order
    int offered = 0;               ///< sessions a week, after places and volunteers
    double published_wait = 0;     ///< weeks; what citizens see
    int started = 0, waited = 0;   ///< since the last publication
};

struct CentreState {
    bool open = true;
    double attention = 1, quality = 0; ///< 0..1
    std::array<int, offer_count> places{};
    double burden = 1;     ///< 12-week average of hours wanted over hours agreed
    int volunteers = 0;
    int agreed_tenths = 0; ///< volunteer hours a week x 10
    int wanted_tenths = 0;
    double arrivals_left = 0; ///< threshold of the next arriving volunteer, not yet used up
    std::int32_t arrivals = 0;
};

struct Volunteer {
    std::uint64_t key = 0;
    std::int16_t centre = 0;
    std::int16_t hours_tenths = 0;
    Week since = 0;       ///< may be before week 0
    double remaining = 0; ///< quitting clock
    std::int32_t row = -1; ///< of a participant who volunteers; -1: somebody from outside, of no age
    std::uint8_t skills = 0;
    bool nursing = false; ///< serves at the nursing home's side
    bool light = false;   ///< does lighter tasks since the level fell
};

/// Transitions by the weeks since their window began: it is open for 12, and begins anew with a start within 24 (docs/model.md 7.13).
inline constexpr std::size_t transition_ages = 25;
using TransitionsByAge = std::array<std::int64_t, transition_ages>;

/// Counts of the present state, changed by events; every one an integer.
struct Counts {
    std::array<std::int64_t, 4> home_by_level{};
    std::int64_t nursing_home = 0;
    std::vector<std::int64_t> home_by_place;  ///< by neighbourhood
    std::vector<std::int64_t> users_by_place; ///< neighbourhood x offer
    std::vector<std::int64_t> users, taken;   ///< by unit: citizens, agreed sessions
    std::vector<std::int64_t> sessions_by_class; ///< unit x (F1, F2, F3-4): for expected attendance
    std::vector<std::int64_t> ride_sessions;  ///< by class of level: agreed sessions with a ride
    std::int64_t travellers = 0, travel_tenths = 0, over_30 = 0;
    std::array<std::int64_t, 25> moves{};     ///< this week, from x to
    TransitionsByAge transitions{}, transition_losses{}; ///< this week; one whose window begins anew leaves its old age
    std::int64_t assessments = 0;             ///< this week
    InformationCounts information;
    AccessCounts access;
    PlacesCounts places;
    PeopleCounts people;
    VolunteeringCounts volunteering;
    MoneyCounts money;

    void resize(std::size_t neighbourhoods, std::size_t units, std::size_t centres);
    void add(const Counts& change); ///< adds every number
    void clear();
};

/// The organisation as it stands, each part by itself (a comparison in parts changes them one by one).
struct OrganisationState {
    Structure leading, sharing;
    Leadership leadership{};
    double sharing_within = 0;
    int service_units = 0;  ///< units that actually run the houses
    Week shock_until = 0;   ///< first week after the change shock
};

/// Places as somebody decided them, and how many citizens there were then (policy.demography_regulation).
struct PlacesDecided {
    std::array<int, offer_count> places{}, left_at{}; ///< left_at: what the last regulation made of them
    std::array<std::int64_t, offer_count> citizens{};
};

/// Empty before the period begins and where places follow nobody.
struct Regulation {
    std::vector<PlacesDecided> decided; ///< by centre
    std::int64_t citizens = 0, citizens_before = 0; ///< at the last two looks
};

struct World {
    Week week = 0;
    LargeVector<StoredWeek> due;                ///< by row: next week anything happens to the citizen
    CitizenTable citizens;                ///< by row, rows in order of id
    LargeVector<std::uint64_t> known;     ///< row x knowledge_words: centres the citizen knows to exist
    LargeVector<std::uint64_t> content;   ///< row x knowledge_words: centres whose content the citizen knows
    LargeVector<std::int16_t> place;      ///< by row: unit of the stay as of the week's start; no_unit, or gone
    std::vector<UnitState> units;
    std::vector<CentreState> centres;
    std::vector<Volunteer> volunteers;
    OrganisationState organisation;
    Regulation regulation;
    VisitationRule visitation_rule{};
    int core_k = 2;
    Counts counts;
    InformationState information;
    AccessState access;
    PlacesState places;
    PeopleState people;
    VolunteeringState volunteering;
    MoneyState money;
};

/// Where a citizen may be asked to apply, from one phase to the allocation.
struct Application {
    std::uint32_t row = 0;
    std::int16_t unit = no_unit;
    std::uint8_t priority = 1;
};

struct QueueLeave {
    std::uint32_t row = 0;
    std::int16_t unit = no_unit;
    Week since = 0;
};

/// What a block of citizens wants of the shared world; merged in block order.
struct Proposals {
    std::vector<Application> applications;
    std::vector<QueueLeave> leaves;
    std::vector<LifeEvent> events;
    Counts change;
    std::vector<std::uint32_t> rows; ///< who is due this week; kept to save allocations
    std::vector<std::int16_t> found_at; ///< where they will be found from next week on
    std::vector<std::uint32_t> left; ///< who of them is gone for good, and nobody in his place
    InformationWishes information;
    AccessWishes access;
    PlacesWishes places;
    PeopleWishes people;
    VolunteeringWishes volunteering;
    MoneyWishes money;
    void clear();
};

/// Who stands in the row now: with `entry: replacement` that may be somebody else than the roster has.
inline Person person_in(const Premises& premises, const World& world, std::size_t row)
{
    if (premises.scenario->assumptions.entry == Entry::table) return premises.roster[row];
    const Citizen& citizen = world.citizens[row];
    return {citizen.id, citizen.week_65, citizen.neighbourhood, citizen.sex};
}

/// Metres from a home to a centre.
inline std::int32_t distance_m(const Premises& premises, const Citizen& citizen, int centre)
{
    const auto [x_m, y_m] = premises.house_at[static_cast<std::size_t>(centre)];
    const double straight = straight_m(citizen.x_m, citizen.y_m, x_m, y_m);
    return static_cast<std::int32_t>(straight * premises.scenario->assumptions.detour + 0.5) +
           std::max(0, premises.travel.extra(citizen.neighbourhood, centre));
}

} // namespace samspil
