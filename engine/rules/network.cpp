// SPDX-License-Identifier: MPL-2.0
// Consultants, agreements, forum; volunteers beyond volunteering.cpp (docs/model.md 7.15, 7.17).
#include "engine/rules/network.hpp"

namespace samspil {

void set_up_network(const Premises&, World&, Chance) {}
void update_network(Moment&) {}
void offer_help(Moment&, std::uint32_t) {}
double forum_activity(const Premises&, const World&, int) { return 0; }
bool apply_network(Moment&, const Intervention&) { return false; }

} // namespace samspil
