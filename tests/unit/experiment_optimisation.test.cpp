// SPDX-License-Identifier: MPL-2.0
// Optimisation finds fronts and bounds that are known, keeps to budgets, and is honest about luck.
#include "engine/experiment/optimisation.hpp"
#include "engine/random/distributions.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/made_evaluation.hpp"

#include <array>
#include <cmath>
#include <set>

using namespace samspil;
using namespace samspil::test;

namespace {

double luck(int replication, std::uint32_t k) { return normal(uniform({9, static_cast<std::uint32_t>(replication)}, Purpose::unit_stay, k, 0)); }

/// Schaffer's problem in x, with a second choice that only costs: goals x^2 and (x - 2)^2, both + y; x in [-10, 10].
/// The front is x in [0, 2], y = 0. KPI 2 is what is spent: 5 - x + 3 y.
std::vector<std::pair<std::size_t, double>> schaffer(std::span<const double> v, int replication)
{
    const double x = v[0], y = v[1], shared = 3 * luck(replication, 0);
    return {{0, x * x + y + shared}, {1, (x - 2) * (x - 2) + y + shared}, {2, 5 - x + 3 * y}};
}

std::vector<StudyFactor> factors() { return {made_factor("policy.x", -10, 10), made_factor("policy.y", 0, 5)}; }

OptimisationPlan two_goals()
{
    OptimisationPlan plan;
    plan.goals = {{0, false}, {1, false}};
    plan.generations = 20;
    return plan;
}

} // namespace

TEST_CASE("the front of Schaffer's problem is found, spread over its length")
{
    const OptimisationOutcome outcome = optimise(factors(), two_goals(), made_evaluation(schaffer));
    CHECK(outcome.tried > 200);
    CHECK(outcome.within_budgets == outcome.tried);
    REQUIRE(outcome.points.size() == 16);
    double low = 10, high = -10;
    int on_front = 0;
    for (const OptimisedPoint& p : outcome.points) {
        CHECK(p.point.values[0] > -0.3);
        CHECK(p.point.values[0] < 2.3);
        CHECK(p.point.values[1] < 0.3);
        CHECK(p.probability >= 0.0);
        CHECK(p.probability <= 1.0);
        on_front += p.on_front;
        low = std::min(low, p.point.values[0]);
        high = std::max(high, p.point.values[0]);
    }
    CHECK(on_front >= 10);
    CHECK(low < 0.5);
    CHECK(high > 1.5);
    CHECK(outcome.points.front().on_front);
}

TEST_CASE("a budget cuts the front where it says")
{
    OptimisationPlan plan = two_goals();
    plan.budgets = {{2, 4.0, false}}; // 5 - x + 3 y <= 4: x >= 1 where y = 0
    const OptimisationOutcome outcome = optimise(factors(), plan, made_evaluation(schaffer));
    CHECK(outcome.within_budgets < outcome.tried);
    double low = 10;
    for (const OptimisedPoint& p : outcome.points) {
        CHECK(p.spent[0] <= 4.0);
        CHECK(p.spent[0] == Approx(5 - p.point.values[0] + 3 * p.point.values[1]));
        CHECK(p.within_budgets == 1.0);
        low = std::min(low, p.point.values[0]);
    }
    CHECK(low >= 1.0);
    CHECK(low < 1.15);

    plan.budgets = {{2, 16.5, true}}; // and at least: nothing but x near -10 or y large
    for (const OptimisedPoint& p : optimise(factors(), plan, made_evaluation(schaffer)).points) CHECK(p.spent[0] >= 16.5);

    plan.budgets = {{2, -20.0, false}}; // nothing fits: the nearest are shown, none on a front
    const OptimisationOutcome none = optimise(factors(), plan, made_evaluation(schaffer));
    CHECK(none.within_budgets == 0);
    REQUIRE(!none.points.empty());
    CHECK(!none.points.front().on_front);
    CHECK(none.points.front().within_budgets == 0.0);
    CHECK(none.points.front().point.values[0] > 9);
}

TEST_CASE("one goal is enough, and more may be better")
{
    OptimisationPlan plan;
    plan.goals = {{0, true}};
    plan.generations = 25;
    const auto hill = [](std::span<const double> v, int replication) {
        return std::vector<std::pair<std::size_t, double>>{{0, 7 - (v[0] - 3) * (v[0] - 3) - v[1] + luck(replication, 1)}};
    };
    const OptimisationOutcome outcome = optimise(factors(), plan, made_evaluation(hill));
    CHECK(outcome.points.front().point.values[0] == Approx(3).margin(0.2));
    CHECK(outcome.points.front().point.values[1] < 0.1);
    REQUIRE(outcome.points.front().interval[0]);
    CHECK(outcome.points.front().interval[0]->contains(7));
}

TEST_CASE("whole numbers and words are asked about once each, and the best are judged by new replications only")
{
    std::vector<StudyFactor> choices{made_factor("policy.n", 0, 5)};
    choices[0].integer = true;
    std::set<double> seen;
    std::size_t asked = 0;
    const auto lucky = [&](std::span<const double> v, int replication) {
        seen.insert(v[0]);
        // early replications, those of the search, all flatter
        return std::vector<std::pair<std::size_t, double>>{{0, v[0] + (replication < 4 ? -100.0 : 0.0)}, {1, -v[0]}};
    };
    const OptimisationOutcome outcome = optimise(choices, two_goals(), made_evaluation(lucky, &asked));
    CHECK(seen == std::set<double>{0, 1, 2, 3, 4, 5});
    CHECK(outcome.tried == 6);
    CHECK(asked == 12); // six in the search, six confirmed
    for (const OptimisedPoint& p : outcome.points) {
        CHECK(p.mean[0] == p.point.values[0]);
        CHECK(p.on_front);
        CHECK(p.probability == 1.0);
    }
}

TEST_CASE("the same plan goes the same way; a stop is a stop; failures are listed and never chosen")
{
    const OptimisationPlan plan = two_goals();
    const auto first = optimise(factors(), plan, made_evaluation(schaffer)), again = optimise(factors(), plan, made_evaluation(schaffer));
    REQUIRE(first.points.size() == again.points.size());
    for (std::size_t p = 0; p < first.points.size(); ++p) CHECK(first.points[p].point == again.points[p].point);
    OptimisationPlan other = plan;
    other.seed = 2;
    CHECK(!(optimise(factors(), other, made_evaluation(schaffer)).points[0].point == first.points[0].point));

    int questions = 0;
    const Evaluate stopping = [&](std::span<const StudyPoint> points, int replications) {
        Evaluation answers = made_evaluation(schaffer)(points, replications);
        answers.stopped = ++questions == 3;
        return answers;
    };
    const OptimisationOutcome stopped = optimise(factors(), plan, stopping);
    CHECK(stopped.stopped);
    CHECK(stopped.points.empty());
    CHECK(questions == 3);

    const Evaluate failing = [](std::span<const StudyPoint> points, int replications) {
        return made_evaluation([](std::span<const double> v, int r) {
            if (v[0] > 1) return std::vector<std::pair<std::size_t, double>>{};
            return schaffer(v, r);
        })(points, replications);
    };
    for (const OptimisedPoint& p : optimise(factors(), plan, failing).points) CHECK(p.point.values[0] <= 1);
}
