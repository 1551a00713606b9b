// SPDX-License-Identifier: MPL-2.0
// Staff, operating forms, budget and pools (docs/model.md 7.16-7.18).
#include "engine/rules/money.hpp"

namespace samspil {

void set_up_money(const Premises&, World&, Chance) {}
void update_staff(Moment&) {}
void settle_accounts(Moment&, const std::array<Ore, account_count>&) {}
bool apply_money(Moment&, const Intervention&) { return false; }

double staff_hours(const World&, std::size_t) { return 1e9; }

} // namespace samspil
