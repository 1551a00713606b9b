// SPDX-License-Identifier: MPL-2.0
// The parameter register (docs/model.md, appendix C): how the world works. Choices of the municipality are not
// here but in policy.hpp. Every value has unit, range, prior, evidence tag and source in one table.
#pragma once

#include "engine/model/access.hpp"
#include "engine/model/fields.hpp"
#include "engine/model/information.hpp"
#include "engine/model/money.hpp"
#include "engine/model/offer.hpp"
#include "engine/model/people.hpp"
#include "engine/model/places.hpp"
#include "engine/model/volunteering.hpp"

#include <array>

namespace samspil {

/// Who comes when somebody dies or moves away: the cohorts of the tables, or one new citizen in the same row.
enum class Entry : int { table, replacement };
/// Levels of those who stand in the tables at week 0: as a cohort that has lived until then, or as at 65.
enum class LevelAtStart : int { cohort, as_at_65 };
enum class ScoreSet : int { seed_anchored, spread };

/// Values of `assumptions:`. Units and ranges stand in parameter_fields(); members are set from its defaults.
struct Parameters {
    // 7.1 demography, mortality, nursing home
    double lifetable_year;
    Entry entry;
    std::array<double, 4> hr_f;
    double nh_e3, nh_e4, nh_g, nh_mort, nh_alone, nh_scale;
    std::array<double, 2> alone65, alone85, car65, car85; ///< men, women
    // 7.2 functional level
    std::array<double, 4> level65;
    LevelAtStart level_at_start;
    std::array<double, 3> r, c;
    double gam_d, gam_r;
    std::array<double, 4> hrd; ///< by offer, at full dose
    double rr_rec, home_half;
    // 7.3 scores
    ScoreSet score_set;
    double omega, rho_z, ar_sd, eps_visit, eps_staff;
    // 7.7 access
    double home_weeks, home_again_weeks, refused_weeks;
    // 7.8 choice
    double consider, trigger_65, trigger_f, media_km;
    double b_t, b_ride, b_w, b_v, b_q, misfit, theta;
    std::array<double, 4> asc;
    double v0;
    std::array<double, 3> walk_kmh;
    double bus_kmh, bus_min, car_kmh, car_min, ride_kmh, ride_min, detour;
    std::array<double, 4> s_mean;
    // 7.9 queues and attendance
    double decline_p, leave_q, share_minutes;
    std::array<double, 3> p_att;
    // 7.11 dose
    double x0, half_d;
    // 7.12, 7.13 transitions
    double h0_club, club_help, back_to_club, see_change, h_v, b1, b2, b6, b7, b8;
    std::array<double, 3> base_drop; ///< klub, forebyggende, vedligeholdende
    // 7.15 volunteers
    double vol_hours, vol_slot, q0, b_burden, b_ten, ask_acc, rec_ext;
    // 7.16, 7.17 quality and organisation
    double q_other, q_attention, q_ref;
    double leader_hours, h_c, dual_factor, own_factor;
    double shock_attention, shock_turnover, scale_save, admin_share, service_ref;
    // 7.18 unit prices
    double wage_staff, wage_visitator, visit_h, ride_cost, leader_pay;
    std::array<double, 4> staff_slot;
    std::array<double, 3> house_cost; ///< lokalcenter, frivillighus, dagcenter, kr. a year
    // the modules, each in its own file
    InformationParameters information;
    AccessParameters access;
    PlacesParameters places;
    PeopleParameters people;
    VolunteeringParameters volunteering;
    MoneyParameters money;
};

/// Rows of journeys, places, transitions, volunteers, leaders and prices.
void append_supply_parameters(std::vector<Field>& fields);

/// The register, in the order of docs/model.md.
std::span<const Field> parameter_fields();

/// All defaults.
Parameters default_parameters();

} // namespace samspil
