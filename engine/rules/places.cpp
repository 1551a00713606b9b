// SPDX-License-Identifier: MPL-2.0
// Houses, transport and profiles (docs/model.md 7.9, 7.10, 7.21).
#include "engine/rules/places.hpp"

namespace samspil {

void set_up_places(const Premises&, World&, Chance) {}
void run_houses(Moment&) {}
bool apply_places(Moment&, const Intervention&) { return false; }
double interest_match(const Premises&, const World&, const Citizen&, std::int16_t) { return 0.5; }

} // namespace samspil
