// SPDX-License-Identifier: MPL-2.0
// Morris and Sobol' against functions whose answers are known: lines by hand, Ishigami's and the g-function by formula.
#include "engine/stats/designs.hpp"
#include "engine/stats/morris.hpp"
#include "engine/stats/sobol_indices.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

using namespace samspil;

namespace {

constexpr double pi = std::numbers::pi;

/// Ishigami and Homma (1990), a = 7, b = 0.1, on the unit cube.
double ishigami(std::span<const double> u)
{
    const double x1 = pi * (2 * u[0] - 1), x2 = pi * (2 * u[1] - 1), x3 = pi * (2 * u[2] - 1);
    return std::sin(x1) + 7 * std::sin(x2) * std::sin(x2) + 0.1 * x3 * x3 * x3 * x3 * std::sin(x1);
}

constexpr std::array g_weights{0.0, 0.5, 3.0, 9.0, 99.0, 99.0};

/// Sobol's g-function: the product of (|4 u - 2| + a) / (1 + a).
double g_function(std::span<const double> u)
{
    double product = 1;
    for (std::size_t j = 0; j < u.size(); ++j)
        product *= (std::fabs(4 * u[j] - 2) + g_weights[j]) / (1 + g_weights[j]);
    return product;
}

template <class F>
std::vector<double> values_at(const Matrix& points, F f)
{
    std::vector<double> values(points.rows);
    for (std::size_t i = 0; i < points.rows; ++i) values[i] = f(points.row(i));
    return values;
}

} // namespace

TEST_CASE("Sobol' indices of Ishigami's function within 0.01 of the formula, and inside their own intervals")
{
    // V1 = (1 + b pi^4/5)^2 / 2, V2 = a^2/8, V13 = b^2 pi^8 (1/18 - 1/50), V = V1 + V2 + V13
    const double v1 = std::pow(1 + 0.1 * std::pow(pi, 4) / 5, 2) / 2, v2 = 49.0 / 8;
    const double v13 = 0.01 * std::pow(pi, 8) * (1.0 / 18 - 1.0 / 50), v = v1 + v2 + v13;
    const std::array first{v1 / v, v2 / v, 0.0}, total{(v1 + v13) / v, v2 / v, v13 / v};
    CHECK(first[0] == Approx(0.3139).margin(5e-5)); // the figures everybody prints
    CHECK(total[2] == Approx(0.2437).margin(5e-5));
    const SobolResult result = sobol_indices(values_at(saltelli(4096, 3, 11), ishigami), 3, 1, 300);
    CHECK(result.used == 4096);
    CHECK(result.mean == Approx(3.5).margin(0.02));
    CHECK(result.variance == Approx(v).epsilon(0.01));
    for (std::size_t j = 0; j < 3; ++j) {
        CHECK(result.dimensions[j].first == Approx(first[j]).margin(0.01));
        CHECK(result.dimensions[j].total == Approx(total[j]).margin(0.01));
        REQUIRE(result.dimensions[j].first_interval);
        CHECK(result.dimensions[j].first_interval->contains(first[j]));
        CHECK(result.dimensions[j].total_interval->contains(total[j]));
        CHECK(result.dimensions[j].first_interval->high - result.dimensions[j].first_interval->low < 0.12);
    }
}

TEST_CASE("Sobol' indices of the g-function within 0.015 of the formula")
{
    double product = 1;
    std::array<double, 6> alone{};
    for (std::size_t j = 0; j < 6; ++j) {
        alone[j] = 1.0 / 3 / ((1 + g_weights[j]) * (1 + g_weights[j]));
        product *= 1 + alone[j];
    }
    const SobolResult result = sobol_indices(values_at(saltelli(8192, 6, 4), g_function), 6, 1, 0);
    for (std::size_t j = 0; j < 6; ++j) {
        CHECK(result.dimensions[j].first == Approx(alone[j] / (product - 1)).margin(0.015));
        CHECK(result.dimensions[j].total == Approx(alone[j] * product / (1 + alone[j]) / (product - 1)).margin(0.015));
        CHECK(!result.dimensions[j].first_interval);
    }
}

TEST_CASE("a failed point costs Sobol' its block and Morris its trajectory, and they say so")
{
    const double failed = std::numeric_limits<double>::quiet_NaN();
    auto values = values_at(saltelli(2048, 3, 11), ishigami);
    for (std::size_t k = 0; k < values.size(); k += 500) values[k] = failed;
    const SobolResult sobol = sobol_indices(values, 3, 1, 50);
    CHECK(sobol.left_out == 21); // 10,240 values; every 500th falls in a block of its own
    CHECK(sobol.used == 2048 - 21);
    CHECK(sobol.dimensions[1].total == Approx(0.4424).margin(0.03));

    const Matrix points = morris_trajectories(10, 3, 4, 1);
    auto effects = values_at(points, ishigami);
    effects[5] = failed; // in the second trajectory
    const MorrisResult with = morris(points, effects, 1);
    CHECK(with.used == 9);
    CHECK(with.left_out == 1);
    for (const MorrisEffect& effect : with.dimensions) CHECK(std::isfinite(effect.mu_star));

    const SobolResult nothing = sobol_indices(std::vector<double>(10, failed), 3, 1);
    CHECK(nothing.used == 0);
    CHECK(std::isnan(nothing.dimensions[0].first));
    CHECK(std::isnan(sobol_indices(std::vector<double>(50, 2.0), 3, 1).dimensions[0].total)); // nothing varies
    CHECK(std::isnan(morris(points, std::vector<double>(points.rows, failed), 1).dimensions[0].mu));
}

TEST_CASE("Morris on a line gives its slopes exactly, with no spread")
{
    const Matrix points = morris_trajectories(8, 3, 6, 2);
    const auto line = [](std::span<const double> u) { return 5 + 2 * u[0] - 3 * u[1]; };
    const MorrisResult result = morris(points, values_at(points, line), 1);
    const std::array slopes{2.0, -3.0, 0.0};
    for (std::size_t j = 0; j < 3; ++j) {
        CHECK(result.dimensions[j].mu == Approx(slopes[j]).margin(1e-12));
        CHECK(result.dimensions[j].mu_star == Approx(std::fabs(slopes[j])).margin(1e-12));
        CHECK(result.dimensions[j].sigma == Approx(0.0).margin(1e-12));
        CHECK(result.dimensions[j].mu_interval->low == Approx(slopes[j]).margin(1e-12));
    }
}

TEST_CASE("Morris on Ishigami's function: the mean effects by hand, on four levels")
{
    // Levels 0 1/3 2/3 1 are x = -pi, -pi/3, pi/3, pi; a step is 2/3 up or down.
    // x1: sin goes 0 -> sin(pi/3) and -sin(pi/3) -> 0, so every effect is s (1 + b x3^4) / (2/3) with s = sqrt(3)/2;
    //     x3^4 is pi^4 or (pi/3)^4, each as likely.
    // x2: 7 sin^2 goes 0 -> 7 * 3/4 from level 0, and back from level 1: effects +-7.875, mu = 0.
    // x3: b x3^4 sin x1 changes by b (pi/3)^4 (1 - 81) sin x1 from level 0, and by its opposite from level 1; half of
    //     the x1 levels have sin = +-s, the others 0.
    const double s = std::sqrt(3.0) / 2, low = std::pow(pi / 3, 4), high = std::pow(pi, 4);
    const double star1 = s * (1 + 0.1 * (low + high) / 2) * 1.5, star2 = 7 * 0.75 * 1.5, star3 = 0.5 * s * 0.1 * (high - low) * 1.5;
    const Matrix points = morris_trajectories(2000, 3, 4, 9);
    const MorrisResult result = morris(points, values_at(points, ishigami), 3, 400);
    CHECK(result.dimensions[0].mu == Approx(star1).epsilon(0.05));
    CHECK(result.dimensions[0].mu_star == Approx(star1).epsilon(0.05));
    CHECK(result.dimensions[1].mu == Approx(0).margin(0.8)); // 4.5 standard errors of 7.875 / sqrt(2000)
    CHECK(result.dimensions[1].mu_star == Approx(star2).epsilon(1e-9));
    CHECK(result.dimensions[2].mu_star == Approx(star3).epsilon(0.1));
    CHECK(result.dimensions[0].mu_star_interval->contains(star1));
    CHECK(result.dimensions[2].mu_star_interval->contains(star3));
    CHECK(result.dimensions[1].mu_interval->contains(0));
}

TEST_CASE("Morris ranks the g-function's coordinates by their weights, from forty trajectories")
{
    const Matrix points = morris_trajectories(40, 6, 4, 2);
    const MorrisResult result = morris(points, values_at(points, g_function), 1);
    for (std::size_t j = 0; j + 2 < 6; ++j)
        CHECK(result.dimensions[j].mu_star > result.dimensions[j + 1].mu_star);
    CHECK(result.dimensions[5].mu_star < 0.05);
    CHECK(result.dimensions[0].sigma > result.dimensions[3].sigma);
    // reproducible to the last bit
    CHECK(morris(points, values_at(points, g_function), 1).dimensions[0].mu_star_interval == result.dimensions[0].mu_star_interval);
}
