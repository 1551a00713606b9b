// SPDX-License-Identifier: MPL-2.0
// Dated changes (docs/model.md 7.19): organisation, opening, closing, visitation rule, places.
#include "engine/rules/rules.hpp"

#include "engine/base/errors.hpp"
#include "engine/rules/access.hpp"
#include "engine/rules/information.hpp"
#include "engine/rules/money.hpp"
#include "engine/rules/network.hpp"
#include "engine/rules/people.hpp"
#include "engine/rules/places.hpp"

#include <algorithm>

namespace samspil {
namespace {

void change_organisation(Moment& moment, const Intervention& intervention)
{
    OrganisationState& organisation = moment.world.organisation;
    const Structure structure = make_structure(moment.scenario(), intervention.organisation.model);
    if (intervention.parts.attention) {
        organisation.leading = structure;
        organisation.leadership = intervention.organisation.leadership;
    }
    if (intervention.parts.sharing) {
        organisation.sharing = structure;
        organisation.sharing_within = intervention.organisation.sharing_within;
    }
    if (intervention.parts.service_unit) {
        const int units = intervention.organisation.service_units;
        organisation.service_units = units > 0 ? units : std::max(1, static_cast<int>(structure.leaders.size()));
    }
    if (intervention.parts.shock && moment.scenario().mechanisms.change_shock) {
        organisation.shock_until = std::max(organisation.shock_until, moment.week + intervention.shock_weeks);
    }
}

void apply(Moment& moment, const Intervention& intervention)
{
    World& world = moment.world;
    const int centre = intervention.centre.empty() ? -1 : moment.scenario().centre_index(intervention.centre);
    switch (intervention.type) {
    case InterventionType::organisation_change: change_organisation(moment, intervention); break;
    case InterventionType::open_centre: open_house(moment, static_cast<std::size_t>(centre)); break;
    case InterventionType::close_centre: close_house(moment, static_cast<std::size_t>(centre), intervention.gap_weeks); break;
    case InterventionType::visitation_rule:
        world.visitation_rule = intervention.rule;
        world.core_k = intervention.core_k;
        break;
    case InterventionType::change_places:
        world.centres[static_cast<std::size_t>(centre)].places[static_cast<std::size_t>(intervention.offer)] = intervention.places;
        break;
    default: {
        const bool known = apply_information(moment, intervention) || apply_access(moment, intervention) ||
                           apply_places(moment, intervention) || apply_people(moment, intervention) ||
                           apply_network(moment, intervention) || apply_money(moment, intervention);
        SAMSPIL_EXPECT(known, "every type of intervention has a module that applies it");
    }
    }
}

} // namespace

void intervene(Moment& moment, const Workers& workers)
{
    const auto& interventions = moment.scenario().interventions;
    bool any = false;
    for (std::size_t i = 0; i < interventions.size(); ++i) {
        if (moment.premises.intervention_week[i] != moment.week) continue;
        apply(moment, interventions[i]);
        any = true;
    }
    if (any) show_the_way(moment);
    update_attention(moment, workers);
}

} // namespace samspil
