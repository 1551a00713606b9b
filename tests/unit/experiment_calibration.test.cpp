// SPDX-License-Identifier: MPL-2.0
// Calibration recovers a planted truth from a model that is a formula, and says what it did not learn.
#include "engine/experiment/calibration.hpp"
#include "engine/random/distributions.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/made_evaluation.hpp"

#include <array>
#include <cmath>
#include <sstream>

using namespace samspil;
using namespace samspil::test;

namespace {

/// Two outputs of three assumptions, the third without influence; luck of deviation 0.02 shared by all points, as
/// common random numbers make it. The third KPI is held out.
std::vector<std::pair<std::size_t, double>> model(std::span<const double> x, int replication)
{
    const auto luck = [&](std::uint32_t k) { return 0.02 * normal(uniform({9, static_cast<std::uint32_t>(replication)}, Purpose::unit_stay, k, 0)); };
    const double a = x[0] / 10, b = x[1];
    return {{0, a + b * b + luck(0)}, {1, std::exp(a) - 0.5 * b + luck(1)}, {2, 3 * a + luck(2)}};
}

std::vector<StudyFactor> factors()
{
    return {made_factor("assumptions.h_c", 0, 10), made_factor("assumptions.see_change", 0, 1), made_factor("assumptions.idle", 5, 6)};
}

/// Targets are what reality (replication 1000 of the truth) showed.
CalibrationPlan plan_for(std::span<const double> truth, double width)
{
    CalibrationPlan plan;
    const auto seen = model(truth, 1000);
    for (std::size_t k = 0; k < 3; ++k) {
        CalibrationTarget target;
        target.kpi = k;
        target.value = seen[k].second;
        target.low = target.value - width;
        target.high = target.value + width;
        target.held_out = k == 2;
        plan.targets.push_back(target);
    }
    plan.points = 40;
    return plan;
}

} // namespace

TEST_CASE("calibration recovers a planted truth, its hold-out too, and learns nothing of what has no influence")
{
    const std::array truth{6.5, 0.35, 5.5};
    const CalibrationPlan plan = plan_for(truth, 0.04);
    std::size_t asked = 0;
    const CalibrationOutcome outcome = calibrate(factors(), plan, made_evaluation(model, &asked));
    REQUIRE(!outcome.nothing_left);
    CHECK(outcome.waves.size() == 3);
    CHECK(outcome.waves.back().share_left < 0.15);
    CHECK(outcome.waves.back().least_implausibility < 1.5);
    for (const double explained : outcome.waves.front().explained) CHECK(explained > 0.95);
    REQUIRE(outcome.draws.rows == plan.draws);
    for (std::size_t j = 0; j < 2; ++j) {
        CHECK(std::fabs(outcome.mean[j] - truth[j]) < 2.5 * outcome.deviation[j]);
        CHECK(outcome.learnt[j] > 0.8);
    }
    CHECK(outcome.learnt[2] < 0.3);
    for (std::size_t t = 0; t < 3; ++t) {
        CHECK(outcome.checked[t].low < plan.targets[t].value);
        CHECK(plan.targets[t].value < outcome.checked[t].high);
    }
    CHECK(outcome.checked[0].inside > 0.6);
    CHECK(std::fabs(outcome.checked[2].mean - plan.targets[2].value) < 0.3);
    CHECK(std::fabs(outcome.checked[2].before - plan.targets[2].value) > 0.3); // the prior alone would not have told
    CHECK(asked == 3 * plan.points + plan.simulations + plan.checked);
    CHECK(asked * static_cast<std::size_t>(plan.replications) == cost_of(plan));
    CHECK(calibrate(factors(), plan, made_evaluation(model)).draws == outcome.draws); // asked again: the same
}

TEST_CASE("the posterior of calibration holds the truth as often as it says")
{
    // 40 truths; the 90 % interval of each of two assumptions. 80 chances at 0.9: below 62 or never outside has a
    // chance of about 1e-4 each for exact posteriors.
    int held = 0, asked = 0;
    for (std::uint32_t t = 0; t < 40; ++t) {
        const std::array truth{1 + 8 * uniform({1, t}, Purpose::unit_stay, 0, 0), 0.1 + 0.8 * uniform({1, t}, Purpose::unit_stay, 1, 0), 5.5};
        // what was measured is off by its own error, of the tolerance that is stated
        CalibrationPlan plan = plan_for(truth, 0.08);
        for (std::size_t k = 0; k < 2; ++k) {
            const double error = plan.targets[k].tolerance() * normal(uniform({2, t}, Purpose::unit_stay, k, 0));
            plan.targets[k].value += error, plan.targets[k].low += error, plan.targets[k].high += error;
        }
        plan.waves = 2;
        plan.checked = 0;
        plan.draws = 199;
        const CalibrationOutcome outcome = calibrate(factors(), plan, made_evaluation(model));
        REQUIRE(!outcome.nothing_left);
        for (std::size_t j = 0; j < 2; ++j) {
            int below = 0;
            for (std::size_t i = 0; i < outcome.draws.rows; ++i) below += outcome.draws(i, j) < truth[j];
            held += below >= 10 && below < 190;
            ++asked;
        }
    }
    INFO(held);
    CHECK(held >= 62);
    CHECK(held < asked);
}

TEST_CASE("targets that cannot be met together leave nothing, and a stop is a stop")
{
    CalibrationPlan plan = plan_for(std::array{6.5, 0.35, 5.5}, 0.04);
    plan.targets[1].value += 2, plan.targets[1].low += 2, plan.targets[1].high += 2;
    const CalibrationOutcome outcome = calibrate(factors(), plan, made_evaluation(model));
    CHECK(outcome.nothing_left);
    CHECK(outcome.waves.back().least_implausibility > 3);
    CHECK(outcome.draws.rows == 0);
    REQUIRE(outcome.checked.size() == 3);
    for (const TargetChecked& target : outcome.checked) { // nothing was run "after", so there is no figure for it
        CHECK(std::isfinite(target.before));
        for (const double after : {target.mean, target.low, target.high, target.inside}) CHECK(std::isnan(after));
    }
    const Evaluate stopping = [](std::span<const StudyPoint> points, int replications) {
        Evaluation answers = made_evaluation(model)(points, replications);
        answers.stopped = true;
        return answers;
    };
    CHECK(calibrate(factors(), plan_for(std::array{6.5, 0.35, 5.5}, 0.04), stopping).stopped);
}

TEST_CASE("failed points cost themselves only, and are listed over all questions")
{
    const CalibrationPlan plan = plan_for(std::array{6.5, 0.35, 5.5}, 0.04);
    const Evaluate failing = [](std::span<const StudyPoint> points, int replications) {
        Evaluation answers = made_evaluation(model)(points, replications);
        for (std::size_t p = 0; p < points.size(); p += 7) {
            answers.failures.push_back({p, 0, 0, {"fejl", "failure"}});
            for (std::size_t k = 0; k < kpi_table().size() * static_cast<std::size_t>(replications); ++k)
                answers.values[p * kpi_table().size() * static_cast<std::size_t>(replications) + k] = std::nan("");
        }
        return answers;
    };
    const CalibrationOutcome outcome = calibrate(factors(), plan, failing);
    CHECK(!outcome.nothing_left);
    CHECK(outcome.posterior.left_out > 0);
    CHECK(outcome.failures.size() == 3 * 6 + 29 + 6);
    CHECK(outcome.failures.back().point == 3 * plan.points + plan.simulations + 35);
    CHECK(outcome.mean[0] == Approx(6.5).margin(1.0));
}

TEST_CASE("a posterior is a table with one column an assumption and one row a draw")
{
    CalibrationOutcome outcome;
    outcome.draws.add(std::array{1.5, 0.25});
    outcome.draws.add(std::array{2.0, 0.1});
    const std::vector<StudyFactor> two{made_factor("assumptions.h_c", 0, 10), made_factor("policy.W_max", 0, 1)};
    CHECK(posterior_csv(two, outcome, std::vector<std::string>{"made by a test"}) == "# made by a test\nh_c,policy.W_max\n1.5,0.25\n2,0.1\n");
}
