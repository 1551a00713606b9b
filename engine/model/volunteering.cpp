// SPDX-License-Identifier: MPL-2.0
// The tables of volunteering: one row a parameter, a decision, a mechanism, an intervention, a KPI, a series.
#include "engine/model/volunteering.hpp"

#include "engine/model/indicators.hpp"
#include "engine/model/parameters.hpp"
#include "engine/model/policy.hpp"
#include "engine/model/intervention.hpp"

namespace samspil {

void append_volunteering_parameters(std::vector<Field>&) {}
void append_volunteering_policy(std::vector<Field>&) {}
void append_volunteering_mechanisms(std::vector<Field>&) {}
void append_volunteering_interventions(std::vector<InterventionKind>&) {}
void append_volunteering_kpis(std::vector<Kpi>&) {}
void append_volunteering_series(std::vector<SeriesInfo>&) {}

void VolunteeringCounts::resize(std::size_t, std::size_t, std::size_t) {}
void VolunteeringCounts::add(const VolunteeringCounts&) {}
void VolunteeringCounts::clear() {}
void VolunteeringWishes::clear() {}
void VolunteeringWishes::append(const VolunteeringWishes&) {}

} // namespace samspil
