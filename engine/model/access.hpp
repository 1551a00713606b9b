// SPDX-License-Identifier: MPL-2.0
// Access in full: start interview and reviews, the visitator's hours, regimes, single services, the right to help (docs/model.md 7.4, 7.7, 7.20): assumptions, decisions, mechanisms and
// the state of one replication, as plain data. Purposes of its draws: 60 to 69.
#pragma once

#include "engine/base/units.hpp"
#include "engine/model/fields.hpp"

#include <cstdint>
#include <vector>

namespace samspil {

struct Kpi;
struct SeriesInfo;
struct InterventionKind;

/// Values of `assumptions:`, as Parameters::access.
struct AccessParameters {
};

/// Values of `policy:`, as Policy::access.
struct AccessPolicy {
};

/// Values of `mechanisms:`, as Mechanisms::access.
struct AccessMechanisms {
};

/// Of one citizen, as Citizen::access; small, since every citizen has it.
struct AccessOfCitizen {
};

/// Counts of the present state, changed by events, as Counts::access; integers only.
struct AccessCounts {
    void resize(std::size_t neighbourhoods, std::size_t units, std::size_t centres);
    void add(const AccessCounts& change);
    void clear();
};

/// What one block of citizens wants of the shared world, as Proposals::access; merged in block order.
struct AccessWishes {
    void clear();
    void append(const AccessWishes& more);
};

/// State of one replication, as World::access.
struct AccessState {
};

void append_access_parameters(std::vector<Field>& fields);
void append_access_policy(std::vector<Field>& fields);
void append_access_mechanisms(std::vector<Field>& fields);
void append_access_interventions(std::vector<InterventionKind>& kinds);
void append_access_kpis(std::vector<Kpi>& kpis);
void append_access_series(std::vector<SeriesInfo>& series);

} // namespace samspil
