// SPDX-License-Identifier: MPL-2.0
// Who loses a place because a house or an offer ends, and where they are to apply instead (docs/model.md 7.13).
#include "engine/rules/access.hpp"
#include "engine/rules/places.hpp"
#include "engine/rules/room.hpp"
#include "engine/rules/stay.hpp"

#include <algorithm>

namespace samspil {
namespace {

const OfferUnit& unit_at(const Moment& moment, std::int16_t unit) { return moment.premises.units[static_cast<std::size_t>(unit)]; }

/// Whether the unit is open and a road leads there.
bool takes(const Moment& moment, const Citizen& citizen, std::int16_t unit)
{
    return is_open(moment, static_cast<std::size_t>(unit)) && moment.premises.travel.extra(citizen.neighbourhood, unit_at(moment, unit).centre) >= 0;
}

/// The unit of the house that a merger, or several after each other, gave the members to; no_unit where there is none.
std::int16_t taken_over_by(const Moment& moment, const Citizen& citizen, std::int16_t unit)
{
    const OfferUnit& left = unit_at(moment, unit);
    int centre = left.centre;
    while (centre >= 0 && !moment.world.centres[static_cast<std::size_t>(centre)].open) {
        centre = moment.world.volunteering.houses[static_cast<std::size_t>(centre)].merged_into;
    }
    if (centre < 0) return no_unit;
    const std::int16_t there = moment.premises.unit_of[static_cast<std::size_t>(centre)][index_of(left.offer)];
    return there != no_unit && takes(moment, citizen, there) ? there : no_unit;
}

/// The way as one would come: with a ride where one may be expected.
bool is_near(const Moment& moment, const Citizen& citizen, std::int16_t unit)
{
    const OfferUnit& at = unit_at(moment, unit);
    if (at.offer == Offer::vedligeholdende_hjem) return true; // nobody travels
    const bool ride = seems_to_need_ride(citizen, at.offer) && ride_expected(moment.world, at.offer);
    return journey_tenths(moment.premises, citizen, at.centre, ride, moment.week) <= moment.parameters().share_minutes * 10;
}

int sessions_asked(const Moment& moment, std::uint64_t person, std::int16_t unit, Week since)
{
    return wanted_sessions(moment.premises, moment.chance, person, unit_at(moment, unit).offer, since);
}

/// Sessions a week of every unit that nobody has or waits for.
std::vector<std::int64_t> room_left(const Moment& moment)
{
    const std::vector<UnitState>& units = moment.world.units;
    std::vector<std::int64_t> room(units.size());
    for (std::size_t u = 0; u < room.size(); ++u) {
        room[u] = units[u].offered - sessions_taken(moment, u);
        for (const QueueEntry& entry : units[u].queue) room[u] -= sessions_asked(moment, entry.person, static_cast<std::int16_t>(u), entry.since);
    }
    return room;
}

/// As unit_instead, but the nearest that still has room goes before the nearest.
std::int16_t unit_with_room(const Moment& moment, const Citizen& citizen, std::int16_t unit, const std::vector<std::int64_t>& room)
{
    const std::int16_t over = taken_over_by(moment, citizen, unit);
    if (over != no_unit) return over;
    for (const std::int16_t other : moment.premises.nearest_units[static_cast<std::size_t>(unit)]) {
        if (room[static_cast<std::size_t>(other)] >= 1 && takes(moment, citizen, other) && is_near(moment, citizen, other)) return other;
    }
    return unit_instead(moment, citizen, unit);
}

/// Ends the stay of somebody whose house or offer ends.
void lose_place(Moment& moment, Citizen& citizen, std::uint32_t row, int gap_weeks)
{
    const std::int16_t lost = citizen.unit;
    const bool at_home = citizen.offer == Offer::vedligeholdende_hjem;
    const Week course_ends = citizen.agenda.drop_out;
    end_stay(moment, citizen, EndReason::centre_closed);
    moment.world.place[row] = no_unit;
    begin_transition(moment, citizen);
    if (at_home) citizen.home_again = course_ends + static_cast<Week>(moment.parameters().home_again_weeks); // the rest is still to be had
    citizen.forced_unit = lost; // until show_the_way knows better
    citizen.agenda.forced = moment.week + gap_weeks;
}

} // namespace

std::int16_t unit_instead(const Moment& moment, const Citizen& citizen, std::int16_t unit)
{
    const std::int16_t over = taken_over_by(moment, citizen, unit);
    if (over != no_unit) return over;
    const auto& nearest = moment.premises.nearest_units[static_cast<std::size_t>(unit)];
    const auto found = std::find_if(nearest.begin(), nearest.end(), [&](std::int16_t other) { return takes(moment, citizen, other); });
    return found == nearest.end() ? no_unit : *found;
}

void send_away(Moment& moment, std::size_t centre, std::optional<Offer> offer, int gap_weeks)
{
    World& world = moment.world;
    const auto ends = [&](std::int16_t unit) {
        if (unit == no_unit) return false;
        const OfferUnit& at = unit_at(moment, unit);
        return static_cast<std::size_t>(at.centre) == centre && (!offer || at.offer == *offer);
    };
    for (std::uint32_t row = 0; row < world.citizens.size(); ++row) {
        if (!world.citizens.holds(row)) continue;
        Citizen& citizen = world.citizens[row];
        for (std::size_t i = 0; i < citizen.waiting.size(); ++i) {
            if (!ends(citizen.waiting[i].unit)) continue;
            stop_waiting(citizen, i);
            lose_if_nowhere(moment, citizen);
        }
        if (ends(citizen.access.single)) end_single(moment, citizen);
        const bool course_is_over = citizen.offer == Offer::vedligeholdende_hjem && citizen.agenda.drop_out <= moment.week; // ends later today
        if (ends(citizen.unit) && !course_is_over) lose_place(moment, citizen, row, gap_weeks);
        match_again(moment, citizen);
        world.due[row] = next_due(moment.premises, citizen);
    }
    for (std::size_t u = 0; u < world.units.size(); ++u) {
        if (ends(static_cast<std::int16_t>(u))) world.units[u].queue.clear();
    }
}

void show_the_way(Moment& moment)
{
    World& world = moment.world;
    std::vector<std::uint32_t> lost;                    // rows, in order
    std::vector<std::int64_t> sent(world.units.size()); // sessions of those who are on their way
    for (std::uint32_t row = 0; row < world.citizens.size(); ++row) {
        const Citizen& citizen = world.citizens[row];
        if (citizen.forced_unit == no_unit || citizen.residence != Residence::home) continue;
        if (!takes(moment, citizen, citizen.forced_unit)) lost.push_back(row);
        else sent[static_cast<std::size_t>(citizen.forced_unit)] += sessions_asked(moment, citizen.id, citizen.forced_unit, moment.week);
    }
    if (lost.empty()) return;
    update_offered(moment.premises, world); // with what has closed, opened or changed today
    std::vector<std::int64_t> room = room_left(moment);
    for (std::size_t u = 0; u < room.size(); ++u) room[u] -= sent[u];
    for (const std::uint32_t row : lost) {
        Citizen& citizen = world.citizens[row];
        const bool at_home = unit_at(moment, citizen.forced_unit).offer == Offer::vedligeholdende_hjem;
        citizen.forced_unit = unit_with_room(moment, citizen, citizen.forced_unit, room);
        if (citizen.forced_unit != no_unit) {
            room[static_cast<std::size_t>(citizen.forced_unit)] -= sessions_asked(moment, citizen.id, citizen.forced_unit, moment.week);
        } else {
            citizen.agenda.forced = never;
            if (at_home) citizen.home_again = moment.week; // no house goes on with the course: another may begin
            lose_if_nowhere(moment, citizen);
            match_again(moment, citizen);
        }
        world.due[row] = next_due(moment.premises, citizen);
    }
}

} // namespace samspil
