// SPDX-License-Identifier: MPL-2.0
// Unit clocks: a lower hazard means a later event, and the closed forms agree with counting week by week.
#include "engine/random/clock.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <vector>

using namespace samspil;

namespace {
constexpr Chance chance{2021, 1};

/// Weeks until the event, counted one by one, with a hazard that grows by `growth` a week.
int counted_weeks(double remaining, double hazard, double growth)
{
    int weeks = 0;
    while (!is_due(remaining) && weeks < 100000) {
        remaining = spend(remaining, hazard);
        hazard *= growth;
        ++weeks;
    }
    return weeks;
}
} // namespace

TEST_CASE("a clock's thresholds depend on the person, the process and the event number only")
{
    const UnitClock first = wound(chance, Purpose::clock_decline, 17, 0);
    const UnitClock second = wound(chance, Purpose::clock_decline, 17, 1);
    CHECK(first.remaining == unit_threshold(chance, Purpose::clock_decline, 17, 0));
    CHECK(first.remaining == 0x1.0f81651b49e74p-1);
    CHECK(second.event == 1);
    CHECK(second.remaining != first.remaining);
    CHECK(unit_threshold(chance, Purpose::clock_recovery, 17, 0) != first.remaining);
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
        for (const double hazard : {0.3, 0.02, 0.001}) {
            REQUIRE(weeks_until_due(threshold, hazard) == counted_weeks(threshold, hazard, 1.0));
            for (const double log_growth : {0.002, 0.0000001}) {
                REQUIRE(weeks_until_due(threshold, hazard, log_growth) ==
                        counted_weeks(threshold, hazard, std::exp(log_growth)));
            }
        }
    }
}

TEST_CASE("cumulated hazard is the sum over the weeks")
{
    for (const double log_growth : {0.0, 0.002, -0.01}) {
        double sum = 0.0;
        for (int week = 0; week < 520; ++week)
            sum += 0.003 * std::exp(log_growth * week);
        CHECK(cumulated_hazard(0.003, log_growth, 520) == Approx(sum).epsilon(1e-12));
    }
}

TEST_CASE("a falling hazard may never bring the event")
{
    CHECK(weeks_until_due(2.0, 0.01, -0.01) == never); // adds up to about 1.005
    CHECK(weeks_until_due(0.5, 0.01, -0.01) == counted_weeks(0.5, 0.01, std::exp(-0.01)));
    CHECK(weeks_until_due(0.5, 1e-300) == never);
}
