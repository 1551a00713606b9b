// SPDX-License-Identifier: MPL-2.0
#include "engine/io/work_folder.hpp"

#include "engine/base/errors.hpp"
#include "engine/io/whole_file.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <optional>

#include <fmt/format.h>

namespace samspil {

namespace fs = std::filesystem;

std::string tidy_folder(const std::string& folder)
{
    std::string path = fs::path(folder.empty() ? "." : folder).lexically_normal().string();
    while (path.size() > 1 && path.back() == '/') path.pop_back();
    return path;
}

void discard_folder(const std::string& hidden)
{
    std::error_code ignored;
    const std::string aside = fmt::format("{}.done{}", hidden, this_process());
    fs::remove_all(aside, ignored);
    if (fs::exists(hidden, ignored)) rename_durably(hidden, aside);
    fs::remove_all(aside, ignored);
}

void discard_unheld(const std::string& folder, const std::string& hidden)
{
    std::optional<FileLock> held;
    if (fs::exists(manifest_in(hidden))) held.emplace(manifest_in(hidden), Hold::alone, folder);
    discard_folder(hidden);
}

void place_folder(const std::string& folder, const std::string& name, const std::function<void(const std::string& inside)>& fill)
{
    if (fs::exists(folder) && !fs::is_directory(folder)) throw IoError(IoError::Cause::unwritable, folder, system_reason(ENOTDIR));
    const bool fresh = !fs::exists(folder);
    const std::string place = fresh ? folder : folder + "/" + name, temporary = fmt::format("{}.tmp{}", place, this_process());
    std::error_code ignored;
    fs::remove_all(temporary, ignored);
    const std::string inside = fresh ? temporary + "/" + name : temporary;
    make_folder(inside);
    try {
        fill(inside);
        rename_durably(temporary, place);
    } catch (...) {
        fs::remove_all(temporary, ignored);
        throw;
    }
}

void sweep_folder(const std::string& folder, const std::vector<std::string>& beginnings)
{
    std::error_code ignored;
    std::vector<fs::path> left;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        const std::string name = entry.path().filename().string();
        if (std::any_of(beginnings.begin(), beginnings.end(), [&](const std::string& one) { return name.starts_with(one); })) left.push_back(entry.path());
    }
    for (const fs::path& path : left) fs::remove_all(path, ignored);
}

} // namespace samspil
