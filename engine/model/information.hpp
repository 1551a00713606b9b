// SPDX-License-Identifier: MPL-2.0
// What citizens know of the houses, how they hear of them, and who helps them there (docs/model.md 7.5, 7.6): assumptions, decisions, mechanisms and
// the state of one replication, as plain data. Purposes of its draws: 41 to 59.
#pragma once

#include "engine/base/units.hpp"
#include "engine/model/fields.hpp"

#include <cstdint>
#include <vector>

namespace samspil {

struct Kpi;
struct SeriesInfo;
struct InterventionKind;

/// Values of `assumptions:`, as Parameters::information.
struct InformationParameters {
};

/// Values of `policy:`, as Policy::information.
struct InformationPolicy {
};

/// Values of `mechanisms:`, as Mechanisms::information.
struct InformationMechanisms {
};

/// Of one citizen, as Citizen::information; small, since every citizen has it.
struct InformationOfCitizen {
};

/// Counts of the present state, changed by events, as Counts::information; integers only.
struct InformationCounts {
    void resize(std::size_t neighbourhoods, std::size_t units, std::size_t centres);
    void add(const InformationCounts& change);
    void clear();
};

/// What one block of citizens wants of the shared world, as Proposals::information; merged in block order.
struct InformationWishes {
    void clear();
    void append(const InformationWishes& more);
};

/// State of one replication, as World::information.
struct InformationState {
};

void append_information_parameters(std::vector<Field>& fields);
void append_information_policy(std::vector<Field>& fields);
void append_information_mechanisms(std::vector<Field>& fields);
void append_information_interventions(std::vector<InterventionKind>& kinds);
void append_information_kpis(std::vector<Kpi>& kpis);
void append_information_series(std::vector<SeriesInfo>& series);

} // namespace samspil
