// SPDX-License-Identifier: MPL-2.0
// Designs have the shape, the evenness and the neighbours they promise, whatever the seed.
#include "engine/stats/designs.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <vector>

using namespace samspil;

namespace {

/// How many points fall in each of `cells` equal parts of column j.
std::vector<int> counts(const Matrix& points, std::size_t j, std::size_t cells)
{
    std::vector<int> result(cells);
    for (std::size_t i = 0; i < points.rows; ++i)
        ++result[static_cast<std::size_t>(points(i, j) * static_cast<double>(cells))];
    return result;
}

bool all_are(const std::vector<int>& values, int wanted)
{
    return std::all_of(values.begin(), values.end(), [&](int v) { return v == wanted; });
}

} // namespace

TEST_CASE("a Latin hypercube has one point in each cell of each dimension")
{
    for (const std::uint32_t seed : {1U, 2U}) {
        const Matrix points = latin_hypercube(37, 5, seed);
        for (std::size_t j = 0; j < 5; ++j)
            CHECK(all_are(counts(points, j, 37), 1));
    }
    CHECK(latin_hypercube(37, 5, 1) == latin_hypercube(37, 5, 1));
    CHECK(!(latin_hypercube(37, 5, 1) == latin_hypercube(37, 5, 2)));
}

TEST_CASE("Sobol's sequence begins as printed in every book")
{
    const Matrix points = sobol_sequence(5, 3);
    const std::vector<double> printed{0, 0, 0, .5, .5, .5, .75, .25, .25, .25, .75, .75, .375, .375, .625};
    for (std::size_t k = 0; k < printed.size(); ++k)
        CHECK(points.values[k] == Approx(printed[k]).margin(1e-9));
}

TEST_CASE("the first 2^k points of Sobol's sequence are even in every dimension and in the first plane, shifted or not")
{
    for (const std::uint32_t seed : {0U, 7U}) {
        const Matrix points = sobol_sequence(256, 40, seed);
        for (std::size_t j = 0; j < 40; ++j)
            CHECK(all_are(counts(points, j, 256), 1));
        std::vector<int> boxes(256); // a (0, 8, 2) net: one point in each of 16 x 16 boxes
        for (std::size_t i = 0; i < points.rows; ++i)
            ++boxes[static_cast<std::size_t>(points(i, 0) * 16) * 16 + static_cast<std::size_t>(points(i, 1) * 16)];
        CHECK(all_are(boxes, 1));
        CHECK(std::all_of(points.values.begin(), points.values.end(), [](double v) { return v > 0 && v < 1; }));
    }
}

TEST_CASE("a Saltelli block is A, A with one coordinate of B each, and B; first blocks are a design themselves")
{
    const Matrix points = saltelli(16, 4, 3);
    REQUIRE(points.rows == 16 * saltelli_block(4));
    for (std::size_t block = 0; block < 16; ++block)
        for (std::size_t k = 1; k <= 4; ++k)
            for (std::size_t j = 0; j < 4; ++j) {
                const std::size_t first = block * 6;
                CHECK(points(first + k, j) == points(j == k - 1 ? first + 5 : first, j));
                CHECK(points(first, j) != points(first + 5, j));
            }
    const Matrix fewer = saltelli(5, 4, 3);
    CHECK(std::equal(fewer.values.begin(), fewer.values.end(), points.values.begin()));
    CHECK(saltelli(4, 2, 0).rows == 16); // no seed is a seed too
}

TEST_CASE("Morris trajectories move every coordinate once by the step, over all levels alike")
{
    constexpr std::size_t d = 6, levels = 4, trajectories = 200;
    const Matrix points = morris_trajectories(trajectories, d, levels, 5);
    REQUIRE(points.rows == trajectories * (d + 1));
    std::set<double> seen;
    for (std::size_t t = 0; t < trajectories; ++t) {
        std::vector<int> moved(d);
        for (std::size_t row = t * (d + 1); row < t * (d + 1) + d; ++row)
            for (std::size_t j = 0; j < d; ++j)
                if (points(row, j) != points(row + 1, j)) {
                    ++moved[j];
                    CHECK(std::fabs(points(row + 1, j) - points(row, j)) == Approx(2.0 / 3.0));
                }
        CHECK(all_are(moved, 1));
    }
    for (const double value : points.values) seen.insert(value);
    CHECK(seen.size() == levels);
    CHECK(*seen.begin() == 0.0);
    CHECK(*seen.rbegin() == 1.0);
    // starts: 1200 coordinates over 4 levels, 300 each; beyond 6 standard deviations is below 1e-8
    std::array<int, levels> starts{};
    for (std::size_t t = 0; t < trajectories; ++t)
        for (std::size_t j = 0; j < d; ++j)
            ++starts[static_cast<std::size_t>(std::lround(points(t * (d + 1), j) * 3))];
    for (const int count : starts) CHECK(std::abs(count - 300) < 90);
}

TEST_CASE("spreading out takes the first row, then always the farthest, each once")
{
    Matrix points;
    for (const double at : {0.2, 0.0, 0.5, 1.0, 1.0}) points.add(std::array{at});
    CHECK(spread_out(points, 3) == std::vector<std::size_t>{0, 3, 2});
    CHECK(spread_out(points, 9) == std::vector<std::size_t>{0, 3, 2, 1, 4});
    CHECK(rows_of(points, std::array<std::size_t, 2>{3, 1}).values == std::vector<double>{1.0, 0.0});
}
