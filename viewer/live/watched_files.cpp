// SPDX-License-Identifier: MPL-2.0
#include "viewer/live/watched_files.hpp"

#include <utility>

namespace samspil::viewer {

WatchedFiles::Traces WatchedFiles::traces() const
{
    Traces now;
    for (const std::string& path : paths_) now.push_back(trace_of(path));
    return now;
}

void WatchedFiles::watch(std::vector<std::string> paths, std::filesystem::file_time_type read_from)
{
    paths_ = std::move(paths);
    known_ = traces();
    seen_ = known_;
    for (std::optional<FileTrace>& one : known_)
        if (one && one->written >= read_from) one = FileTrace{};
}

bool WatchedFiles::changed()
{
    Traces now = traces();
    const bool stands = now == seen_;
    seen_ = std::move(now);
    if (!stands || seen_ == known_) return false;
    known_ = seen_;
    return true;
}

} // namespace samspil::viewer
