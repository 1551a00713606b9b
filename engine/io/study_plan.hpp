// SPDX-License-Identifier: MPL-2.0
// A plan of a study: which options, which factors and how far, which design. Read as strictly as a scenario, everything
// wrong said in one pass; what the factors mean is looked up in the scenarios the plan names (bind_factors).
#pragma once

#include "engine/experiment/evaluation.hpp"
#include "engine/experiment/study_design.hpp"
#include "engine/io/scenario_file.hpp"
#include "engine/io/shape.hpp"
#include "engine/io/yaml.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samspil {

enum class StudyKind : int { sweep, morris, sobol, calibrate, optimise };
std::string_view id_of(StudyKind kind);
Label label_of(StudyKind kind);

/// One entry of `factors:` as it is written; values are read when the path is known.
struct PlannedFactor {
    std::string path;
    std::optional<Node> low, high;
    std::vector<Node> values;
    std::vector<std::string> only; ///< stems of options; empty: every option that has the path
    Node place;                    ///< of the path
};

struct NamedFile {
    std::string path; ///< as the plan says it, relative to the plan's folder
    Origin origin;
};

/// A KPI that optimisation may not pass.
struct PlannedBudget {
    std::string kpi;
    double bound = 0;
    bool at_least = false;
};

struct PlannedStudy {
    int version = 1;
    StudyKind kind = StudyKind::sweep;
    Text title;
    std::vector<NamedFile> scenarios; ///< base, then options
    int replications = 0;             ///< 0: as the base scenario says
    int weeks = 0;                    ///< shortened period; 0: each scenario's own
    double seed = -1;                 ///< -1: as the base scenario says
    std::vector<std::string> goals;   ///< KPI ids; empty: the base scenario's goals, else the headline goals
    bool assumed = false;             ///< `factors: assumed`: every assumed parameter with a prior
    std::vector<NamedFile> except;    ///< paths left out of those
    std::vector<PlannedFactor> factors;
    DesignKind design = DesignKind::grid;
    int points = 0;                   ///< of a Latin hypercube, a Sobol' sequence, a Sobol' analysis (base points), a wave
    int steps = 3;                    ///< levels of each factor in a grid and one at a time
    std::optional<NamedFile> list;    ///< CSV of points
    int trajectories = 10, levels = 4; ///< Morris
    int waves = 3, simulations = 200, draws = 200, checked = 40; ///< calibration
    int population = 24, generations = 12, confirmed = 16, confirming = 12; ///< optimisation
    std::vector<PlannedBudget> budgets;                          ///< optimisation
};

/// The tree of keys, for the reader, did-you-mean and the schema.
const Shape& plan_shape();

/// Whether a text is meant as a plan: it has the key `study` at the top.
bool looks_like_plan(std::string_view text);
/// The same of a file; false for what cannot be read as one.
bool is_plan_file(const std::string& path);

/// Reads the text of a plan; `file` names it in messages. With errors in `out` what could be read all the same, so that the
/// rest can be looked at in the same pass; its first scenario is the base, and it has none where that is missing. Nothing
/// when the text is no YAML.
std::optional<PlannedStudy> read_plan(const std::string& text, const std::string& file, Diagnostics& out);

/// What the factors are in these scenarios (base first): kind, range, prior, label, options they act on. Errors: unknown
/// paths, values out of range, no prior where no range is given.
std::vector<StudyFactor> bind_factors(const PlannedStudy& plan, const std::string& file, std::span<const LoadedScenario> scenarios,
                                      Diagnostics& out);

/// Where the base scenario stands, by factor; the middle of the range for a factor the base does not have.
StudyPoint base_point(std::span<const StudyFactor> factors, const Scenario& base);

/// Points of a CSV with one column a factor, named by its path or the last part of it. `text` is the file.
std::vector<StudyPoint> read_points(const std::string& text, const std::string& file, std::span<const StudyFactor> factors, Diagnostics& out);

} // namespace samspil
