// SPDX-License-Identifier: MPL-2.0
// Places in full: rooms, day parts, café, transport, profiles of the houses (docs/model.md 7.9, 7.10, 7.21): assumptions, decisions, mechanisms and
// the state of one replication, as plain data. Purposes of its draws: 70 to 79.
#pragma once

#include "engine/base/units.hpp"
#include "engine/model/fields.hpp"

#include <cstdint>
#include <vector>

namespace samspil {

struct Kpi;
struct SeriesInfo;
struct InterventionKind;

/// Values of `assumptions:`, as Parameters::places.
struct PlacesParameters {
};

/// Values of `policy:`, as Policy::places.
struct PlacesPolicy {
};

/// Values of `mechanisms:`, as Mechanisms::places.
struct PlacesMechanisms {
};

/// Of one citizen, as Citizen::places; small, since every citizen has it.
struct PlacesOfCitizen {
};

/// Counts of the present state, changed by events, as Counts::places; integers only.
struct PlacesCounts {
    void resize(std::size_t neighbourhoods, std::size_t units, std::size_t centres);
    void add(const PlacesCounts& change);
    void clear();
};

/// What one block of citizens wants of the shared world, as Proposals::places; merged in block order.
struct PlacesWishes {
    void clear();
    void append(const PlacesWishes& more);
};

/// State of one replication, as World::places.
struct PlacesState {
};

void append_places_parameters(std::vector<Field>& fields);
void append_places_policy(std::vector<Field>& fields);
void append_places_mechanisms(std::vector<Field>& fields);
void append_places_interventions(std::vector<InterventionKind>& kinds);
void append_places_kpis(std::vector<Kpi>& kpis);
void append_places_series(std::vector<SeriesInfo>& series);

} // namespace samspil
