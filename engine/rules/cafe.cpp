// SPDX-License-Identifier: MPL-2.0
// Cafés (docs/model.md 7.9): expected guests from the citizens around, how near they live and whether volunteers can
// keep it open; the company it gives. Expected numbers in whole 2^-20, so that the order of houses does not matter.
#include "engine/rules/places.hpp"

#include "engine/base/elementary.hpp"

#include <algorithm>

namespace samspil {
namespace {

/// Local centres and volunteer houses have one (S0-45).
bool has_cafe(const Centre& centre) { return centre.kind != CentreKind::dagcenter; }

} // namespace

void set_up_cafes(const Premises& premises, World& world)
{
    const Scenario& scenario = *premises.scenario;
    const PlacesParameters& p = scenario.assumptions.places;
    const std::size_t centres = scenario.centres.size();
    world.places.cafe_near.assign(scenario.neighbourhoods.size() * centres, 0);
    world.places.cafe_visits.assign(scenario.neighbourhoods.size(), 0);
    for (std::size_t n = 0; n < scenario.neighbourhoods.size(); ++n) {
        const Neighbourhood& place = scenario.neighbourhoods[n];
        for (std::size_t j = 0; j < centres; ++j) {
            const Centre& house = scenario.centres[j];
            const std::int32_t extra = premises.travel.extra(static_cast<int>(n), static_cast<int>(j));
            if (!has_cafe(house) || extra < 0) continue;
            const double km = (straight_m(place.x_m, place.y_m, house.x_m, house.y_m) * scenario.assumptions.detour + extra) / 1000.0;
            world.places.cafe_near[n * centres + j] = to_fixed(elementary::exp(-km / p.cafe_km));
        }
    }
}

void run_cafes(const Premises& premises, World& world)
{
    const Scenario& scenario = *premises.scenario;
    const double rate = scenario.assumptions.places.cafe_visits;
    PlacesState& state = world.places;
    const std::size_t centres = scenario.centres.size();
    for (HouseState& house : state.houses) house.cafe_guests = 0;
    std::fill(state.cafe_visits.begin(), state.cafe_visits.end(), 0);
    if (!scenario.mechanisms.places.cafe || !(rate > 0)) return;
    std::vector<Fixed> guests(centres, 0);
    for (std::size_t n = 0; n < scenario.neighbourhoods.size(); ++n) {
        Fixed all = to_fixed(1); // staying away counts as one
        const Fixed* near = &state.cafe_near[n * centres];
        for (std::size_t j = 0; j < centres; ++j) all += world.centres[j].open ? near[j] : 0;
        for (std::size_t j = 0; j < centres; ++j) {
            if (near[j] == 0 || !world.centres[j].open) continue;
            // Where hands are short the café is open less.
            const Fixed visits = to_fixed(rate * static_cast<double>(near[j]) / static_cast<double>(all) * state.houses[j].host);
            state.cafe_visits[n] += visits;
            guests[j] += visits * world.counts.home_by_place[n];
        }
    }
    for (std::size_t j = 0; j < centres; ++j) state.houses[j].cafe_guests = static_cast<std::int64_t>(from_fixed(guests[j]) + 0.5);
}

double cafe_company(const Premises& premises, const World& world, std::size_t neighbourhood)
{
    if (world.places.cafe_visits.empty()) return 0;
    return from_fixed(world.places.cafe_visits[neighbourhood]) * premises.scenario->assumptions.places.cafe_credit;
}

} // namespace samspil
