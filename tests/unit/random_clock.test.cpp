// SPDX-License-Identifier: MPL-2.0
// Unit clocks: a lower hazard means a later event, and the closed forms agree with counting week by week.
#include "engine/random/clock.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <vector>

using namespace samspil;

namespace {
constexpr Chance chance{2021, 1};

/// Weeks until the event, counted one by one.
int counted_weeks(double remaining, double hazard)
{
    int weeks = 0;
    for (; remaining > 0 && weeks < 100000; ++weeks) remaining -= hazard;
    return weeks;
}
} // namespace

TEST_CASE("a clock's thresholds depend on the person, the process and the event number only")
{
    const double first = unit_threshold(chance, Purpose::clock_decline, 17, 0);
    CHECK(first == 0x1.0f81651b49e74p-1);
    CHECK(unit_threshold(chance, Purpose::clock_decline, 17, 1) != first);
    CHECK(unit_threshold(chance, Purpose::clock_decline, 18, 0) != first);
    CHECK(unit_threshold(chance, Purpose::clock_recovery, 17, 0) != first);
}

TEST_CASE("with the same luck a lower hazard never means an earlier event")
{
    for (std::uint64_t person = 0; person < 1000; ++person) {
        const double threshold = unit_threshold(chance, Purpose::clock_death, person, 0);
        std::int32_t before = 0;
        for (const double hazard : {0.5, 0.1, 0.0999, 0.002, 0.0001, 0.0}) {
            const std::int32_t weeks = weeks_until_due(threshold, hazard);
            REQUIRE(weeks >= before);
            REQUIRE(weeks >= 1);
            before = weeks;
        }
        REQUIRE(before == never);
    }
}

TEST_CASE("the week an event is due is the week that counting gives")
{
    for (std::uint64_t person = 0; person < 300; ++person) {
        const double threshold = unit_threshold(chance, Purpose::clock_death, person, 0);
        for (const double hazard : {0.3, 0.02, 0.001})
            REQUIRE(weeks_until_due(threshold, hazard) == counted_weeks(threshold, hazard));
    }
}

TEST_CASE("a hazard next to nothing never brings the event")
{
    CHECK(weeks_until_due(0.5, 1e-300) == never);
}
