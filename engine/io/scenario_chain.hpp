// SPDX-License-Identifier: MPL-2.0
// A scenario file and those it extends.
#pragma once

#include "engine/io/layers.hpp"
#include "engine/io/scenario_file.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace samspil {

/// What the files say together, the nearest last.
struct ScenarioChain {
    Layers layers;
    std::string top_file;             ///< as named, for what no file says
    std::vector<InputDigest> inputs;  ///< of the files, below the project
    bool unread = false;              ///< one of them could not be read: what is missing may stand there
};

/// Files outside `project` that are extended, rings, absolute paths and what cannot be read are added to `out`.
ScenarioChain read_scenario_chain(const std::filesystem::path& file, const std::filesystem::path& project, Diagnostics& out);

/// The same where the text of the first file is at hand; `file` says where it would lie.
ScenarioChain read_scenario_chain(std::string text, const std::filesystem::path& file, const std::filesystem::path& project, Diagnostics& out);

} // namespace samspil
