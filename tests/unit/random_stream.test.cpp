// SPDX-License-Identifier: MPL-2.0
// Draws have an address: the published Philox vectors, the layout of the address, the open interval, pinned draws.
#include "engine/random/distributions.hpp"
#include "engine/random/stream.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <cstdint>
#include <set>

using namespace samspil;

TEST_CASE("draws are Philox4x32-10: the known-answer vectors of its authors")
{
    using Words = std::array<std::uint32_t, 4>;
    CHECK(draw4({0, 0}, static_cast<Purpose>(0), 0, 0, 0) == Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    CHECK(draw4({~0U, ~0U}, static_cast<Purpose>(0xffff), ~0ULL, ~0U, 0xffff) ==
          Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    // Key and counter from the digits of pi: they also fix which field of the address goes where.
    CHECK(draw4({0xa4093822, 0x299f31d0}, static_cast<Purpose>(0x7344), 0x85a308d3243f6a88ULL, 0x13198a2e, 0x0370) ==
          Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("every part of the address changes the draw")
{
    std::set<std::array<std::uint32_t, 4>> seen;
    seen.insert(draw4({1, 2}, Purpose::lottery, 3, 4, 5));
    seen.insert(draw4({9, 2}, Purpose::lottery, 3, 4, 5));
    seen.insert(draw4({1, 9}, Purpose::lottery, 3, 4, 5));
    seen.insert(draw4({1, 2}, Purpose::futures, 3, 4, 5));
    seen.insert(draw4({1, 2}, Purpose::lottery, 9, 4, 5));
    seen.insert(draw4({1, 2}, Purpose::lottery, 3 + (1ULL << 32), 4, 5));
    seen.insert(draw4({1, 2}, Purpose::lottery, 3, 9, 5));
    seen.insert(draw4({1, 2}, Purpose::lottery, 3, 4, 9));
    CHECK(seen.size() == 8);
}

TEST_CASE("the numbers of purposes never change")
{
    CHECK(static_cast<int>(Purpose::home_place) == 1);
    CHECK(static_cast<int>(Purpose::clock_death) == 12);
    CHECK(static_cast<int>(Purpose::consideration_noise) == 18);
    CHECK(static_cast<int>(Purpose::accept_place) == 24);
    CHECK(static_cast<int>(Purpose::lottery) == 30);
    CHECK(static_cast<int>(Purpose::volunteer_ask) == 34);
    CHECK(static_cast<int>(Purpose::futures) == 40);
}

TEST_CASE("uniform numbers stay inside the open interval, and so do their mirrors")
{
    CHECK(unit(0) == 0x1p-33);
    CHECK(unit(~0U) == 1.0 - 0x1p-33);
    CHECK(unit53(0, 0) == 0x1p-53);
    CHECK(unit53(~0U, ~0U) == 1.0 - 0x1p-53);
    CHECK(1.0 - unit53(~0U, ~0U) == unit53(0, 0));
    CHECK(unit53(0, 0x80000000U) == 0.5 + 0x1p-53);
    CHECK(unit53(0xfffU, 0) == unit53(0, 0));
    CHECK(exponential(unit53(~0U, ~0U)) > 0.0);
}

TEST_CASE("a draw at an address keeps its value")
{
    const Chance chance{2021, 7};
    CHECK(uniform(chance, Purpose::clock_death, 123456789012ULL, 3) == 0x1.4068aa6e22f23p-1);
    CHECK(uniform(chance, Purpose::attendance, 42, 519, 2) == 0x1.25b3bceffa14dp-1);
    CHECK(draw4(chance, Purpose::lottery, 42, 0)[3] == 0x5a8abd86U);
}
