// SPDX-License-Identifier: MPL-2.0
// Volunteers, consultants, agreements and the forum (docs/model.md 7.15, 7.17): assumptions, decisions, mechanisms and
// the state of one replication, as plain data. Purposes of its draws: 100 to 119.
#pragma once

#include "engine/base/units.hpp"
#include "engine/model/fields.hpp"

#include <cstdint>
#include <vector>

namespace samspil {

struct Kpi;
struct SeriesInfo;
struct InterventionKind;

/// Values of `assumptions:`, as Parameters::volunteering.
struct VolunteeringParameters {
};

/// Values of `policy:`, as Policy::volunteering.
struct VolunteeringPolicy {
};

/// Values of `mechanisms:`, as Mechanisms::volunteering.
struct VolunteeringMechanisms {
};

/// Of one citizen, as Citizen::volunteering; small, since every citizen has it.
struct VolunteeringOfCitizen {
};

/// Counts of the present state, changed by events, as Counts::volunteering; integers only.
struct VolunteeringCounts {
    void resize(std::size_t neighbourhoods, std::size_t units, std::size_t centres);
    void add(const VolunteeringCounts& change);
    void clear();
};

/// What one block of citizens wants of the shared world, as Proposals::volunteering; merged in block order.
struct VolunteeringWishes {
    void clear();
    void append(const VolunteeringWishes& more);
};

/// State of one replication, as World::volunteering.
struct VolunteeringState {
};

void append_volunteering_parameters(std::vector<Field>& fields);
void append_volunteering_policy(std::vector<Field>& fields);
void append_volunteering_mechanisms(std::vector<Field>& fields);
void append_volunteering_interventions(std::vector<InterventionKind>& kinds);
void append_volunteering_kpis(std::vector<Kpi>& kpis);
void append_volunteering_series(std::vector<SeriesInfo>& series);

} // namespace samspil
