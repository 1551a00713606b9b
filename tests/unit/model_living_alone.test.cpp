// SPDX-License-Identifier: MPL-2.0
// The week in which somebody begins to live alone, by the straight line of shares between 65 and 85.
#include "engine/model/hazards.hpp"
#include "tests/support/catch.hpp"

using namespace samspil;

TEST_CASE("living alone begins in the first week in which the share of the age exceeds the person's threshold")
{
    const std::array<double, 2> at65{0.25, 0.35}, at85{0.40, 0.75};
    for (const Sex sex : {Sex::male, Sex::female}) {
        for (const double threshold : {0.1, 0.26, 0.36, 0.39, 0.5, 0.7, 0.9}) {
            for (const int from : {0, 1, 500, 1043, 1044, 2400}) {
                int expected = never;
                for (int age = from; age <= 2400; ++age) {
                    const bool now = threshold < share_by_age(at65, at85, sex, from);
                    if ((threshold < share_by_age(at65, at85, sex, age)) == now) continue;
                    expected = age;
                    break;
                }
                INFO("threshold " << threshold << " from age week " << from);
                CHECK(next_crossing(at65, at85, sex, threshold, from) == expected);
            }
        }
    }
}

TEST_CASE("a share that falls with age makes people stop living alone")
{
    const std::array<double, 2> at65{0.5, 0.5}, at85{0.3, 0.5};
    const int week = next_crossing(at65, at85, Sex::male, 0.4, 0);
    CHECK(0.4 < share_by_age(at65, at85, Sex::male, week - 1));
    CHECK(!(0.4 < share_by_age(at65, at85, Sex::male, week)));
    CHECK(next_crossing(at65, at85, Sex::female, 0.4, 0) == never);
}
