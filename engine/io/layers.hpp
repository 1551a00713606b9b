// SPDX-License-Identifier: MPL-2.0
// What scenario files say, before it means anything: values by path with their place, one file laid over its parent.
#pragma once

#include "engine/io/shape.hpp"
#include "engine/io/yaml.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace samspil {

struct Setting {
    std::string text;  ///< of a text, name or date; of `data`: the folder itself
    double number = 0; ///< of a field
    Origin origin;
    const Shape* shape = nullptr;
};

struct GoalSetting {
    std::string kpi;
    std::optional<double> relevance;
    Origin origin;
};

struct InterventionSetting {
    std::string type;
    std::string path; ///< "interventions.3", counted in its own file
    Origin origin;
    std::map<std::string, Setting> values; ///< by the path below the intervention: "date", "params.model"
    std::set<std::string> broken;          ///< paths below it that are missing or could not be read
};

struct Layers {
    std::map<std::string, Setting> values;
    std::optional<std::vector<GoalSetting>> goals;
    std::vector<InterventionSetting> interventions;
    std::set<std::string> broken; ///< paths that were set, wrongly
};

/// Lays one file over what is there. `folder` is the file's own.
void take_layer(const Node& root, const std::string& file, const std::filesystem::path& folder, Layers& layers,
                Diagnostics& out);

/// By date, ties as they came.
void sort_by_date(std::vector<InterventionSetting>& interventions);

/// Notes what could not be read of interventions in `broken`, by their numbers as they stand now; whether all could be read.
bool number_the_broken(Layers& layers);

/// "interventions.1.date" of the scenario, where interventions stand by date, as the file that says it counts them.
std::string path_in_file(const Layers& layers, const std::string& path);

/// -s PATH=VALUE, laid over everything. The place of what it says is "-s".
void take_override(const std::string& path, const std::string& value, Layers& layers, Diagnostics& out);

} // namespace samspil
