// SPDX-License-Identifier: MPL-2.0
// The tables of access: one row a parameter, a decision, a mechanism, an intervention, a KPI, a series.
#include "engine/model/access.hpp"

#include "engine/model/indicators.hpp"
#include "engine/model/parameters.hpp"
#include "engine/model/policy.hpp"
#include "engine/model/intervention.hpp"

namespace samspil {

void append_access_parameters(std::vector<Field>&) {}
void append_access_policy(std::vector<Field>&) {}
void append_access_mechanisms(std::vector<Field>&) {}
void append_access_interventions(std::vector<InterventionKind>&) {}
void append_access_kpis(std::vector<Kpi>&) {}
void append_access_series(std::vector<SeriesInfo>&) {}

void AccessCounts::resize(std::size_t, std::size_t, std::size_t) {}
void AccessCounts::add(const AccessCounts&) {}
void AccessCounts::clear() {}
void AccessWishes::clear() {}
void AccessWishes::append(const AccessWishes&) {}

} // namespace samspil
