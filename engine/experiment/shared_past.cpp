// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/shared_past.hpp"

#include "engine/model/offers_held.hpp"

#include <algorithm>

namespace samspil {
namespace {

bool same_fields(std::span<const Field> fields, const void* a, const void* b)
{
    return std::all_of(fields.begin(), fields.end(),
                       [&](const Field& field) { return field.access.read(a) == field.access.read(b); });
}

bool same_intervention(const Intervention& a, const Intervention& b)
{
    return a.type == b.type && a.date == b.date && a.centre == b.centre && a.to == b.to && a.area == b.area && a.pool == b.pool && a.organisation.model == b.organisation.model &&
           same_fields(kind_of(a.type).params, &a, &b);
}

/// Everything but the dated interventions, and the units that they would add.
bool same_start(const Scenario& a, const Scenario& b)
{
    return a.period == b.period && same_fields(policy_fields(), &a.policy, &b.policy) &&
           a.organisation.model == b.organisation.model &&
           same_fields(organisation_fields(), &a.organisation, &b.organisation) &&
           same_fields(parameter_fields(), &a.assumptions, &b.assumptions) &&
           same_fields(mechanism_fields(), &a.mechanisms, &b.mechanisms) && a.neighbourhoods == b.neighbourhoods &&
           a.population == b.population && a.lifetable == b.lifetable && a.cohort_change == b.cohort_change &&
           a.net_migration == b.net_migration && a.residents == b.residents && a.rates == b.rates && a.projection == b.projection && a.centres == b.centres &&
           a.organisation_units == b.organisation_units && a.roads == b.roads && a.bridges == b.bridges &&
           a.agreements == b.agreements && a.services == b.services && a.pools == b.pools;
}

} // namespace

Week first_difference(const Scenario& a, const Scenario& b)
{
    if (&a == &b) return never;
    if (!same_start(a, b) || offers_ever_held(a) != offers_ever_held(b)) return 0; // other units from week 0
    const auto [in_a, in_b] = std::mismatch(a.interventions.begin(), a.interventions.end(), b.interventions.begin(),
                                            b.interventions.end(), same_intervention);
    Week week = never;
    if (in_a != a.interventions.end()) week = std::min(week, a.calendar().week(in_a->date));
    if (in_b != b.interventions.end()) week = std::min(week, b.calendar().week(in_b->date));
    return week == never ? never : std::max(0, week);
}

} // namespace samspil
