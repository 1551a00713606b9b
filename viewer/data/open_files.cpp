// SPDX-License-Identifier: MPL-2.0
#include "viewer/data/open_files.hpp"

#include <algorithm>

namespace samspil::viewer {
namespace fs = std::filesystem;

std::optional<FileTrace> trace_of(const std::string& path)
{
    std::error_code error;
    const std::uintmax_t size = fs::file_size(path, error);
    if (error) return std::nullopt;
    const auto written = fs::last_write_time(path, error);
    if (error) return std::nullopt;
    return FileTrace{size, written};
}

const ResultFile& OpenFiles::at(const std::string& path)
{
    // Looked at before it is opened: what is written meanwhile makes the next look open it again.
    const FileTrace trace = trace_of(path).value_or(FileTrace{});
    const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& k) { return k.path == path; });
    if (found != kept_.end() && found->trace == trace) {
        std::rotate(found, found + 1, kept_.end());
        return kept_.back().file;
    }
    forget(path);
    kept_.push_back({path, trace, open_result(path)});
    if (kept_.size() > most_) kept_.pop_front();
    return kept_.back().file;
}

void OpenFiles::forget(const std::string& path)
{
    std::erase_if(kept_, [&](const Kept& k) { return k.path == path; });
}

} // namespace samspil::viewer
