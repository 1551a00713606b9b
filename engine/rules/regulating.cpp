// SPDX-License-Identifier: MPL-2.0
// Places that follow the municipality's own citizens (policy.demography_regulation, docs/model.md 8.1): every 1 January of
// the period, places as decided x citizens now / citizens when they were decided, in whole places.
#include "engine/rules/rules.hpp"

#include <algorithm>

namespace samspil {
namespace {

enum class Follows { none, pop65, pop80 }; ///< policy.demography_regulation, in the order of its choices

constexpr Fixed one_place = Fixed{1} << 20;
constexpr Week age_80 = 783; // weeks from the 65th birthday to the 80th

std::int64_t citizens_followed(const World& world, Follows follows)
{
    std::int64_t sum = 0;
    for (const Citizen& citizen : world.citizens) {
        const bool here = citizen.residence == Residence::home || citizen.residence == Residence::nursing_home;
        if (here && (follows == Follows::pop65 || world.week - citizen.week_65 >= age_80)) ++sum;
    }
    return sum;
}

bool is_new_year(const Premises& premises, Week week)
{
    const std::int32_t half = premises.half_year(week);
    return half % 2 == 0 && premises.half_year_begin(half) == week;
}

/// Places as wanted by the ratio, before rounding.
struct Wanted {
    std::size_t centre = 0;
    int key = 0;
    Fixed exact = 0; ///< 2^-20 places
    int whole = 0;
};

/// Whole places that add up to the rounded sum; the largest remainders first, then by key of the house.
void round_to_sum(std::vector<Wanted>& wanted)
{
    Fixed all = 0;
    int given = 0;
    for (Wanted& one : wanted) {
        one.whole = static_cast<int>(one.exact / one_place);
        all += one.exact;
        given += one.whole;
    }
    const int total = static_cast<int>((all + one_place / 2) / one_place);
    std::sort(wanted.begin(), wanted.end(), [](const Wanted& a, const Wanted& b) {
        const Fixed left_a = a.exact % one_place, left_b = b.exact % one_place;
        return left_a != left_b ? left_a > left_b : a.key < b.key;
    });
    for (std::size_t i = 0; given < total && i < wanted.size(); ++i, ++given) ++wanted[i].whole;
}

void follow(const Premises& premises, World& world, std::size_t offer)
{
    std::vector<Wanted> wanted;
    for (std::size_t j = 0; j < world.centres.size(); ++j) {
        PlacesDecided& decided = world.regulation.decided[j];
        if (world.centres[j].places[offer] != decided.left_at[offer]) { // somebody has decided anew since
            decided.places[offer] = world.centres[j].places[offer];
            decided.citizens[offer] = world.regulation.citizens_before;
        }
        if (!world.centres[j].open) decided.citizens[offer] = world.regulation.citizens; // opens with the places of its table
        if (!world.centres[j].open || decided.places[offer] <= 0) continue;
        const Fixed exact = decided.places[offer] * world.regulation.citizens * one_place / std::max<std::int64_t>(1, decided.citizens[offer]);
        wanted.push_back({j, premises.scenario->centres[j].key, exact});
    }
    round_to_sum(wanted);
    // A house keeps one place at least: the offer is not given up by rounding.
    for (const Wanted& one : wanted) world.centres[one.centre].places[offer] = std::max(1, one.whole);
    for (std::size_t j = 0; j < world.centres.size(); ++j) world.regulation.decided[j].left_at[offer] = world.centres[j].places[offer];
}

void begin(World& world)
{
    for (const CentreState& centre : world.centres) {
        PlacesDecided decided;
        decided.places = decided.left_at = centre.places;
        decided.citizens.fill(world.regulation.citizens);
        world.regulation.decided.push_back(decided);
    }
}

} // namespace

void regulate(const Premises& premises, World& world)
{
    const auto follows = static_cast<Follows>(premises.scenario->policy.demography_regulation);
    if (follows == Follows::none || world.week < premises.scenario->period.burn_in_weeks) return;
    const bool first = world.regulation.decided.empty();
    if (!first && !is_new_year(premises, world.week)) return;
    world.regulation.citizens_before = world.regulation.citizens;
    world.regulation.citizens = citizens_followed(world, follows);
    if (first) return begin(world);
    for (std::size_t offer = 0; offer < offer_count; ++offer) follow(premises, world, offer);
}

} // namespace samspil
