// SPDX-License-Identifier: MPL-2.0
// People among people: ties, club help, loneliness and mental health (docs/model.md 7.11-7.14): assumptions, decisions, mechanisms and
// the state of one replication, as plain data. Purposes of its draws: 80 to 99.
#pragma once

#include "engine/base/units.hpp"
#include "engine/model/fields.hpp"

#include <cstdint>
#include <vector>

namespace samspil {

struct Kpi;
struct SeriesInfo;
struct InterventionKind;

/// Values of `assumptions:`, as Parameters::people.
struct PeopleParameters {
};

/// Values of `policy:`, as Policy::people.
struct PeoplePolicy {
};

/// Values of `mechanisms:`, as Mechanisms::people.
struct PeopleMechanisms {
};

/// Of one citizen, as Citizen::people; small, since every citizen has it.
struct PeopleOfCitizen {
};

/// Counts of the present state, changed by events, as Counts::people; integers only.
struct PeopleCounts {
    void resize(std::size_t neighbourhoods, std::size_t units, std::size_t centres);
    void add(const PeopleCounts& change);
    void clear();
};

/// What one block of citizens wants of the shared world, as Proposals::people; merged in block order.
struct PeopleWishes {
    void clear();
    void append(const PeopleWishes& more);
};

/// State of one replication, as World::people.
struct PeopleState {
};

void append_people_parameters(std::vector<Field>& fields);
void append_people_policy(std::vector<Field>& fields);
void append_people_mechanisms(std::vector<Field>& fields);
void append_people_interventions(std::vector<InterventionKind>& kinds);
void append_people_kpis(std::vector<Kpi>& kpis);
void append_people_series(std::vector<SeriesInfo>& series);

} // namespace samspil
