// SPDX-License-Identifier: MPL-2.0
// Staff, operating forms, budget, pools and investments (docs/model.md 7.16-7.18): assumptions, decisions, mechanisms
// and the state of one replication, as plain data. Purposes of its draws: 120 to 139.
#pragma once

#include "engine/base/units.hpp"
#include "engine/model/fields.hpp"
#include "engine/model/offer.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace samspil {

struct Kpi;
struct SeriesInfo;
struct InterventionKind;

/// Who works with citizens in an offer. Leaders, café, drivers and service staff are priced elsewhere (house, ride).
enum class StaffCategory : std::uint8_t { pedagogue, occupational_therapist, physiotherapist, nurse, care_assistant, activity_worker };
inline constexpr std::size_t staff_category_count = 6;
using StaffMix = std::array<double, staff_category_count>; ///< shares of hours

/// Which mix a vacancy is filled from: as today, with the competences of S3-121, or with activity workers.
enum class PlannedMix : std::uint8_t { present, competence, activity };
inline constexpr std::size_t planned_mix_count = 3;

/// Who runs a house (S0-51).
enum class OperatingForm : std::uint8_t { municipal, partnership, lease };
inline constexpr std::size_t operating_form_count = 3;

/// What an operating form changes, municipal = 1 (7.17).
struct FormEffects {
    double fixed_cost = 1, recruiting = 1, staff_share = 1, opening = 1, coordination_h = 1, reserved = 1;
    double exit_hazard = 0, dip_weeks = 0;
};

/// The frames of the bottom-up budget that can be changed and steered by (7.18).
enum class Frame : std::uint8_t { forebyggende, vedligeholdende, capacity };
inline constexpr std::size_t frame_count = 3;

/// services.csv: what is done in a session of an offer, with time and competence (S3-123).
struct Service {
    std::string id;
    Text label;
    int offer = 0;         ///< index_of(offer)
    double minutes = 0;    ///< of a session, by staff
    double group = 1;      ///< citizens at a time
    double per_session = 1; ///< share of sessions with this service
    double materials_kr = 0; ///< per citizen and session
    StaffMix weights{};    ///< competence the service asks for; sums to 1
    bool operator==(const Service&) const = default;
};

/// pools.csv: money that others apply for.
struct Pool {
    int key = 0;
    std::string id;
    Text label;
    double kr_per_year = 0;
    double initiatives = 0; ///< started a year
    int use = 0;            ///< PoolUse
    bool operator==(const Pool&) const = default;
};
enum class PoolUse : std::uint8_t { clubs, information, volunteers, outside }; ///< outside: not for citizens 65+
inline constexpr std::size_t pool_use_count = 4;

/// Values of `assumptions:`, as Parameters::money.
struct MoneyParameters {
    double staff_to, vac_w, vac_attention, absence, prod_h, temp_cover, temp_price;
    double q_base, q_cover, q_comp;
    std::array<double, staff_category_count> wage;
    std::array<StaffMix, planned_mix_count> mix;
    double overhead;
    std::array<FormEffects, operating_form_count> form;
    double dip_depth;
    double carry, forecast_error;
    double pool_lag, pool_survive, pool_strength;
    double place_price, quality_price, quality_most;
};

/// Values of `policy:`, as Policy::money.
struct MoneyPolicy {
    int staff_mix;     ///< PlannedMix from the start
    int steering;      ///< 0 none, 1 monthly
    double steer_low, steer_stop, steer_cut;
    double maintaining_ceiling; ///< of the year before the period; 0 = none
    int pay_on;        ///< 0 delivered, 1 granted sessions
};

/// Values of `mechanisms:`, as Mechanisms::money.
struct MoneyMechanisms {
    bool staff_limit, staff_quality, steering, pools, operating_forms;
};

/// Of one citizen, as Citizen::money; nothing.
struct MoneyOfCitizen {
};

struct MoneyCounts {
    void resize(std::size_t, std::size_t, std::size_t) {}
    void add(const MoneyCounts&) {}
    void clear() {}
};

struct MoneyWishes {
    void clear() {}
    void append(const MoneyWishes&) {}
};

/// A post at a house.
struct Position {
    std::uint64_t key = 0;   ///< house key x 4096 + number
    std::int16_t centre = 0;
    std::int16_t event = 0;  ///< how often it was filled or fell vacant
    StaffCategory category{};
    bool filled = true;
    double remaining = 0;    ///< threshold of leaving not yet used up
    Week filled_at = never;  ///< vacant: the week somebody starts
};

/// A factor that an intervention brings in, at once or little by little; several of them multiply.
struct Ramp {
    Week from = 0, until = 0;
    double factor = 1;
};

struct HouseMoney {
    OperatingForm form{};
    Week form_since = -1000;
    double exit_left = 0;     ///< threshold of the partner's leaving
    std::int16_t exit_event = 0;
    double cover = 1, competence = 1, hours_each = 0;
    double required_h = 0;    ///< hours a week that full offers need
    double quality_bonus = 0; ///< bought by investment
    std::array<std::int64_t, frame_count> spent_before{}; ///< øre, in the 52 weeks before the period
    std::array<int, frame_count> places_before{};         ///< that it was spent on
    std::array<std::vector<Ramp>, frame_count> changes;   ///< of the frame, by interventions
    std::array<std::int64_t, frame_count> year_spent{}, year_granted{}; ///< øre so far this calendar year: used, and of the frame
    std::array<std::int64_t, frame_count> carried{};      ///< øre left of the frame of last year
    std::array<std::array<std::int64_t, 13>, frame_count> recent{};   ///< øre of the last thirteen weeks
    std::array<bool, frame_count> stopped{};
    int extra_places = 0;     ///< opened because a frame was not used
    std::vector<std::int16_t> closed_posts; ///< by number of a post: its next event if it is made again; 0 where it never was closed
};

struct PoolState {
    std::vector<Ramp> changes; ///< of its money, by interventions
    double active = 0;         ///< initiatives at work
};

/// State of one replication, as World::money.
struct MoneyState {
    PlannedMix planned{};
    std::vector<Position> positions; ///< in order of key
    std::vector<HouseMoney> houses;  ///< by centre
    std::vector<double> unit_hours;  ///< by unit: staff hours of the week
    std::vector<PoolState> pools;
    std::array<double, pool_use_count> activity{1, 1, 1, 1}; ///< active initiatives over those of the baseline
    Ore invested = 0;                ///< this week
    std::int64_t bridge_minutes_paid = 0; ///< of bridge-builders, until last week
    std::array<std::int64_t, frame_count> balance{}; ///< øre since the start of the period
    Ore maintaining_before = 0, income_before = 0; ///< of all houses in the 52 weeks before the period, at price 1
    double price = 1;                ///< of an activity, over its unit cost: the baseline is in balance
    std::int64_t stopped_weeks = 0;  ///< house-weeks of intake stop in the period
};

/// Hours a session of an offer takes, kr. it costs, by the services; the plain prices where there is no table.
struct SessionCost {
    double hours = 0, kr = 0, materials_kr = 0;
    StaffMix weights{};
};

struct Parameters;
std::array<SessionCost, offer_count> session_costs(const std::vector<Service>& services, const Parameters& p);

std::string_view id_of(StaffCategory category);
Label label_of(StaffCategory category);
std::span<const Choice> operating_form_choices();

void append_money_parameters(std::vector<Field>& fields);
void append_money_policy(std::vector<Field>& fields);
void append_money_mechanisms(std::vector<Field>& fields);
void append_money_interventions(std::vector<InterventionKind>& kinds);
void append_money_kpis(std::vector<Kpi>& kpis);
void append_money_series(std::vector<SeriesInfo>& series);

} // namespace samspil
