// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/shared_past.hpp"

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

/// Everything but the dated interventions, and the units that a change of places would add.
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

/// Offers that a change gives to a house that has none: they change the list of units from week 0.
std::vector<std::pair<std::string, int>> added_offers(const Scenario& scenario)
{
    std::vector<std::pair<std::string, int>> added;
    for (const Intervention& i : scenario.interventions) {
        for (std::size_t centre = 0; centre < scenario.centres.size(); ++centre) {
            for (std::size_t offer = 0; offer < offer_count; ++offer) {
                if (scenario.centres[centre].places[offer] > 0 || !gives_offer(scenario, i, centre, offer)) continue;
                added.emplace_back(scenario.centres[centre].id, static_cast<int>(offer));
            }
        }
    }
    std::sort(added.begin(), added.end());
    added.erase(std::unique(added.begin(), added.end()), added.end());
    return added;
}

} // namespace

Week first_difference(const Scenario& a, const Scenario& b)
{
    if (&a == &b) return never;
    if (!same_start(a, b) || added_offers(a) != added_offers(b)) return 0;
    const auto [in_a, in_b] = std::mismatch(a.interventions.begin(), a.interventions.end(), b.interventions.begin(),
                                            b.interventions.end(), same_intervention);
    Week week = never;
    if (in_a != a.interventions.end()) week = std::min(week, a.calendar().week(in_a->date));
    if (in_b != b.interventions.end()) week = std::min(week, b.calendar().week(in_b->date));
    return week == never ? never : std::max(0, week);
}

} // namespace samspil
