// SPDX-License-Identifier: MPL-2.0
// Houses that open, close, merge or stop an offer, and what becomes of their volunteers and clubs (docs/model.md 7.12, 7.15, 7.19).
// What becomes of members is in moving_on.cpp.
#include "engine/rules/information.hpp"
#include "engine/rules/money.hpp"
#include "engine/rules/network.hpp"
#include "engine/rules/people.hpp"
#include "engine/rules/places.hpp"

#include "engine/random/distributions.hpp"

#include <optional>

namespace samspil {
namespace {

/// Some of the volunteers come along; the others stop with their house. Each merger asks anew.
void bring_volunteers(Moment& moment, std::size_t from, std::size_t to)
{
    World& world = moment.world;
    const auto half_year = static_cast<std::uint32_t>(moment.premises.half_year(moment.week));
    const auto house = static_cast<std::uint16_t>(moment.scenario().centres[from].key);
    const double share = moment.parameters().places.volunteers_follow;
    for (Volunteer& volunteer : world.volunteers) {
        if (static_cast<std::size_t>(volunteer.centre) != from) continue;
        if (!bernoulli(uniform(moment.chance, Purpose::volunteer_follows, volunteer.key, half_year, house), share)) continue;
        count_volunteer(world, volunteer, -1);
        volunteer.centre = static_cast<std::int16_t>(to);
        count_volunteer(world, volunteer, 1);
        if (volunteer.row < 0) continue;
        const auto row = static_cast<std::uint32_t>(volunteer.row);
        if (!world.citizens.holds(row) || world.citizens[row].id != volunteer.key) continue; // stops this week
        world.citizens[row].volunteering.centre = volunteer.centre;
    }
}

void end_clubs_of(Moment& moment, std::size_t centre)
{
    const std::int16_t klub = moment.premises.unit_of[centre][index_of(Offer::klub)];
    if (klub != no_unit) end_clubs(moment.world, static_cast<std::size_t>(klub));
}

} // namespace

bool same_roof(const World& world, int one, int two)
{
    const auto& houses = world.places.houses;
    return one >= 0 && two >= 0 && one != two && houses[static_cast<std::size_t>(one)].roof == houses[static_cast<std::size_t>(two)].roof;
}

bool satellite_of_each_other(const World& world, int one, int two)
{
    const auto& houses = world.places.houses;
    return one >= 0 && two >= 0 && (houses[static_cast<std::size_t>(one)].coordinator == two || houses[static_cast<std::size_t>(two)].coordinator == one);
}

void open_house(Moment& moment, std::size_t centre)
{
    if (moment.world.centres[centre].open) return;
    moment.world.centres[centre].open = true;
    moment.world.volunteering.houses[centre].merged_into = -1;
    add_opening_volunteers(moment.premises, moment.world, moment.chance, centre, moment.week);
    take_share_of_frames(moment.world, centre);
}

void close_house(Moment& moment, std::size_t centre, int gap_weeks)
{
    World& world = moment.world;
    if (!world.centres[centre].open) return;
    world.centres[centre].open = false;
    pass_on_frame(world, centre, world.volunteering.houses[centre].merged_into);
    forget_house(moment, centre);
    send_away(moment, centre, std::nullopt, gap_weeks);
    end_clubs_of(moment, centre);
    // What the steering has done to the house is not for the one that may open here later in the year.
    world.money.houses[centre].stopped.fill(false);
    world.money.houses[centre].extra_places = 0;
}

void end_offer(Moment& moment, std::size_t centre, Offer offer, int gap_weeks)
{
    send_away(moment, centre, offer, gap_weeks);
    if (offer == Offer::klub) end_clubs_of(moment, centre);
}

void merge_houses(Moment& moment, const Intervention& intervention)
{
    const auto from = static_cast<std::size_t>(moment.scenario().centre_index(intervention.centre));
    const int to = moment.scenario().centre_index(intervention.to);
    CentreState& old = moment.world.centres[from];
    CentreState& house = moment.world.centres[static_cast<std::size_t>(to)];
    if (!old.open || !house.open) return;
    if (intervention.flag) {
        for (std::size_t o = 0; o < offer_count; ++o) house.places[o] += old.places[o];
        bring_frames(moment.world, from, static_cast<std::size_t>(to));
    }
    bring_volunteers(moment, from, static_cast<std::size_t>(to));
    moment.world.volunteering.houses[from].merged_into = to;
    close_house(moment, from, intervention.gap_weeks);
}

} // namespace samspil
