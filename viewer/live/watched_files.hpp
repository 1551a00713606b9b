// SPDX-License-Identifier: MPL-2.0
// Files that somebody may edit beside the program, looked at by size and time: cheap enough for once a second. For one thread.
#pragma once

#include "viewer/data/open_files.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace samspil::viewer {

class WatchedFiles {
public:
    /// `read_from`: when reading them began; one that was written since counts as changed.
    void watch(std::vector<std::string> paths, std::filesystem::file_time_type read_from);
    /// Whether some of them are others than before, and stand: what is being written is left until two looks see the same.
    bool changed();

private:
    using Traces = std::vector<std::optional<FileTrace>>;
    Traces traces() const;

    std::vector<std::string> paths_;
    Traces known_, seen_; ///< as they were read; in the look before
};

} // namespace samspil::viewer
