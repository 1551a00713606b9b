// SPDX-License-Identifier: MPL-2.0
// The visitator's backlog and decisions, the law, documentation (docs/model.md 7.7, 7.20). A citizen asks in the
// parallel phase; here the hours of the week are worked, first come first served, and who gets a decision chooses.
#include "engine/rules/access.hpp"

#include "engine/rules/stay.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace samspil {
namespace {

/// Hours of a case in whole minutes.
std::int64_t minutes_of(const Parameters& p, const AccessCase& asked)
{
    double hours = asked.preventive ? p.access.preventive_h : p.visit_h;
    if (asked.kind == CaseKind::from_maintaining) hours = p.access.review_h;
    return std::llround(hours * 60);
}

/// Whether the citizen still waits for this decision.
bool still_wanted(const Citizen& citizen, const AccessCase& asked)
{
    if (citizen.id != asked.person || citizen.residence != Residence::home || citizen.access.asked != asked.kind) return false;
    switch (asked.kind) {
    case CaseKind::from_forebyggende: return citizen.offer == Offer::forebyggende;
    case CaseKind::from_maintaining: return citizen.offer == Offer::vedligeholdende_center;
    default: return citizen.offer == Offer::none && !is_waiting(citizen) && citizen.forced_unit == no_unit;
    }
}

/// What the visitator grants: a maintaining offer by the table; under assess_all also forebyggende.
struct Decision {
    Scores seen;
    Offer granted = Offer::none;
    bool forebyggende = false; ///< granted, or open without a decision
};

Decision decision_of(Moment& moment, const Citizen& citizen, const AccessCase& asked)
{
    const Scenario& scenario = moment.scenario();
    const World& world = moment.world;
    Decision decision{look_at(moment, citizen, Assessor::visitator)};
    const Scores& seen = decision.seen;
    const int need = asked.preventive ? seen.need() : citizen.need;
    if (need >= maintaining_from(scenario)) {
        const bool homebound = home_bound(moment.premises, moment.chance, citizen, moment.week, seen);
        decision.granted = visitation(as_read(scenario, seen, world.visitation_rule), homebound, world.visitation_rule, world.core_k);
    }
    if (need >= 1 && need <= forebyggende_up_to(scenario)) decision.forebyggende = true;
    else if (decision.granted == Offer::none && need > 0) decision.forebyggende = let_in(moment, citizen);
    return decision;
}

void log_decision(Moment& moment, Citizen& citizen, const AccessCase& asked, const Decision& decision)
{
    AccessCounts& counts = moment.out.change.access;
    ++moment.out.change.assessments;
    ++counts.decisions;
    counts.decision_weeks += moment.week - asked.since;
    counts.visitator_minutes += minutes_of(moment.parameters(), asked);
    const bool refused = decision.granted == Offer::none && !(asked.preventive && decision.forebyggende);
    const VisitationRule rule = moment.world.visitation_rule;
    const int rule_code = static_cast<int>(rule) + (rule == VisitationRule::core_plus_k ? moment.world.core_k : 0);
    const int failing = refused ? failing_scores(as_read(moment.scenario(), decision.seen, rule), rule) : 0;
    const Scores& s = decision.seen;
    note(moment, citizen, LifeEventKind::assessed, static_cast<std::int32_t>(decision.granted),
         rule_code * 1000000 + failing * 10000 + s.m * 1000 + s.a * 100 + s.s * 10 + s.p);
    if (asked.kind == CaseKind::from_maintaining) return; // a place that is held is not refused
    ++counts.asked_for;
    if (!refused) return;
    ++counts.refused;
    citizen.apply_again = moment.week + static_cast<Week>(moment.parameters().refused_weeks);
}

Entitlement entitlement_of(const Moment& moment, const Citizen& citizen, const AccessCase& asked, const Decision& decision)
{
    Entitlement access;
    access.need = citizen.need;
    access.ride = decision.seen.needs_ride();
    access.offers[index_of(Offer::klub)] = asked.kind != CaseKind::after_club;
    access.offers[index_of(Offer::forebyggende)] = decision.forebyggende;
    const bool too_soon = decision.granted == Offer::vedligeholdende_hjem && moment.week < citizen.home_again;
    if (decision.granted != Offer::none && !too_soon) access.offers[index_of(decision.granted)] = true;
    return access;
}

/// In forebyggende with more need than it is for: on to what is granted, else to stay or to leave by the gap policy.
void move_on_or_stay(Moment& moment, Citizen& citizen, const AccessCase& asked, const Decision& decision)
{
    Entitlement access = entitlement_of(moment, citizen, asked, decision);
    access.offers[index_of(Offer::klub)] = access.offers[index_of(Offer::forebyggende)] = false;
    if (decision.granted != Offer::none) choose(moment, citizen, asked.row, access, Outside::left_out);
    else if (!decision.forebyggende) end_stay(moment, citizen, EndReason::dropped_out);
}

/// In the maintaining offer: home when home-bound; who needs less goes on to forebyggende and keeps the place until then.
void look_again(Moment& moment, Citizen& citizen, const AccessCase& asked, const Decision& decision)
{
    citizen.need = static_cast<std::uint8_t>(decision.seen.need());
    Entitlement access = entitlement_of(moment, citizen, asked, decision);
    const bool home_course = access.offers[index_of(Offer::vedligeholdende_hjem)];
    if (citizen.need >= maintaining_from(moment.scenario()) && !home_course) return;
    access.offers = {};
    access.offers[index_of(Offer::vedligeholdende_hjem)] = home_course;
    access.offers[index_of(Offer::forebyggende)] = !home_course && citizen.need >= 1;
    choose(moment, citizen, asked.row, access, Outside::left_out);
}

void decide(Moment& moment, const AccessCase& asked)
{
    Citizen& citizen = moment.world.citizens[asked.row];
    citizen.access.asked = CaseKind::none;
    const Decision decision = decision_of(moment, citizen, asked);
    log_decision(moment, citizen, asked, decision);
    if (asked.preventive) citizen.need = static_cast<std::uint8_t>(decision.seen.need());
    if (asked.kind == CaseKind::from_maintaining) {
        look_again(moment, citizen, asked, decision);
    } else if (asked.kind == CaseKind::from_forebyggende) {
        move_on_or_stay(moment, citizen, asked, decision);
    } else {
        const Entitlement access = entitlement_of(moment, citizen, asked, decision);
        const bool applied = choose(moment, citizen, asked.row, access, Outside::allowed) != no_unit;
        if (applied && asked.kind != CaseKind::offer) begin_transition(moment, citizen);
        if (!applied) offer_single(moment, citizen, asked.row, decision.granted == Offer::vedligeholdende_center);
    }
    moment.world.place[asked.row] = citizen.unit;
    moment.world.due[asked.row] = next_due(moment.premises, citizen);
}

} // namespace

void set_up_access(const Premises& premises, World& world, Chance)
{
    const Policy& policy = premises.scenario->policy;
    world.access.regime = static_cast<AccessRegime>(policy.access_regime);
    world.access.law = policy.access.law;
    world.access.documentation = policy.access.documentation;
}

void ask(Moment& moment, Citizen& citizen, std::uint32_t row, CaseKind kind, bool preventive)
{
    if (citizen.access.asked != CaseKind::none) return;
    citizen.access.asked = kind;
    const auto index = static_cast<std::uint32_t>(moment.premises.half_year(moment.week));
    const std::uint32_t lottery = draw4(moment.chance, Purpose::case_lottery, citizen.id, index)[0];
    moment.out.access.cases.push_back({moment.week, lottery, citizen.id, row, kind, preventive});
}

void take_cases(Moment& moment)
{
    std::vector<AccessCase>& backlog = moment.world.access.backlog;
    std::vector<AccessCase>& cases = moment.out.access.cases;
    std::sort(cases.begin(), cases.end());
    const auto waited = static_cast<std::ptrdiff_t>(backlog.size());
    backlog.insert(backlog.end(), cases.begin(), cases.end());
    const auto news = backlog.begin() + waited;
    // All of this week: they come after those who have waited, but for others of this week.
    if (waited > 0 && news != backlog.end() && *news < *(news - 1)) std::inplace_merge(backlog.begin(), news, backlog.end());
    cases.clear();
}

void work_through_backlog(Moment& moment)
{
    AccessState& state = moment.world.access;
    take_cases(moment);
    const AccessPolicy& policy = moment.scenario().policy.access;
    const bool limited = moment.scenario().mechanisms.access.visitator_backlog;
    const bool counts_hours = limited && policy.visitator_hours < unlimited_hours;
    const Week least = limited ? policy.decision_weeks : 0;
    std::int64_t minutes = counts_hours ? std::llround(policy.visitator_hours * 60) + state.minutes_saved
                                        : std::numeric_limits<std::int64_t>::max();
    state.minutes_saved = 0;
    std::size_t served = 0;
    for (; served < state.backlog.size(); ++served) {
        const AccessCase& asked = state.backlog[served];
        if (moment.week - asked.since < least) break;
        if (!still_wanted(moment.world.citizens[asked.row], asked)) {
            Citizen& citizen = moment.world.citizens[asked.row];
            if (citizen.id == asked.person && citizen.access.asked == asked.kind) citizen.access.asked = CaseKind::none;
            continue;
        }
        const std::int64_t takes = minutes_of(moment.parameters(), asked);
        if (takes > minutes) {
            state.minutes_saved = minutes; // the case is begun
            break;
        }
        minutes -= takes;
        decide(moment, asked);
    }
    state.backlog.erase(state.backlog.begin(), state.backlog.begin() + static_cast<std::ptrdiff_t>(served));
}

bool apply_access(Moment& moment, const Intervention& intervention)
{
    AccessState& state = moment.world.access;
    switch (intervention.type) {
    case InterventionType::law_switch: state.law = static_cast<Law>(intervention.choice); return true;
    case InterventionType::documentation: state.documentation = static_cast<Documentation>(intervention.choice); return true;
    case InterventionType::access_regime: state.regime = static_cast<AccessRegime>(intervention.choice); return true;
    default: return false;
    }
}

Law law_of(const Premises& premises, const World& world, const Citizen& citizen)
{
    if (world.access.law == Law::sel_2010) return Law::sel_2010;
    const double years = 65 + (world.week - citizen.week_65) * years_per_week;
    return years >= premises.scenario->assumptions.access.pension_age ? Law::ael_2025 : Law::sel_2010;
}

double documented(const Premises& premises, const World& world, Offer offer)
{
    if (!premises.scenario->mechanisms.access.documentation || offer == Offer::none) return 0;
    return world.access.documentation == Documentation::all || is_maintaining(offer) ? 1 : 0;
}

int publication_weeks(const Premises& premises, const World& world)
{
    const AccessParameters& p = premises.scenario->assumptions.access;
    const bool all = premises.scenario->mechanisms.access.documentation && world.access.documentation == Documentation::all;
    return std::max(1, static_cast<int>(all ? p.publish_weeks_documented : p.publish_weeks));
}

double forecast_error(const Premises& premises, const World& world)
{
    const Parameters& p = premises.scenario->assumptions;
    const bool all = premises.scenario->mechanisms.access.documentation && world.access.documentation == Documentation::all;
    return p.money.forecast_error * (all ? p.access.doc_forecast : 1);
}

double documentation_minutes(const Premises& premises, const World& world)
{
    double sessions = 0;
    for (std::size_t u = 0; u < premises.units.size(); ++u) {
        sessions += documented(premises, world, premises.units[u].offer) * static_cast<double>(world.counts.taken[u]);
    }
    return sessions * premises.scenario->assumptions.access.doc_minutes;
}

double interview_minutes(const Premises& premises, const World& world)
{
    if (!premises.scenario->mechanisms.access.start_interview) return 0;
    return static_cast<double>(world.counts.access.interviews) * premises.scenario->assumptions.access.interview_minutes;
}

} // namespace samspil
