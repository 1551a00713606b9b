// SPDX-License-Identifier: MPL-2.0
// A share of all citizens 65+ in citizens: a reader of "+0,4 procentpoint" wants to know how many that is.
#pragma once

#include "engine/experiment/comparison.hpp"

#include <optional>

namespace samspil {

/// The difference of a `reach.*` in citizens with a place, mean over the pairs of the mean week of a period of `weeks`. Nothing of
/// another KPI, and nothing where nobody has a place or nothing is spent in a replication: the citizens of a replication are worked
/// out of participant-months (cost.total over cost.net_per_participant_month) and the share that has a place.
std::optional<double> difference_in_citizens(const Kpi& kpi, const KpiColumns& base, const KpiColumns& option, int weeks);

} // namespace samspil
