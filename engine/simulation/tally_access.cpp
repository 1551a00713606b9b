// SPDX-License-Identifier: MPL-2.0
#include "engine/simulation/tally_access.hpp"

#include "engine/rules/access.hpp"

#include <string>

namespace samspil {
namespace {

struct Reading {
    std::string_view id;
    VisitationRule rule;
    int k;
};
constexpr std::array<Reading, reading_count> readings{{{"exact", VisitationRule::exact, 0},
                                                       {"minimum", VisitationRule::minimum, 0},
                                                       {"core_plus_0", VisitationRule::core_plus_k, 0},
                                                       {"core_plus_1", VisitationRule::core_plus_k, 1},
                                                       {"core_plus_2", VisitationRule::core_plus_k, 2}}};
constexpr std::array<std::string_view, score_set_count> set_ids{"seed_anchored", "spread"};

std::int64_t all_of(const std::vector<std::int64_t>& counts)
{
    std::int64_t sum = 0;
    for (const std::int64_t n : counts) sum += n;
    return sum;
}

} // namespace

void AccessCensus::look_at(const Premises& premises, const World& world, Chance chance, const Citizen& citizen,
                           const std::array<Scores, score_set_count>& truth)
{
    ++citizens;
    if (law_of(premises, world, citizen) == Law::ael_2025) ++elderly_act;
    if (is_municipal(citizen.offer) && citizen.access.interviewed >= 0) {
        const AccessParameters& p = premises.scenario->assumptions.access;
        const CopmChange moved = copm_change(premises, world, chance, citizen);
        ++interviewed;
        change += to_fixed(moved.performance);
        if (moved.performance >= p.copm_mic_performance) ++gained;
        if (moved.satisfaction >= p.copm_mic_satisfaction) ++satisfied;
    }
    for (std::size_t set = 0; set < score_set_count; ++set) {
        const Scores& scores = truth[set];
        if (scores.need() < 3) continue;
        ++in_need[set];
        const bool homebound = home_bound(premises, chance, citizen, world.week, scores);
        for (std::size_t r = 0; r < reading_count; ++r) {
            const auto [id, rule, k] = readings[r];
            Eligible& count = eligible[set][r];
            const Offer granted = visitation(as_read(*premises.scenario, scores, rule), homebound, rule, k);
            ++(granted == Offer::none ? count.gap : granted == Offer::vedligeholdende_center ? count.centre : count.home);
        }
    }
}

void AccessCensus::add(const AccessCensus& part)
{
    for (std::size_t set = 0; set < score_set_count; ++set) {
        in_need[set] += part.in_need[set];
        for (std::size_t r = 0; r < reading_count; ++r) {
            eligible[set][r].centre += part.eligible[set][r].centre;
            eligible[set][r].home += part.eligible[set][r].home;
            eligible[set][r].gap += part.eligible[set][r].gap;
        }
    }
    citizens += part.citizens;
    elderly_act += part.elderly_act;
    interviewed += part.interviewed;
    gained += part.gained;
    satisfied += part.satisfied;
    change += part.change;
}

void AccessTally::observe(const Premises& premises, const World& world)
{
    const AccessCounts& counts = world.counts.access;
    ++weeks_;
    backlog_ += static_cast<std::int64_t>(world.access.backlog.size());
    singles_ += all_of(counts.single_users);
    decisions_ += counts.decisions;
    asked_for_ += counts.asked_for;
    refused_ += counts.refused;
    decision_weeks_ += counts.decision_weeks;
    visitator_minutes_ += counts.visitator_minutes;
    reviews_ += counts.reviews;
    helped_ += counts.helped;
    grown_ += counts.singles_grown;
    interview_minutes_ += to_fixed(interview_minutes(premises, world));
    documentation_minutes_ += to_fixed(documentation_minutes(premises, world));
    forecast_error_ += to_fixed(forecast_error(premises, world));
}

void AccessTally::record(const Premises& premises, const World& world, SeriesWriter& to) const
{
    to.next("backlog").push_back(static_cast<std::int32_t>(world.access.backlog.size()));
    auto& single = to.next("single");
    for (const auto& units : premises.unit_of) {
        const std::int16_t unit = units[index_of(Offer::vedligeholdende_center)];
        single.push_back(unit == no_unit ? 0 : static_cast<std::int32_t>(world.counts.access.single_users[static_cast<std::size_t>(unit)]));
    }
}

void AccessTally::report(const Premises&, const World&, KpiWriter& to) const
{
    const auto weeks = static_cast<double>(weeks_);
    const auto a_year = [&](std::int64_t n) { return ratio(static_cast<double>(n) * weeks_per_year, weeks); };
    to.set("access.decision_wait", ratio(decision_weeks_, decisions_));
    to.set("access.backlog", ratio(backlog_, weeks_));
    to.set("access.decisions", a_year(decisions_));
    to.set("access.refused", ratio(refused_, asked_for_));
    to.set("access.visitator_hours", ratio(static_cast<double>(visitator_minutes_) / 60, weeks));
    to.set("access.interview_hours", ratio(from_fixed(interview_minutes_) / 60, weeks));
    to.set("access.reviews", a_year(reviews_));
    to.set("access.helped", a_year(helped_));
    to.set("access.under_elderly_act", ratio(census_.elderly_act, census_.citizens));
    to.set("single.users", ratio(singles_, weeks_));
    to.set("single.grown", a_year(grown_));
    to.set("documentation.hours", ratio(from_fixed(documentation_minutes_) / 60, weeks));
    to.set("documentation.forecast_error", ratio(from_fixed(forecast_error_), weeks));
    to.set("copm.mean_change", ratio(from_fixed(census_.change), static_cast<double>(census_.interviewed)));
    to.set("copm.mic_performance", ratio(census_.gained, census_.interviewed));
    to.set("copm.mic_satisfaction", ratio(census_.satisfied, census_.interviewed));
    report_eligibility(to);
}

void AccessTally::report_eligibility(KpiWriter& to) const
{
    for (std::size_t set = 0; set < score_set_count; ++set) {
        for (std::size_t r = 0; r < reading_count; ++r) {
            const std::string end = "." + std::string(readings[r].id) + "." + std::string(set_ids[set]);
            const AccessCensus::Eligible& count = census_.eligible[set][r];
            to.set("eligibility.centre" + end, ratio(count.centre, census_.in_need[set]));
            to.set("eligibility.home" + end, ratio(count.home, census_.in_need[set]));
            to.set("eligibility.gap" + end, ratio(count.gap, census_.in_need[set]));
        }
    }
}

} // namespace samspil
