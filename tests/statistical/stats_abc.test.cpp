// SPDX-License-Identifier: MPL-2.0
// ABC against posteriors known by formula (simulation-based calibration, Talts 2018): the rank of the true parameter
// among posterior draws is uniform. Chi-square over 20 ranks; each test is wrong about a right program once in 10^6.
#include "engine/random/distributions.hpp"
#include "engine/stats/abc.hpp"
#include "engine/stats/moments.hpp"
#include "tests/support/catch.hpp"

#include <boost/math/distributions/chi_squared.hpp>

#include <array>
#include <cmath>
#include <vector>

using namespace samspil;

namespace {

constexpr std::size_t draws_ranked = 19, draws_simulated = 1500;
constexpr unsigned truths = 600;

double luck(std::uint32_t truth, std::size_t i, std::uint32_t index) { return uniform({31, truth}, Purpose::unit_stay, i, index); }

/// How far the ranks of `truths` true parameters among 19 posterior draws are from uniform.
template <class Prior, class Simulate, class Reality>
double chi_square_of_ranks(Prior prior, Simulate simulate, Reality reality, const AbcOptions& options)
{
    std::array<int, draws_ranked + 1> ranks{};
    for (unsigned truth = 0; truth < truths; ++truth) {
        Matrix parameters, summaries;
        for (std::size_t i = 0; i <= draws_simulated; ++i) {
            const double theta = prior(luck(truth, i, 0));
            parameters.add(std::array{theta});
            const double error = normal(luck(truth, i, 1));
            summaries.add(std::array{i < draws_simulated ? simulate(theta, error) : reality(theta, error)});
        }
        // the last is the truth, and what it gave was observed
        const double theta = parameters(draws_simulated, 0), observed = summaries(draws_simulated, 0);
        for (Matrix* table : {&parameters, &summaries}) {
            table->values.pop_back();
            --table->rows;
        }
        const Posterior posterior = abc_posterior(parameters, summaries, std::array{observed}, options);
        const Matrix draws = equal_draws(posterior, draws_ranked * 20, truth);
        std::size_t below = 0; // every 20th of the shuffled draws: as good as independent
        for (std::size_t k = 0; k < draws_ranked; ++k) below += draws(k, 0) < theta;
        ++ranks[below];
    }
    double sum = 0;
    const double expected = truths / static_cast<double>(ranks.size());
    for (const int count : ranks) sum += (count - expected) * (count - expected) / expected;
    return sum;
}

double bound() { return quantile(complement(boost::math::chi_squared(draws_ranked), 1e-6)); }

} // namespace

TEST_CASE("ABC ranks are uniform where prior and error are normal")
{
    const auto prior = [](double u) { return normal(u); };
    const auto simulate = [](double theta, double error) { return theta + 0.5 * error; };
    CHECK(chi_square_of_ranks(prior, simulate, simulate, {0.2, true, false}) < bound());
}

TEST_CASE("ABC ranks are uniform for a share in the unit cube seen through a curve")
{
    const auto prior = [](double u) { return u; };
    const auto simulate = [](double theta, double error) { return theta * theta + 0.1 * error; };
    CHECK(chi_square_of_ranks(prior, simulate, simulate, {0.1, true, true}) < bound());
}

TEST_CASE("the same test sees a posterior that is too narrow, or too wide")
{
    const auto prior = [](double u) { return normal(u); };
    const auto simulate = [](double theta, double error) { return theta + 0.2 * error; };
    const auto noisier = [](double theta, double error) { return theta + 0.5 * error; };
    CHECK(chi_square_of_ranks(prior, simulate, noisier, {0.2, true, false}) > bound());
    CHECK(chi_square_of_ranks(prior, noisier, simulate, {0.2, true, false}) > bound());
}

TEST_CASE("the posterior of a normal mean is the one by formula")
{
    // N(0, 1) seen with variance 1/4: N(0.8 s, 0.2). Bounds are five standard errors of 4000 draws, a quarter kept.
    Matrix theta, seen;
    for (std::size_t i = 0; i < 4000; ++i) {
        theta.add(std::array{normal(luck(0, i, 0))});
        seen.add(std::array{theta(i, 0) + 0.5 * normal(luck(0, i, 1))});
    }
    const Posterior posterior = abc_posterior(theta, seen, std::array{1.0}, {0.25, true, false});
    const Moments m = moments(equal_draws(posterior, 2000, 1).values);
    CHECK(m.mean() == Approx(0.8).margin(5 * std::sqrt(0.2 / posterior.effective_draws)));
    CHECK(m.deviation() == Approx(std::sqrt(0.2)).epsilon(5 / std::sqrt(2 * posterior.effective_draws)));
}
