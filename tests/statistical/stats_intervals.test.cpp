// SPDX-License-Identifier: MPL-2.0
// A 95 % interval covers the truth in 95 % of batches, within bounds of false-alarm chance 1e-6.
#include "engine/random/distributions.hpp"
#include "engine/stats/intervals.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <vector>

using namespace samspil;

TEST_CASE("paired intervals cover the true difference in 95 % of 10,000 synthetic batches")
{
    constexpr unsigned batches = 10000;
    constexpr unsigned pairs = 12;
    constexpr double truth = 0.3;
    constexpr double normal_bound = 4.892; // two-sided 1e-6
    int covered = 0, above = 0;
    std::vector<double> base(pairs), option(pairs);
    for (unsigned batch = 0; batch < batches; ++batch) {
        for (unsigned pair = 0; pair < pairs; ++pair) {
            const auto noise = [&](std::uint16_t lane) {
                return normal(uniform({5, batch}, Purpose::unit_stay, pair, 0, lane));
            };
            const double shared = 3.0 * noise(0); // the luck that both options have in common
            base[pair] = shared + noise(1);
            option[pair] = shared + truth + 0.5 * noise(2);
        }
        const PairedDifference difference = paired_difference(base, option);
        covered += difference.interval->contains(truth);
        above += difference.interval->low > truth;
    }
    CHECK(std::fabs(covered / double(batches) - 0.95) < normal_bound * std::sqrt(0.95 * 0.05 / batches));
    CHECK(std::fabs(above / double(batches) - 0.025) < normal_bound * std::sqrt(0.025 * 0.975 / batches));
}
