// SPDX-License-Identifier: MPL-2.0
// Every distribution keeps its values, and quantile functions are exact where that can be checked by hand.
#include "engine/random/distributions.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <vector>

using namespace samspil;

TEST_CASE("distributions keep their values")
{
    CHECK(exponential(0.3) == 0x1.34378fcbda721p+0);
    CHECK(gumbel(0.3) == -0x1.7c29e1d49c57ap-3);
    CHECK(normal(0.3) == -0x1.0c7e39582c5fap-1);
    CHECK(log_positive_stable(0.6, 0.3, 0.8) == 0x1.021fd645bdd1p-4);
    CHECK(gamma_variate({1, 2}, Purpose::unit_stay, 3, 4, 2.5) == 0x1.d70b381ade537p-3);
    CHECK(gamma_variate({1, 2}, Purpose::unit_stay, 3, 4, 0.5) == 0x1.4a6372edfb428p-8);
    CHECK(poisson(3.0, 0.3) == 2);
    CHECK(poisson(50.0, 0.999999) == 87);
    CHECK(binomial(5, 0.8, 0.3) == 4);
    CHECK(uniform_below(37, 0x80000000U) == 18);
}

TEST_CASE("Poisson and binomial numbers step exactly where the distribution function does")
{
    for (const double mean : {0.0, 0.2, 3.0, 20.0, 50.0}) {
        double below = 0.0;
        for (int k = 0; k < 20 && below < 0.999999; ++k) {
            const double here = mean == 0.0 ? (k == 0) : std::exp(k * std::log(mean) - mean - std::lgamma(k + 1.0));
            if (here > 1e-9) {
                CHECK(poisson(mean, below + 1e-3 * here) == k);
                CHECK(poisson(mean, below + 0.999 * here) == k);
            }
            below += here;
        }
    }
    for (const double p : {0.1, 0.5, 0.9}) {
        double below = 0.0;
        for (int k = 0; k <= 5; ++k) {
            const double ways = std::tgamma(6.0) / (std::tgamma(k + 1.0) * std::tgamma(6.0 - k));
            const double here = ways * std::pow(p, k) * std::pow(1.0 - p, 5 - k);
            CHECK(binomial(5, p, below + 1e-3 * here) == k);
            CHECK(binomial(5, p, below + 0.999 * here) == k);
            below += here;
        }
    }
}

TEST_CASE("impossible and certain trials need no luck")
{
    CHECK(binomial(5, 0.0, 1.0 - 0x1p-53) == 0);
    CHECK(binomial(5, 1.0, 0x1p-53) == 5);
    CHECK(binomial(0, 0.5, 0.5) == 0);
    CHECK(poisson(0.0, 1.0 - 0x1p-53) == 0);
    CHECK_FALSE(bernoulli(0x1p-53, 0.0));
    CHECK(bernoulli(1.0 - 0x1p-53, 1.0));
}

TEST_CASE("with the same luck a higher chance or mean never gives fewer")
{
    for (int i = 0; i < 2000; ++i) {
        const double u = (i + 0.5) / 2000.0;
        int sessions = 0, arrivals = 0;
        for (double p = 0.0; p <= 1.0; p += 0.0625) {
            const int more_sessions = binomial(10, p, u), more_arrivals = poisson(50.0 * p, u);
            REQUIRE(more_sessions >= sessions);
            REQUIRE(more_arrivals >= arrivals);
            sessions = more_sessions;
            arrivals = more_arrivals;
        }
    }
}

TEST_CASE("a stable number with theta 1 is the constant 1") { CHECK(log_positive_stable(1.0, 0.3, 0.8) == 0.0); }

TEST_CASE("with theta a half the stable number is the reciprocal chi-square of the textbooks")
{
    // Kanter's formula at theta = 1/2: S = 1 / (4 E cos^2(pi u / 2)).
    for (const double u1 : {1e-9, 0.1, 0.5, 0.9, 1.0 - 1e-9}) {
        const double by_hand = 1.0 / (4.0 * -std::log(0.4) * std::pow(std::sin(M_PI * (1.0 - u1) / 2.0), 2));
        CHECK(log_positive_stable(0.5, u1, 0.4) == Approx(std::log(by_hand)).epsilon(1e-9));
    }
}

TEST_CASE("a number below n covers its range evenly")
{
    std::vector<int> counts(37, 0);
    for (std::uint64_t word = 0; word < (1ULL << 32); word += 65521) {
        const std::uint32_t below = uniform_below(37, static_cast<std::uint32_t>(word));
        REQUIRE(below < 37);
        ++counts[below];
    }
    for (const int count : counts)
        CHECK(std::abs(count - 65551 / 37) <= 2);
    CHECK(uniform_below(1, ~0U) == 0);
    CHECK(uniform_below(~0U, ~0U) == ~0U - 1);
}
