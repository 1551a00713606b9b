// SPDX-License-Identifier: MPL-2.0
#include "engine/io/in_force.hpp"

#include <algorithm>
#include <cmath>

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
    case InterventionType::admin_workplaces:
        if (made.share > 0) break; // said as a share of the floor
        house.rooms = rooms_of(now, static_cast<std::size_t>(index));
        house.rooms.stated = true;
        house.rooms.admin_workplaces = static_cast<int>(std::lround(made.persons));
        break;
    case InterventionType::operating_form: house.operating_form = made.choice; break;
    default: break;
    }
}

Scenario decided_at_start(const Scenario& scenario)
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
    return now;
}

/// The change with everything that stands in the scenario set to what stands.
Intervention as_in_force(const Scenario& now, const Intervention& change)
{
    Intervention as = change;
    leave_unsaid(now, as);
    switch (change.type) {
    case InterventionType::law_switch: as.choice = static_cast<int>(now.policy.access.law); break;
    case InterventionType::documentation: as.choice = static_cast<int>(now.policy.access.documentation); break;
    case InterventionType::access_regime: as.choice = now.policy.access_regime; break;
    case InterventionType::staff_mix: as.choice = now.policy.money.staff_mix; break;
    default: break;
    }
    const int index = now.centre_index(change.centre);
    if (index < 0) return as;
    const auto at = static_cast<std::size_t>(index);
    const Centre& house = now.centres[at];
    switch (change.type) {
    case InterventionType::change_places:
    case InterventionType::satellite: as.places = house.places[static_cast<std::size_t>(change.offer)]; break;
    case InterventionType::operating_form: as.choice = house.operating_form; break;
    case InterventionType::profile_change: as.choice = static_cast<int>(rooms_of(now, at).profile); break;
    case InterventionType::admin_workplaces: as.persons = rooms_of(now, at).admin_workplaces; break;
    default: break;
    }
    return as;
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
    Scenario now = decided_at_start(scenario);
    for (std::size_t i = 0; i < number; ++i) put_in_force(now, scenario.interventions[i]);
    return now;
}

Scenario in_force_on(const Scenario& scenario, Day day)
{
    Scenario now = decided_at_start(scenario);
    for (const Intervention& made : scenario.interventions)
        if (made.date <= day) put_in_force(now, made);
    return now;
}

bool is_held(InterventionType type, std::string_view key)
{
    switch (type) {
    case InterventionType::organisation_change: return key == "leadership" || key == "sharing_within" || key == "service_units";
    case InterventionType::visitation_rule:
    case InterventionType::law_switch:
    case InterventionType::documentation:
    case InterventionType::access_regime:
    case InterventionType::volunteer_policy:
    case InterventionType::staff_mix:
    case InterventionType::operating_form:
    case InterventionType::profile_change: return true;
    case InterventionType::consultants: return key == "clustered";
    case InterventionType::transport_rule: return key == "regime" || key == "preventive_rides";
    case InterventionType::change_places:
    case InterventionType::satellite: return key == "places";
    case InterventionType::admin_workplaces: return key == "persons";
    default: return false;
    }
}

std::optional<double> value_in_force(const Scenario& now, const Intervention& change, const Field& field)
{
    if (!is_held(change.type, field.key)) return std::nullopt;
    if (kind_of(change.type).needs_centre && now.centre_index(change.centre) < 0) return std::nullopt;
    const Intervention as = as_in_force(now, change);
    return field.access.read(&as);
}

} // namespace samspil
