// SPDX-License-Identifier: MPL-2.0
// The tables of places: one row a parameter, a decision, a mechanism, an intervention, a KPI, a series.
#include "engine/model/places.hpp"

#include "engine/model/indicators.hpp"
#include "engine/model/parameters.hpp"
#include "engine/model/policy.hpp"
#include "engine/model/intervention.hpp"

namespace samspil {

void append_places_parameters(std::vector<Field>&) {}
void append_places_policy(std::vector<Field>&) {}
void append_places_mechanisms(std::vector<Field>&) {}
void append_places_interventions(std::vector<InterventionKind>&) {}
void append_places_kpis(std::vector<Kpi>&) {}
void append_places_series(std::vector<SeriesInfo>&) {}

void PlacesCounts::resize(std::size_t, std::size_t, std::size_t) {}
void PlacesCounts::add(const PlacesCounts&) {}
void PlacesCounts::clear() {}
void PlacesWishes::clear() {}
void PlacesWishes::append(const PlacesWishes&) {}

} // namespace samspil
