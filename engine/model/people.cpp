// SPDX-License-Identifier: MPL-2.0
// The tables of people: one row a parameter, a decision, a mechanism, an intervention, a KPI, a series.
#include "engine/model/people.hpp"

#include "engine/model/indicators.hpp"
#include "engine/model/parameters.hpp"
#include "engine/model/policy.hpp"
#include "engine/model/intervention.hpp"

namespace samspil {

void append_people_parameters(std::vector<Field>&) {}
void append_people_policy(std::vector<Field>&) {}
void append_people_mechanisms(std::vector<Field>&) {}
void append_people_interventions(std::vector<InterventionKind>&) {}
void append_people_kpis(std::vector<Kpi>&) {}
void append_people_series(std::vector<SeriesInfo>&) {}

void PeopleCounts::resize(std::size_t, std::size_t, std::size_t) {}
void PeopleCounts::add(const PeopleCounts&) {}
void PeopleCounts::clear() {}
void PeopleWishes::clear() {}
void PeopleWishes::append(const PeopleWishes&) {}

} // namespace samspil
