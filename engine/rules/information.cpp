// SPDX-License-Identifier: MPL-2.0
// What citizens know and who brings them on (docs/model.md 7.5, 7.6).
#include "engine/rules/information.hpp"

namespace samspil {

void set_up_information(const Premises&, World&, Chance) {}
void inform(Moment&) {}
void look_around(Moment&, Citizen&, std::uint32_t) {}
void meet(Moment&, std::uint32_t) {}
void hand_over(Moment&) {}
bool apply_information(Moment&, const Intervention&) { return false; }

} // namespace samspil
