// SPDX-License-Identifier: MPL-2.0
#include "engine/rules/room.hpp"

#include "engine/random/distributions.hpp"
#include "engine/rules/access.hpp"
#include "engine/rules/stay.hpp"

#include <algorithm>

namespace samspil {
namespace {

std::size_t centre_of(const Moment& moment, std::size_t unit) { return static_cast<std::size_t>(moment.premises.units[unit].centre); }

/// A free place that nobody waits for.
bool has_room(const Moment& moment, std::size_t unit)
{
    const UnitState& state = moment.world.units[unit];
    return is_open(moment, unit) && state.queue.empty() && state.offered - sessions_taken(moment, unit) >= 1;
}

bool would_come(const Moment& moment, const QueueEntry& entry, std::size_t centre)
{
    const Citizen& citizen = moment.world.citizens[entry.row];
    if (moment.premises.travel.extra(citizen.neighbourhood, static_cast<int>(centre)) < 0) return false;
    if (citizen.unit != no_unit && centre_of(moment, static_cast<std::size_t>(citizen.unit)) == centre) return false;
    return journey_tenths(moment.premises, citizen, static_cast<int>(centre), false, moment.week) <=
           moment.parameters().share_minutes * 10;
}

} // namespace

int wanted_sessions(const Premises& premises, Chance chance, std::uint64_t person, Offer offer, Week since)
{
    const double mean = premises.scenario->assumptions.s_mean[index_of(offer)];
    if (mean >= most_sessions) return most_sessions;
    const auto index = static_cast<std::uint32_t>(premises.half_year(since));
    const double u = uniform(chance, Purpose::sessions, person, index, static_cast<std::uint16_t>(offer));
    return std::min(most_sessions, 1 + poisson(mean - 1, u));
}

std::int64_t sessions_taken(const Moment& moment, std::size_t unit)
{
    const Counts &counts = moment.world.counts, &change = moment.out.change;
    return counts.taken[unit] + change.taken[unit] + single_sessions(counts, change, unit);
}

bool stays_stand_alone(const Moment& moment) { return is_matched(moment.scenario()) && moment.world.people.near.empty(); }

std::vector<char> room_for_all(const Moment& moment, std::span<const Application> applications)
{
    const std::vector<UnitState>& units = moment.world.units;
    std::vector<char> has_room(units.size(), 0);
    if (!stays_stand_alone(moment) || !std::ranges::is_sorted(applications, {}, &Application::row)) return has_room;
    std::vector<std::int64_t> wanted(units.size());
    for (const Application& application : applications) wanted[static_cast<std::size_t>(application.unit)] += most_sessions;
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
        const std::int64_t waiting = most_sessions * static_cast<std::int64_t>(units[unit].queue.size());
        if (wanted[unit] + waiting <= units[unit].offered - sessions_taken(moment, unit)) has_room[unit] = 1;
    }
    return has_room;
}

bool is_open(const Moment& moment, std::size_t unit)
{
    const OfferUnit& at = moment.premises.units[unit];
    const CentreState& centre = moment.world.centres[static_cast<std::size_t>(at.centre)];
    return centre.open && centre.places[index_of(at.offer)] > 0;
}

Longest longest_waiting(Moment& moment, std::size_t unit)
{
    const std::size_t centre = centre_of(moment, unit);
    const auto& groups = moment.world.organisation.sharing.sharing_group;
    const auto latest = moment.week - static_cast<Week>(moment.scenario().policy.sharing_after);
    Longest best;
    for (const std::int16_t other : moment.premises.nearest_units[unit]) {
        const auto from = static_cast<std::size_t>(other);
        if (groups[centre_of(moment, from)] != groups[centre]) continue;
        for (const QueueEntry& entry : moment.world.units[from].queue) {
            if (entry.since > latest || (latest - entry.since) % asked_every != 0) continue;
            if (best.unit != no_unit && !(entry < best.entry)) break;
            if (!would_come(moment, entry, centre) || !would_take(moment, entry.row, static_cast<std::int16_t>(unit), entry.since)) continue;
            best = {other, entry};
            break;
        }
    }
    return best;
}

std::int16_t room_elsewhere(Moment& moment, const QueueEntry& entry, std::size_t unit, bool in_district)
{
    const auto& groups = moment.world.organisation.sharing.sharing_group;
    const std::size_t centre = centre_of(moment, unit);
    for (const std::int16_t other : moment.premises.nearest_units[unit]) {
        const auto at = static_cast<std::size_t>(other);
        const std::size_t house = centre_of(moment, at);
        if (in_district && groups[house] != groups[centre]) continue;
        if (has_room(moment, at) && would_come(moment, entry, house) && would_take(moment, entry.row, other, entry.since)) return other;
    }
    return no_unit;
}

std::int16_t room_at_home(const Moment& moment, const QueueEntry& entry)
{
    const Citizen& citizen = moment.world.citizens[entry.row];
    if (citizen.offer != Offer::none || moment.week < citizen.home_again) return no_unit;
    for (const std::int16_t unit : moment.premises.near_units[citizen.neighbourhood][index_of(Offer::vedligeholdende_hjem)]) {
        if (has_room(moment, static_cast<std::size_t>(unit))) return unit;
    }
    return no_unit;
}

} // namespace samspil
