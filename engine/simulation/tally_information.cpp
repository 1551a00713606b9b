// SPDX-License-Identifier: MPL-2.0
#include "engine/simulation/tally_information.hpp"

namespace samspil {

void InformationTally::observe(const Premises&, const World&) {}
void InformationTally::record(const Premises&, const World&, SeriesWriter&) const {}
void InformationTally::report(const Premises&, const World&, KpiWriter&) const {}

} // namespace samspil
