// SPDX-License-Identifier: MPL-2.0
// Moves from one offer to another: when one is counted, and what makes it hold or fail (docs/model.md 7.13).
#include "engine/base/elementary.hpp"
#include "engine/random/distributions.hpp"
#include "engine/rules/network.hpp"
#include "engine/rules/people.hpp"
#include "engine/rules/stay.hpp"

#include <algorithm>

namespace samspil {
namespace {

/// What the people around a move do for it (7.13): the forum of the house, a bridge-builder, friends who are there.
double company(const Moment& moment, const Citizen& citizen)
{
    const PeopleParameters& p = moment.parameters().people;
    const int centre = moment.premises.units[static_cast<std::size_t>(citizen.unit)].centre;
    double sum = p.b3 * forum_activity(moment.premises, moment.world, centre);
    if (citizen.people.bridged) sum += p.b4;
    if (moment.scenario().mechanisms.people.kept_ties && p.b5 != 0) {
        sum += p.b5 * saturating(ties_at(moment.premises, moment.world, citizen.row, centre));
    }
    return sum;
}

/// Weeks since the window of a citizen in transition began.
std::size_t age_of(const Moment& moment, const Citizen& citizen) { return static_cast<std::size_t>(moment.week - citizen.vulnerable_from); }

} // namespace

void begin_transition(Moment& moment, Citizen& citizen)
{
    citizen.vulnerable_from = moment.week;
    ++moment.out.change.transitions.front();
}

void start_in_transition(Moment& moment, Citizen& citizen)
{
    --moment.out.change.transitions.at(age_of(moment, citizen));
    citizen.vulnerable_from = moment.week;
    ++moment.out.change.transitions.front();
}

void lose_in_transition(Moment& moment, Citizen& citizen)
{
    if (citizen.vulnerable_from == never || moment.week > citizen.vulnerable_from + vulnerable_weeks) return;
    ++moment.out.change.transition_losses.at(age_of(moment, citizen));
    citizen.vulnerable_from = never;
}

DropOut drop_out_hazard(const Moment& moment, const Citizen& citizen, bool in_transition)
{
    const Parameters& p = moment.parameters();
    if (citizen.offer == Offer::vedligeholdende_hjem || citizen.offer == Offer::none) return {};
    DropOut hazard{p.base_drop[index_of(citizen.offer)], 0};
    if (!in_transition || !moment.scenario().mechanisms.vulnerability) return hazard;
    const bool shock = moment.week < moment.world.organisation.shock_until;
    const double sum = -(citizen.same_roof ? p.b1 : 0) - (citizen.prior ? p.b2 : 0) + p.b6 * citizen.gap_weeks / 4.0 +
                       (citizen.social_need ? p.b7 : 0) + (shock ? p.b8 * (p.shock_turnover - 1) : 0) - company(moment, citizen);
    hazard.vulnerable = p.h_v * elementary::exp(sum);
    return hazard;
}

void count_friends(Moment& moment, std::uint32_t row, int centre)
{
    const Company friends = company_of(moment.premises, moment.world, row);
    moment.out.change.people.ties_before += static_cast<std::int64_t>(friends.count);
    moment.out.change.people.ties_kept += friends.at(centre);
}

bool knows_by_forum(const Moment& moment, const Citizen& citizen, int centre, Week taking_part)
{
    const double activity = forum_activity(moment.premises, moment.world, centre);
    if (!(activity > 0)) return false;
    const auto key = static_cast<std::uint32_t>(moment.scenario().centres[static_cast<std::size_t>(centre)].key);
    const double chance = 1 - elementary::exp(-moment.parameters().people.forum_visit * activity * std::max(0, taking_part));
    return bernoulli(uniform(moment.chance, Purpose::forum_visit, citizen.id, key), chance);
}

} // namespace samspil
