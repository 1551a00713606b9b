// SPDX-License-Identifier: MPL-2.0
// Houses, transport and profiles (docs/model.md 7.9, 7.10, 7.21): week 0, the week's order, and dated changes.
#include "engine/rules/places.hpp"

#include <algorithm>

namespace samspil {
namespace {

/// Houses that name each other as being under one roof get one number.
void set_up_roofs(const Scenario& scenario, std::vector<HouseState>& houses)
{
    for (std::size_t j = 0; j < houses.size(); ++j) houses[j].roof = static_cast<int>(j);
    for (std::size_t j = 0; j < houses.size(); ++j) {
        const int other = scenario.centre_index(scenario.centres[j].same_roof_as);
        if (other < 0) continue;
        const int old = houses[j].roof;
        for (HouseState& house : houses) {
            if (house.roof == old) house.roof = houses[static_cast<std::size_t>(other)].roof;
        }
    }
}

/// The frame of the decisions is shared by the places of open houses that rides lead to.
void share_frame(const Scenario& scenario, std::vector<HouseState>& houses)
{
    const auto places = [&](std::size_t j) {
        const auto& of = scenario.centres[j].places;
        return scenario.centres[j].open ? of[index_of(Offer::forebyggende)] + of[index_of(Offer::vedligeholdende_center)] : 0;
    };
    int all = 0;
    for (std::size_t j = 0; j < houses.size(); ++j) all += places(j);
    if (all == 0 || !(scenario.policy.places.transport_frame > 0)) return;
    for (std::size_t j = 0; j < houses.size(); ++j) set_frame(houses[j], scenario.policy.places.transport_frame * places(j) / all);
}

double floor_share(const HouseRooms& rooms, double admin_m2, double persons)
{
    constexpr double most = 0.9;
    return rooms.m2 > 0 ? std::min(most, persons * admin_m2 / rooms.m2) : 0;
}

void start_satellite(Moment& moment, const Intervention& intervention, std::size_t centre, int coordinator)
{
    CentreState& house = moment.world.centres[centre];
    if (!house.open) house.places.fill(0); // a satellite holds what is said of it and nothing else
    house.places[static_cast<std::size_t>(intervention.offer)] = intervention.places;
    moment.world.places.houses[centre].coordinator = coordinator;
    open_house(moment, centre);
}

void convert(Moment& moment, const Intervention& intervention, std::size_t centre)
{
    auto& places = moment.world.centres[centre].places;
    const auto from = static_cast<std::size_t>(intervention.offer), to = static_cast<std::size_t>(intervention.choice);
    const int moved = std::min(places[from], intervention.places);
    places[from] -= moved;
    places[to] += moved;
    if (moved > 0 && places[from] == 0 && from != to) end_offer(moment, centre, offers[from], intervention.gap_weeks);
}

void put_under_one_roof(PlacesState& state, std::size_t centre, std::size_t to)
{
    const int old = state.houses[centre].roof;
    for (HouseState& house : state.houses) {
        if (house.roof == old) house.roof = state.houses[to].roof;
    }
}

void change_transport(Moment& moment, const Intervention& intervention)
{
    PlacesState& state = moment.world.places;
    const double season_sum = year_of_ride_seasons(moment.premises, moment.world, moment.week);
    for (std::size_t j = 0; intervention.share >= 0 && j < state.houses.size(); ++j) { // else the frames stay
        const double week = static_cast<double>(ride_spending(moment.premises, moment.world, moment.week, j)) / 100;
        const double now = week / ride_season(moment.premises, moment.world, moment.week) * season_sum; // under the rule until now
        set_frame(state.houses[j], intervention.share * now);
    }
    state.regime = static_cast<TransportRegime>(intervention.choice);
    state.preventive_rides = intervention.flag;
}

} // namespace

void set_up_places(const Premises& premises, World& world, Chance chance)
{
    const Scenario& scenario = *premises.scenario;
    PlacesState& state = world.places;
    state.chance = chance;
    state.regime = static_cast<TransportRegime>(scenario.policy.transport_regime);
    state.preventive_rides = scenario.policy.places.preventive_rides;
    state.binding.assign(premises.units.size(), Source::none);
    state.houses.assign(scenario.centres.size(), {});
    for (std::size_t j = 0; j < state.houses.size(); ++j) {
        HouseState& house = state.houses[j];
        const HouseRooms rooms = rooms_of(scenario, j);
        house.opening_hours = rooms.opening_hours;
        house.admin_share = floor_share(rooms, scenario.assumptions.places.admin_m2, rooms.admin_workplaces);
        set_profile(premises, house, chance, j, rooms.profile);
        house.free_at_start = free_rooms(scenario.assumptions, house);
        house.clubs_at_start = own_clubs(scenario.assumptions, house);
    }
    set_up_roofs(scenario, state.houses);
    share_frame(scenario, state.houses);
    set_up_cafes(premises, world);
    update_welcome(premises, world);
}

void run_houses(Moment& moment, const Workers& workers)
{
    run_cafes(moment.premises, moment.world);
    run_frames(moment);
    co_create(moment, workers);
}

bool apply_places(Moment& moment, const Intervention& intervention)
{
    const Scenario& scenario = moment.scenario();
    const int at = scenario.centre_index(intervention.centre), to = scenario.centre_index(intervention.to);
    const auto centre = static_cast<std::size_t>(at);
    PlacesState& state = moment.world.places;
    switch (intervention.type) {
    case InterventionType::merge: merge_houses(moment, intervention); return true;
    case InterventionType::convert_offer: convert(moment, intervention, centre); return true;
    case InterventionType::same_roof: put_under_one_roof(state, centre, static_cast<std::size_t>(to)); return true;
    case InterventionType::satellite: start_satellite(moment, intervention, centre, to); return true;
    case InterventionType::profile_change:
        set_profile(moment.premises, state.houses[centre], moment.chance, centre, static_cast<ProfileKind>(intervention.choice));
        return true;
    case InterventionType::admin_workplaces:
        state.houses[centre].admin_share =
            intervention.share > 0 ? intervention.share
                                   : floor_share(rooms_of(scenario, centre), scenario.assumptions.places.admin_m2, intervention.persons);
        return true;
    case InterventionType::transport_rule: change_transport(moment, intervention); return true;
    default: return false;
    }
}

} // namespace samspil
