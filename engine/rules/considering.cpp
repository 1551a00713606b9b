// SPDX-License-Identifier: MPL-2.0
// When a citizen considers taking part (docs/model.md 7.8): now and then by itself, and after what happens to them.
#include "engine/rules/rules.hpp"

#include "engine/base/elementary.hpp"
#include "engine/random/distributions.hpp"
#include "engine/rules/access.hpp"

#include <algorithm>

namespace samspil {
namespace {

bool is_free_to_consider(const Citizen& citizen, Week week)
{
    return citizen.residence == Residence::home && citizen.offer == Offer::none && citizen.waiting[0].unit == no_unit &&
           citizen.waiting[1].unit == no_unit && citizen.forced_unit == no_unit && citizen.applied != week &&
           citizen.access.asked == CaseKind::none;
}

} // namespace

void consider(Moment& moment, std::uint32_t row)
{
    Citizen& citizen = moment.world.citizens[row];
    if (citizen.residence != Residence::home) return;
    const bool recurrent = citizen.agenda.consider <= moment.week;
    const bool triggered = citizen.agenda.trigger <= moment.week;
    if (!recurrent && !triggered) return;
    if (recurrent) citizen.agenda.consider = next_consideration(moment.premises, moment.chance, citizen.id, moment.week);
    if (triggered) citizen.agenda.trigger = never;
    if (is_matched(moment.scenario())) {
        match(moment, citizen, row);
        return;
    }
    if (!is_free_to_consider(citizen, moment.week)) return;
    const Entitlement access = open_offers(moment, citizen);
    choose(moment, citizen, row, access, Outside::allowed);
}

Week next_consideration(const Premises& premises, Chance chance, std::uint64_t person, Week after)
{
    constexpr int half_year_weeks = 26, look_ahead = 40;
    const double chance_of_one = 1.0 - elementary::exp(-premises.scenario->assumptions.consider / 2);
    if (!(chance_of_one > 0)) return never;
    const std::int32_t first = premises.half_year(after);
    for (std::int32_t half = first; half < first + look_ahead; ++half) {
        const auto drawn = draw4(chance, Purpose::consideration_week, person, static_cast<std::uint32_t>(half));
        if (unit(drawn[0]) >= chance_of_one) continue;
        const Week week = premises.half_year_begin(half) + static_cast<Week>(uniform_below(half_year_weeks, drawn[1]));
        if (week > after) return week;
    }
    return never;
}

void trigger(Moment& moment, Citizen& citizen, double multiplier, std::uint32_t occasion)
{
    constexpr int window = 8; // weeks a trigger lasts (7.8)
    const double expected = moment.parameters().consider * (multiplier - 1) * window * years_per_week;
    if (!(expected > 0)) return;
    const auto drawn = draw4(moment.chance, Purpose::consideration_week, citizen.id, occasion, 1);
    if (unit(drawn[0]) >= 1.0 - elementary::exp(-expected)) return;
    const Week week = moment.week + 1 + static_cast<Week>(uniform_below(window, drawn[1]));
    citizen.agenda.trigger = std::min<Week>(citizen.agenda.trigger, week);
}

} // namespace samspil
