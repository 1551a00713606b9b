// SPDX-License-Identifier: MPL-2.0
// The quick look that spares an alternative its logarithms never turns an answer.
#include "engine/random/choice.hpp"
#include "tests/support/catch.hpp"

using namespace samspil;

TEST_CASE("an alternative that is passed over without logarithms could not have won", "[random]")
{
    constexpr std::uint32_t draws = 200000;
    const Chance chance{1, 0};
    std::uint32_t passed_over = 0;
    for (std::uint32_t i = 0; i < draws; ++i) {
        const auto word = draw4(chance, Purpose::bootstrap, 0, i);
        const double u = unit(word[0]);
        const double g = -8.0 + 24.0 * unit(word[1]);
        if (!gumbel_surely_below(u, g)) continue;
        ++passed_over;
        REQUIRE(gumbel(u) < g);
    }
    CHECK(passed_over > draws / 2);
    CHECK_FALSE(gumbel_surely_below(unit(0xffffffff), 1e300));
    CHECK_FALSE(gumbel_surely_below(unit(0), -1e300));
}
