// SPDX-License-Identifier: MPL-2.0
// A share of all citizens 65+ in citizens: a reader of "+0,4 procentpoint" wants to know how many that is.
#pragma once

#include "engine/base/parallel.hpp"
#include "engine/experiment/comparison.hpp"

#include <optional>
#include <string_view>

namespace samspil {

/// A KPI of one replication, by its id.
using KpiOf = FunctionRef<double(std::string_view)>;

/// Months of all participants together: cost.total over cost.net_per_participant_month. Not finite where nothing is spent.
double participant_months(KpiOf kpi);

/// Citizens in an offer over all citizens 65+; `home_too`: those of vedligeholdende_hjem among them.
double share_in_offers(KpiOf kpi, bool home_too);

/// The difference of a `reach.*` in citizens with a place, mean over the pairs of the mean week of a period of `weeks`. Nothing of
/// another KPI, and nothing where nobody has a place or nothing is spent in a replication: the citizens of a replication are worked
/// out of participant-months (cost.total over cost.net_per_participant_month) and the share that has a place.
std::optional<double> difference_in_citizens(const Kpi& kpi, const KpiColumns& base, const KpiColumns& option, int weeks);

} // namespace samspil
