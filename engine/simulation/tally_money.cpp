// SPDX-License-Identifier: MPL-2.0
#include "engine/simulation/tally_money.hpp"

namespace samspil {

void MoneyTally::observe(const Premises&, const World&) {}
void MoneyTally::record(const Premises&, const World&, SeriesWriter&) const {}
void MoneyTally::report(const Premises&, const World&, KpiWriter&) const {}

} // namespace samspil
