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

#include "engine/rules/stay.hpp"

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
        organisation.shock_until = moment.week + intervention.shock_weeks;
    }
}

void open_centre(Moment& moment, std::size_t centre)
{
    if (moment.world.centres[centre].open) return;
    moment.world.centres[centre].open = true;
    add_opening_volunteers(moment.premises, moment.world, moment.chance, centre, moment.week);
}

/// The open unit of the same offer nearest to the closing one that the citizen can get to.
std::int16_t nearest_open(const Moment& moment, std::int16_t unit, int neighbourhood)
{
    for (const std::int16_t other : moment.premises.nearest_units[static_cast<std::size_t>(unit)]) {
        const OfferUnit& at = moment.premises.units[static_cast<std::size_t>(other)];
        const CentreState& centre = moment.world.centres[static_cast<std::size_t>(at.centre)];
        if (moment.premises.travel.extra(neighbourhood, at.centre) < 0) continue;
        if (centre.open && centre.places[index_of(at.offer)] > 0) return other;
    }
    return no_unit;
}

/// Members lose their place and are to apply at the nearest house with the same offer after the gap.
void close_centre(Moment& moment, std::size_t centre, int gap_weeks)
{
    World& world = moment.world;
    if (!world.centres[centre].open) return;
    world.centres[centre].open = false;
    forget_house(moment, centre);
    const auto is_here = [&](std::int16_t unit) {
        return unit != no_unit && static_cast<std::size_t>(moment.premises.units[static_cast<std::size_t>(unit)].centre) == centre;
    };
    for (std::uint32_t row = 0; row < world.citizens.size(); ++row) {
        Citizen& citizen = world.citizens[row];
        for (std::size_t i = 0; i < citizen.waiting.size(); ++i) {
            if (!is_here(citizen.waiting[i].unit)) continue;
            stop_waiting(citizen, i);
            lose_if_nowhere(moment, citizen);
        }
        if (is_here(citizen.access.single)) end_single(moment, citizen);
        if (is_here(citizen.unit)) {
            const std::int16_t to = nearest_open(moment, citizen.unit, citizen.neighbourhood);
            end_stay(moment, citizen, EndReason::centre_closed);
            world.place[row] = no_unit;
            citizen.vulnerable_from = moment.week;
            ++moment.out.change.transitions;
            citizen.forced_unit = to;
            citizen.agenda.forced = to == no_unit ? never : moment.week + gap_weeks;
            lose_if_nowhere(moment, citizen);
        }
        world.due[row] = next_due(citizen);
    }
    for (std::size_t u = 0; u < world.units.size(); ++u) {
        if (is_here(static_cast<std::int16_t>(u))) world.units[u].queue.clear();
    }
}

void apply(Moment& moment, const Intervention& intervention)
{
    World& world = moment.world;
    const int centre = intervention.centre.empty() ? -1 : moment.scenario().centre_index(intervention.centre);
    switch (intervention.type) {
    case InterventionType::organisation_change: change_organisation(moment, intervention); break;
    case InterventionType::open_centre: open_centre(moment, static_cast<std::size_t>(centre)); break;
    case InterventionType::close_centre: close_centre(moment, static_cast<std::size_t>(centre), intervention.gap_weeks); break;
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

void intervene(Moment& moment)
{
    const auto& interventions = moment.scenario().interventions;
    for (std::size_t i = 0; i < interventions.size(); ++i) {
        if (moment.premises.intervention_week[i] == moment.week) apply(moment, interventions[i]);
    }
    update_attention(moment);
}

} // namespace samspil
