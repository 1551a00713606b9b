// SPDX-License-Identifier: MPL-2.0
// Means, variances and quantiles against values worked out by hand.
#include "engine/stats/moments.hpp"
#include "engine/stats/quantiles.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <vector>

using namespace samspil;

TEST_CASE("mean and variance of a small sample are those by hand")
{
    const Moments m = moments(std::array{2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0});
    CHECK(m.count() == 8);
    CHECK(m.mean() == Approx(5.0).epsilon(1e-15));
    CHECK(m.variance() == Approx(32.0 / 7.0).epsilon(1e-15));
    CHECK(m.deviation() == Approx(std::sqrt(32.0 / 7.0)));
    CHECK(m.standard_error() == Approx(std::sqrt(4.0 / 7.0)));
}

TEST_CASE("a large offset does not spoil the variance")
{
    const Moments m = moments(std::array{1e9 + 4.0, 1e9 + 7.0, 1e9 + 13.0, 1e9 + 16.0});
    CHECK(m.variance() == Approx(30.0).epsilon(1e-12));
}

TEST_CASE("merged parts have the moments of the whole")
{
    Moments whole, left, right, nothing;
    for (int i = 0; i < 100; ++i) {
        const double value = i * i * 0.37 - 5.0 * i;
        whole.add(value);
        (i < 33 ? left : right).add(value);
    }
    left.merge(right);
    left.merge(nothing);
    nothing.merge(left);
    CHECK(nothing.count() == 100);
    CHECK(nothing.mean() == Approx(whole.mean()).epsilon(1e-13));
    CHECK(nothing.variance() == Approx(whole.variance()).epsilon(1e-13));
}

TEST_CASE("what a sample cannot say is not a number")
{
    CHECK(std::isnan(Moments{}.mean()));
    CHECK(std::isnan(moments(std::array{3.0}).variance()));
    CHECK(moments(std::array{3.0}).mean() == 3.0);
}

TEST_CASE("quantiles are of type 7")
{
    const std::array values{7.0, 1.0, 3.0, 5.0}; // sorted 1 3 5 7
    CHECK(quantile(values, 0.0) == 1.0);
    CHECK(quantile(values, 1.0) == 7.0);
    CHECK(median(values) == 4.0);
    CHECK(quantile(values, 0.25) == 2.5);
    CHECK(quantile(values, 0.9) == Approx(6.4));
    CHECK(quantiles(values, std::array{0.75, 0.5}) == std::vector{5.5, 4.0});
    CHECK(quantile(std::array{2.0}, 0.3) == 2.0);
}

TEST_CASE("quantiles of nothing or of the undefined are not numbers")
{
    const double undefined = std::numeric_limits<double>::quiet_NaN();
    CHECK(std::isnan(median({})));
    CHECK(std::isnan(median(std::array{1.0, undefined, 2.0})));
}
