// SPDX-License-Identifier: MPL-2.0
// Studies that choose their own points: from a plan to what calibration and optimisation are asked, and from what they
// found to tables and sentences.
#pragma once

#include "engine/experiment/calibration.hpp"
#include "engine/experiment/optimisation.hpp"
#include "engine/io/study_setup.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samspil {

/// How the paths of assumptions begin.
inline constexpr std::string_view assumption_paths = "assumptions.";

/// What has to hold besides the plan itself: calibration frees assumptions only and has a target; goals of an
/// optimisation have a direction.
void check_search(const StudySetup& setup, Diagnostics& out);

/// Of a setup without errors. Replications: the plan's, else 8 for a calibration and 4 for an optimisation.
CalibrationPlan calibration_plan(const StudySetup& setup);
OptimisationPlan optimisation_plan(const StudySetup& setup);

/// Replications asked for at most, over all scenarios.
std::size_t most_runs(const StudySetup& setup);

std::vector<StudyTable> tables_of(const StudySetup& setup, const CalibrationPlan& plan, const CalibrationOutcome& outcome);
std::vector<StudyTable> tables_of(const StudySetup& setup, const OptimisationPlan& plan, const OptimisationOutcome& outcome);

/// The answer in a sentence or two, with what to doubt.
Text sentence_of(const StudySetup& setup, const CalibrationPlan& plan, const CalibrationOutcome& outcome);
/// With the choices that stand at an end of their range in every point of the front.
Text sentence_of(std::span<const StudyFactor> factors, const OptimisationPlan& plan, const OptimisationOutcome& outcome);

/// posterior.csv as `run --futures --posterior` reads it; what it was made by and from stands above.
std::string posterior_file(const StudySetup& setup, const CalibrationPlan& plan, const CalibrationOutcome& outcome);

} // namespace samspil
