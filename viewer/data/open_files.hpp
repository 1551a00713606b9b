// SPDX-License-Identifier: MPL-2.0
// Result files kept open: the seal of a file is checked once, not once for every series read from it.
#pragma once

#include "engine/io/result_file.hpp"

#include <cstdint>
#include <deque>
#include <filesystem>
#include <optional>
#include <string>

namespace samspil::viewer {

/// What is at a path now; a change of either means another file.
struct FileTrace {
    std::uintmax_t size = 0;
    std::filesystem::file_time_type written;
    bool operator==(const FileTrace&) const = default;
};

/// Nothing when there is no file.
std::optional<FileTrace> trace_of(const std::string& path);

/// For one thread.
class OpenFiles {
public:
    explicit OpenFiles(std::size_t most = 16) : most_(most) {}
    /// Opens the file, or goes on with it when it has not changed since. Throws IoError as open_result().
    const ResultFile& at(const std::string& path);
    void forget(const std::string& path);

private:
    struct Kept {
        std::string path;
        FileTrace trace;
        ResultFile file;
    };
    std::size_t most_;
    std::deque<Kept> kept_; ///< the latest used last
};

} // namespace samspil::viewer
