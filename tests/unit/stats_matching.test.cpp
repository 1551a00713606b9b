// SPDX-License-Identifier: MPL-2.0
// Least squares, emulators, history matching and ABC against values by hand and truths that were planted.
#include "engine/random/distributions.hpp"
#include "engine/stats/abc.hpp"
#include "engine/stats/designs.hpp"
#include "engine/stats/history_matching.hpp"
#include "engine/stats/moments.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

using namespace samspil;

namespace {

double noise(std::uint32_t set, std::size_t i, std::uint32_t index = 0)
{
    return normal(uniform({23, set}, Purpose::unit_stay, i, index));
}

/// Three outputs of four inputs, two of them without influence on any but the third; not a polynomial.
std::array<double, 3> model(std::span<const double> u)
{
    return {std::exp(u[0]) + u[1], 4 * u[0] * u[1] + std::sin(3 * u[1]), u[0] - u[2] + 0.5 * u[3] * u[3]};
}

} // namespace

TEST_CASE("least squares gives the line by hand, its leverages, and 0 for a column said twice")
{
    // y = 1 + 2 x through (0,1) (1,3) (2,5) and off by one at x = 3: slope by the normal equations
    Matrix x(4, 3);
    for (std::size_t i = 0; i < 4; ++i) {
        const auto at = static_cast<double>(i);
        x(i, 0) = 1, x(i, 1) = at, x(i, 2) = 3 * at - 2;
    }
    const LeastSquares fit = least_squares(x, std::array{1.0, 3.0, 5.0, 8.0});
    CHECK(fit.rank == 2);
    CHECK(fit.coefficients[0] == Approx(0.8));
    CHECK(fit.coefficients[1] == Approx(2.3));
    CHECK(fit.coefficients[2] == 0.0);
    CHECK(fit.leverage[0] == Approx(0.7)); // 1/4 + 1.5^2/5
    CHECK(fit.residual[3] == Approx(0.3));
    double along = 0; // the leverage of a new row: x = 4 gives 1/4 + 2.5^2/5
    for (std::size_t j = 0; j < 2; ++j) {
        const double part = fit.inverse_root(j, 0) * 1 + (j == 1 ? fit.inverse_root(1, 1) * 4 : 0);
        along += part * part;
    }
    CHECK(along == Approx(1.5));
    const LeastSquares weighted = least_squares(x, std::array{1.0, 3.0, 5.0, 8.0}, std::array{1.0, 1.0, 1.0, 0.0});
    CHECK(weighted.coefficients[0] == Approx(1.0));
    CHECK(weighted.coefficients[1] == Approx(2.0));
}

TEST_CASE("an emulator picks the degree that foretells best and knows its own error")
{
    const Matrix points = sobol_sequence(128, 3, 4);
    std::vector<double> line(points.rows), curve(points.rows), luck(points.rows);
    for (std::size_t i = 0; i < points.rows; ++i) {
        const auto u = points.row(i);
        line[i] = 2 + u[0] - 3 * u[2] + 0.1 * noise(1, i);
        curve[i] = u[0] * u[1] + u[2] * u[2];
        luck[i] = noise(2, i);
    }
    const Emulator of_line = fit_emulator(points, line);
    CHECK(of_line.basis == Basis::linear);
    CHECK(std::sqrt(of_line.variance) == Approx(0.1).epsilon(0.2));
    CHECK(of_line.explained > 0.98);
    CHECK(predict(of_line, std::array{0.5, 0.5, 0.5}).mean == Approx(1.0).margin(0.05));
    const Emulator of_curve = fit_emulator(points, curve);
    CHECK(of_curve.basis == Basis::quadratic);
    CHECK(predict(of_curve, std::array{0.3, 0.9, 0.4}).mean == Approx(0.3 * 0.9 + 0.16).margin(1e-9));
    CHECK(fit_emulator(points, luck).explained < 0.1);
    curve[5] = std::numeric_limits<double>::quiet_NaN();
    CHECK(fit_emulator(points, curve).points == 127);
    const Emulator nothing = fit_emulator(points, std::vector<double>(128, std::numeric_limits<double>::quiet_NaN()));
    CHECK(std::isinf(predict(nothing, points.row(0)).variance));
}

TEST_CASE("an emulator's deviations are honest: about 95 % of new values within two")
{
    const Matrix points = sobol_sequence(64, 2, 4), fresh = sobol_sequence(1000, 2, 99);
    std::vector<double> values(points.rows);
    const auto truth = [](std::span<const double> u) { return u[0] * u[0] - u[0] * u[1]; };
    for (std::size_t i = 0; i < points.rows; ++i) values[i] = truth(points.row(i)) + 0.2 * noise(3, i);
    const Emulator emulator = fit_emulator(points, values);
    int within = 0;
    for (std::size_t i = 0; i < fresh.rows; ++i) {
        const Prediction p = predict(emulator, fresh.row(i));
        within += std::fabs(truth(fresh.row(i)) + 0.2 * noise(4, i) - p.mean) < 2 * std::sqrt(p.variance);
    }
    CHECK(within > 900); // the emulator's own 64 points move this by a few per cent
    CHECK(within < 995);
}

TEST_CASE("three waves of history matching close in on a planted truth and never rule it out")
{
    constexpr std::size_t d = 4;
    const std::array truth{0.31, 0.72, 0.55, 0.2};
    const auto observed = model(truth);
    HistoryMatch match;
    for (const double value : observed) match.targets.push_back({value, 0.02});
    Matrix points = latin_hypercube(80, d, 6);
    double share = 1.0;
    for (std::uint32_t wave = 0; wave < 3; ++wave) {
        Matrix means;
        for (std::size_t i = 0; i < points.rows; ++i) {
            auto outputs = model(points.row(i));
            for (std::size_t k = 0; k < 3; ++k) outputs[k] += 0.01 * noise(10 + wave, i, static_cast<std::uint32_t>(k));
            means.add(outputs);
        }
        match.waves.push_back(fit_wave(points, means, {1e-4, 1e-4, 1e-4}));
        CHECK(implausibility(match, truth) < 3.0);
        const RemainingSpace remaining = remaining_space(match, d, 200, 8 + wave);
        REQUIRE(remaining.points.rows == 200);
        CHECK(remaining.share < share);
        share = remaining.share;
        for (std::size_t i = 0; i < remaining.points.rows; ++i)
            CHECK(implausibility(match, remaining.points.row(i)) <= 3.0);
        for (std::size_t j = 0; j < d; ++j) {
            CHECK(remaining.low[j] <= truth[j]);
            CHECK(truth[j] <= remaining.high[j]);
        }
        points = rows_of(remaining.points, spread_out(remaining.points, 80));
    }
    CHECK(share < 0.01);
    const RemainingSpace last = remaining_space(match, d, 200, 3);
    // The first two outputs are met at the truth and once more at (0.53, 0.38), in a band of +-0.08 around each.
    CHECK(last.low[0] > 0.31 - 0.15);
    CHECK(last.high[0] < 0.53 + 0.15);
    CHECK(last.low[1] > 0.38 - 0.2);
    CHECK(last.high[1] < 0.72 + 0.2);
    CHECK(last.high[3] - last.low[3] > 0.8); // 2 and 3 only show as a sum
    CHECK(last.points == remaining_space(match, d, 200, 3).points);
    // of a point that was run
    CHECK(implausibility(match, observed, std::array{1e-4, 1e-4, 1e-4}) == 0.0);
    CHECK(implausibility(match, std::array{observed[0] + 1, observed[1], observed[2]}, std::array{0.0, 0.0, 0.0}) > 3.0);
}

TEST_CASE("the share that remains is the one by hand: a slab of a tenth, a cube of a thousandth")
{
    // Outputs are the inputs themselves; cutoff 3 and tolerance 1/60 leave a slab of width 0.1 around the target.
    const Matrix points = sobol_sequence(64, 3, 2);
    for (const std::size_t outputs : {std::size_t{1}, std::size_t{3}}) {
        HistoryMatch match;
        Matrix means;
        for (std::size_t i = 0; i < points.rows; ++i) means.add(points.row(i).first(outputs));
        for (std::size_t k = 0; k < outputs; ++k) match.targets.push_back({0.5, 1.0 / 60});
        match.waves.push_back(fit_wave(points, means, std::vector<double>(outputs, 0.0)));
        const RemainingSpace remaining = remaining_space(match, 3, 400, 5);
        CHECK(remaining.share == Approx(std::pow(0.1, static_cast<double>(outputs))).epsilon(0.25));
        for (std::size_t j = 0; j < outputs; ++j) {
            CHECK(remaining.low[j] == Approx(0.45).margin(0.004));
            CHECK(remaining.high[j] == Approx(0.55).margin(0.004));
            Moments inside; // uniform: mean 0.5, deviation 0.1 / sqrt(12)
            for (std::size_t i = 0; i < 400; ++i) inside.add(remaining.points(i, j));
            CHECK(inside.mean() == Approx(0.5).margin(0.01));
            CHECK(inside.deviation() == Approx(0.1 / std::sqrt(12.0)).epsilon(0.15));
        }
    }
}

TEST_CASE("targets nothing can meet leave nothing, and say how near one came")
{
    const Matrix points = sobol_sequence(32, 2, 2);
    Matrix means;
    for (std::size_t i = 0; i < points.rows; ++i) means.add(points.row(i).first(1));
    HistoryMatch match{{{2.0, 0.1}}, {fit_wave(points, means, {0.0})}, 3.0};
    const RemainingSpace remaining = remaining_space(match, 2, 50, 1);
    CHECK(remaining.points.rows == 0);
    CHECK(remaining.share == 0.0);
    CHECK(remaining.least_implausibility == Approx(10.0).epsilon(0.02)); // (2 - 1) / 0.1
}

TEST_CASE("an output that does not vary, a target without width: nothing remains, or what meets it exactly")
{
    const Matrix points = sobol_sequence(32, 2, 2);
    Matrix means;
    for (std::size_t i = 0; i < points.rows; ++i) means.add(std::array{0.5});
    const std::vector<MatchWave> waves{fit_wave(points, means, {0.0})};
    const RemainingSpace none = remaining_space({{{0.6, 0.0}}, waves, 3.0}, 2, 50, 1);
    CHECK(none.points.rows == 0);
    CHECK(none.share == 0.0);
    const RemainingSpace all = remaining_space({{{0.5, 0.0}}, waves, 3.0}, 2, 50, 1);
    CHECK(all.points.rows == 50);
    CHECK(all.share == 1.0);
}

TEST_CASE("ABC keeps inside the unit cube, leaves failed draws out and says so")
{
    const Matrix theta = latin_hypercube(2000, 2, 5);
    Matrix summaries;
    for (std::size_t i = 0; i < theta.rows; ++i)
        summaries.add(std::array{theta(i, 0) + 0.05 * noise(30, i), i % 50 == 0 ? std::nan("") : theta(i, 1) + 0.05 * noise(31, i)});
    const Posterior posterior = abc_posterior(theta, summaries, std::array{0.97, 0.4}, {0.05, true, true});
    CHECK(posterior.left_out == 40);
    CHECK(posterior.draws.rows == 98);
    CHECK(posterior.effective_draws > 60);
    const Matrix draws = equal_draws(posterior, 1000, 3);
    Moments first, second;
    for (std::size_t i = 0; i < draws.rows; ++i) {
        CHECK((draws(i, 0) > 0 && draws(i, 0) < 1));
        first.add(draws(i, 0));
        second.add(draws(i, 1));
    }
    CHECK(first.mean() > 0.9);
    CHECK(second.mean() == Approx(0.4).margin(0.02));
    CHECK(second.deviation() == Approx(0.05).epsilon(0.3));
    CHECK(abc_posterior(theta, Matrix(2000, 0), {}).draws.rows == 400); // nothing observed: draws of the prior
}
