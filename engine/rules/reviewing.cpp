// SPDX-License-Identifier: MPL-2.0
// Reviews of stays: staff look again at what the citizen needs, and somebody who needs more or less moves on
// (docs/model.md 7.4, 7.9, 7.13).
#include "engine/rules/rules.hpp"

#include "engine/base/elementary.hpp"
#include "engine/random/distributions.hpp"
#include "engine/rules/access.hpp"
#include "engine/rules/information.hpp"
#include "engine/rules/network.hpp"
#include "engine/rules/people.hpp"
#include "engine/rules/places.hpp"
#include "engine/rules/stay.hpp"

#include <algorithm>

namespace samspil {
namespace {

/// Who is able to go back to a club does so with guidance and with friends there (7.13): 1 with one friend at the house
/// and no forum, half of that with nobody known there.
double pull_to_club(const Moment& moment, const Citizen& citizen)
{
    const int centre = moment.premises.units[static_cast<std::size_t>(citizen.unit)].centre;
    const int friends = ties_at(moment.premises, moment.world, citizen.row, centre);
    return (1 + forum_activity(moment.premises, moment.world, centre)) * (0.5 + saturating(friends));
}

/// In forebyggende: who needs more goes to visitation and keeps the place until then, need 0 may go back to a club.
void review_forebyggende(Moment& moment, std::uint32_t row)
{
    Citizen& citizen = moment.world.citizens[row];
    Entitlement access = open_offers(moment, citizen);
    if (access.need > forebyggende_up_to(moment.scenario())) {
        if (access.may_ask) ask(moment, citizen, row, CaseKind::from_forebyggende);
        else if (!access.offers[index_of(Offer::forebyggende)]) end_stay(moment, citizen, EndReason::dropped_out);
        return;
    }
    if (access.need > 0) return;
    const double weeks = moment.scenario().policy.review_weeks;
    const double moves_on = 1.0 - elementary::exp(-moment.parameters().back_to_club * pull_to_club(moment, citizen) * weeks);
    const auto week = static_cast<std::uint32_t>(moment.premises.calendar.absolute_week(moment.week));
    const double u = uniform(moment.chance, Purpose::club_exit, citizen.id, week, 1);
    if (!bernoulli(u, moves_on)) return;
    access.offers[index_of(Offer::forebyggende)] = false;
    choose(moment, citizen, row, access, Outside::left_out);
}

} // namespace

void review(Moment& moment, std::uint32_t row)
{
    Citizen& citizen = moment.world.citizens[row];
    citizen.agenda.review = next_review(moment.premises, moment.chance, citizen.id, moment.week);
    if (citizen.offer == Offer::vedligeholdende_hjem) citizen.agenda.review = next_home_review(moment.parameters(), citizen, moment.week);
    if (is_waiting(citizen) || citizen.access.asked != CaseKind::none) return;
    ++moment.out.change.access.reviews;
    if (citizen.offer == Offer::klub) {
        citizen.need = static_cast<std::uint8_t>(look_at(moment, citizen, Assessor::staff).need());
        look_at_help(moment, citizen);
    } else if (citizen.offer == Offer::forebyggende) {
        review_forebyggende(moment, row);
    } else if (citizen.offer == Offer::vedligeholdende_center) {
        ask(moment, citizen, row, CaseKind::from_maintaining); // running dialogue with the visitator (S3-49)
    }
}

Week next_review(const Premises& premises, Chance chance, std::uint64_t person, Week after_week)
{
    const int every = premises.scenario->policy.review_weeks;
    const auto phase = static_cast<std::int32_t>(
        uniform_below(static_cast<std::uint32_t>(every), draw4(chance, Purpose::review_week, person, 0)[0]));
    const std::int32_t absolute = premises.calendar.absolute_week(after_week);
    const std::int32_t into = ((absolute - phase) % every + every) % every;
    return after_week + every - into;
}

} // namespace samspil
