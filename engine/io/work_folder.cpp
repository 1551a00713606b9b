// SPDX-License-Identifier: MPL-2.0
#include "engine/io/work_folder.hpp"

#include "engine/base/errors.hpp"
#include "engine/io/whole_file.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <filesystem>
#include <optional>
#include <string_view>

#include <csignal>
#include <fmt/format.h>
#include <sys/types.h>

namespace samspil {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view temporary_mark = ".tmp";

/// Whether this name of a process (this_process()) is of one of this machine that is no more. Of another machine nobody knows.
bool has_ended(std::string_view who)
{
    const std::string own = this_process();
    const std::string_view machine = std::string_view(own).substr(0, own.rfind('-') + 1);
    if (!who.starts_with(machine)) return false;
    const std::string_view number = who.substr(machine.size());
    pid_t process = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), process);
    const bool is_number = error == std::errc() && end == number.data() + number.size() && process > 0;
    return is_number && ::kill(process, 0) != 0 && errno == ESRCH;
}

/// Whether a folder holds nothing but what place_folder puts there: a stranger's folder of that name is left alone.
bool holds_only(const fs::path& folder, const std::string& name)
{
    std::error_code failed;
    const fs::directory_iterator entries(folder, failed);
    return !failed && std::all_of(begin(entries), end(entries), [&](const auto& entry) { return entry.path().filename() == name; });
}

/// Removes what killed processes left under temporary names: `folder` itself half made, and `name` in it.
void sweep_half_made(const std::string& folder, const std::string& name)
{
    const auto left_of = [](const fs::path& place) {
        const std::string beginning = place.filename().string() + std::string(temporary_mark);
        std::vector<fs::path> left;
        std::error_code ignored;
        for (const auto& entry : fs::directory_iterator(place.has_parent_path() ? place.parent_path() : ".", ignored)) {
            const std::string found = entry.path().filename().string();
            if (found.starts_with(beginning) && entry.is_directory(ignored) && has_ended(std::string_view(found).substr(beginning.size()))) left.push_back(entry.path());
        }
        return left;
    };
    std::error_code ignored;
    for (const fs::path& path : left_of(folder)) {
        if (holds_only(path, name)) fs::remove_all(path, ignored);
    }
    for (const fs::path& path : left_of(fs::path(folder) / name)) fs::remove_all(path, ignored);
}

} // namespace

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
    const std::string place = fresh ? folder : folder + "/" + name, temporary = fmt::format("{}{}{}", place, temporary_mark, this_process());
    sweep_half_made(folder, name);
    std::error_code ignored;
    fs::remove_all(temporary, ignored);
    const std::string inside = fresh ? temporary + "/" + name : temporary;
    try {
        make_folder(inside);
    } catch (const IoError& error) { // of the folder that was asked for, not of what it is made from
        const auto why = [&](Language language) { return error.message(language).substr(error.path().size() + 2); };
        throw IoError(error.cause(), folder, Text{why(Language::da), why(Language::en)});
    }
    try {
        fill(inside);
        rename_durably(temporary, place);
    } catch (...) {
        fs::remove_all(temporary, ignored);
        throw;
    }
}

FileLock place_and_hold(const std::string& folder, const std::string& name, const std::function<void(const std::string& inside)>& fill)
{
    const std::string manifest = manifest_in(folder + "/" + name);
    bool placed = false;
    try {
        place_folder(folder, name, fill);
        placed = true;
        return FileLock(manifest, Hold::alone, folder);
    } catch (const IoError&) { // there before ours came, or gone as soon as it stood there: others look only for what nobody holds
        if (fs::exists(manifest) == placed) throw;
        throw IoError(IoError::Cause::unwritable, folder, Text{"en anden samspil begyndte her på samme tid", "another samspil began here at the same time"});
    }
}

std::string read_kept_file(const std::string& path)
{
    std::error_code error;
    const fs::file_status there = fs::status(path, error);
    if (there.type() == fs::file_type::not_found) throw IoError(IoError::Cause::unreadable, path, system_reason(ENOENT));
    if (error) throw IoError(IoError::Cause::unreadable, path, system_reason(error.value()));
    if (!fs::is_regular_file(there)) throw IoError(IoError::Cause::unreadable, path, Text{"ikke en fil", "not a regular file"});
    return read_whole_file(path);
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
