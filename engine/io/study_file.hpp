// SPDX-License-Identifier: MPL-2.0
// The result of a study (docs/result-format.md): written once, in the order of the plan; read by inspect, export, verify.
#pragma once

#include "engine/experiment/study_analysis.hpp"
#include "engine/io/hdf5.hpp"
#include "engine/io/result_file.hpp"
#include "engine/io/same_bytes.hpp"
#include "engine/io/study_plan.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samspil {

inline constexpr std::string_view study_format = "samspil-study";
inline constexpr int study_format_version = 1;

/// One scenario of a study; the first is the base.
struct StudyOption {
    std::string id;
    Text title;
    std::string scenario_path; ///< absolute
    std::string resolved_text;
    std::vector<InputRecord> inputs;
};

struct StudyResult {
    StudyKind kind = StudyKind::sweep;
    DesignKind design = DesignKind::grid;
    Text title;
    std::string program_version, commit, build, created, command, run_id;
    std::string plan_path, plan_text;
    std::uint32_t seed = 1;
    int weeks = 0, burn_in_weeks = 0;
    std::vector<StudyOption> options;
    std::vector<StudyFactor> factors;
    std::vector<std::string> factor_names; ///< Danish, then English, by factor; only of a result that was read
    std::vector<StudyPoint> points;
    std::vector<std::size_t> goals; ///< of kpi_table()
    std::vector<std::string> kpis;  ///< ids as in the file; of one that was read
    Evaluation answers;
    std::vector<Measure> measures;
};

/// Throws IoError unwritable or out_of_space.
void write_study(const std::string& path, const StudyResult& result);

/// Whether a sealed file says it is a study. Throws IoError unreadable or damaged.
bool is_study_file(const std::string& path);

/// Reads it back; throws IoError unreadable or damaged (also where it has other indicators than this version).
StudyResult read_study(const std::string& path);

/// Two studies, bit for bit, outside provenance/ and the attributes of the root.
std::optional<Difference> first_difference_of_studies(const std::string& a, const std::string& b);

/// Name of a factor in words, with its unit: "timer en leder bruger (t)"; the path where there is no label.
Text name_of(const StudyResult& result, std::size_t factor);

} // namespace samspil
