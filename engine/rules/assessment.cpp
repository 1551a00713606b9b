// SPDX-License-Identifier: MPL-2.0
// Access and visitation (docs/model.md 7.7): who may have which offer, and the ride that goes with it.
#include "engine/rules/rules.hpp"

#include "engine/random/distributions.hpp"
#include "engine/rules/access.hpp"

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

int maintaining_from(const Scenario& scenario)
{
    return scenario.policy.access.maintaining_from == MaintainingFrom::moderate ? 2 : 3;
}

int forebyggende_up_to(const Scenario& scenario)
{
    return scenario.policy.access.forebyggende_up_to == ForebyggendeUpTo::light ? 1 : 2;
}

Scores as_read(const Scenario& scenario, const Scores& scores, VisitationRule rule)
{
    if (rule == VisitationRule::exact || maintaining_from(scenario) == 3) return scores;
    const auto read = [](int score) { return score == 2 ? 3 : score; };
    return {read(scores.m), read(scores.a), read(scores.s), read(scores.p)};
}

int failing_scores(const Scores& scores, VisitationRule rule)
{
    const auto fails = [&](int score) { return rule == VisitationRule::exact ? score != 3 : score < 3; };
    return (fails(scores.m) ? 1 : 0) + (fails(scores.a) ? 2 : 0) + (fails(scores.s) ? 4 : 0) + (fails(scores.p) ? 8 : 0);
}

bool let_in(const Moment& moment, const Citizen& citizen)
{
    const Policy& policy = moment.scenario().policy;
    if (policy.gap_policy == GapPolicy::stay_forebyggende) return true;
    if (policy.gap_policy == GapPolicy::refuse) return false;
    return bernoulli(uniform(moment.chance, Purpose::visitation_assessment, citizen.id,
                             static_cast<std::uint32_t>(moment.premises.half_year(moment.week)), 1),
                     policy.exception_quota);
}

Scores look_at(const Moment& moment, const Citizen& citizen, Assessor assessor)
{
    const double known = documented(moment.premises, moment.world, citizen.offer);
    return assess(moment.premises, moment.chance, citizen, moment.week, assessor, 1 - moment.parameters().access.doc_error * known);
}

Entitlement open_offers(Moment& moment, Citizen& citizen)
{
    constexpr auto forebyggende = index_of(Offer::forebyggende);
    const Scenario& scenario = moment.scenario();
    const Scores seen = look_at(moment, citizen, Assessor::staff);
    Entitlement access;
    access.need = seen.need();
    access.ride = seen.needs_ride();
    citizen.need = static_cast<std::uint8_t>(access.need);
    access.offers[index_of(Offer::klub)] = true; // never refused (S3-64)
    const bool too_much = access.need > forebyggende_up_to(scenario);
    access.may_ask = access.need >= maintaining_from(scenario) && moment.week >= citizen.apply_again;
    if (too_much) {
        access.offers[forebyggende] = let_in(moment, citizen);
        access.needs_decision[forebyggende] = access.may_ask; // only who gets no maintaining offer
    } else if (access.need >= 1) {
        const bool all = moment.world.access.regime == AccessRegime::assess_all && citizen.offer != Offer::forebyggende;
        access.offers[forebyggende] = !all || moment.week >= citizen.apply_again;
        access.needs_decision[forebyggende] = all;
    }
    if (!access.may_ask) return access;
    // Who asks does not know yet what will be granted, and asks when anything of it would be wanted.
    for (const Offer offer : {Offer::vedligeholdende_center, Offer::vedligeholdende_hjem}) {
        access.offers[index_of(offer)] = offer == Offer::vedligeholdende_center || moment.week >= citizen.home_again;
        access.needs_decision[index_of(offer)] = true;
    }
    return access;
}

} // namespace samspil
