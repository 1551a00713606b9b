// SPDX-License-Identifier: MPL-2.0
// Staff, operating forms, budget, pools and investments (docs/model.md 7.16-7.18): assumptions, decisions, mechanisms and
// the state of one replication, as plain data. Purposes of its draws: 120 to 139.
#pragma once

#include "engine/base/units.hpp"
#include "engine/model/fields.hpp"

#include <cstdint>
#include <vector>

namespace samspil {

struct Kpi;
struct SeriesInfo;
struct InterventionKind;

/// Values of `assumptions:`, as Parameters::money.
struct MoneyParameters {
};

/// Values of `policy:`, as Policy::money.
struct MoneyPolicy {
};

/// Values of `mechanisms:`, as Mechanisms::money.
struct MoneyMechanisms {
};

/// Of one citizen, as Citizen::money; small, since every citizen has it.
struct MoneyOfCitizen {
};

/// Counts of the present state, changed by events, as Counts::money; integers only.
struct MoneyCounts {
    void resize(std::size_t neighbourhoods, std::size_t units, std::size_t centres);
    void add(const MoneyCounts& change);
    void clear();
};

/// What one block of citizens wants of the shared world, as Proposals::money; merged in block order.
struct MoneyWishes {
    void clear();
    void append(const MoneyWishes& more);
};

/// State of one replication, as World::money.
struct MoneyState {
};

void append_money_parameters(std::vector<Field>& fields);
void append_money_policy(std::vector<Field>& fields);
void append_money_mechanisms(std::vector<Field>& fields);
void append_money_interventions(std::vector<InterventionKind>& kinds);
void append_money_kpis(std::vector<Kpi>& kpis);
void append_money_series(std::vector<SeriesInfo>& series);

} // namespace samspil
