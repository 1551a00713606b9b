// SPDX-License-Identifier: MPL-2.0
// A scenario from its file: parents, tables, overrides and checks, with everything wrong said in one pass and the place
// that set every value.
//
// Inheritance: a file's values replace its parent's path by path; its `goals` replace the parent's list; its
// `interventions` are added to the parent's. Paths are relative to the file that says them, `tables:` to the data
// folder. All files lie below the project folder: the nearest folder at or above the scenario that holds both `data`
// and `scenarios`, else the folder above the scenario's own.
// Interventions are numbered from 1 in order of date (ties as in the files): interventions.1.params.shock_weeks.
#pragma once

#include "engine/io/completeness.hpp"
#include "engine/io/outlines.hpp"
#include "engine/io/resolved.hpp"
#include "engine/io/say.hpp"
#include "engine/model/scenario.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace samspil {

/// -s PATH=VALUE; the value is written as in a scenario file.
struct Override {
    std::string path, value;
};

struct InputDigest {
    std::string path;   ///< relative to the project folder
    std::string digest; ///< SHA-256
    Text dialect;       ///< of a table; empty for scenario files
};

struct LoadedScenario {
    Scenario scenario;
    std::map<std::string, Origin> origins;      ///< path -> where set; a path that is not here has its default
    std::map<std::string, Provenance> evidence; ///< path -> tag and source, for values that come from tables
    std::string resolved_text; ///< the whole scenario as YAML, every value; paths relative to the project folder
    ResolvedPlaces places;     ///< folder and names of the tables, for resolve()
    std::filesystem::path project;
    std::filesystem::path data; ///< folder of the tables
    std::vector<InputDigest> inputs;
    std::vector<TableFooting> tables; ///< every table of this version, in order
    std::vector<Outline> outlines;    ///< for maps; empty without the table
};

inline constexpr int deepest_extends = 8;

/// Reads `path`. Nothing when there is an error. Throws IoError when the file itself cannot be opened.
std::optional<LoadedScenario> load_scenario(const std::filesystem::path& path, std::span<const Override> sets,
                                            Diagnostics& out);

/// The same of a text that has not been written yet, as if it stood at `path`: what it would give when it is.
/// `path` need not exist, and is not opened when it does.
std::optional<LoadedScenario> load_scenario_text(const std::string& text, const std::filesystem::path& path,
                                                 std::span<const Override> sets, Diagnostics& out);

/// Reads a resolved text back: its paths are relative to `project`. `id` names the scenario.
std::optional<LoadedScenario> load_resolved(const std::string& text, const std::filesystem::path& project,
                                            const std::string& id, std::span<const Override> sets, Diagnostics& out);

/// `run --weeks`: a shorter period; interventions beyond it fall away with a note. A longer one changes nothing.
void shorten(LoadedScenario& loaded, int weeks, Diagnostics& out);

/// The value at a path as written in a file ("0.035", "minimum", "2021-01-04"), or nothing for an unknown path.
std::optional<std::string> value_at(const Scenario& scenario, std::string_view path);

/// Every path of a scenario in the order of the format, centres and interventions included.
std::vector<std::string> paths_of(const Scenario& scenario);

} // namespace samspil
