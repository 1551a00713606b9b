// SPDX-License-Identifier: MPL-2.0
// Houses that open, close, merge or stop an offer, and what becomes of members and volunteers (docs/model.md 7.13, 7.19).
#include "engine/rules/access.hpp"
#include "engine/rules/information.hpp"
#include "engine/rules/money.hpp"
#include "engine/rules/network.hpp"
#include "engine/rules/places.hpp"

#include "engine/random/distributions.hpp"
#include "engine/rules/stay.hpp"

#include <algorithm>

namespace samspil {
namespace {

/// The open unit of the same offer that the citizen can get to: at `to` if it has one, else nearest to the closing one.
std::int16_t next_unit(const Moment& moment, std::int16_t unit, int neighbourhood, int to)
{
    const auto takes = [&](std::int16_t other) {
        const OfferUnit& at = moment.premises.units[static_cast<std::size_t>(other)];
        const CentreState& centre = moment.world.centres[static_cast<std::size_t>(at.centre)];
        return moment.premises.travel.extra(neighbourhood, at.centre) >= 0 && centre.open && centre.places[index_of(at.offer)] > 0;
    };
    if (to >= 0) {
        const Offer offer = moment.premises.units[static_cast<std::size_t>(unit)].offer;
        const std::int16_t there = moment.premises.unit_of[static_cast<std::size_t>(to)][index_of(offer)];
        if (there != no_unit && takes(there)) return there;
    }
    for (const std::int16_t other : moment.premises.nearest_units[static_cast<std::size_t>(unit)]) {
        if (takes(other)) return other;
    }
    return no_unit;
}

/// Whoever is at, or waits for, one of these units loses it; members must apply elsewhere after the gap.
template <class Ends>
void send_away(Moment& moment, int gap_weeks, int to, Ends ends)
{
    World& world = moment.world;
    for (std::uint32_t row = 0; row < world.citizens.size(); ++row) {
        if (!world.citizens.holds(row)) continue;
        Citizen& citizen = world.citizens[row];
        for (std::size_t i = 0; i < citizen.waiting.size(); ++i) {
            if (citizen.waiting[i].unit == no_unit || !ends(citizen.waiting[i].unit)) continue;
            stop_waiting(citizen, i);
            lose_if_nowhere(moment, citizen);
        }
        if (citizen.access.single != no_unit && ends(citizen.access.single)) end_single(moment, citizen);
        if (citizen.unit != no_unit && ends(citizen.unit)) {
            const std::int16_t next = next_unit(moment, citizen.unit, citizen.neighbourhood, to);
            end_stay(moment, citizen, EndReason::centre_closed);
            world.place[row] = no_unit;
            citizen.vulnerable_from = moment.week;
            ++moment.out.change.transitions;
            citizen.forced_unit = next;
            citizen.agenda.forced = next == no_unit ? never : moment.week + gap_weeks;
            lose_if_nowhere(moment, citizen);
        }
        match_again(moment, citizen);
        world.due[row] = next_due(moment.premises, citizen);
    }
    for (std::size_t u = 0; u < world.units.size(); ++u) {
        if (ends(static_cast<std::int16_t>(u))) world.units[u].queue.clear();
    }
}

/// Some of the volunteers come along; the others stop with their house.
void bring_volunteers(Moment& moment, std::size_t from, std::size_t to)
{
    World& world = moment.world;
    const double share = moment.parameters().places.volunteers_follow;
    for (Volunteer& volunteer : world.volunteers) {
        if (static_cast<std::size_t>(volunteer.centre) != from) continue;
        if (!bernoulli(uniform(moment.chance, Purpose::volunteer_follows, volunteer.key, 0), share)) continue;
        count_volunteer(world, volunteer, -1);
        volunteer.centre = static_cast<std::int16_t>(to);
        count_volunteer(world, volunteer, 1);
        if (volunteer.row < 0) continue;
        const auto row = static_cast<std::uint32_t>(volunteer.row);
        if (!world.citizens.holds(row) || world.citizens[row].id != volunteer.key) continue; // stops this week
        world.citizens[row].volunteering.centre = volunteer.centre;
    }
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

void close_house(Moment& moment, std::size_t centre, int gap_weeks, int to)
{
    if (!moment.world.centres[centre].open) return;
    moment.world.centres[centre].open = false;
    pass_on_frame(moment.world, centre, to);
    forget_house(moment, centre);
    send_away(moment, gap_weeks, to, [&](std::int16_t unit) {
        return static_cast<std::size_t>(moment.premises.units[static_cast<std::size_t>(unit)].centre) == centre;
    });
}

void end_offer(Moment& moment, std::size_t centre, Offer offer, int gap_weeks)
{
    const std::int16_t ending = moment.premises.unit_of[centre][index_of(offer)];
    if (ending != no_unit) send_away(moment, gap_weeks, -1, [&](std::int16_t unit) { return unit == ending; });
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
    close_house(moment, from, intervention.gap_weeks, to);
}

} // namespace samspil
