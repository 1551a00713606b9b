// SPDX-License-Identifier: MPL-2.0
// The committed solved constants against the targets they were solved for (docs/model.md 8.1), on chance they have not
// seen: another seed. Bound: the tolerance of the solver and four standard errors, those of this test's 4 replications
// and of the 8 the constants were solved on.
#include "engine/experiment/balance.hpp"
#include "tests/support/baseline.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>

using namespace samspil;

TEST_CASE("The solved constants of Aarhus hit their targets under another seed too")
{
    const Scenario scenario = baseline::aarhus();
    BalancePlan plan;
    const double solved_on = plan.replications;
    plan.seed = 77;
    plan.replications = 4;
    const std::atomic<bool> stop = false;
    const auto targets = measure_targets(scenario, plan, Workers(2), stop);
    for (const FreeConstant& constant : free_constants()) {
        double deviation = 0, variance = 0;
        int n = 0;
        for (const TargetReached& t : targets) {
            if (std::find(constant.targets.begin(), constant.targets.end(), t.target->id) == constant.targets.end()) continue;
            const double half = (t.target->high - t.target->low) / 2;
            deviation += t.deviation();
            variance += t.error * t.error / (half * half);
            ++n;
            INFO(t.target->id << " " << t.reached);
            CHECK(t.within_bounds());
        }
        REQUIRE(n > 0);
        const double error = std::sqrt(variance * (1 + plan.replications / solved_on));
        INFO(constant.parameter << ": deviation " << deviation / n << ", error " << error / n);
        CHECK(std::abs(deviation) / n <= plan.tolerance + 4 * error / n);
    }
}
