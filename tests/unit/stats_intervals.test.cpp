// SPDX-License-Identifier: MPL-2.0
// Intervals and paired differences against tables and hand calculation.
#include "engine/stats/intervals.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <cmath>
#include <limits>

using namespace samspil;

namespace {
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
} // namespace

TEST_CASE("Student's t quantiles are those of the tables")
{
    CHECK(student_t_quantile(0.975, 1) == Approx(12.706204736174707).epsilon(1e-12));
    CHECK(student_t_quantile(0.975, 4) == Approx(2.776445105197799).epsilon(1e-12));
    CHECK(student_t_quantile(0.95, 30) == Approx(1.6972608865939574).epsilon(1e-12));
    CHECK(student_t_quantile(0.975, 1e7) == Approx(1.959963984540054).epsilon(1e-6));
    CHECK(student_t_quantile(0.025, 4) == Approx(-student_t_quantile(0.975, 4)).epsilon(1e-12));
}

TEST_CASE("a paired difference is Student's interval of option minus base")
{
    const std::array base{10.0, 12.0, 9.0, 11.0, 13.0};
    const std::array option{11.0, 12.0, 11.0, 14.0, 17.0}; // differences 1 0 2 3 4
    const PairedDifference difference = paired_difference(base, option);
    CHECK(difference.mean == Approx(2.0));
    CHECK(difference.n == 5);
    CHECK(difference.share_above == 0.8);
    REQUIRE(difference.interval);
    const double half = 2.776445105197799 * std::sqrt(2.5 / 5.0);
    CHECK(difference.interval->low == Approx(2.0 - half).epsilon(1e-12));
    CHECK(difference.interval->high == Approx(2.0 + half).epsilon(1e-12));
    CHECK(difference.value() == difference.mean);
}

TEST_CASE("options that never differ have an interval without width")
{
    const std::array base{10.0, 12.0, 9.0};
    const PairedDifference difference = paired_difference(base, base);
    CHECK(difference.interval == Interval{0.0, 0.0});
    CHECK(difference.share_above == 0.0);
    CHECK_FALSE(pairing_factor(base, base));
}

TEST_CASE("an undefined value in any pair leaves the difference undefined")
{
    const PairedDifference difference = paired_difference(std::array{1.0, undefined, 2.0}, std::array{2.0, 3.0, 4.0});
    CHECK(std::isnan(difference.mean));
    CHECK(std::isnan(difference.share_above));
    CHECK_FALSE(difference.interval);
    CHECK_FALSE(difference.value());
    CHECK(difference.n == 3);
    CHECK_FALSE(pairing_factor(std::array{1.0, undefined}, std::array{2.0, 3.0}));
}

TEST_CASE("one pair has a mean but no interval, no pairs have neither")
{
    const PairedDifference one = paired_difference(std::array{1.0}, std::array{3.0});
    CHECK(one.mean == 2.0);
    CHECK_FALSE(one.interval);
    CHECK_FALSE(one.value());
    CHECK(std::isnan(paired_difference({}, {}).mean));
}

TEST_CASE("the interval always holds its mean")
{
    for (int i = 1; i < 200; ++i) {
        const std::array base{0.1 * i, 0.2 * i, 0.3 * i};
        const std::array option{0.1 * i + 0.1, 0.2 * i + 0.1, 0.3 * i + 0.1 + 1e-17 * i};
        const PairedDifference difference = paired_difference(base, option);
        REQUIRE(difference.interval);
        REQUIRE(difference.interval->contains(difference.mean));
    }
}

TEST_CASE("the pairing factor is the variance apart over the variance of the difference")
{
    const std::array base{1.0, 2.0, 3.0, 4.0};
    const std::array option{1.0, 3.0, 3.0, 5.0}; // variances 5/3 and 8/3, of the difference 1/3
    CHECK(pairing_factor(base, option).value() == Approx(13.0));
}
