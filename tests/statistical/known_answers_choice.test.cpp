// SPDX-License-Identifier: MPL-2.0
// V13 of docs/model.md 9.1 for the rule itself: `choose` on real premises, with travel, waits, quality, misfit and no
// offer, has the shares of the nested logit written out here; and a new house only draws people to itself.
// Shares are held to 3 standard errors (7 comparisons: one right engine in 50 would fail were the seed random).
#include "tests/support/catch.hpp"
#include "tests/support/stage.hpp"
#include "tests/support/worlds.hpp"

#include <cmath>

using namespace samspil;
using namespace samspil::worlds;

namespace {

constexpr std::uint64_t persons = 200000;
constexpr int houses = 3;
constexpr int need = 2;

Scenario choice_town()
{
    Scenario scenario = town(houses, 10);
    Parameters& p = scenario.assumptions;
    p.b_t = -0.02;
    p.asc = {0.4, -0.2, 0, 0};
    p.v0 = 0.1;
    p.theta = 0.6;
    p.places.b_m = 0; // interests make people unlike each other: then shares are no longer those of one logit
    return scenario;
}

class Chosen {
public:
    Chosen() : stage_(choice_town(), {2021, 0})
    {
        stage_.add_citizen(0);
        stage_.world.known[0] = (1U << houses) - 1;
        for (std::size_t j = 0; j < houses; ++j) {
            stage_.world.centres[j].quality = 0.4 + 0.2 * static_cast<double>(j);
            for (const Offer offer : {Offer::klub, Offer::forebyggende}) {
                stage_.world.units[unit(j, offer)].published_wait = offer == Offer::klub ? 0 : 5.0 + 4.0 * static_cast<double>(j);
            }
        }
    }

    Stage& stage() { return stage_; }
    std::size_t unit(std::size_t house, Offer offer) const { return static_cast<std::size_t>(stage_.premises.unit_of[house][index_of(offer)]); }

    std::int16_t of(std::uint64_t person)
    {
        Citizen& citizen = stage_.world.citizens[0];
        stage_.replace(0, person, 1);
        citizen.sampled = false;
        citizen.car_at = 1; // no car
        citizen.information.look = 20; // has looked around: the houses known are those set above
        out_.applications.clear();
        Moment moment{stage_.premises, stage_.world, stage_.chance, 20, out_};
        Entitlement access;
        access.need = need;
        access.offers[index_of(Offer::klub)] = access.offers[index_of(Offer::forebyggende)] = true;
        return choose(moment, citizen, 0, access, Outside::allowed);
    }

    /// Utilities by the model description: the home is at house 0, the others 4 and 8 km off.
    double utility(std::size_t house, Offer offer) const
    {
        const Parameters& p = stage_.scenario.assumptions;
        const double km = 4.0 * static_cast<double>(house) * p.detour;
        const double minutes = std::min(60 * km / p.walk_kmh[1], 60 * km / p.bus_kmh + p.bus_min);
        const double steps = offer == Offer::klub ? need - stage_.scenario.policy.tau_club : 0;
        return p.asc[index_of(offer)] + p.b_t * minutes + p.b_q * (0.4 + 0.2 * static_cast<double>(house)) +
               p.b_w * (offer == Offer::klub ? 0 : 5.0 + 4.0 * static_cast<double>(house)) - p.misfit * steps;
    }

private:
    Stage stage_;
    Proposals out_;
};

} // namespace

TEST_CASE("V13: offers and houses are chosen in the shares of the nested logit")
{
    Chosen chosen;
    std::vector<std::size_t> count(chosen.stage().premises.units.size() + 1, 0);
    for (std::uint64_t person = 0; person < persons; ++person) ++count[static_cast<std::size_t>(chosen.of(person) + 1)];

    const Parameters& p = chosen.stage().scenario.assumptions;
    const std::array both{Offer::klub, Offer::forebyggende};
    std::array<double, 2> inside{};
    for (std::size_t n = 0; n < 2; ++n) {
        for (std::size_t j = 0; j < houses; ++j) inside[n] += std::exp(chosen.utility(j, both[n]) / p.theta);
    }
    const double all = std::exp(p.v0) + std::pow(inside[0], p.theta) + std::pow(inside[1], p.theta);
    const Estimate none = share_of(count[0], persons);
    INFO("none " << none.mean << " +- " << none.se << ", expected " << std::exp(p.v0) / all);
    CHECK(none.holds(std::exp(p.v0) / all));
    for (std::size_t n = 0; n < 2; ++n) {
        for (std::size_t j = 0; j < houses; ++j) {
            const double expected = std::pow(inside[n], p.theta) / all * std::exp(chosen.utility(j, both[n]) / p.theta) / inside[n];
            const Estimate seen = share_of(count[chosen.unit(j, both[n]) + 1], persons);
            INFO(id_of(both[n]) << " at house " << j << ": " << seen.mean << " +- " << seen.se << ", expected " << expected);
            CHECK(seen.holds(expected));
        }
    }
}

TEST_CASE("V13: a house that opens draws people only to itself")
{
    Chosen before, after;
    before.stage().world.centres[1].open = false;
    std::size_t moved = 0, elsewhere = 0;
    for (std::uint64_t person = 0; person < persons / 10; ++person) {
        const std::int16_t one = before.of(person), two = after.of(person);
        if (one == two) continue;
        ++moved;
        if (two == no_unit || after.stage().premises.units[static_cast<std::size_t>(two)].centre != 1) ++elsewhere;
    }
    CHECK(moved > 1000);
    CHECK(elsewhere == 0);
}
