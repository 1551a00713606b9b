// SPDX-License-Identifier: MPL-2.0
// V1-V4 and V22 of docs/model.md 9.1: lives against the Gompertz table, levels by age against the numbers integrated
// in 7.2, the stationary chain, the largest gain participation can give. Each comparison would fail a right engine with
// chance 0.0027 were the seed random (3 standard errors); the seed is fixed.
// The weekly grid: an event of week n fell due somewhere between weeks n - 1 and n, half a week earlier on average.
#include "engine/model/hazards.hpp"
#include "engine/simulation/simulation.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/worlds.hpp"

#include <cmath>
#include <functional>
#include <memory>

using namespace samspil;
using namespace samspil::worlds;

namespace {

constexpr int persons = 200000;
constexpr Chance chance{2021, 1};
constexpr double rounding2 = 0.005;  // figures stated with two decimals
constexpr double rounding3 = 0.0005; // and with three
constexpr double half_week = 0.5 * years_per_week;

/// Years of life left at an age under a yearly hazard, by Simpson's rule.
double years_left(double age, const std::function<double(double)>& cumulated)
{
    constexpr int steps = 20000;
    constexpr double last = 111.0; // nobody lives longer
    const double h = (last - age) / steps;
    double sum = 0;
    for (int i = 0; i <= steps; ++i) {
        const double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
        sum += weight * std::exp(cumulated(age) - cumulated(age + i * h));
    }
    return sum * h / 3;
}

double gompertz_cumulated(Gompertz g, double age) { return g.a / g.b * std::expm1(g.b * (age - 65)); }

/// As a table by whole years of age gives it: the hazard is constant within a year of age.
double table_cumulated(Gompertz g, double age)
{
    const double whole = std::floor(age);
    const double below = gompertz_cumulated(g, whole);
    return below + (age - whole) * (gompertz_cumulated(g, whole + 1) - below);
}

/// Years lived beyond an age by those who reach it; the half week of the grid is taken off.
Estimate expectancy(const std::vector<Life>& all, double age)
{
    std::vector<double> years;
    for (const Life& life : all) {
        const double died = (life.died - 0.5) * years_per_week;
        if (died > age - 65) years.push_back(died - (age - 65));
    }
    return mean_of(years);
}

double years_in_good_function(const Life& life)
{
    double sum = 0;
    for (std::size_t i = 0; i < life.levels.size(); ++i) {
        const Week end = i + 1 < life.levels.size() ? life.levels[i + 1].first : life.died;
        if (life.levels[i].second <= 1) sum += end - life.levels[i].first;
    }
    return sum * years_per_week;
}

struct Stated {
    Sex sex;
    double e65, e75;
    double good_years;
    std::array<std::array<double, 4>, 5> levels; ///< at 70, 75, 80, 85, 90
    double gain;
};

const Stated men{Sex::male, 18.23, 11.18, 15.04,
                 {{{.628, .287, .062, .023}, {.524, .339, .092, .044}, {.414, .373, .131, .082}, {.309, .382, .170, .139},
                   {.221, .368, .200, .212}}},
                 0.82};
const Stated women{Sex::female, 21.04, 13.24, 16.60,
                   {{{.625, .288, .063, .024}, {.517, .339, .095, .048}, {.401, .370, .136, .093}, {.290, .371, .175, .164},
                     {.196, .343, .202, .258}}},
                   1.03};

void check_expectancy(const std::vector<Life>& all, const Stated& stated)
{
    const Gompertz g = gompertz[static_cast<std::size_t>(stated.sex)];
    for (const auto& [age, figure] : {std::pair{65.0, stated.e65}, std::pair{75.0, stated.e75}}) {
        const double smooth = years_left(age, [&](double x) { return gompertz_cumulated(g, x); });
        const double by_table = years_left(age, [&](double x) { return table_cumulated(g, x); });
        const Estimate seen = expectancy(all, age);
        INFO("age " << age << ": seen " << seen.mean << " +- " << seen.se << ", by table " << by_table << ", smooth " << smooth);
        CHECK(std::abs(smooth - figure) <= rounding2);
        CHECK(std::abs(by_table - smooth) <= g.b / 12 + 0.001); // what a table by whole years costs
        CHECK(seen.holds(by_table));
    }
}

} // namespace

TEST_CASE("V1: with one mortality for all levels lives last as the Gompertz table says")
{
    for (const Stated& stated : {men, women}) {
        Scenario scenario = cohort(stated.sex, persons);
        scenario.assumptions.hr_f = {1, 1, 1, 1};
        const auto all = lives(run(scenario, chance));
        REQUIRE(all.size() == persons);
        check_expectancy(all, stated);
    }
}

TEST_CASE("V2 and V3: mortality by level keeps the life table, and levels by age are those of the model description")
{
    for (const Stated& stated : {men, women}) {
        const auto all = lives(run(cohort(stated.sex, persons), chance));
        REQUIRE(all.size() == persons);
        check_expectancy(all, stated);
        for (std::size_t row = 0; row < stated.levels.size(); ++row) {
            const auto age = static_cast<Week>((5 + 5 * static_cast<double>(row)) * weeks_per_year);
            std::array<std::size_t, 4> count{};
            std::size_t alive = 0;
            for (const Life& life : all) {
                const int level = life.level_at(age);
                if (level < 0) continue;
                ++count[static_cast<std::size_t>(level)];
                ++alive;
            }
            for (std::size_t level = 0; level < 4; ++level) {
                const Estimate seen = share_of(count[level], alive);
                INFO("age " << 70 + 5 * row << ", level " << level + 1 << ": " << seen.mean << " +- " << seen.se);
                CHECK(seen.holds(stated.levels[row][level], rounding3));
            }
        }
        std::vector<double> years;
        for (const Life& life : all) years.push_back(years_in_good_function(life));
        const Estimate good = mean_of(years);
        INFO("years at levels 1 and 2: " << good.mean << " +- " << good.se);
        CHECK(good.holds(stated.good_years, rounding2 + half_week));
    }
}

TEST_CASE("V4: without death or ageing the levels settle at the stationary shares of the chain")
{
    // The stated shares, and what whole weeks make of them: a stay of rate q takes 1 / (1 - exp(-q)) weeks instead of 1/q.
    const std::array<double, 4> stationary{.2075, .2536, .1796, .3593};
    const auto on_grid = [&](const Parameters& p) {
        std::array<double, 4> shares{};
        double all = 0;
        for (std::size_t k = 0; k < 4; ++k) {
            const double q = ((k < 3 ? p.r[k] : 0) + (k > 0 ? p.c[k - 1] : 0)) * years_per_week;
            shares[k] = stationary[k] * q / -std::expm1(-q);
            all += shares[k];
        }
        for (double& share : shares) share /= all;
        return shares;
    };
    struct Start {
        double speed;
        std::array<double, 4> levels;
    };
    // At the stated rates from the answer itself; three times as fast, so that 46 years are 138, from one end.
    for (const Start& start : {Start{1, stationary}, Start{3, {1, 0, 0, 0}}, Start{3, {0, 0, 0, 1}}}) {
        Scenario scenario = cohort(Sex::female, persons);
        Parameters& p = scenario.assumptions;
        scenario.mechanisms.mortality = false;
        p.gam_d = p.gam_r = 0;
        p.level65 = start.levels;
        for (std::size_t k = 0; k < 3; ++k) {
            p.r[k] *= start.speed;
            p.c[k] *= start.speed;
        }
        const auto expected = on_grid(p);
        Simulation simulation(std::make_shared<const Premises>(scenario), {chance, 8192, 0.0});
        while (simulation.week() < last_age_week) simulation.step({});
        const auto& count = simulation.world().counts.home_by_level;
        for (std::size_t level = 0; level < 4; ++level) {
            const Estimate seen = share_of(static_cast<std::size_t>(count[level]), persons);
            INFO("speed " << start.speed << ", level " << level + 1 << ": " << seen.mean << " +- " << seen.se << ", expected "
                          << expected[level]);
            CHECK(std::abs(expected[level] - stationary[level]) < 0.001);
            CHECK(seen.holds(expected[level], rounding3));
        }
    }
}

namespace {

/// To those who have entered in the week just stepped; it acts on hazards from the week after.
void give_full_dose(World& world, float quality)
{
    for (std::size_t row = 0; row < world.citizens.size(); ++row) {
        if (!world.citizens.holds(row) || world.citizens[row].dose_offer != Offer::none) continue;
        Citizen& citizen = world.citizens[row];
        citizen.dose = 1e6;
        citizen.dose_offer = Offer::klub;
        citizen.dose_quality = quality;
        citizen.agenda.dose = world.week;
        world.due[row] = world.week;
    }
}

/// A cohort of whom everybody has the effect of full participation (or of none) from 65 to death.
std::vector<Life> lives_at_full_dose(const Stated& stated, bool takes_part)
{
    Scenario scenario = cohort(stated.sex, persons);
    scenario.mechanisms.participation_effect = true;
    scenario.assumptions.rr_rec = 1;
    scenario.assumptions.half_d = 1e12; // the dose is never lost
    Simulation simulation(std::make_shared<const Premises>(scenario), {chance, 8192, 1.0});
    while (!simulation.is_finished()) {
        simulation.step({});
        if (takes_part) give_full_dose(simulation.world(), static_cast<float>(scenario.assumptions.q_ref));
    }
    return lives(simulation.result());
}

} // namespace

TEST_CASE("V22: if everybody took part from 65 to death the gain would be the stated upper bound and no more")
{
    for (const Stated& stated : {men, women}) {
        const auto without = lives_at_full_dose(stated, false);
        const auto with = lives_at_full_dose(stated, true);
        REQUIRE(without.size() == with.size());
        std::vector<double> gain;
        for (std::size_t i = 0; i < with.size(); ++i) {
            if (with[i].person != without[i].person) FAIL("the two cohorts are not the same persons");
            gain.push_back(years_in_good_function(with[i]) - years_in_good_function(without[i]));
        }
        const Estimate seen = mean_of(gain);
        INFO("gain " << seen.mean << " +- " << seen.se);
        CHECK(seen.mean <= stated.gain + rounding2 + 3 * seen.se);
        CHECK(seen.holds(stated.gain, rounding2));
    }
}
