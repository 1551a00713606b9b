// SPDX-License-Identifier: MPL-2.0
#include "engine/io/in_force.hpp"

#include <algorithm>

namespace samspil {
namespace {

/// What a decision changes in a house; what a run alone knows (staff, people) is left out.
void change_house(Scenario& now, const Intervention& made)
{
    const int index = now.centre_index(made.centre), other = now.centre_index(made.to);
    if (index < 0) return;
    Centre& house = now.centres[static_cast<std::size_t>(index)];
    const auto offer = static_cast<std::size_t>(made.offer);
    switch (made.type) {
    case InterventionType::open_centre: house.open = true; break;
    case InterventionType::close_centre: house.open = false; break;
    case InterventionType::change_places: house.places[offer] = made.places; break;
    case InterventionType::satellite:
        if (!house.open) house.places.fill(0);
        house.open = true;
        house.places[offer] = made.places;
        break;
    case InterventionType::convert_offer: {
        const int moved = std::min(house.places[offer], made.places);
        house.places[offer] -= moved;
        house.places[static_cast<std::size_t>(made.choice)] += moved;
        break;
    }
    case InterventionType::merge:
        house.open = false;
        for (std::size_t k = 0; made.flag && other >= 0 && k < offer_count; ++k)
            now.centres[static_cast<std::size_t>(other)].places[k] += house.places[k];
        break;
    case InterventionType::profile_change:
        house.rooms = rooms_of(now, static_cast<std::size_t>(index));
        house.rooms.stated = true;
        house.rooms.profile = static_cast<ProfileKind>(made.choice);
        break;
    case InterventionType::operating_form: house.operating_form = made.choice; break;
    default: break;
    }
}

} // namespace

void put_in_force(Scenario& now, const Intervention& made)
{
    Policy& policy = now.policy;
    switch (made.type) {
    case InterventionType::organisation_change: now.organisation = made.organisation; break;
    case InterventionType::visitation_rule:
        policy.visitation_rule = made.rule;
        policy.core_k = made.core_k;
        break;
    case InterventionType::law_switch: policy.access.law = static_cast<Law>(made.choice); break;
    case InterventionType::documentation: policy.access.documentation = static_cast<Documentation>(made.choice); break;
    case InterventionType::access_regime: policy.access_regime = made.choice; break;
    case InterventionType::volunteer_policy:
        policy.volunteering.recognition = made.volunteering.recognition;
        policy.volunteering.voice = made.volunteering.voice;
        policy.volunteering.barrier = made.volunteering.barrier;
        policy.volunteering.substitution = made.volunteering.substitution;
        policy.a_max = made.factor;
        break;
    case InterventionType::consultants: policy.volunteering.consultants_clustered = made.flag; break;
    case InterventionType::staff_mix: policy.money.staff_mix = made.choice; break;
    case InterventionType::transport_rule:
        policy.transport_regime = made.choice;
        policy.places.preventive_rides = made.flag;
        break;
    default: change_house(now, made); break;
    }
}

void leave_unsaid(const Scenario& now, Intervention& made)
{
    switch (made.type) {
    case InterventionType::organisation_change: made.organisation = now.organisation; break;
    case InterventionType::visitation_rule:
        made.rule = now.policy.visitation_rule;
        made.core_k = now.policy.core_k;
        break;
    case InterventionType::volunteer_policy:
        made.volunteering = now.policy.volunteering;
        made.factor = now.policy.a_max;
        break;
    case InterventionType::consultants: made.flag = now.policy.volunteering.consultants_clustered; break;
    case InterventionType::transport_rule:
        made.choice = now.policy.transport_regime;
        made.flag = now.policy.places.preventive_rides;
        break;
    default: break; // it concerns one house, or has its defaults
    }
}

Scenario in_force_before(const Scenario& scenario, std::size_t number)
{
    Scenario now;
    now.id = scenario.id;
    now.title = scenario.title;
    now.period = scenario.period;
    now.policy = scenario.policy;
    now.organisation = scenario.organisation;
    now.assumptions = scenario.assumptions;
    now.centres = scenario.centres;
    now.organisation_units = scenario.organisation_units;
    now.pools = scenario.pools;
    for (std::size_t i = 0; i < number; ++i) put_in_force(now, scenario.interventions[i]);
    return now;
}

} // namespace samspil
