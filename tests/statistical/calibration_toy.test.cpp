// SPDX-License-Identifier: MPL-2.0
// A town that never was: the toy town is run once with assumptions nobody is told, and calibration has to find them from
// three figures of that run.
#include "engine/base/parallel.hpp"
#include "engine/experiment/calibration.hpp"
#include "engine/io/scenario_file.hpp"
#include "engine/model/parameters.hpp"
#include "engine/random/stream.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/made_evaluation.hpp"

#include <cmath>
#include <memory>
#include <string>

using namespace samspil;
using samspil::test::made_factor;

namespace {

EvaluationSubject town(const Scenario& base, std::uint32_t seed)
{
    EvaluationSubject subject;
    subject.factors = {made_factor("assumptions.ASC_forebyggende", -4, 2), made_factor("assumptions.h0_club", 0.02, 0.15),
                       made_factor("assumptions.rec_ext", 1, 10)};
    subject.options = {"toy"};
    subject.seed = seed;
    subject.scenario = [base, factors = subject.factors](std::size_t, const StudyPoint& point) {
        auto made = std::make_shared<Scenario>(base);
        for (std::size_t f = 0; f < factors.size(); ++f) {
            const std::string key = factors[f].path.substr(std::string("assumptions.").size());
            find_field(parameter_fields(), key)->access.write(&made->assumptions, point.values[f]);
        }
        return made;
    };
    return subject;
}

} // namespace

TEST_CASE("calibration finds the assumptions of synthetic towns as often as its intervals say", "[slow]")
{
    Diagnostics found;
    const auto loaded = load_scenario(std::string(SAMSPIL_SOURCE_DIR) + "/scenarios/minimal.yaml", {}, found);
    REQUIRE(loaded);
    const Workers workers(2);
    const std::atomic<bool> stop = false;
    const EvaluationSubject subject = town(loaded->scenario, 1);
    const Evaluate ask = [&](std::span<const StudyPoint> points, int replications) {
        return evaluate(subject, points, replications, workers, {}, {}, stop);
    };
    // Eight towns of three assumptions, 90 % intervals. With 24 independent chances of 0.85 (what eight replications
    // give) fewer than 15 held has a chance of 0.4 %, with 0.9 of 0.003 %.
    int held = 0, asked = 0;
    double learnt = 0;
    for (std::uint32_t t = 0; t < 8; ++t) {
        StudyPoint truth;
        for (std::size_t f = 0; f < subject.factors.size(); ++f) {
            const StudyFactor& factor = subject.factors[f];
            truth.values.push_back(factor.low + (factor.high - factor.low) * (0.1 + 0.8 * uniform({3, t}, Purpose::unit_stay, f, 0)));
        }
        const Evaluation seen = evaluate(town(loaded->scenario, 1000 + t), std::span(&truth, 1), 1, workers, {}, {}, stop); // another luck
        CalibrationPlan plan;
        for (const char* id : {"utilisation.forebyggende", "reach.klub", "volunteers.stock"}) {
            CalibrationTarget target;
            target.kpi = *find_kpi(id);
            target.value = seen.at(0, 0, 0, target.kpi);
            target.low = 0.98 * target.value; // what reality rounds off: one deviation is a hundredth
            target.high = 1.02 * target.value;
            REQUIRE(std::isfinite(target.value));
            plan.targets.push_back(target);
        }
        plan.waves = 2;
        plan.points = 40;
        plan.simulations = 100;
        plan.checked = 0;
        plan.draws = 199;
        const CalibrationOutcome outcome = calibrate(subject.factors, plan, ask);
        REQUIRE(!outcome.nothing_left);
        CHECK(outcome.failures.empty());
        for (std::size_t f = 0; f < subject.factors.size(); ++f) {
            int below = 0;
            for (std::size_t i = 0; i < outcome.draws.rows; ++i) below += outcome.draws(i, f) < truth.values[f];
            held += below >= 10 && below < 190;
            learnt += outcome.learnt[f] / 24;
            ++asked;
        }
    }
    CAPTURE(held, asked, learnt);
    CHECK(held >= 15);
    CHECK(learnt > 0.1); // and the intervals are not the prior's
}
