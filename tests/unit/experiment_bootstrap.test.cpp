// SPDX-License-Identifier: MPL-2.0
// The bootstrap against the normal interval of a mean.
#include "engine/experiment/bootstrap.hpp"
#include "engine/stats/moments.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <limits>
#include <vector>

using namespace samspil;

namespace {
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr auto mean_of = [](std::span<const double> values) { return moments(values).mean(); };
} // namespace

TEST_CASE("a bootstrap interval depends on its seed only and lies about the statistic")
{
    std::vector<double> values;
    for (int i = 0; i < 100; ++i)
        values.push_back((i * 37) % 100);
    const auto first = bootstrap_interval(values, mean_of, 1);
    REQUIRE(first);
    CHECK(first == bootstrap_interval(values, mean_of, 1));
    CHECK_FALSE(first == bootstrap_interval(values, mean_of, 2));
    const double error = moments(values).standard_error();
    CHECK(first->low == Approx(49.5 - 1.96 * error).margin(0.3 * error));
    CHECK(first->high == Approx(49.5 + 1.96 * error).margin(0.3 * error));
    CHECK_FALSE(bootstrap_interval({}, mean_of, 1));
    CHECK_FALSE(bootstrap_interval(std::array{1.0, undefined}, mean_of, 1));
}
