// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/calibration.hpp"

#include "engine/base/errors.hpp"
#include "engine/experiment/study_design.hpp"
#include "engine/stats/designs.hpp"
#include "engine/stats/lots.hpp"
#include "engine/stats/moments.hpp"
#include "engine/stats/quantiles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>
#include <utility>

namespace samspil {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t least_table = 4000; ///< rows of the ABC table, several with each simulation's own luck

class Calibration {
public:
    Calibration(std::span<const StudyFactor> factors, const CalibrationPlan& plan, const Evaluate& evaluate,
                const std::function<void(const CalibrationProgress&)>& progress)
        : factors_(factors), plan_(plan), evaluate_(evaluate), progress_(progress)
    {
        for (const CalibrationTarget& target : plan.targets)
            if (!target.held_out) used_.push_back(&target);
        SAMSPIL_EXPECT(!used_.empty() && !factors.empty(), "calibration needs a target and a free assumption");
        SAMSPIL_EXPECT(plan.replications >= 2 && plan.points >= 3 && plan.waves >= 1 && plan.simulations >= 1,
                       "luck is measured by two replications, a wave by three points");
        match_.cutoff = plan.cutoff;
        for (const CalibrationTarget* target : used_)
            match_.targets.push_back({target->value, target->tolerance()});
    }

    CalibrationOutcome run()
    {
        Matrix points = latin_hypercube(plan_.points, factors_.size(), plan_.seed);
        for (int wave = 0; wave < plan_.waves; ++wave) {
            const std::size_t wanted = wave + 1 < plan_.waves ? plan_.points : plan_.simulations;
            RemainingSpace left;
            if (!run_wave(points, wave, wanted, left)) return outcome_;
            points = wave + 1 < plan_.waves ? rows_of(left.points, spread_out(left.points, wanted)) : std::move(left.points);
        }
        weigh(points);
        if (!outcome_.stopped) check();
        return outcome_;
    }

private:
    Evaluation ask(const Matrix& cube, CalibrationProgress at)
    {
        if (progress_) progress_(at);
        const std::vector<StudyPoint> points = in_units(factors_, cube);
        Evaluation answers = evaluate_(points, plan_.replications);
        outcome_.stopped = answers.stopped;
        for (EvaluationFailure failure : answers.failures) {
            failure.point += asked_;
            outcome_.failures.push_back(std::move(failure));
        }
        asked_ += points.size();
        return answers;
    }

    /// False when it ended here: stopped, or nothing is left.
    bool run_wave(const Matrix& points, int wave, std::size_t wanted, RemainingSpace& left)
    {
        const Evaluation answers = ask(points, {CalibrationProgress::Stage::wave, wave});
        if (outcome_.stopped) return false;
        Matrix means(points.rows, used_.size());
        std::vector<Moments> luck(used_.size());
        for (std::size_t i = 0; i < points.rows; ++i)
            for (std::size_t k = 0; k < used_.size(); ++k) {
                const std::vector<double> values = answers.kpi(i, 0, used_[k]->kpi);
                means(i, k) = mean_of(values);
                if (const double variance = moments(values).variance(); std::isfinite(variance)) luck[k].add(variance);
            }
        if (wave == 0)
            for (const CalibrationTarget& target : plan_.targets) {
                outcome_.checked.emplace_back().before = mean_over_points(answers, target.kpi);
            }
        // All points have the same replications, so the luck of their mean is no scatter an emulator could see: reality's
        // luck and theirs add up.
        const double both = 1.0 + 1.0 / plan_.replications;
        std::vector<double> variances;
        for (const Moments& m : luck)
            variances.push_back(m.count() > 0 ? both * m.mean() : 0.0);
        match_.waves.push_back(fit_wave(points, means, std::move(variances)));
        CalibrationWave& now = outcome_.waves.emplace_back();
        now.points = points.rows;
        now.least_implausibility = std::numeric_limits<double>::infinity();
        const std::vector<double> known(used_.size(), 0.0);
        for (std::size_t i = 0; i < points.rows; ++i)
            now.least_implausibility = std::min(now.least_implausibility, implausibility(match_, means.row(i), known));
        for (const Emulator& emulator : match_.waves.back().emulators) {
            now.explained.push_back(emulator.explained);
            now.surprises.push_back(emulator.surprises);
        }
        // Twice as many as wanted, so that the points of a wave can be spread out.
        left = remaining_space(match_, factors_.size(), wave + 1 < plan_.waves ? 2 * wanted : wanted,
                               plan_.seed + static_cast<std::uint32_t>(wave));
        now.share_left = left.share;
        now.low = left.low;
        now.high = left.high;
        outcome_.nothing_left = left.points.rows == 0;
        return !outcome_.nothing_left;
    }

    double mean_over_points(const Evaluation& answers, std::size_t kpi) const
    {
        Moments mean;
        for (std::size_t i = 0; i < answers.points; ++i)
            if (const double value = mean_of(answers.kpi(i, 0, kpi)); std::isfinite(value)) mean.add(value);
        return mean.mean();
    }

    /// What could have been seen had reality been this point: its mean, the luck of one of its replications, and an
    /// error of the target's tolerance. Luck keeps the outputs' correlation; it is scaled up because deviations from a
    /// mean of R are too small, and because that mean is uncertain too.
    void add_imagined(const Evaluation& answers, std::size_t point, std::uint32_t copy, Matrix& summaries) const
    {
        const auto replications = static_cast<std::uint32_t>(answers.replications);
        const double scale = std::sqrt((replications + 1.0) / (replications - 1.0));
        const auto at = static_cast<std::uint32_t>(point);
        const std::uint32_t chosen = lot_below(replications, plan_.seed, Lot::error, at, copy << 8);
        std::vector<double> seen;
        for (std::size_t k = 0; k < used_.size(); ++k) {
            const std::vector<double> values = answers.kpi(point, 0, used_[k]->kpi);
            const double mean = mean_of(values);
            const double error = normal(lot_uniform(plan_.seed, Lot::error, at, copy << 8 | static_cast<std::uint32_t>(k + 1)));
            seen.push_back(mean + scale * (values[chosen] - mean) + used_[k]->tolerance() * error);
        }
        summaries.add(seen);
    }

    void weigh(const Matrix& points)
    {
        const Evaluation answers = ask(points, {CalibrationProgress::Stage::simulations, 0});
        if (outcome_.stopped) return;
        const std::size_t copies = std::max<std::size_t>(1, least_table / points.rows);
        Matrix parameters, summaries;
        for (std::size_t copy = 0; copy < copies; ++copy)
            for (std::size_t i = 0; i < points.rows; ++i) {
                parameters.add(points.row(i));
                add_imagined(answers, i, static_cast<std::uint32_t>(copy), summaries);
            }
        std::vector<double> observed;
        for (const CalibrationTarget* target : used_)
            observed.push_back(target->value);
        outcome_.posterior = abc_posterior(parameters, summaries, observed, {plan_.accept, true, true});
        outcome_.nothing_left = outcome_.posterior.draws.rows == 0;
        chosen_ = equal_draws(outcome_.posterior, plan_.draws, plan_.seed);
        outcome_.draws = Matrix(0, factors_.size());
        for (const StudyPoint& point : in_units(factors_, chosen_))
            outcome_.draws.add(point.values);
        for (std::size_t j = 0; j < factors_.size(); ++j) {
            Moments in_units_of_factor, in_cube;
            for (std::size_t i = 0; i < chosen_.rows; ++i) {
                in_units_of_factor.add(outcome_.draws(i, j));
                in_cube.add(chosen_(i, j));
            }
            outcome_.mean.push_back(in_units_of_factor.mean());
            outcome_.deviation.push_back(in_units_of_factor.deviation());
            outcome_.learnt.push_back(std::max(0.0, 1.0 - 12.0 * in_cube.variance()));
        }
    }

    void check()
    {
        const std::size_t n = std::min(plan_.checked, chosen_.rows);
        if (n == 0) return;
        Matrix first(0, factors_.size());
        for (std::size_t i = 0; i < n; ++i)
            first.add(chosen_.row(i));
        const Evaluation answers = ask(first, {CalibrationProgress::Stage::check, 0});
        for (std::size_t t = 0; t < plan_.targets.size(); ++t) {
            const CalibrationTarget& target = plan_.targets[t];
            TargetChecked& result = outcome_.checked[t];
            std::vector<double> runs;
            std::size_t inside = 0, defined = 0;
            for (std::size_t i = 0; i < n; ++i) {
                const std::vector<double> values = answers.kpi(i, 0, target.kpi);
                for (const double value : values)
                    if (std::isfinite(value)) runs.push_back(value);
                if (const double mean = mean_of(values); std::isfinite(mean)) {
                    ++defined;
                    inside += mean >= target.low && mean <= target.high;
                }
            }
            result.mean = moments(runs).mean();
            result.low = quantile(runs, 0.025);
            result.high = quantile(runs, 0.975);
            result.inside = defined > 0 ? static_cast<double>(inside) / static_cast<double>(defined) : undefined;
        }
    }

    std::span<const StudyFactor> factors_;
    const CalibrationPlan& plan_;
    const Evaluate& evaluate_;
    const std::function<void(const CalibrationProgress&)>& progress_;
    std::vector<const CalibrationTarget*> used_;
    HistoryMatch match_;
    CalibrationOutcome outcome_;
    Matrix chosen_; ///< the draws, in [0, 1]
    std::size_t asked_ = 0;
};

} // namespace

std::vector<CalibrationTarget> calibration_targets(const Scenario& scenario)
{
    std::vector<CalibrationTarget> targets;
    for (const Target& target : scenario.targets)
        if (const auto kpi = find_kpi(target.id))
            targets.push_back(CalibrationTarget{*kpi, target.id, target.label, target.target, target.low, target.high, !target.calibrate});
    return targets;
}

std::size_t cost_of(const CalibrationPlan& plan)
{
    const std::size_t points = static_cast<std::size_t>(plan.waves) * plan.points + plan.simulations + std::min(plan.checked, plan.draws);
    return points * static_cast<std::size_t>(plan.replications);
}

CalibrationOutcome calibrate(std::span<const StudyFactor> factors, const CalibrationPlan& plan, const Evaluate& evaluate,
                             const std::function<void(const CalibrationProgress&)>& progress)
{
    return Calibration(factors, plan, evaluate, progress).run();
}

std::string posterior_csv(std::span<const StudyFactor> factors, const CalibrationOutcome& outcome, std::span<const std::string> provenance)
{
    constexpr std::string_view prefix = "assumptions.";
    std::string text;
    for (const std::string& line : provenance)
        text += "# " + line + "\n";
    for (std::size_t j = 0; j < factors.size(); ++j) {
        const std::string_view path = factors[j].path;
        text += fmt::format("{}{}", j > 0 ? "," : "", path.starts_with(prefix) ? path.substr(prefix.size()) : path);
    }
    text += "\n";
    for (std::size_t i = 0; i < outcome.draws.rows; ++i)
        for (std::size_t j = 0; j < factors.size(); ++j)
            text += fmt::format("{}{}", outcome.draws(i, j), j + 1 < factors.size() ? "," : "\n");
    return text;
}

} // namespace samspil
