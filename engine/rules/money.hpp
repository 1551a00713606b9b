// SPDX-License-Identifier: MPL-2.0
// Staff, operating forms, budget and pools (docs/model.md 7.16-7.18): staffing.cpp, money.cpp, budget.cpp.
#pragma once

#include "engine/rules/rules.hpp"

namespace samspil {

void set_up_money(const Premises& premises, World& world, Chance chance);

// ---- staffing.cpp (7.16) -----------------------------------------------------------------------------------------

/// The posts that the places of each house need, all filled, with the professions of today.
void fill_posts(const Premises& premises, World& world, Chance chance);
/// Ordered, at the week's start: who leaves, who starts, hours and competence of each house.
void update_staff(Moment& moment);
/// Hours of staff a unit has this week; `no_limit` where no staff is needed.
double staff_hours(const World& world, std::size_t unit);
inline constexpr double no_limit = 1e18;
/// A week: one place is a seat five days a week (7.9).
inline constexpr int sessions_per_place = 5;
/// Quality of a house, 0..1: staffing, competence, the leader's attention, what was invested (7.16).
double house_quality(const Premises& premises, const World& world, std::size_t centre, double attention);
/// Pay of all posts and temporary staff this week, kr.
double staff_pay(const Premises& premises, const World& world);

// ---- budget.cpp (7.18) -------------------------------------------------------------------------------------------

/// Ordered, after the week: what was used of each frame; at month end forecast and steering; at new year new frames.
void settle_accounts(Moment& moment);
/// What a house costs a year before the service unit's saving, kr. (accounting.cpp).
double house_kr(const Premises& premises, const World& world, std::size_t centre);
/// Whether the house takes nobody in because a frame is overspent.
bool intake_stopped(const Premises& premises, const World& world, std::size_t unit);
/// What comes along to the house that takes over the places of one that is merged into it.
void bring_frames(World& world, std::size_t from, std::size_t to);
/// Factor on a frame as it stands, with ramps.
double frame_factor(const HouseMoney& house, Frame frame, Week week);
/// What one more session brings a house less what it costs, kr. (incentive check).
struct Margins {
    double forebyggende = 0, vedligeholdende = 0;
};
Margins margins(const Premises& premises, const World& world);

// ---- money.cpp (7.17 operating forms, 7.18 pools, 7.19) ----------------------------------------------------------

const FormEffects& form_of(const Premises& premises, const World& world, std::size_t centre);
/// Factor on the places of a house under its operating form.
double form_places(const Premises& premises, const World& world, std::size_t centre, Offer offer);
/// Size of a pool as it stands, relative to the baseline.
double pool_factor(const PoolState& pool, Week week);
/// Initiatives of the pools relative to the baseline, as a factor on what they support.
double pool_effect(const Premises& premises, const World& world, PoolUse use);
/// Ordered: pools run, partners may leave.
void run_pools(Moment& moment);
bool apply_money(Moment& moment, const Intervention& intervention);

} // namespace samspil
