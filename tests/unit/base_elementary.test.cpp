// SPDX-License-Identifier: MPL-2.0
// The portable functions are close to the C library's and keep their bits. The digests are part of the promise of
// "same bytes on every machine": if one changes, every result changes.
#include "engine/base/elementary.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

namespace el = samspil::elementary;

namespace {

constexpr double inf = el::detail::infinity;
constexpr int arguments = 20000;

double ulps(double value, double reference)
{
    if (value == reference) return 0.0;
    if (!std::isfinite(value) || !std::isfinite(reference)) return inf;
    const double magnitude = std::fabs(reference);
    return std::fabs(value - reference) / (std::nextafter(magnitude, inf) - magnitude);
}

/// The i-th of the arguments spread evenly over [low, high]; the same bits everywhere.
double spread(int i, double low, double high) { return low + (high - low) * (i + 0.5) / arguments; }

template <class Ours, class Theirs>
double worst(double low, double high, Ours ours, Theirs theirs)
{
    double result = 0.0;
    for (int i = 0; i < arguments; ++i) {
        const double x = spread(i, low, high);
        result = std::fmax(result, ulps(ours(x), theirs(x)));
    }
    return result;
}

template <class Function>
std::uint64_t digest(double low, double high, Function function)
{
    std::uint64_t hash = 0xcbf29ce484222325ULL; // FNV-1a over the bytes
    for (int i = 0; i < arguments; ++i) {
        const auto bits = std::bit_cast<std::uint64_t>(function(spread(i, low, high)));
        for (int byte = 0; byte < 8; ++byte)
            hash = (hash ^ (bits >> 8 * byte & 0xffU)) * 0x100000001b3ULL;
    }
    return hash;
}

} // namespace

TEST_CASE("elementary functions stay within 4 ulp of the C library")
{
    CHECK(worst(
              -745.0, 709.7, [](double x) { return el::exp(x); }, [](double x) { return std::exp(x); }) <= 4.0);
    CHECK(worst(
              -1.0, 1.0, [](double x) { return el::exp(x); }, [](double x) { return std::exp(x); }) <= 4.0);
    CHECK(worst(
              0.0, 4.0, [](double x) { return el::log(x); }, [](double x) { return std::log(x); }) <= 4.0);
    CHECK(worst(
              0.0, 1e-307, [](double x) { return el::log(x); }, [](double x) { return std::log(x); }) <= 4.0);
    CHECK(worst(
              0.0, 1e308, [](double x) { return el::log(x); }, [](double x) { return std::log(x); }) <= 4.0);
    CHECK(worst(
              -1e5, 1e5, [](double x) { return el::sin(x); }, [](double x) { return std::sin(x); }) <= 4.0);
    CHECK(worst(
              -1e5, 1e5, [](double x) { return el::cos(x); }, [](double x) { return std::cos(x); }) <= 4.0);
    CHECK(worst(
              -7.0, 7.0, [](double x) { return el::sin(x); }, [](double x) { return std::sin(x); }) <= 4.0);
    CHECK(worst(
              -7.0, 7.0, [](double x) { return el::cos(x); }, [](double x) { return std::cos(x); }) <= 4.0);
    CHECK(worst(
              -70.0, 50.0, [](double x) { return el::expm1(x); }, [](double x) { return std::expm1(x); }) <= 4.0);
    CHECK(worst(
              -0.01, 0.01, [](double x) { return el::expm1(x); }, [](double x) { return std::expm1(x); }) <= 4.0);
    CHECK(worst(
              -0.99, 9.0, [](double x) { return el::log1p(x); }, [](double x) { return std::log1p(x); }) <= 4.0);
    CHECK(worst(
              -1e-8, 1e-8, [](double x) { return el::log1p(x); }, [](double x) { return std::log1p(x); }) <= 4.0);
}

TEST_CASE("powers stay within 4 ulp of the C library even where the result is huge or tiny")
{
    for (const double exponent : {-300.0, -1.5, 0.25, 0.6, 1.0, 2.0, 17.3, 300.0}) {
        CAPTURE(exponent);
        CHECK(worst(
                  0.0, 10.0, [=](double x) { return el::pow(x, exponent); },
                  [=](double x) { return std::pow(x, exponent); }) <= 4.0);
    }
}

TEST_CASE("elementary functions have the customary values at the edges")
{
    CHECK(el::exp(0.0) == 1.0);
    CHECK(el::exp(710.5) == inf);
    CHECK(el::exp(inf) == inf);
    CHECK(el::exp(-746.5) == 0.0);
    CHECK(el::exp(-inf) == 0.0);
    CHECK(std::isnan(el::exp(el::detail::not_a_number)));
    CHECK(el::log(1.0) == 0.0);
    CHECK(el::log(0.0) == -inf);
    CHECK(el::log(inf) == inf);
    CHECK(std::isnan(el::log(-1.0)));
    CHECK(std::isnan(el::log(el::detail::not_a_number)));
    CHECK(el::pow(0.0, 0.0) == 1.0);
    CHECK(el::pow(0.0, 2.0) == 0.0);
    CHECK(el::pow(0.0, -2.0) == inf);
    CHECK(el::pow(inf, 0.5) == inf);
    CHECK(el::pow(inf, -0.5) == 0.0);
    CHECK(el::pow(2.0, 10.0) == 1024.0);
    CHECK(el::pow(2.0, 1e300) == inf);
    CHECK(el::pow(0.5, 1e300) == 0.0);
    CHECK(std::isnan(el::pow(-1.0, 2.0)));
    CHECK(std::isnan(el::pow(2.0, el::detail::not_a_number)));
    CHECK(el::sin(0.0) == 0.0);
    CHECK(el::cos(0.0) == 1.0);
    CHECK(std::isnan(el::sin(1.1e5)));
    CHECK(std::isnan(el::cos(inf)));
}

TEST_CASE("the branch-free exp and log have the bits of the careful ones")
{
    for (int i = 0; i < arguments; ++i) {
        const double x = spread(i, -707.9, 708.9);
        REQUIRE(el::exp_inside(x) == el::exp(x));
        REQUIRE(el::log_inside(el::exp(x)) == el::log(el::exp(x)));
    }
}

TEST_CASE("the normal quantile inverts the normal distribution function")
{
    for (int i = 0; i < arguments; ++i) {
        const double p = spread(i, 0.0, 1.0);
        const double z = el::normal_quantile(p);
        REQUIRE(0.5 * std::erfc(-z / std::sqrt(2.0)) == Approx(p).epsilon(1e-13));
        REQUIRE(el::normal_quantile(1.0 - p) == Approx(-z).epsilon(1e-11));
    }
    CHECK(el::normal_quantile(0.975) == Approx(1.959963984540054).epsilon(1e-15));
    CHECK(el::normal_quantile(1e-20) == Approx(-9.262340089798408).epsilon(1e-15));
    CHECK(el::normal_quantile(0.5) == 0.0);
    CHECK(el::normal_quantile(0.0) == -inf);
    CHECK(el::normal_quantile(1.0) == inf);
    CHECK(std::isnan(el::normal_quantile(1.5)));
    CHECK(std::isnan(el::normal_quantile(-0.5)));
}

TEST_CASE("elementary functions keep their bits")
{
    CHECK(digest(-745.0, 709.7, [](double x) { return el::exp(x); }) == 0x3bda4952e2a66f0aULL);
    CHECK(digest(0.0, 4.0, [](double x) { return el::log(x); }) == 0xc6689b3ae6b379bbULL);
    CHECK(digest(0.0, 10.0, [](double x) { return el::pow(x, 1.7); }) == 0xe37614cd5386a974ULL);
    CHECK(digest(-1e5, 1e5, [](double x) { return el::sin(x); }) == 0x226ccaac349a5b49ULL);
    CHECK(digest(-1e5, 1e5, [](double x) { return el::cos(x); }) == 0x6ac22d18279520e9ULL);
    CHECK(digest(-70.0, 50.0, [](double x) { return el::expm1(x); }) == 0x40327fea33b076d2ULL);
    CHECK(digest(-0.99, 9.0, [](double x) { return el::log1p(x); }) == 0xae4acc33cba9574ULL);
    CHECK(digest(0.0, 1.0, [](double x) { return el::normal_quantile(x); }) == 0x4fb482e11683bff7ULL);
}
