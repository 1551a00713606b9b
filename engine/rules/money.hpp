// SPDX-License-Identifier: MPL-2.0
// Staff, operating forms, budget and pools (docs/model.md 7.16-7.18).
#pragma once

#include "engine/rules/rules.hpp"

namespace samspil {

void set_up_money(const Premises& premises, World& world, Chance chance);
/// Ordered, at the week's start: vacancies, hours of staff, quality follow in update_attention.
void update_staff(Moment& moment);
/// Ordered, after the week: accounts, month end, steering, pools.
void settle_accounts(Moment& moment, const std::array<Ore, account_count>& spent);
/// Hours of staff a unit has this week; without limit until staff is modelled.
double staff_hours(const World& world, std::size_t unit);
bool apply_money(Moment& moment, const Intervention& intervention);

} // namespace samspil
