// SPDX-License-Identifier: MPL-2.0
#include "engine/simulation/tally_volunteering.hpp"

namespace samspil {

void VolunteeringTally::observe(const Premises&, const World&) {}
void VolunteeringTally::record(const Premises&, const World&, SeriesWriter&) const {}
void VolunteeringTally::report(const Premises&, const World&, KpiWriter&) const {}

} // namespace samspil
