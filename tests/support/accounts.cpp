// SPDX-License-Identifier: MPL-2.0
#include "tests/support/accounts.hpp"

#include "engine/rules/money.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace samspil::worlds {
namespace {

constexpr int sessions_per_place = 5;

/// What is wrong with one citizen by himself.
const char* half_a_person(const Person& person, const Citizen& citizen, Week due, const World& world)
{
    const bool entered = std::max<Week>(person.week_65, 0) < world.week;
    if (entered == (citizen.residence == Residence::not_yet)) return "somebody did not enter in the week of the 65th birthday";
    if (due < world.week) return "somebody was passed over";
    const bool takes_part = citizen.offer != Offer::none;
    if (takes_part != (citizen.unit != no_unit) || takes_part != (citizen.sessions > 0)) return "an offer without a place";
    if (citizen.waiting[0].unit != no_unit && citizen.waiting[0].unit == citizen.waiting[1].unit) return "somebody stands twice in a queue";
    const bool waits = citizen.waiting[0].unit != no_unit || citizen.waiting[1].unit != no_unit;
    if (citizen.residence != Residence::home && (takes_part || waits)) return "somebody who left still has a place";
    return nullptr;
}

std::string queues(const Premises& premises, const World& world)
{
    std::size_t waiting = 0, in_queues = 0;
    for (const Citizen& citizen : world.citizens) {
        for (const Waiting& place : citizen.waiting) waiting += place.unit != no_unit ? 1 : 0;
    }
    for (std::size_t unit = 0; unit < world.units.size(); ++unit) {
        const auto& queue = world.units[unit].queue;
        in_queues += queue.size();
        if (!world.centres[static_cast<std::size_t>(premises.units[unit].centre)].open && !queue.empty()) return "a queue at a closed house";
        if (!std::is_sorted(queue.begin(), queue.end())) return "a queue out of order";
        std::set<std::uint32_t> rows;
        for (const QueueEntry& entry : queue) {
            const Citizen& citizen = world.citizens[entry.row];
            if (citizen.id != entry.person) return "somebody else in a queue";
            if (!rows.insert(entry.row).second) return "somebody twice in a queue";
            if (citizen.unit == static_cast<std::int16_t>(unit)) return "somebody waits where he is";
            const auto& places = citizen.waiting;
            if (std::none_of(places.begin(), places.end(), [&](const Waiting& w) { return w.unit == static_cast<int>(unit); })) return "a ghost in a queue";
        }
    }
    if (in_queues != waiting) return "queues and citizens disagree on who waits";
    return {};
}

/// Whoever waits for a decision is in the backlog. (There may be cases there that nobody waits for any more.)
std::string cases(const World& world)
{
    std::set<std::pair<std::uint64_t, CaseKind>> backlog;
    for (const AccessCase& asked : world.access.backlog) backlog.emplace(asked.person, asked.kind);
    for (const Citizen& citizen : world.citizens) {
        if (citizen.access.asked != CaseKind::none && !backlog.contains({citizen.id, citizen.access.asked})) return "somebody waits for a decision that nobody will make";
    }
    return {};
}

std::string volunteers(const World& world)
{
    std::vector<int> heads(world.centres.size()), hours(world.centres.size());
    for (const Volunteer& volunteer : world.volunteers) {
        ++heads[static_cast<std::size_t>(volunteer.centre)];
        hours[static_cast<std::size_t>(volunteer.centre)] += volunteer.hours_tenths;
    }
    for (std::size_t j = 0; j < world.centres.size(); ++j) {
        if (world.centres[j].volunteers != heads[j]) return "volunteers";
        if (world.centres[j].agreed_tenths != hours[j]) return "volunteers' hours";
    }
    return {};
}

} // namespace

std::string imbalance(const Premises& premises, const World& world)
{
    std::array<std::int64_t, 5> by_residence{};
    std::array<std::int64_t, 4> by_level{};
    std::vector<std::int64_t> users(premises.units.size()), taken(premises.units.size()), by_place(world.counts.home_by_place.size());
    for (std::size_t row = 0; row < world.citizens.size(); ++row) {
        const Citizen& citizen = world.citizens[row];
        if (const char* wrong = half_a_person(premises.roster[row], citizen, world.due[row], world)) return fmt::format("row {}: {}", row, wrong);
        ++by_residence[static_cast<std::size_t>(citizen.residence)];
        if (citizen.residence != Residence::home) continue;
        ++by_level[citizen.level];
        ++by_place[citizen.neighbourhood];
        if (citizen.offer == Offer::none) continue;
        const auto unit = static_cast<std::size_t>(citizen.unit);
        if (premises.units[unit].offer != citizen.offer) return "another offer than that of the unit";
        ++users[unit];
        taken[unit] += citizen.sessions;
    }
    if (by_level != world.counts.home_by_level) return "levels";
    if (by_place != world.counts.home_by_place) return "neighbourhoods";
    if (by_residence[static_cast<std::size_t>(Residence::nursing_home)] != world.counts.nursing_home) return "nursing homes";
    if (users != world.counts.users || taken != world.counts.taken) return "users or agreed sessions";
    std::int64_t all = 0;
    for (const std::int64_t n : by_residence) all += n;
    if (all != static_cast<std::int64_t>(premises.roster.size())) return "persons";
    if (std::string wrong = queues(premises, world); !wrong.empty()) return wrong;
    if (std::string wrong = cases(world); !wrong.empty()) return wrong;
    return volunteers(world);
}

std::string PlacesWatched::wrong(const Premises& premises, const World& world)
{
    for (std::size_t u = 0; u < premises.units.size(); ++u) {
        const std::int64_t taken = world.counts.taken[u];
        const CentreState& house = world.centres[static_cast<std::size_t>(premises.units[u].centre)];
        const Offer offer = premises.units[u].offer;
        const auto j = static_cast<std::size_t>(premises.units[u].centre);
        // Unspent frames open places, and a partner keeps the house open longer (7.17, 7.18): then there are more. Frames are
        // looked at when the week's places are given, so what was open then is what the week before ended with.
        const int extra = offer == Offer::forebyggende ? extra_before_[j] : 0;
        const double longer = std::max(1.0, form_places(premises, world, j, offer));
        const auto room = static_cast<std::int64_t>(sessions_per_place * (house.places[index_of(offer)] + extra) * longer + 1e-9);
        if (taken > world.units[u].offered) return fmt::format("unit {}: more taken than offered", u);
        if (taken > std::max(room, before_[u])) return fmt::format("unit {}: more taken than there are places", u);
        if (room > 0) most_used_ = std::max(most_used_, 1000 * taken / room);
        before_[u] = taken;
    }
    for (std::size_t j = 0; j < extra_before_.size(); ++j) extra_before_[j] = world.money.houses[j].extra_places;
    return {};
}

} // namespace samspil::worlds
