// SPDX-License-Identifier: MPL-2.0
// Calibration: which values of the assumptions agree with what is known. Waves of history matching rule out what cannot
// have given the targets; ABC weighs what remains; draws of it are run again against targets and hold-outs alike.
// An algorithm that only asks (evaluation.hpp): interrupted and asked again, it goes the same way.
#pragma once

#include "engine/experiment/evaluation.hpp"
#include "engine/stats/abc.hpp"
#include "engine/stats/history_matching.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace samspil {

/// A KPI that is known. Its range is read as two standard deviations to each side: of the measurement, and of what the
/// model leaves out. A range of no width is met exactly, but for luck.
struct CalibrationTarget {
    std::size_t kpi = 0; ///< of kpi_table()
    std::string id;
    Text label;
    double value = 0, low = 0, high = 0;
    bool held_out = false; ///< not used, only looked at afterwards
    double tolerance() const { return 0.25 * (high - low); }
};

/// The targets of a scenario that are KPIs, in its order: those marked `calibrate`, and the hold-outs.
std::vector<CalibrationTarget> calibration_targets(const Scenario& scenario);

struct CalibrationPlan {
    std::vector<CalibrationTarget> targets;
    std::uint32_t seed = 1;
    int waves = 3;
    std::size_t points = 60;  ///< of each wave
    /// At each point, >= 2. Luck is measured by them, and all points share it: on a formula with a known answer 90 %
    /// intervals held the truth in 85 % of cases with 4, and in 90 % with 64.
    int replications = 8;
    double cutoff = 3.0;      ///< standard deviations beyond which a point is implausible
    std::size_t simulations = 200; ///< points run in what remains, for ABC
    double accept = 0.1;      ///< share that ABC keeps
    std::size_t draws = 200;  ///< of the posterior
    std::size_t checked = 40; ///< of them run again
};

/// How many replications a plan asks for at most.
std::size_t cost_of(const CalibrationPlan& plan);

/// One wave, and what it left.
struct CalibrationWave {
    std::size_t points = 0;
    double share_left = 1.0;              ///< of the prior's space
    double least_implausibility = 0.0;    ///< of the points that were run; above the cutoff no point met the targets
    std::vector<double> low, high;        ///< of what is left, by factor in [0, 1]
    std::vector<double> explained;        ///< by target that is used: left-out R^2 of its emulator
    std::vector<double> surprises;        ///< by target that is used: share of left-out points 3 deviations off
};

/// What the posterior makes of a target. NaN: undefined, or never run (no posterior, no draw checked).
struct TargetChecked {
    static constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    double before = unknown;       ///< mean over the first wave: what the prior gives
    double mean = unknown, low = unknown, high = unknown; ///< over checked draws and their replications: mean and 95 % of single runs
    double inside = unknown;       ///< share of the checked draws whose mean lies within the target's range
};

struct CalibrationOutcome {
    std::vector<CalibrationWave> waves;
    bool nothing_left = false;     ///< the targets cannot be met together: no posterior
    Posterior posterior;           ///< in [0, 1] by factor
    Matrix draws;                  ///< equally likely, in the units of the factors
    std::vector<double> mean, deviation; ///< of the draws, by factor, in units
    std::vector<double> learnt;    ///< by factor: 1 - posterior variance / prior variance, both in [0, 1]; 0 nothing
    std::vector<TargetChecked> checked;  ///< in the order of the plan's targets
    std::vector<EvaluationFailure> failures; ///< of all questions; `point` counts over them
    bool stopped = false;
};

struct CalibrationProgress {
    enum class Stage { wave, simulations, check } stage = Stage::wave;
    int wave = 0; ///< from 0
};

/// Asks about option 0. At least one target is used and one factor is free; factors are uniform over their range.
CalibrationOutcome calibrate(std::span<const StudyFactor> factors, const CalibrationPlan& plan, const Evaluate& evaluate,
                             const std::function<void(const CalibrationProgress&)>& progress = {});

/// The posterior as CSV for later runs: comment lines with `provenance` (each becomes "# line"), one column a factor
/// (without "assumptions."), one row a draw.
std::string posterior_csv(std::span<const StudyFactor> factors, const CalibrationOutcome& outcome, std::span<const std::string> provenance);

} // namespace samspil
