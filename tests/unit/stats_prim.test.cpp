// SPDX-License-Identifier: MPL-2.0
// PRIM finds a box that was planted, drops what explains nothing, and the front of several goals is the one by hand.
#include "engine/random/stream.hpp"
#include "engine/stats/designs.hpp"
#include "engine/stats/pareto.hpp"
#include "engine/stats/prim.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <vector>

using namespace samspil;

namespace {

double luck(std::uint32_t set, std::size_t i) { return uniform({17, set}, Purpose::unit_stay, i, 0); }

} // namespace

TEST_CASE("PRIM finds a planted box of two of eight dimensions, its limits within 0.04")
{
    const Matrix points = latin_hypercube(1500, 8, 3);
    std::vector<double> cases(points.rows);
    for (std::size_t i = 0; i < points.rows; ++i) {
        const bool inside = points(i, 1) < 0.45 && points(i, 6) > 0.6;
        cases[i] = luck(0, i) < (inside ? 0.9 : 0.04) ? 1 : 0;
    }
    const PrimResult found = prim(points, cases);
    REQUIRE(found.box.limited_dimensions() == 2);
    CHECK(found.box.high[1] == Approx(0.45).margin(0.04));
    CHECK(std::isinf(found.box.low[1]));
    CHECK(found.box.low[6] == Approx(0.6).margin(0.04));
    CHECK(std::isinf(found.box.high[6]));
    CHECK(found.box.density > 0.8);
    CHECK(found.box.coverage > 0.75);
    CHECK(found.box.support == Approx(0.18).margin(0.03));
    CHECK(found.box.quasi_p[1] < 1e-6);
    CHECK(found.box.quasi_p[0] == 1.0);
    // the trajectory begins with everything, and each box lies inside the one before
    CHECK(found.trajectory.front().coverage == 1.0);
    for (std::size_t k = 1; k < found.trajectory.size(); ++k)
        CHECK(found.trajectory[k].points < found.trajectory[k - 1].points);
    CHECK(found.trajectory.back().support >= 0.05);
}

TEST_CASE("a box with both ends in one dimension, and whole numbers with many ties")
{
    Matrix points;
    std::vector<double> cases;
    for (std::size_t i = 0; i < 900; ++i) {
        const double weeks = static_cast<double>(i % 9), share = luck(1, i);
        points.add(std::array{weeks, share});
        cases.push_back(weeks >= 3 && weeks <= 5 ? 1 : 0);
    }
    const PrimResult found = prim(points, cases);
    CHECK(found.box.low[0] == 2.5);
    CHECK(found.box.high[0] == 5.5);
    CHECK(!found.box.limits(1));
    CHECK(found.box.coverage == 1.0);
    CHECK(found.box.density == 1.0);
    CHECK(found.box.contains(std::array{4.0, 0.9}));
    CHECK(!found.box.contains(std::array{6.0, 0.9}));
}

TEST_CASE("points whose case is unknown are left out and counted; all or none are no box")
{
    const Matrix points = latin_hypercube(100, 3, 1);
    std::vector<double> cases(100, 1.0);
    CHECK(prim(points, cases).box.limited_dimensions() == 0);
    cases.assign(100, 0.0);
    const PrimResult none = prim(points, cases);
    CHECK(none.box.limited_dimensions() == 0);
    CHECK(none.box.coverage == 0.0);
    cases[7] = std::numeric_limits<double>::quiet_NaN();
    CHECK(prim(points, cases).left_out == 1);
    CHECK(prim(points, cases).points == 99);
    CHECK(prim(Matrix{}, {}).points == 0);
}

TEST_CASE("where nothing was planted, PRIM finds a box in at most one set in ten")
{
    const Matrix points = latin_hypercube(300, 6, 8);
    int boxes = 0;
    constexpr int sets = 100;
    for (unsigned set = 0; set < sets; ++set) {
        std::vector<double> cases(points.rows);
        for (std::size_t i = 0; i < points.rows; ++i) cases[i] = luck(100 + set, i) < 0.3 ? 1 : 0;
        boxes += prim(points, cases).box.limited_dimensions() > 0;
    }
    INFO(boxes);
    CHECK(boxes <= sets / 10);
}

TEST_CASE("the front of several goals is the one by hand")
{
    Matrix goals;
    for (const auto& point : {std::array{1.0, 5.0}, {2.0, 3.0}, {2.0, 4.0}, {3.0, 3.0}, {4.0, 1.0}, {4.0, 1.0}, {5.0, 5.0}})
        goals.add(point);
    CHECK(non_dominated(goals) == std::vector<bool>{true, true, false, false, true, true, false});
    goals.add(std::array{0.0, std::numeric_limits<double>::quiet_NaN()});
    CHECK(non_dominated(goals) == std::vector<bool>{true, true, false, false, true, true, false, false});
}

TEST_CASE("pairing keeps shared luck out of the probability of standing on the front")
{
    // Point 0 is always a little better than point 1 in both goals, but luck moves both far more than that.
    std::vector<Matrix> values(3, Matrix(20, 2));
    for (std::size_t r = 0; r < 20; ++r) {
        const double shared = 10 * luck(5, r);
        for (std::size_t g = 0; g < 2; ++g) {
            values[0](r, g) = shared;
            values[1](r, g) = shared + 0.1;
            values[2](r, g) = 5 + (g == 0 ? 3 : -3) + luck(6, 2 * r + g);
        }
    }
    const auto front = pareto_front(values, 1, 500);
    CHECK(front[0].on_front);
    CHECK(front[0].probability == 1.0);
    CHECK(!front[1].on_front);
    CHECK(front[1].probability == 0.0);
    CHECK(front[2].on_front);
    // a coin toss is one: two points whose difference is pure luck, in one goal
    std::vector<Matrix> toss(2, Matrix(2, 1));
    toss[0].values = {0, 1};
    toss[1].values = {1, 0};
    const auto sides = pareto_front(toss, 1, 4000);
    CHECK(sides[0].probability == Approx(0.75).margin(0.04)); // wins 1/4, ties 1/2
    CHECK(sides[1].probability == Approx(0.75).margin(0.04));
    values[1](3, 0) = std::numeric_limits<double>::quiet_NaN();
    CHECK(!pareto_front(values, 1, 10)[1].on_front);
}
