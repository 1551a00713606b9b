// SPDX-License-Identifier: MPL-2.0
// Access in full (docs/model.md 7.4, 7.7, 7.20).
#include "engine/rules/access.hpp"

namespace samspil {

void set_up_access(const Premises&, World&, Chance) {}
void follow_case(Moment&, std::uint32_t) {}
void work_through_backlog(Moment&) {}
bool apply_access(Moment&, const Intervention&) { return false; }

} // namespace samspil
