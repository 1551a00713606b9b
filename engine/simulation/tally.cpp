// SPDX-License-Identifier: MPL-2.0
#include "engine/simulation/tally.hpp"

#include "engine/base/errors.hpp"
#include "engine/rules/access.hpp"
#include "engine/rules/stay.hpp"
#include "engine/simulation/tally_measures.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace samspil {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr Week census_every = 52, census_at = 26;

/// Offers that suit a true need; a need of 1 suits a club too when the club tolerates it.
bool is_right(Offer offer, int need, int tau)
{
    switch (offer) {
    case Offer::klub: return need <= tau;
    case Offer::forebyggende: return need >= 1 && need <= 2;
    case Offer::none: return false;
    default: return need >= 3;
    }
}

} // namespace

void Census::look_at(const Premises& premises, const World& world, Chance chance, const Citizen& citizen, const Scores& scores)
{
    people.look_at(premises, world, citizen);
    const int tau = premises.scenario->policy.tau_club;
    if (citizen.offer != Offer::none) {
        ++participants;
        if (is_right(citizen.offer, scores.need(), tau)) ++rightly_placed;
    }
    if (scores.need() < 3) return;
    const bool homebound = home_bound(premises, chance, citizen, world.week, scores);
    if (visitation(as_read(*premises.scenario, scores, world.visitation_rule), homebound, world.visitation_rule, world.core_k) != Offer::none) return;
    ++wide_gap;
    if (core_met(scores)) ++narrow_gap;
}

Tally::Tally(const Premises& premises) : groups_(premises)
{
    series_.resize(series_table().size());
    for (auto& waits : waits_) waits.assign(longest_wait, 0);
    place_citizens_.assign(premises.scenario->neighbourhoods.size(), 0);
    place_users_.assign(premises.scenario->neighbourhoods.size(), 0);
}

bool Tally::wants_census(const Premises& premises, Week week) const
{
    const Week into = week - premises.scenario->period.burn_in_weeks;
    return into >= 0 && into % census_every == census_at;
}

void Tally::add_census(const Census& part)
{
    people_.add_census(part.people);
    census_.participants += part.participants;
    census_.rightly_placed += part.rightly_placed;
    census_.narrow_gap += part.narrow_gap;
    census_.wide_gap += part.wide_gap;
    access_.add_census(part.access);
    information_.add_census(part.information);
}

void Tally::observe(const Premises& premises, const World& world, std::span<const Start> starts, int volunteers_quit,
                    const std::array<Ore, account_count>& spent, const Workers& workers)
{
    const Counts& counts = world.counts;
    const Week first = premises.scenario->period.burn_in_weeks;
    if (world.week < first) {
        information_.observe(premises, world);
        people_.begin(world);
        places_.begin(world);
        return;
    }
    if (world.week == 0) { // no burn-in: what the start itself founds is not counted
        people_.begin(world);
        places_.begin(world);
    }
    std::int64_t home = 0;
    for (const std::int64_t n : counts.home_by_level) home += n;
    if (world.week == first) citizens_at_start_ = home + counts.nursing_home;
    ++weeks_;
    if (wants_census(premises, world.week)) ++censuses_;
    citizen_weeks_ += home + counts.nursing_home;
    nursing_weeks_ += counts.nursing_home;
    independent_weeks_ += counts.home_by_level[0] + counts.home_by_level[1];
    for (std::size_t u = 0; u < premises.units.size(); ++u) {
        const std::size_t o = index_of(premises.units[u].offer);
        user_weeks_[o] += counts.users[u];
        queue_weeks_[o] += static_cast<std::int64_t>(world.units[u].queue.size());
        offered_[o] += world.units[u].offered;
        taken_[o] += counts.taken[u];
        attended_ += expected_attendance(premises, counts, u, world.week);
    }
    transitions_.push_back(0);
    losses_.push_back(0);
    for (std::size_t age = 0; age < std::min(transition_ages, transitions_.size()); ++age) { // an older window began before the period
        transitions_[transitions_.size() - 1 - age] += counts.transitions[age];
        losses_[losses_.size() - 1 - age] += counts.transition_losses[age];
    }
    traveller_weeks_ += counts.travellers;
    travel_tenths_ += counts.travel_tenths;
    over_30_ += counts.over_30;
    Ore running = 0;
    for (std::size_t a = 0; a < account_count; ++a) {
        spent_[a] += spent[a];
        if (is_running(static_cast<Account>(a))) running += spent[a];
    }
    look_ahead_.observe(premises, world, running);
    quit_ += volunteers_quit;
    for (std::size_t j = 0; j < world.centres.size(); ++j) {
        const CentreState& centre = world.centres[j];
        volunteer_weeks_ += centre.volunteers;
        overasked_weeks_ += overasked_volunteers(world, j);
        wanted_tenths_ += centre.wanted_tenths;
        agreed_tenths_ += centre.agreed_tenths;
        if (!centre.open || !needs_leader(premises.scenario->centres[j].kind)) continue;
        attention_ += to_fixed(centre.attention);
        ++attention_weeks_;
        if (world.organisation.leading.leading_unit[j] >= 0) ++led_house_weeks_;
    }
    for (const int n : world.organisation.leading.leaders) leader_weeks_ += n;
    add_waits(starts);
    add_equity(premises, world);
    groups_.observe(premises, world, starts, workers);
    information_.observe(premises, world);
    access_.observe(premises, world);
    places_.observe(premises, world);
    people_.observe(premises, world);
    volunteering_.observe(premises, world);
    money_.observe(premises, world);
    record_series(premises, world, spent);
}

void Tally::add_waits(std::span<const Start> starts)
{
    for (const Start& start : starts) {
        ++waits_[index_of(start.offer)][std::min<std::size_t>(static_cast<std::size_t>(start.waited), longest_wait - 1)];
    }
}

void Tally::add_equity(const Premises& premises, const World& world)
{
    for (std::size_t i = 0; i < premises.scenario->neighbourhoods.size(); ++i) {
        place_citizens_[i] += world.counts.home_by_place[i];
        for (const Offer offer : offers) {
            if (is_municipal(offer)) place_users_[i] += world.counts.users_by_place[i * offer_count + index_of(offer)];
        }
    }
}

void Tally::record_series(const Premises& premises, const World& world, const std::array<Ore, account_count>& spent)
{
    const Counts& counts = world.counts;
    SeriesWriter writer(series_);
    const auto series = [&](std::string_view id) -> std::vector<std::int32_t>& { return writer.next(id); };
    const auto by_centre_and_offer = [&](std::vector<std::int32_t>& to, auto value) {
        for (std::size_t j = 0; j < world.centres.size(); ++j) {
            for (std::size_t o = 0; o < offer_count; ++o) {
                const std::int16_t unit = premises.unit_of[j][o];
                to.push_back(unit == no_unit ? 0 : static_cast<std::int32_t>(value(static_cast<std::size_t>(unit))));
            }
        }
    };
    const auto by_centre = [&](std::vector<std::int32_t>& to, auto value) {
        for (const CentreState& centre : world.centres) to.push_back(static_cast<std::int32_t>(value(centre)));
    };
    const auto all = [](std::vector<std::int32_t>& to, const auto& values) {
        for (const auto value : values) to.push_back(static_cast<std::int32_t>(value));
    };
    by_centre_and_offer(series("users"), [&](std::size_t u) { return counts.users[u]; });
    by_centre_and_offer(series("queue"), [&](std::size_t u) { return world.units[u].queue.size(); });
    by_centre_and_offer(series("offered"), [&](std::size_t u) { return world.units[u].offered; });
    by_centre_and_offer(series("taken"), [&](std::size_t u) { return counts.taken[u]; });
    all(series("users_by_home"), counts.users_by_place);
    all(series("citizens_by_home"), counts.home_by_place);
    all(series("citizens_by_level"), counts.home_by_level);
    series("nursing_home").push_back(static_cast<std::int32_t>(counts.nursing_home));
    by_centre(series("attention"), [](const CentreState& c) { return c.attention * 1000 + 0.5; });
    all(series("moves"), counts.moves);
    by_centre(series("stock"), [](const CentreState& c) { return c.volunteers; });
    by_centre(series("wanted"), [](const CentreState& c) { return c.wanted_tenths / 10; });
    by_centre(series("burden"), [](const CentreState& c) { return c.burden * 1000 + 0.5; });
    auto& budget = series("spent");
    constexpr Ore most = std::numeric_limits<std::int32_t>::max(); // kr. in a week; two investments of the largest size reach it
    for (const Ore ore : spent) budget.push_back(static_cast<std::int32_t>(std::clamp<Ore>(ore / 100, -most, most)));
    information_.record(premises, world, writer);
    access_.record(premises, world, writer);
    places_.record(premises, world, writer);
    people_.record(premises, world, writer);
    volunteering_.record(premises, world, writer);
    money_.record(premises, world, writer);
}

ReplicationResult Tally::result(const Premises& premises, const World& world) const
{
    ReplicationResult result;
    result.series = series_;
    result.groups = groups_.report();
    result.kpis.assign(kpi_table().size(), undefined);
    KpiWriter writer(result.kpis);
    const auto set = [&](const std::string& id, double value) { writer.set(id, value); };
    if (weeks_ == 0) return result;
    const double weeks = static_cast<double>(weeks_);
    const double w_max = premises.scenario->policy.w_max;
    std::int64_t municipal = 0, users = 0, waiting = 0;
    for (const Offer offer : offers) {
        const std::size_t o = index_of(offer);
        const std::string id(id_of(offer));
        users += user_weeks_[o];
        waiting += queue_weeks_[o];
        if (is_municipal(offer)) municipal += user_weeks_[o];
        set("reach." + id, ratio(user_weeks_[o], citizen_weeks_));
        set("wait.mean." + id, mean_wait(waits_[o]));
        set("wait.p90." + id, wait_quantile(waits_[o], 0.9));
        set("wait.over_8w." + id, share_over(waits_[o], w_max));
        set("utilisation." + id, ratio(taken_[o], offered_[o]));
    }
    set("reach.municipal", ratio(municipal, citizen_weeks_));
    set("right_offer", ratio(census_.rightly_placed, census_.participants));
    set("eligibility_gap.narrow", ratio(census_.narrow_gap * static_cast<std::int64_t>(census_share), censuses_));
    set("eligibility_gap.wide", ratio(census_.wide_gap * static_cast<std::int64_t>(census_share), censuses_));
    set("unmet_need", static_cast<double>(waiting) / weeks);
    set("travel.mean", ratio(static_cast<double>(travel_tenths_) / 10.0, static_cast<double>(traveller_weeks_)));
    set("travel.over_30", ratio(over_30_, traveller_weeks_));
    const double months_per_week = 12.0 / weeks_per_year;
    const double thousands = static_cast<double>(citizens_at_start_) / 1000.0;
    set("function.independent_months", ratio(static_cast<double>(independent_weeks_) * months_per_week, thousands));
    set("function.nursing_home_months", ratio(static_cast<double>(nursing_weeks_) * months_per_week, thousands));
    set("nursing_home.share", ratio(nursing_weeks_, citizen_weeks_));
    // A window that is open when the period ends has moves whose losses nobody lives to see: it would make a late move look good.
    const auto closed = static_cast<std::ptrdiff_t>(std::max<std::size_t>(transitions_.size(), vulnerable_weeks) - vulnerable_weeks);
    set("continuity.dropout_12w", ratio(std::accumulate(losses_.begin(), losses_.begin() + closed, std::int64_t{0}),
                                        std::accumulate(transitions_.begin(), transitions_.begin() + closed, std::int64_t{0})));
    Ore total = 0;
    for (std::size_t a = 0; a < account_count; ++a) {
        if (is_running(static_cast<Account>(a))) total += spent_[a];
        set("budget." + std::string(id_of(static_cast<Account>(a))), static_cast<double>(spent_[a]) / 100.0);
    }
    const double kr = static_cast<double>(total) / 100.0;
    set("cost.total", kr);
    set("cost.net_per_participant_month", ratio(kr, static_cast<double>(users) * months_per_week));
    set("cost.per_attendance", ratio(kr, from_fixed(attended_)));
    set("volunteers.stock", static_cast<double>(volunteer_weeks_) / weeks);
    set("volunteers.load", ratio(wanted_tenths_, agreed_tenths_));
    set("volunteers.overasked", ratio(overasked_weeks_, volunteer_weeks_));
    set("volunteers.turnover", ratio(static_cast<double>(quit_) * weeks_per_year, static_cast<double>(volunteer_weeks_)));
    set("equity.gini_reach", gini(by_key(*premises.scenario, place_citizens_), by_key(*premises.scenario, place_users_)));
    set("equity.min_max", worst_over_best(place_citizens_, place_users_));
    std::int64_t outside = 0, outside_users = 0;
    for (std::size_t i = 0; i < place_citizens_.size(); ++i) {
        if (premises.scenario->neighbourhoods[i].inside_ring_road) continue;
        outside += place_citizens_[i];
        outside_users += place_users_[i];
    }
    set("equity.reach_outside", ratio(outside_users, outside));
    set("organisation.attention", ratio(from_fixed(attention_), static_cast<double>(attention_weeks_)));
    set("organisation.centres_per_leader", ratio(led_house_weeks_, leader_weeks_));
    std::int64_t young = 0, old = 0;
    constexpr int weeks_to_80 = 783;
    for (const Citizen& citizen : world.citizens) {
        if (citizen.residence != Residence::home && citizen.residence != Residence::nursing_home) continue;
        ++(world.week - citizen.week_65 >= weeks_to_80 ? old : young);
    }
    set("population.65_79", static_cast<double>(young));
    set("population.80plus", static_cast<double>(old));
    information_.report(premises, world, writer);
    access_.report(premises, world, writer);
    places_.report(premises, world, writer);
    people_.report(premises, world, writer);
    volunteering_.report(premises, world, writer);
    money_.report(premises, world, writer);
    look_ahead_.report(writer);
    return result;
}

} // namespace samspil
