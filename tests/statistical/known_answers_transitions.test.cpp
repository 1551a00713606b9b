// SPDX-License-Identifier: MPL-2.0
// V19 and V23 of docs/model.md 9.1: drop-out in the 12 vulnerable weeks, and the chain none - club - preventive -
// maintaining with places for all against its stationary shares, solved here. 3 standard errors each.
#include "engine/random/distributions.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/stage.hpp"
#include "tests/support/worlds.hpp"

#include <cmath>

using namespace samspil;
using namespace samspil::worlds;

namespace {

constexpr int no_reviews = 1 << 30;

Scenario quiet_town(int houses)
{
    Scenario scenario = town(houses, 1);
    scenario.policy.review_weeks = no_reviews;
    Parameters& p = scenario.assumptions;
    p.decline_p = p.leave_q = 0;
    p.ar_sd = 0;
    Mechanisms& m = scenario.mechanisms;
    m.participation_effect = m.sharing = m.assessment_error = false;
    return scenario;
}

void give_places_to_all(Stage& stage)
{
    for (std::size_t unit = 0; unit < stage.world.units.size(); ++unit) stage.offer(unit, 1 << 24);
}

std::int16_t unit_of(const Stage& stage, std::size_t house, Offer offer) { return stage.premises.unit_of[house][index_of(offer)]; }

struct DroppedOut {
    std::size_t within_12_weeks = 0, later = 0;
};

/// Everybody moves from a club in one house to forebyggende in another; how many are lost and when.
DroppedOut move_all(const Scenario& scenario, std::uint32_t persons)
{
    Stage stage(scenario, {2021, 0});
    give_places_to_all(stage);
    std::vector<Application> to_club, to_prevention;
    for (std::uint32_t i = 0; i < persons; ++i) {
        const std::uint32_t row = stage.add_citizen(i);
        to_club.push_back({row, unit_of(stage, 0, Offer::klub), 1});
        to_prevention.push_back({row, unit_of(stage, 1, Offer::forebyggende), 1});
    }
    stage.week(to_club);
    stage.week(to_prevention);
    DroppedOut lost;
    for (Week week = 1; week <= 60; ++week) stage.week({}, {}, [&](std::uint32_t) { ++(week <= 12 ? lost.within_12_weeks : lost.later); });
    return lost;
}

} // namespace

TEST_CASE("V19: of those who move, 34.3 % drop out within 12 weeks when only the transition makes them")
{
    constexpr std::uint32_t persons = 100000;
    Scenario scenario = quiet_town(2);
    Parameters& p = scenario.assumptions;
    p.base_drop = {0, 0, 0};
    p.b1 = p.b2 = p.b6 = p.b7 = p.b8 = 0;
    // The week that falls due is the first whole week at or after the threshold: 12 weeks hold exactly 12 weeks of hazard.
    const double expected = -std::expm1(-12 * p.h_v);
    CHECK(expected == Approx(0.343).margin(0.0005));
    const DroppedOut lost = move_all(scenario, persons);
    const Estimate seen = share_of(lost.within_12_weeks, persons);
    INFO("dropped out " << seen.mean << " +- " << seen.se);
    CHECK(seen.holds(expected));
    CHECK(lost.later == 0);

    scenario.mechanisms.vulnerability = false;
    CHECK(move_all(scenario, persons / 10).within_12_weeks == 0);
}

namespace {

constexpr std::size_t states = 4; // none, club, preventive, maintaining
using Matrix = std::array<std::array<double, states>, states>;

/// Row vector pi with pi P = pi and sum 1, by elimination.
std::array<double, states> stationary(const Matrix& weekly)
{
    std::array<std::array<double, states + 1>, states> rows{};
    for (std::size_t j = 0; j < states; ++j) {
        for (std::size_t i = 0; i < states; ++i) rows[j][i] = weekly[i][j] - (i == j ? 1 : 0);
    }
    for (std::size_t i = 0; i <= states; ++i) rows[states - 1][i] = 1; // one equation is redundant; the sum replaces it
    for (std::size_t column = 0; column < states; ++column) {
        std::size_t pivot = column;
        for (std::size_t j = column; j < states; ++j) {
            if (std::abs(rows[j][column]) > std::abs(rows[pivot][column])) pivot = j;
        }
        std::swap(rows[column], rows[pivot]);
        for (std::size_t j = 0; j < states; ++j) {
            if (j == column) continue;
            const double factor = rows[j][column] / rows[column][column];
            for (std::size_t i = column; i <= states; ++i) rows[j][i] -= factor * rows[column][i];
        }
    }
    std::array<double, states> shares{};
    for (std::size_t i = 0; i < states; ++i) shares[i] = rows[i][states] / rows[i][i];
    return shares;
}

struct Rates {
    double begin, help, refer;          ///< none to club, club to preventive, preventive to maintaining; per week
    std::array<double, 3> drop;         ///< from each offer to none
};

/// One week on the grid: drop-outs first, then the club left for lack of help; who is referred goes whatever else.
Matrix on_grid(const Rates& rates)
{
    const auto chance = [](double rate) { return -std::expm1(-rate); };
    Matrix m{};
    m[0] = {1 - chance(rates.begin), chance(rates.begin), 0, 0};
    const double left = (1 - chance(rates.drop[0])) * chance(rates.help);
    m[1] = {chance(rates.drop[0]), 1 - chance(rates.drop[0]) - left, left, 0};
    const double lost = (1 - chance(rates.refer)) * chance(rates.drop[1]);
    m[2] = {lost, 0, 1 - lost - chance(rates.refer), chance(rates.refer)};
    m[3] = {chance(rates.drop[2]), 0, 0, 1 - chance(rates.drop[2])};
    return m;
}

/// As a generator, in steps so small that they do not matter.
Matrix in_continuous_time(Rates rates)
{
    constexpr double small = 1e-6;
    rates.begin *= small;
    rates.help *= small;
    rates.refer *= small;
    for (double& drop : rates.drop) drop *= small;
    return on_grid(rates);
}

} // namespace

// Beginning in the club and being referred on are drawn by the test: in the rules they follow considerations and
// reviews, which come at most once in a half-year and have no constant hazard. Drop-out, leaving the club for lack of
// help, the choice of where to go and the places are the rules' own.
TEST_CASE("V23: with places for all and constant hazards the offers fill to the stationary shares of their chain")
{
    constexpr std::uint32_t persons = 30000;
    constexpr Week weeks = 450;
    const Rates rates{0.03, 0.03, 0.04, {0.01, 0.01, 0.02}};
    Scenario scenario = quiet_town(1);
    Parameters& p = scenario.assumptions;
    p.base_drop = rates.drop;
    p.h0_club = rates.help;
    p.club_help = 0;
    p.v0 = -20; // who leaves the club always asks for another offer
    scenario.mechanisms.vulnerability = false;
    Stage stage(scenario, {2021, 0});
    give_places_to_all(stage);
    stage.hears_rules = true;
    for (std::uint32_t i = 0; i < persons; ++i) {
        const std::uint32_t row = stage.add_citizen(i, 1);
        stage.world.citizens[row].trait = {0, 1, 0, 0}; // activity 2: one step more than fits a club
        stage.world.known[row] = 1;
    }
    const auto happens = [&](std::uint64_t person, Week week, double rate, std::uint16_t lane) {
        return bernoulli(uniform(stage.chance, Purpose::unit_arrival, person, static_cast<std::uint32_t>(week), lane), -std::expm1(-rate));
    };
    for (Week week = 0; week < weeks; ++week) {
        std::vector<Application> applications;
        for (std::uint32_t row = 0; row < persons; ++row) {
            const Offer offer = stage.world.citizens[row].offer;
            if (offer == Offer::none && happens(row, week, rates.begin, 0)) applications.push_back({row, unit_of(stage, 0, Offer::klub), 1});
            if (offer == Offer::forebyggende && happens(row, week, rates.refer, 1)) {
                applications.push_back({row, unit_of(stage, 0, Offer::vedligeholdende_center), 1});
            }
        }
        stage.week(applications);
    }
    const auto expected = stationary(on_grid(rates)), smooth = stationary(in_continuous_time(rates));
    std::array<std::size_t, states> count{};
    for (const Citizen& citizen : stage.world.citizens) ++count[static_cast<std::size_t>(citizen.offer)];
    for (std::size_t k = 0; k < states; ++k) {
        const Estimate seen = share_of(count[k], persons);
        INFO("state " << k << ": " << seen.mean << " +- " << seen.se << ", expected " << expected[k] << ", without grid " << smooth[k]);
        CHECK(seen.holds(expected[k]));
        CHECK(std::abs(expected[k] - smooth[k]) < 0.005);
    }
}
