// SPDX-License-Identifier: MPL-2.0
#include "engine/simulation/tally_people.hpp"

namespace samspil {

void PeopleTally::observe(const Premises&, const World&) {}
void PeopleTally::record(const Premises&, const World&, SeriesWriter&) const {}
void PeopleTally::report(const Premises&, const World&, KpiWriter&) const {}

} // namespace samspil
