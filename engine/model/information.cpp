// SPDX-License-Identifier: MPL-2.0
// The tables of information: one row a parameter, a decision, a mechanism, an intervention, a KPI, a series.
#include "engine/model/information.hpp"

#include "engine/model/indicators.hpp"
#include "engine/model/parameters.hpp"
#include "engine/model/policy.hpp"
#include "engine/model/intervention.hpp"

namespace samspil {

void append_information_parameters(std::vector<Field>&) {}
void append_information_policy(std::vector<Field>&) {}
void append_information_mechanisms(std::vector<Field>&) {}
void append_information_interventions(std::vector<InterventionKind>&) {}
void append_information_kpis(std::vector<Kpi>&) {}
void append_information_series(std::vector<SeriesInfo>&) {}

void InformationCounts::resize(std::size_t, std::size_t, std::size_t) {}
void InformationCounts::add(const InformationCounts&) {}
void InformationCounts::clear() {}
void InformationWishes::clear() {}
void InformationWishes::append(const InformationWishes&) {}

} // namespace samspil
