// SPDX-License-Identifier: MPL-2.0
// One option as a whole: what the municipality decides, how the world is assumed to work, and the tables behind it.
// Immutable once read; a result is a function of a Scenario, a seed and a replication number.
#pragma once

#include "engine/base/errors.hpp"
#include "engine/model/calendar.hpp"
#include "engine/model/intervention.hpp"
#include "engine/model/offer.hpp"
#include "engine/model/parameters.hpp"
#include "engine/model/policy.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace samspil {

enum class Sex : std::uint8_t { male, female };
enum class CentreKind : std::uint8_t { lokalcenter, frivillighus, dagcenter };

/// What a life clock waits for.
enum class Process : std::uint8_t { death, nursing_home, decline, recovery, move };
inline constexpr std::size_t process_count = 5;

/// Tag and source of a table row.
struct Provenance {
    Evidence tag = Evidence::assumed;
    std::string source;
    bool operator==(const Provenance&) const = default;
};

/// neighbourhoods.csv: a small area (lokalsamfund), the unit of equity and of the travel network.
struct Neighbourhood {
    int key = 0;
    std::string id, name;
    int x_m = 0, y_m = 0; ///< where its citizens are centred, metres
    int radius_m = 0;     ///< spread of homes around that point
    double weight = 0;    ///< share of the municipality's citizens 65+, for counts given for `all`
    bool inside_ring_road = false;
    Provenance provenance;
    bool operator==(const Neighbourhood&) const = default;
};

/// population.csv: persons on 1 January.
struct PopulationCount {
    int year = 0;
    int neighbourhood = -1; ///< index into neighbourhoods; -1 = all, spread by weight
    Sex sex = Sex::male;
    int age = 0;            ///< completed years; the oldest row is open-ended
    int persons = 0;
    bool operator==(const PopulationCount&) const = default;
};

/// lifetable.csv: one-year death probability.
struct DeathProbability {
    int year = 0;
    Sex sex = Sex::male;
    int age = 0;
    double q = 0;
    bool operator==(const DeathProbability&) const = default;
};

/// cohort_change.csv: share of a cohort resident a year later; net_migration.csv: rate of leaving per year.
struct AgeBandRate {
    Sex sex = Sex::male;
    int age_from = 0, age_to = 0; ///< inclusive
    double value = 0;
    bool operator==(const AgeBandRate&) const = default;
};

/// residents.csv (optional): persons of 65 and over at week 0 by day of birth, in place of those of population.csv.
struct Residents {
    int neighbourhood = 0; ///< index into neighbourhoods
    Sex sex = Sex::male;
    Day born = 0;
    int persons = 0;
    bool operator==(const Residents&) const = default;
};

/// rates.csv (optional): chance that a process takes somebody out of a level (rates.hpp).
struct TabledRate {
    enum class Enrolled : std::uint8_t { no, yes, any }; ///< in an offer
    enum class Per : std::uint8_t { week, year };
    Process process = Process::death; ///< never move
    int level = 1;                    ///< functional level 1..4
    Enrolled enrolled = Enrolled::any;
    double age_from = 0, age_to = 0;  ///< years; age_to is not in the band
    double chance = 0;                ///< 0 <= chance < 1, of the event within one week or year
    Per per = Per::year;
    bool operator==(const TabledRate&) const = default;
};

/// projection.csv: official totals, observed or projected.
struct PopulationTotal {
    int year = 0;
    int persons_65_79 = 0, persons_80plus = 0;
    std::string kind;
    bool operator==(const PopulationTotal&) const = default;
};

/// centres.csv with its rows of offers.csv and volunteers.csv.
struct Centre {
    int key = 0;
    std::string id, name;
    CentreKind kind = CentreKind::lokalcenter;
    std::string area;                     ///< unit id of the organisation models
    int neighbourhood = 0;                ///< index into neighbourhoods
    int x_m = 0, y_m = 0;
    std::string same_roof_as;             ///< id of another centre, or empty
    bool nursing_home_side = false;
    bool known = false;                   ///< the house is known by name; else placed by a stated rule
    bool open = true;                     ///< at the start of the burn-in
    std::array<int, offer_count> places{}; ///< seats, five days a week; 0 = offer not held
    int volunteers = 0;                   ///< at the start of the burn-in
    int other_task_hours = 0;             ///< volunteer hours a week wanted beyond the club
    HouseRooms rooms;                     ///< rooms.csv; not stated = assumed of the kind
    int operating_form = 0;               ///< OperatingForm at the start
    Provenance provenance;
    bool operator==(const Centre&) const = default;
};

/// organisation.csv: a unit of one organisation model and whom it answers to.
struct OrganisationUnit {
    std::string model;
    int key = 0;
    std::string id, name, level; ///< level: municipality, district, area
    std::string parent;          ///< unit id in the same model; empty for the root
    int leaders = 0;
    Provenance provenance;
    bool operator==(const OrganisationUnit&) const = default;
};

/// travel.csv (optional): roads between neighbourhoods; without it every pair is joined in a straight line.
struct Road {
    int from = 0, to = 0; ///< indices into neighbourhoods
    double km = 0;
    bool operator==(const Road&) const = default;
};

/// agreements.csv (optional): an association or institution and what it has agreed to; without it there are none.
struct Agreement {
    int key = 0;
    std::string id, partner;  ///< partner: kind of partner, e.g. association, church, school, business
    bool formal = false;
    std::string centre, area; ///< one of the two: where it holds
    double hours = 0;         ///< volunteer hours a week
    double rooms = 0;         ///< room hours a week lent to the partner; recorded, no rule uses them
    Day start = 0;
    Provenance provenance;
    bool operator==(const Agreement&) const = default;
};

/// facts.csv: labelled context of the scenario, shown but not computed with.
struct Fact {
    std::string id;
    Text label;
    std::string value, unit;
    Provenance provenance;
};

/// targets.csv: what the balanced baseline is held against (docs/model.md 8.1).
struct Target {
    std::string id;
    Text label;
    double target = 0, low = 0, high = 0;
    std::string unit;
    bool calibrate = false; ///< else hold-out
    Provenance provenance;
};

struct Period {
    Day start = 0;            ///< first day of the first counted week
    int weeks = 520;
    int burn_in_weeks = 312;
    int total_weeks() const { return burn_in_weeks + weeks; }
    bool operator==(const Period&) const = default;
};

struct RunSettings {
    int replications = 20;
    std::uint32_t seed = 1;
};

/// One KPI that gets a verdict, with the smallest difference that matters (NaN: the KPI's own).
struct Goal {
    std::string kpi;
    double relevance = no_prior;
};

struct Scenario {
    std::string id;      ///< stem of the scenario file; names the result file
    Text title, description;
    Period period;
    RunSettings run;
    Policy policy{};
    OrganisationPlan organisation{};
    Parameters assumptions{};
    Mechanisms mechanisms{};
    std::vector<Goal> goals;
    std::vector<Intervention> interventions; ///< in order of date, then as in the file

    std::vector<Neighbourhood> neighbourhoods;
    std::vector<PopulationCount> population;
    std::vector<DeathProbability> lifetable;
    std::vector<AgeBandRate> cohort_change, net_migration;
    std::vector<Residents> residents;
    std::vector<TabledRate> rates;
    std::vector<PopulationTotal> projection;
    std::vector<Centre> centres;
    std::vector<OrganisationUnit> organisation_units;
    std::vector<Road> roads;
    std::vector<Agreement> agreements;
    std::vector<Service> services;
    std::vector<Pool> pools;
    std::vector<BridgeUnit> bridges; ///< bridges.csv (optional)
    std::vector<Fact> facts;
    std::vector<Target> targets;

    Calendar calendar() const { return {period.start - 7 * period.burn_in_weeks}; }
    /// Index of a centre by id, or -1.
    int centre_index(std::string_view centre_id) const;
};

/// Everything at its default, no tables.
Scenario default_scenario();

/// Cross-field rules that need the whole scenario: dangling ids, cycles and orphans of the organisation, dates outside
/// the period, neighbourhoods that cannot reach a centre, duplicate keys, shares. Paths only; the reader adds lines.
Diagnostics check_scenario(const Scenario& scenario);

} // namespace samspil
