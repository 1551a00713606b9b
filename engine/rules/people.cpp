// SPDX-License-Identifier: MPL-2.0
// People among people: ties, club help, loneliness and mental health (docs/model.md 7.11-7.14).
#include "engine/rules/people.hpp"

namespace samspil {

void set_up_people(const Premises&, World&, Chance) {}
void update_clubs(Moment&) {}
void feel(Moment&, std::uint32_t) {}
void befriend(Moment&) {}
int ties_at(const Premises&, const World&, std::uint32_t, int) { return 0; }
void on_entering(Moment&, Citizen&, std::uint32_t) {}
bool apply_people(Moment&, const Intervention&) { return false; }

} // namespace samspil
