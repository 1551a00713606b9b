// SPDX-License-Identifier: MPL-2.0
// Single services (docs/model.md 7.9, S3-85 to S3-87): a meal or training at a house without a full place, on a part of a
// session; some grow into a full course. They are begun with the decision, in the ordered phase.
#include "engine/random/clock.hpp"
#include "engine/rules/access.hpp"
#include "engine/rules/stay.hpp"

#include <algorithm>
#include <cmath>

namespace samspil {
namespace {

/// Winds the next clock: growth and ordinary drop-out run against each other.
void wind_single(Moment& moment, Citizen& citizen)
{
    const Parameters& p = moment.parameters();
    const auto event = static_cast<std::uint32_t>(++citizen.access.singles);
    const auto drawn = draw4(moment.chance, Purpose::single_clock, citizen.id, event);
    const Week grows = weeks_until_due(exponential(unit(drawn[0])), p.access.conv_single);
    const Week ends = weeks_until_due(exponential(unit(drawn[1])), p.base_drop[index_of(Offer::vedligeholdende_center)]);
    citizen.access.single_grows = grows <= ends;
    const Week first = std::min(grows, ends);
    citizen.agenda.single = first == never ? never : moment.week + first;
}

bool has_room(const Moment& moment, std::size_t unit, int tenths)
{
    const World& world = moment.world;
    const OfferUnit& at = moment.premises.units[unit];
    const CentreState& house = world.centres[static_cast<std::size_t>(at.centre)];
    if (!house.open || house.places[index_of(at.offer)] == 0 || !world.units[unit].queue.empty()) return false;
    const Counts& now = world.counts;
    const Counts& change = moment.out.change;
    const std::int64_t free = world.units[unit].offered - now.taken[unit] - change.taken[unit];
    return 10 * free >= now.access.single_tenths[unit] + change.access.single_tenths[unit] + tenths;
}

/// The nearest house with room that a road leads to.
std::int16_t nearest_with_room(const Moment& moment, const Citizen& citizen, int tenths)
{
    std::int16_t best = no_unit;
    std::int32_t shortest = 0;
    for (const std::int16_t unit : moment.premises.maintaining_units) {
        const int centre = moment.premises.units[static_cast<std::size_t>(unit)].centre;
        if (moment.premises.travel.extra(citizen.neighbourhood, centre) < 0) continue;
        const std::int32_t metres = distance_m(moment.premises, citizen, centre);
        if (best != no_unit && metres >= shortest) continue;
        if (!has_room(moment, static_cast<std::size_t>(unit), tenths)) continue;
        best = unit;
        shortest = metres;
    }
    return best;
}

/// Whoever is to go on to a full course is looked at again by the visitator: the service may have been given on easier
/// terms, or the need be less by now.
bool fits_a_course(Moment& moment, const Citizen& citizen)
{
    AccessCounts& change = moment.out.change.access;
    ++change.reviews;
    change.visitator_minutes += std::llround(moment.parameters().access.review_h * 60);
    const VisitationRule rule = moment.world.visitation_rule;
    const Scores seen = as_read(moment.scenario(), look_at(moment, citizen, Assessor::visitator), rule);
    const bool homebound = home_bound(moment.premises, moment.chance, citizen, moment.week, seen);
    return visitation(seen, homebound, rule, moment.world.core_k) == Offer::vedligeholdende_center;
}

} // namespace

std::int64_t single_sessions(const Counts& counts, const Counts& change, std::size_t unit)
{
    return (counts.access.single_tenths[unit] + change.access.single_tenths[unit] + 9) / 10;
}

void offer_single(Moment& moment, Citizen& citizen, std::uint32_t row, bool granted)
{
    const Scenario& scenario = moment.scenario();
    if (!scenario.mechanisms.access.single_services || citizen.access.single != no_unit) return;
    const bool relaxed = scenario.policy.access.single_service_criteria == SingleCriteria::relaxed;
    if (!granted && !(relaxed && citizen.need >= maintaining_from(scenario))) return;
    const auto index = static_cast<std::uint32_t>(moment.premises.half_year(moment.week));
    const auto drawn = draw4(moment.chance, Purpose::single_service, citizen.id, index);
    const AccessParameters& p = scenario.assumptions.access;
    if (!bernoulli(unit(drawn[0]), p.single_take)) return;
    const bool meal = drawn[1] < 0x80000000U; // as many want the one as the other (assumed)
    const int tenths = static_cast<int>(std::llround(10 * (meal ? p.single_slot_meal : p.single_slot_training)));
    const std::int16_t unit_found = nearest_with_room(moment, citizen, tenths);
    if (unit_found == no_unit) return;
    citizen.access.single = unit_found;
    citizen.access.single_tenths = static_cast<std::uint8_t>(tenths);
    AccessCounts& change = moment.out.change.access;
    ++change.single_users[static_cast<std::size_t>(unit_found)];
    change.single_tenths[static_cast<std::size_t>(unit_found)] += tenths;
    ++change.singles_begun;
    wind_single(moment, citizen);
    moment.world.due[row] = std::min(moment.world.due[row], citizen.agenda.single);
}

void end_single(Moment& moment, Citizen& citizen)
{
    if (citizen.access.single == no_unit) return;
    AccessCounts& change = moment.out.change.access;
    --change.single_users[static_cast<std::size_t>(citizen.access.single)];
    change.single_tenths[static_cast<std::size_t>(citizen.access.single)] -= citizen.access.single_tenths;
    citizen.access.single = no_unit;
    citizen.access.single_tenths = 0;
    citizen.agenda.single = never;
}

void follow_case(Moment& moment, std::uint32_t row)
{
    Citizen& citizen = moment.world.citizens[row];
    if (citizen.residence != Residence::home || citizen.agenda.single > moment.week) return;
    if (!citizen.access.single_grows) return end_single(moment, citizen);
    const bool free_to_ask = !is_waiting(citizen) && citizen.forced_unit == no_unit && citizen.access.asked == CaseKind::none;
    if (free_to_ask && fits_a_course(moment, citizen)) {
        moment.out.applications.push_back({row, citizen.access.single, 1});
        citizen.applied = moment.week;
    }
    wind_single(moment, citizen); // should the place be declined or not come
}

} // namespace samspil
