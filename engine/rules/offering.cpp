// SPDX-License-Identifier: MPL-2.0
// Sessions a unit can offer this week: the least of what rooms, staff, volunteers and seats in vehicles allow, and
// which of them it was (docs/model.md 7.9); what is left of the rooms, and how welcome a house makes people.
#include "engine/rules/money.hpp"
#include "engine/rules/network.hpp"
#include "engine/rules/places.hpp"

#include <algorithm>

namespace samspil {
namespace {

constexpr double day_hours = 40; // opening hours beyond these are evenings

struct Least {
    int sessions = 0;
    Source source = Source::rooms;
    void at_most(double allowed, Source by)
    {
        constexpr double rounding = 1e-9; // of products of shares
        if (!(allowed + rounding < sessions)) return;
        sessions = static_cast<int>(std::max(0.0, allowed) + rounding);
        source = by;
    }
};

/// Seats that offers can use: all rooms but kitchen and café.
int seats_of(const HouseRooms& rooms) { return rooms.seats[0] + rooms.seats[1] + rooms.seats[3] + rooms.seats[5]; }

/// Sessions the stated rooms hold for one offer: its share of the places of the house, mornings and afternoons.
double sessions_in_rooms(const Parameters& p, const HouseRooms& rooms, const HouseState& house, const CentreState& centre, Offer offer)
{
    int places = 0;
    for (const Offer other : offers) {
        if (other != Offer::vedligeholdende_hjem) places += centre.places[index_of(other)];
    }
    const double share = places > 0 ? static_cast<double>(centre.places[index_of(offer)]) / places : 0;
    const double day = std::min(1.0, house.opening_hours / day_hours);
    return seats_of(rooms) * house.rooms_built * sessions_per_place * (1 + p.places.afternoon) * day * free_rooms(p, house) * share;
}

/// Places as decided, and those that unspent frames have opened.
int places_open(const World& world, std::size_t centre, Offer offer)
{
    const int places = world.centres[centre].places[index_of(offer)];
    const bool grows = offer == Offer::forebyggende && places > 0 && centre < world.money.houses.size();
    return grows ? places + world.money.houses[centre].extra_places : places;
}

/// Places and rooms: where rooms are stated they count themselves; else the table's places shrink with what is taken.
void limit_by_rooms(const Scenario& scenario, const HouseState& house, const CentreState& centre, std::size_t j, Offer offer, Least& least)
{
    if (offer == Offer::vedligeholdende_hjem) return;
    const Parameters& p = scenario.assumptions;
    const HouseRooms& rooms = scenario.centres[j].rooms;
    if (rooms.stated && seats_of(rooms) > 0) least.at_most(sessions_in_rooms(p, rooms, house, centre, offer), Source::rooms);
    else if (house.free_at_start > 0) least.at_most(least.sessions * (free_rooms(p, house) / house.free_at_start), Source::rooms);
    if (offer == Offer::klub) least.at_most(least.sessions * (own_clubs(p, house) / house.clubs_at_start), Source::rooms);
}

} // namespace

double free_rooms(const Parameters& parameters, const HouseState& house)
{
    const PlacesParameters& p = parameters.places;
    const double residents = house.profile == ProfileKind::nursing_home_side ? p.resident_load : 0;
    const double lent = p.lent_day * (house.profile == ProfileKind::associations ? p.assoc_lent : 1);
    return std::max(0.0, (1 - house.admin_share) * (1 - residents) * (1 - lent));
}

double own_clubs(const Parameters& parameters, const HouseState& house)
{
    return house.profile == ProfileKind::associations ? parameters.places.assoc_clubs : 1;
}

double lent_hours(const Parameters& parameters, const HouseState& house)
{
    const PlacesParameters& p = parameters.places;
    const double day = std::min(house.opening_hours, day_hours), evening = house.opening_hours - day;
    return (p.lent_day * day + p.lent_evening * evening) * (house.profile == ProfileKind::associations ? p.assoc_lent : 1);
}

void update_welcome(const Premises& premises, World& world)
{
    const Scenario& scenario = *premises.scenario;
    const PlacesParameters& p = scenario.assumptions.places;
    for (std::size_t j = 0; j < world.places.houses.size(); ++j) {
        HouseState& house = world.places.houses[j];
        const CentreState& centre = world.centres[j];
        const bool short_of_hands = centre.wanted_tenths > 0 && centre.agreed_tenths < centre.wanted_tenths;
        house.host = short_of_hands ? static_cast<double>(centre.agreed_tenths) / centre.wanted_tenths : 1.0;
        const double fit = std::min(1.0, house.opening_hours / day_hours) * (1 - house.admin_share);
        const bool matters = scenario.mechanisms.places.hosting && (p.b_h != 0 || p.b_r != 0);
        house.welcome = matters ? p.b_h * (house.host - 1) + p.b_r * (fit - 1) : 0;
    }
}

void update_offered(const Premises& premises, World& world)
{
    const Scenario& scenario = *premises.scenario;
    const Parameters& p = scenario.assumptions;
    update_welcome(premises, world);
    for (std::size_t u = 0; u < premises.units.size(); ++u) {
        const OfferUnit& unit = premises.units[u];
        const auto j = static_cast<std::size_t>(unit.centre);
        const CentreState& centre = world.centres[j];
        const HouseState& house = world.places.houses[j];
        const int places = places_open(world, j, unit.offer);
        constexpr double rounding = 1e-9;
        const double in_form = sessions_per_place * places * form_places(premises, world, j, unit.offer) + rounding;
        Least least{centre.open ? static_cast<int>(in_form) : 0, Source::rooms};
        const bool offers_any = least.sessions > 0;
        if (offers_any) {
            limit_by_rooms(scenario, house, centre, j, unit.offer, least);
            const double hours = premises.session_costs[index_of(unit.offer)].hours * staff_need_factor(premises, world, unit.centre) *
                                 (1 - staff_taken_over(premises, world, unit.offer));
            if (scenario.mechanisms.money.staff_limit && hours > 0) least.at_most(staff_hours(world, u) / hours, Source::staff);
            if (unit.offer == Offer::klub && scenario.mechanisms.volunteer_limit)
                least.at_most(volunteer_sessions(premises, world, j, least.sessions), Source::volunteers);
            if (unit.offer == Offer::vedligeholdende_center)
                least.at_most(sessions_per_place * places * scenario.policy.places.ride_seats / p.places.seat_need, Source::seats);
        }
        if (intake_stopped(premises, world, u)) least.sessions = 0;
        world.places.binding[u] = offers_any ? least.source : Source::none;
        // Nobody is put out: places that fall short are closed as they fall vacant.
        world.units[u].offered = std::max(least.sessions, static_cast<int>(world.counts.taken[u]));
    }
}

} // namespace samspil
