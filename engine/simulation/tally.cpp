// SPDX-License-Identifier: MPL-2.0
#include "engine/simulation/tally.hpp"

#include "engine/rules/access.hpp"

#include <algorithm>
#include <limits>

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

Tally::Tally(const Premises& premises)
    : series_(series_table().size()), equity_(premises.scenario->neighbourhoods.size()), groups_(premises)
{
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
    ++weeks_;
    if (wants_census(premises, world.week)) ++censuses_;
    citizens_.observe(world);
    offers_.observe(premises, world, starts);
    transitions_.observe(world.counts);
    costs_.observe(spent);
    look_ahead_.observe(premises, world, running_costs(spent));
    houses_.observe(premises, world, volunteers_quit);
    equity_.observe(world);
    groups_.observe(premises, world, starts, workers);
    information_.observe(premises, world);
    access_.observe(premises, world);
    places_.observe(premises, world);
    people_.observe(premises, world);
    volunteering_.observe(premises, world);
    money_.observe(premises, world);
    record_series(premises, world, spent);
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
    if (weeks_ == 0) return result;
    writer.set("right_offer", ratio(census_.rightly_placed, census_.participants));
    writer.set("eligibility_gap.narrow", ratio(census_.narrow_gap * static_cast<std::int64_t>(census_share), censuses_));
    writer.set("eligibility_gap.wide", ratio(census_.wide_gap * static_cast<std::int64_t>(census_share), censuses_));
    citizens_.report(world, writer);
    offers_.report(premises, citizens_.citizen_weeks(), weeks_, writer);
    transitions_.report(writer);
    costs_.report(offers_.user_weeks(), offers_.attended(), writer);
    houses_.report(writer);
    equity_.report(*premises.scenario, writer);
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
