// SPDX-License-Identifier: MPL-2.0
// Access in full (docs/model.md 7.4, 7.7, 7.20).
#pragma once

#include "engine/rules/rules.hpp"

namespace samspil {

void set_up_access(const Premises& premises, World& world, Chance chance);
/// Interviews, decisions and single services due this week.
void follow_case(Moment& moment, std::uint32_t row);
/// Ordered, after the citizens: the visitators' hours, first come first served.
void work_through_backlog(Moment& moment);
bool apply_access(Moment& moment, const Intervention& intervention);

} // namespace samspil
