// SPDX-License-Identifier: MPL-2.0
// Addressed draws follow their distributions. Each check would fail a correct engine with chance 1e-6 were the seed
// random; the seed is fixed, so a failure is a change of the engine, not bad luck.
#include "engine/random/distributions.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

using namespace samspil;

namespace {

constexpr int draws = 100000;
constexpr Chance chance{2021, 0};
constexpr double normal_bound = 4.892;      // two-sided 1e-6
constexpr double kolmogorov_bound = 2.6935; // sqrt(ln(2e6) / 2): 2 exp(-2 x^2) = 1e-6

double uniform_of(int person, std::uint16_t lane = 0)
{
    return uniform(chance, Purpose::unit_stay, static_cast<std::uint64_t>(person), 0, lane);
}

/// sqrt(n) times the largest distance between the sample and a distribution function.
double kolmogorov(const std::function<double(int)>& drawn, const std::function<double(double)>& distribution)
{
    std::vector<double> sample(draws);
    for (int i = 0; i < draws; ++i)
        sample[i] = distribution(drawn(i));
    std::sort(sample.begin(), sample.end());
    double distance = 0.0;
    for (int i = 0; i < draws; ++i) {
        distance = std::max({distance, sample[i] - i / double(draws), (i + 1) / double(draws) - sample[i]});
    }
    return distance * std::sqrt(double(draws));
}

/// Standard errors between the sample mean and the true one.
double mean_error(const std::function<double(int)>& drawn, double truth)
{
    double sum = 0.0, squares = 0.0;
    for (int i = 0; i < draws; ++i) {
        const double value = drawn(i);
        sum += value;
        squares += value * value;
    }
    const double mean = sum / draws;
    return std::fabs(mean - truth) / std::sqrt((squares / draws - mean * mean) / draws);
}

} // namespace

TEST_CASE("uniform numbers are even over persons, weeks, lanes and replications")
{
    const auto even = [](double x) { return x; };
    CHECK(kolmogorov([](int i) { return uniform_of(i); }, even) < kolmogorov_bound);
    CHECK(kolmogorov([](int i) { return uniform(chance, Purpose::attendance, 7, unsigned(i)); }, even) <
          kolmogorov_bound);
    CHECK(kolmogorov(
              [](int i) {
                  return uniform({2021, unsigned(i)}, Purpose::attendance, 7, 0);
              },
              even) < kolmogorov_bound);
    CHECK(kolmogorov([](int i) { return unit(draw4(chance, Purpose::lottery, unsigned(i / 4), 0)[i % 4]); }, even) <
          kolmogorov_bound);
}

TEST_CASE("neighbouring addresses are uncorrelated")
{
    const auto product = [](double a, double b) { return 12.0 * (a - 0.5) * (b - 0.5); };
    CHECK(mean_error([&](int i) { return product(uniform_of(i), uniform_of(i + 1)); }, 0.0) < normal_bound);
    CHECK(mean_error([&](int i) { return product(uniform_of(i), uniform_of(i, 1)); }, 0.0) < normal_bound);
    CHECK(mean_error(
              [&](int i) {
                  return product(uniform_of(i), uniform({2021, 1}, Purpose::unit_stay, unsigned(i), 0));
              },
              0.0) < normal_bound);
}

TEST_CASE("exponential, Gumbel and normal numbers follow their distribution functions")
{
    CHECK(kolmogorov([](int i) { return exponential(uniform_of(i)); }, [](double x) { return 1.0 - std::exp(-x); }) <
          kolmogorov_bound);
    CHECK(kolmogorov([](int i) { return gumbel(uniform_of(i)); }, [](double x) { return std::exp(-std::exp(-x)); }) <
          kolmogorov_bound);
    CHECK(kolmogorov([](int i) { return normal(uniform_of(i)); },
                     [](double x) { return 0.5 * std::erfc(-x / std::sqrt(2.0)); }) < kolmogorov_bound);
}

TEST_CASE("gamma numbers follow their distribution functions for shapes 1/2, 1 and 3")
{
    const auto of_shape = [](double shape) {
        return [shape](int i) { return gamma_variate(chance, Purpose::unit_stay, unsigned(i), 0, shape); };
    };
    CHECK(kolmogorov(of_shape(0.5), [](double x) { return std::erf(std::sqrt(x)); }) < kolmogorov_bound);
    CHECK(kolmogorov(of_shape(1.0), [](double x) { return 1.0 - std::exp(-x); }) < kolmogorov_bound);
    CHECK(kolmogorov(of_shape(3.0), [](double x) { return 1.0 - std::exp(-x) * (1.0 + x + x * x / 2.0); }) <
          kolmogorov_bound);
}

TEST_CASE("Poisson and binomial numbers have the right mean and variance")
{
    const auto square = [](double x) { return x * x; };
    for (const double mean : {0.3, 4.0, 50.0}) {
        CHECK(mean_error([&](int i) { return poisson(mean, uniform_of(i)); }, mean) < normal_bound);
        CHECK(mean_error([&](int i) { return square(poisson(mean, uniform_of(i)) - mean); }, mean) < normal_bound);
    }
    for (const double p : {0.1, 0.8}) {
        CHECK(mean_error([&](int i) { return binomial(5, p, uniform_of(i)); }, 5 * p) < normal_bound);
        CHECK(mean_error([&](int i) { return square(binomial(5, p, uniform_of(i)) - 5 * p); }, 5 * p * (1 - p)) <
              normal_bound);
    }
}

TEST_CASE("positive stable numbers have the Laplace transform exp(-t^theta)")
{
    for (const double theta : {0.3, 0.6, 0.95}) {
        for (const double t : {0.1, 1.0, 5.0}) {
            const auto transformed = [&](int i) {
                return std::exp(-t * std::exp(log_positive_stable(theta, uniform_of(i), uniform_of(i, 1))));
            };
            CAPTURE(theta, t);
            CHECK(mean_error(transformed, std::exp(-std::pow(t, theta))) < normal_bound);
        }
    }
}
