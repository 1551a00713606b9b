// SPDX-License-Identifier: MPL-2.0
// From a plan to what is asked: scenarios read, factors bound, points made. The same from the plan's file and from the
// manifest of an interrupted study.
#pragma once

#include "engine/experiment/study_analysis.hpp"
#include "engine/io/study_file.hpp"
#include "engine/io/study_folder.hpp"
#include "engine/io/study_plan.hpp"
#include "engine/stats/matrix.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samspil {

/// More points than this are refused.
inline constexpr std::size_t most_points = 1'000'000;

struct StudySetup {
    PlannedStudy plan;
    std::string plan_path, plan_text, points_path, points_text;
    std::vector<LoadedScenario> scenarios;   ///< base first; shortened
    std::vector<std::string> scenario_paths; ///< absolute
    std::vector<StudyFactor> factors;
    Matrix cube;                             ///< the design in the unit cube; empty where it was not made there
    std::vector<StudyPoint> points;          ///< empty for a study that chooses them as it goes (calibrate, optimise)
    std::vector<std::size_t> goals;          ///< of kpi_table()
    std::vector<double> relevances;          ///< by goal: its limit in the base's scenario, as in Goal
    std::uint32_t seed = 1;
    int replications = 1;
};

/// Reads the plan and all it names; everything wrong is said. Throws IoError when the plan cannot be opened.
std::optional<StudySetup> set_up_study(const std::string& plan_path, Diagnostics& out);

/// The same study again. Tables that have changed since are an error.
std::optional<StudySetup> set_up_again(const StudyManifest& manifest, Diagnostics& out);

/// What is kept of it on disk; run_id, created and command are the caller's.
StudyManifest manifest_of(const StudySetup& setup);

/// Which values and tables a scenario has, wherever its files lie: a digest of the numbers themselves.
std::string digest_of_option(const LoadedScenario& loaded);

/// What evaluate() is asked about; keeps the texts of the scenarios, not the setup.
EvaluationSubject subject_of(const StudySetup& setup);

/// Everything of the result but the answers and what follows from them.
StudyResult result_of(const StudySetup& setup, const StudyManifest& manifest);

} // namespace samspil
