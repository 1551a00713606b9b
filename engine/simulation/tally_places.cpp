// SPDX-License-Identifier: MPL-2.0
#include "engine/simulation/tally_places.hpp"

namespace samspil {

void PlacesTally::observe(const Premises&, const World&) {}
void PlacesTally::record(const Premises&, const World&, SeriesWriter&) const {}
void PlacesTally::report(const Premises&, const World&, KpiWriter&) const {}

} // namespace samspil
