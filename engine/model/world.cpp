// SPDX-License-Identifier: MPL-2.0
#include "engine/model/world.hpp"

#include "engine/model/groups.hpp"

#include "engine/base/elementary.hpp"
#include "engine/model/offers_held.hpp"

#include <algorithm>
#include <numeric>

namespace samspil {
namespace {

std::vector<std::size_t> centres_by_key(const Scenario& scenario)
{
    std::vector<std::size_t> order(scenario.centres.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return scenario.centres[a].key < scenario.centres[b].key; });
    return order;
}

/// A centre may get an offer later (change_places, merge, ...), so every centre that could hold one has a unit of it.
void add_units(Premises& premises)
{
    const Scenario& scenario = *premises.scenario;
    const OffersHeld held = offers_ever_held(scenario);
    premises.unit_of.assign(scenario.centres.size(), {no_unit, no_unit, no_unit, no_unit});
    for (const std::size_t j : centres_by_key(scenario)) {
        for (const Offer offer : offers) {
            if (!held[j][index_of(offer)]) continue;
            if (offer == Offer::vedligeholdende_center) premises.maintaining_units.push_back(static_cast<std::int16_t>(premises.units.size()));
            premises.unit_of[j][index_of(offer)] = static_cast<std::int16_t>(premises.units.size());
            premises.units.push_back({static_cast<std::uint64_t>(scenario.centres[j].key) * 8 + static_cast<std::uint64_t>(offer),
                                      static_cast<std::int16_t>(j), offer});
        }
    }
}

void add_neighbours(Premises& premises)
{
    const Scenario& scenario = *premises.scenario;
    const auto between = [&](std::int16_t a, std::int16_t b) {
        const Centre& one = scenario.centres[static_cast<std::size_t>(premises.units[static_cast<std::size_t>(a)].centre)];
        const Centre& two = scenario.centres[static_cast<std::size_t>(premises.units[static_cast<std::size_t>(b)].centre)];
        return straight_m(one.x_m, one.y_m, two.x_m, two.y_m);
    };
    for (std::size_t u = 0; u < premises.units.size(); ++u) {
        std::vector<std::int16_t> others;
        for (std::size_t v = 0; v < premises.units.size(); ++v) {
            if (v != u && premises.units[v].offer == premises.units[u].offer) others.push_back(static_cast<std::int16_t>(v));
        }
        const auto self = static_cast<std::int16_t>(u);
        std::sort(others.begin(), others.end(), [&](std::int16_t a, std::int16_t b) {
            const auto da = between(self, a), db = between(self, b);
            return da != db ? da < db : premises.units[static_cast<std::size_t>(a)].key < premises.units[static_cast<std::size_t>(b)].key;
        });
        premises.nearest_units.push_back(std::move(others));
    }
}

/// Way from the middle of a neighbourhood to a centre.
std::int32_t middle_distance(const Premises& premises, std::size_t neighbourhood, std::size_t centre)
{
    const Scenario& scenario = *premises.scenario;
    const Neighbourhood& place = scenario.neighbourhoods[neighbourhood];
    const Centre& house = scenario.centres[centre];
    const std::int32_t extra = premises.travel.extra(static_cast<int>(neighbourhood), static_cast<int>(centre));
    return static_cast<std::int32_t>(straight_m(place.x_m, place.y_m, house.x_m, house.y_m) * scenario.assumptions.detour + 0.5) + extra;
}

void add_reach(Premises& premises)
{
    constexpr double least_reach = 0.3; // beyond some 7 km hardly anybody hears of a house, and nobody would go: not looked at
    const Scenario& scenario = *premises.scenario;
    for (std::size_t i = 0; i < scenario.neighbourhoods.size(); ++i) {
        std::vector<ReachableHouse> known;
        for (std::size_t j = 0; j < scenario.centres.size(); ++j) {
            if (premises.travel.extra(static_cast<int>(i), static_cast<int>(j)) < 0) continue;
            const double nearest = middle_distance(premises, i, j) - scenario.neighbourhoods[i].radius_m * scenario.assumptions.detour;
            if (media_reach(scenario.assumptions, std::max(0, static_cast<std::int32_t>(nearest))) < least_reach) continue;
            const Centre& centre = scenario.centres[j];
            const std::int32_t extra = premises.travel.extra(static_cast<int>(i), static_cast<int>(j));
            const ReachableHouse house{static_cast<std::int16_t>(j), static_cast<std::uint32_t>(centre.key), centre.x_m, centre.y_m, extra};
            known.push_back(house);
        }
        std::sort(known.begin(), known.end(), [](const ReachableHouse& a, const ReachableHouse& b) { return a.key < b.key; });
        premises.reachable.push_back(std::move(known));
        std::array<std::vector<std::int16_t>, offer_count> near;
        for (std::size_t u = 0; u < premises.units.size(); ++u) {
            const OfferUnit& unit = premises.units[u];
            const bool there = premises.travel.extra(static_cast<int>(i), unit.centre) >= 0;
            if (there) near[index_of(unit.offer)].push_back(static_cast<std::int16_t>(u));
        }
        const auto way = [&](std::int16_t unit) {
            const OfferUnit& at = premises.units[static_cast<std::size_t>(unit)];
            return std::pair(middle_distance(premises, i, static_cast<std::size_t>(at.centre)), at.key);
        };
        for (auto& units : near) std::sort(units.begin(), units.end(), [&](std::int16_t a, std::int16_t b) { return way(a) < way(b); });
        premises.near_units.push_back(std::move(near));
    }
}

/// Areas as the houses name them; a neighbourhood belongs to that of its nearest house.
void add_areas(Premises& premises)
{
    const Scenario& scenario = *premises.scenario;
    for (const Centre& centre : scenario.centres) premises.areas.push_back(centre.area);
    std::sort(premises.areas.begin(), premises.areas.end());
    premises.areas.erase(std::unique(premises.areas.begin(), premises.areas.end()), premises.areas.end());
    for (const Centre& centre : scenario.centres) {
        const auto at = std::lower_bound(premises.areas.begin(), premises.areas.end(), centre.area);
        premises.area_of_centre.push_back(static_cast<std::size_t>(at - premises.areas.begin()));
    }
    const std::vector<std::size_t> order = centres_by_key(scenario);
    for (std::size_t i = 0; i < scenario.neighbourhoods.size(); ++i) {
        const auto nearest = std::min_element(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return middle_distance(premises, i, a) < middle_distance(premises, i, b);
        });
        premises.area_of_neighbourhood.push_back(nearest == order.end() ? 0 : premises.area_of_centre[*nearest]);
    }
}

/// Rows of those who turn 65 after week 0, in order of week.
std::vector<std::uint32_t> entrants_of(const std::vector<Person>& roster)
{
    const auto comes_later = [](const Person& person) { return person.week_65 > 0; };
    std::vector<std::uint32_t> rows;
    rows.reserve(static_cast<std::size_t>(std::count_if(roster.begin(), roster.end(), comes_later)));
    for (std::uint32_t row = 0; row < roster.size(); ++row) {
        if (comes_later(roster[row])) rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(roster[a].week_65, a) < std::pair(roster[b].week_65, b);
    });
    return rows;
}

} // namespace

Premises::Premises(const Scenario& given)
    : scenario(&given), grouping(std::make_shared<const Grouping>(given)), calendar(given.calendar()), hazards(make_hazards(given)), roster(make_roster(given)), entrants(entrants_of(roster)),
      travel(make_travel_network(given)), travel_times(make_travel_times(given.assumptions)), knowledge_words((given.centres.size() + 63) / 64)
{
    constexpr std::int32_t farthest_m = 60000;
    for (std::int32_t metres = 0; metres <= farthest_m; metres += 100) {
        media_by_100m.push_back(static_cast<float>(media_reach(given.assumptions, metres)));
    }
    for (const Centre& house : given.centres) house_at.push_back({house.x_m, house.y_m});
    for (std::size_t o = 0; o < offer_count; ++o) log_hrd[o] = elementary::log(given.assumptions.hrd[o]);
    log_rr_rec = elementary::log(given.assumptions.rr_rec);
    session_costs = samspil::session_costs(given.services, given.assumptions);
    add_units(*this);
    add_neighbours(*this);
    add_reach(*this);
    add_areas(*this);
    first_half_year = calendar.half_year(0);
    const std::int32_t last = calendar.half_year(given.period.total_weeks()) + 42; // as far as a look-ahead goes
    for (std::int32_t half = first_half_year; half <= last; ++half) {
        half_year_start.push_back(calendar.week(day_of({half / 2, half % 2 == 0 ? 1 : 7, 1})));
        // All weeks of the half-year before, then the first of this one.
        half_year_of.resize(static_cast<std::size_t>(half_year_start.back() - half_year_start.front() + 1), static_cast<std::int16_t>(half - first_half_year - 1));
        half_year_of.push_back(static_cast<std::int16_t>(half - first_half_year));
    }
    for (const Intervention& intervention : given.interventions) {
        intervention_week.push_back(calendar.week(intervention.date));
    }
}

void Counts::resize(std::size_t neighbourhoods, std::size_t units, std::size_t centres)
{
    home_by_place.assign(neighbourhoods, 0);
    users_by_place.assign(neighbourhoods * offer_count, 0);
    users.assign(units, 0);
    taken.assign(units, 0);
    sessions_by_class.assign(units * 3, 0);
    ride_sessions.assign(3, 0);
    information.resize(neighbourhoods, units, centres);
    access.resize(neighbourhoods, units, centres);
    places.resize(neighbourhoods, units, centres);
    people.resize(neighbourhoods, units, centres);
    volunteering.resize(neighbourhoods, units, centres);
    money.resize(neighbourhoods, units, centres);
}

namespace {
template <class Values>
void add_each(Values& to, const Values& change)
{
    for (std::size_t i = 0; i < to.size(); ++i) to[i] += change[i];
}
template <class Values>
void zero(Values& values)
{
    std::fill(values.begin(), values.end(), 0);
}
} // namespace

void Counts::add(const Counts& change)
{
    add_each(home_by_level, change.home_by_level);
    nursing_home += change.nursing_home;
    add_each(home_by_place, change.home_by_place);
    add_each(users_by_place, change.users_by_place);
    add_each(users, change.users);
    add_each(taken, change.taken);
    add_each(sessions_by_class, change.sessions_by_class);
    add_each(ride_sessions, change.ride_sessions);
    travellers += change.travellers;
    travel_tenths += change.travel_tenths;
    over_30 += change.over_30;
    add_each(moves, change.moves);
    add_each(transitions, change.transitions);
    add_each(transition_losses, change.transition_losses);
    assessments += change.assessments;
    information.add(change.information);
    access.add(change.access);
    places.add(change.places);
    people.add(change.people);
    volunteering.add(change.volunteering);
    money.add(change.money);
}

void Counts::clear()
{
    zero(home_by_level);
    nursing_home = 0;
    zero(home_by_place);
    zero(users_by_place);
    zero(users);
    zero(taken);
    zero(sessions_by_class);
    zero(ride_sessions);
    travellers = travel_tenths = over_30 = 0;
    zero(moves);
    zero(transitions);
    zero(transition_losses);
    assessments = 0;
    information.clear();
    access.clear();
    places.clear();
    people.clear();
    volunteering.clear();
    money.clear();
}

void Proposals::clear()
{
    applications.clear();
    leaves.clear();
    events.clear();
    change.clear();
    information.clear();
    access.clear();
    places.clear();
    people.clear();
    volunteering.clear();
    money.clear();
}

} // namespace samspil
