// SPDX-License-Identifier: MPL-2.0
// Access and visitation (docs/model.md 7.7): who may have which offer, and the ride that goes with it.
#include "engine/rules/rules.hpp"

#include "engine/random/distributions.hpp"

namespace samspil {

Offer visitation(const Scores& scores, bool homebound, VisitationRule rule, int k)
{
    constexpr auto home = Offer::vedligeholdende_hjem;
    constexpr auto centre = Offer::vedligeholdende_center;
    if (rule == VisitationRule::exact) {
        if (scores == Scores{4, 3, 3, 4}) return homebound ? home : Offer::none;
        return scores == Scores{3, 3, 3, 3} ? centre : Offer::none;
    }
    if (!core_met(scores)) return Offer::none;
    const int important = (scores.m >= 3 ? 1 : 0) + (scores.p >= 3 ? 1 : 0);
    if (rule == VisitationRule::minimum) {
        if (scores.m == 4 && scores.p == 4 && homebound) return home;
        return important == 2 ? centre : Offer::none;
    }
    if (scores.m == 4 && homebound) return home;
    return important >= k ? centre : Offer::none;
}

bool ride_granted(Offer offer, const Scores& scores)
{
    switch (offer) {
    case Offer::vedligeholdende_center: return scores.needs_ride();
    case Offer::forebyggende: return scores.needs_ride();
    default: return false;
    }
}

namespace {

/// What the visitator grants now; refusals keep the citizen from asking again for a while.
Offer ask_visitator(Moment& moment, Citizen& citizen)
{
    if (moment.week < citizen.apply_again) return Offer::none;
    const Scores seen = assess(moment.premises, moment.chance, citizen, moment.week, Assessor::visitator);
    // Without the start interview (7.4) the home-bound problem is mobility 4 itself.
    const Offer granted = visitation(seen, seen.m == 4, moment.world.visitation_rule, moment.world.core_k);
    ++moment.out.change.assessments;
    note(moment, citizen, LifeEventKind::assessed, static_cast<std::int32_t>(granted),
         seen.m * 1000 + seen.a * 100 + seen.s * 10 + seen.p);
    if (granted == Offer::none) citizen.apply_again = moment.week + static_cast<Week>(moment.parameters().refused_weeks);
    return granted;
}

/// Whether somebody with need 3 or more and no maintaining offer may have forebyggende.
bool let_in(const Moment& moment, const Citizen& citizen)
{
    const Policy& policy = moment.scenario().policy;
    if (policy.gap_policy == GapPolicy::stay_forebyggende) return true;
    if (policy.gap_policy == GapPolicy::refuse) return false;
    return bernoulli(uniform(moment.chance, Purpose::visitation_assessment, citizen.id,
                             static_cast<std::uint32_t>(moment.premises.half_year(moment.week)), 1),
                     policy.exception_quota);
}

} // namespace

Entitlement open_offers(Moment& moment, Citizen& citizen)
{
    const Scores seen = assess(moment.premises, moment.chance, citizen, moment.week, Assessor::staff);
    Entitlement access;
    access.need = seen.need();
    access.ride = seen.needs_ride();
    citizen.need = static_cast<std::uint8_t>(access.need);
    access.offers[index_of(Offer::klub)] = true; // never refused (S3-64)
    if (access.need <= 2) {
        access.offers[index_of(Offer::forebyggende)] = access.need >= 1;
        return access;
    }
    access.granted = ask_visitator(moment, citizen);
    const bool too_soon = access.granted == Offer::vedligeholdende_hjem && moment.week < citizen.home_again;
    if (access.granted != Offer::none && !too_soon) access.offers[index_of(access.granted)] = true;
    if (access.granted == Offer::none) access.offers[index_of(Offer::forebyggende)] = let_in(moment, citizen);
    return access;
}

} // namespace samspil
