// SPDX-License-Identifier: MPL-2.0
#include "engine/rules/room.hpp"

#include "engine/random/distributions.hpp"
#include "engine/rules/access.hpp"

#include <algorithm>

namespace samspil {

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

} // namespace samspil
