// SPDX-License-Identifier: MPL-2.0
#include "engine/simulation/tally_access.hpp"

namespace samspil {

void AccessTally::observe(const Premises&, const World&) {}
void AccessTally::record(const Premises&, const World&, SeriesWriter&) const {}
void AccessTally::report(const Premises&, const World&, KpiWriter&) const {}

} // namespace samspil
