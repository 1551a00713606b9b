// SPDX-License-Identifier: MPL-2.0
// policy.offering = matching (docs/model.md 7.8): nobody chooses; everybody is to have the offer of the functional level
// at the nearest open house that holds it, and waits in its queue where it is full.
#include "engine/rules/rules.hpp"
#include "engine/rules/stay.hpp"

#include <algorithm>

namespace samspil {
namespace {

std::int16_t nearest_open(const Premises& premises, const World& world, const Citizen& citizen, Offer offer)
{
    for (const std::int16_t unit : premises.near_units[citizen.neighbourhood][index_of(offer)]) {
        const CentreState& house = world.centres[static_cast<std::size_t>(premises.units[static_cast<std::size_t>(unit)].centre)];
        if (house.open && house.places[index_of(offer)] > 0) return unit;
    }
    return no_unit;
}

} // namespace

bool is_matched(const Scenario& scenario) { return scenario.policy.offering == Offering::matching; }

void match_again(const Moment& moment, Citizen& citizen)
{
    if (!is_matched(moment.scenario()) || citizen.residence != Residence::home || citizen.offer != Offer::none) return;
    if (is_waiting(citizen) || citizen.forced_unit != no_unit) return;
    citizen.agenda.trigger = std::min<Week>(citizen.agenda.trigger, moment.week + 1);
}

bool ends_with_level(const Moment& moment, const Citizen& citizen)
{
    if (!is_matched(moment.scenario()) || citizen.residence != Residence::home || citizen.offer == Offer::none) return false;
    return citizen.offer != offers[citizen.level] && !is_waiting(citizen);
}

std::int16_t match(Moment& moment, Citizen& citizen, std::uint32_t row)
{
    const Offer wanted = offers[citizen.level];
    if (citizen.residence != Residence::home || citizen.offer == wanted) return no_unit;
    const std::int16_t unit = nearest_open(moment.premises, moment.world, citizen, wanted);
    if (unit != no_unit && citizen.waiting[0].unit == unit) return no_unit;
    leave_queues(moment, citizen, row);
    if (citizen.offer != Offer::none) {
        end_stay(moment, citizen, EndReason::transition);
        begin_transition(moment, citizen);
    }
    if (unit == no_unit) return unit;
    moment.out.applications.push_back({row, unit, 1});
    citizen.applied = moment.week;
    return unit;
}

} // namespace samspil
