// SPDX-License-Identifier: MPL-2.0
#include "engine/io/parts.hpp"

#include "engine/base/errors.hpp"
#include "engine/io/whole_file.hpp"
#include "engine/io/work_folder.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <thread>
#include <utility>

#include <fmt/format.h>

namespace samspil {
namespace {

namespace fs = std::filesystem;
using Cause = IoError::Cause;

std::string parts_of(const std::string& folder) { return folder + "/.parts"; }
std::string manifest_of(const std::string& folder) { return manifest_in(parts_of(folder)); }

/// What a process that was killed may have left half made: thrown away parts, results under temporary names.
void sweep(const std::string& folder, const std::vector<RunOption>& options)
{
    std::vector<std::string> beginnings{".parts.done"};
    for (const RunOption& option : options) beginnings.push_back(option.stem + ".h5.tmp");
    sweep_folder(folder, beginnings);
}

/// Holds the manifest alone, or with others that work on other shares.
FileLock locked(const std::string& folder, Hold how = Hold::alone) { return FileLock(manifest_of(folder), how, folder); }

/// What a file says of itself; nothing when it is not there or damaged.
std::optional<ResultMetadata> about_file(const std::string& path)
{
    if (!fs::exists(path)) return std::nullopt;
    try {
        return open_result(path).metadata();
    } catch (const IoError&) {
        return std::nullopt;
    }
}

bool is_part(const std::string& path, const RunManifest& manifest, int replication)
{
    const auto about = about_file(path);
    return about && about->part && about->origin.run_id == manifest.run_id && about->first_replication == replication;
}

/// Replications of a whole result of this run; 0 when there is none.
int published_count(const std::string& path, const std::string& run_id)
{
    const auto about = about_file(path);
    return about && !about->part && about->origin.run_id == run_id ? about->replications : 0;
}

/// What another machine has written may be seen late on a network file system: a minute in all. Who reads says what is missing.
void wait_for(const std::vector<std::string>& paths)
{
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + std::chrono::minutes(1);
    for (const std::string& path : paths) {
        while (!fs::exists(path) && Clock::now() < end) std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
}

/// Every share has its own: nobody writes what another writes.
std::string failures_of(const std::string& folder, int task)
{
    return task == 0 ? parts_of(folder) + "/failures.txt" : fmt::format("{}/failures.{}.txt", parts_of(folder), task);
}

} // namespace

bool holds_run(const std::string& folder)
{
    const std::string tidied = tidy_folder(folder);
    if (!fs::is_directory(tidied)) throw IoError(Cause::unreadable, tidied, system_reason(fs::exists(tidied) ? ENOTDIR : ENOENT));
    if (fs::exists(manifest_of(tidied))) return true;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(tidied, ignored)) {
        if (entry.path().extension() == ".h5") return false;
    }
    throw IoError(Cause::unreadable, tidied, Text{"her er ingen kørsel", "there is no run here"});
}

int task_of(int replication, int tasks) { return tasks == 0 ? 0 : replication % tasks + 1; }

std::vector<std::string> failure_files(const std::string& folder)
{
    std::vector<std::string> files;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(parts_of(folder), ignored)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("failures.") && name.ends_with(".txt")) files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::optional<Occupied> occupied(const std::string& folder, const std::vector<std::string>& stems)
{
    const std::string tidied = tidy_folder(folder);
    if (fs::exists(manifest_of(tidied))) return Occupied{parts_of(tidied), true};
    for (const std::string& stem : stems) {
        const std::string path = fmt::format("{}/{}.h5", tidied, stem);
        if (fs::exists(fs::symlink_status(path))) return Occupied{path, false};
    }
    return std::nullopt;
}

RunFolder::RunFolder(std::string folder, RunManifest manifest) : folder_(std::move(folder)), manifest_(std::move(manifest))
{
    now_.assign(manifest_.options.size(), std::vector<char>(static_cast<std::size_t>(manifest_.replications), 0));
    at_start_ = now_;
}

RunFolder RunFolder::begin(const std::string& folder, RunManifest manifest)
{
    const std::string tidied = tidy_folder(folder);
    discard_unheld(tidied, parts_of(tidied));
    FileLock lock = place_and_hold(tidied, ".parts", [&](const std::string& inside) { write_whole_file(manifest_in(inside), manifest_text(manifest)); });
    RunFolder run(tidied, std::move(manifest));
    run.lock_ = std::move(lock);
    if (parse_manifest(read_kept_file(manifest_of(tidied)), manifest_of(tidied)).run_id != run.manifest_.run_id) // between the two
        throw IoError(Cause::unwritable, tidied, Text{"en anden samspil begyndte her på samme tid", "another samspil began here at the same time"});
    sweep(tidied, run.manifest_.options);
    for (std::size_t o = 0; o < run.now_.size(); ++o) std::fill_n(run.now_[o].begin(), run.in_source(o), char{1});
    run.at_start_ = run.now_;
    return run;
}

std::optional<RunFolder> RunFolder::resume(const std::string& folder)
{
    const std::string tidied = tidy_folder(folder);
    if (!holds_run(tidied)) return std::nullopt;
    FileLock held = locked(tidied);
    RunFolder run(tidied, parse_manifest(read_kept_file(manifest_of(tidied)), manifest_of(tidied)));
    run.lock_ = std::move(held);
    sweep(tidied, run.manifest_.options);
    for (const std::string& file : failure_files(tidied)) fs::remove(file);
    run.look_for_parts();
    return run;
}

std::optional<RunFolder> RunFolder::take_share(const std::string& folder, int task)
{
    const std::string tidied = tidy_folder(folder);
    if (!holds_run(tidied)) return std::nullopt;
    FileLock held = locked(tidied, Hold::together); // before it is read, or another could put its own there
    RunFolder run(tidied, parse_manifest(read_kept_file(manifest_of(tidied)), manifest_of(tidied)));
    run.task_ = task;
    run.lock_ = std::move(held);
    run.share_lock_ = FileLock(fmt::format("{}/task-{}.lock", parts_of(tidied), task), Hold::alone_made, fmt::format("{}, --task {}", tidied, task));
    std::error_code ignored;
    fs::remove(failures_of(tidied, task), ignored);
    run.look_for_parts();
    return run;
}

/// Of its share, or of all.
void RunFolder::look_for_parts()
{
    for (std::size_t o = 0; o < manifest_.options.size(); ++o) {
        const int there = std::max(published_count(result_path(o), manifest_.run_id), in_source(o));
        for (int r = 0; r < manifest_.replications; ++r) {
            const bool mine = task_ == 0 || task_of(r, manifest_.tasks) == task_;
            now_[o][static_cast<std::size_t>(r)] = r < there || (mine && is_part(part_path(o, r), manifest_, r));
        }
    }
    at_start_ = now_;
}

RunFolder RunFolder::join(const std::string& folder)
{
    const std::string tidied = tidy_folder(folder);
    return RunFolder(tidied, parse_manifest(read_kept_file(manifest_of(tidied)), manifest_of(tidied)));
}

RunFolder RunFolder::look(const std::string& folder)
{
    RunFolder run = join(folder);
    run.look_for_parts();
    return run;
}

bool RunFolder::was_finished(std::size_t option, int replication) const
{
    return at_start_.at(option).at(static_cast<std::size_t>(replication)) != 0;
}

bool RunFolder::wants(std::size_t option, int replication) const
{
    return !was_finished(option, replication) && (task_ == 0 || task_of(replication, manifest_.tasks) == task_);
}

std::size_t RunFolder::finished_count() const
{
    std::size_t n = 0;
    for (const auto& option : now_) n += static_cast<std::size_t>(std::count(option.begin(), option.end(), char{1}));
    return n;
}

void RunFolder::keep(std::size_t option, const ResultHead& head, const ReplicationResult& result)
{
    write_part(part_path(option, result.replication), head, result);
    now_.at(option).at(static_cast<std::size_t>(result.replication)) = 1;
}

void RunFolder::note_kept(std::size_t option, int replication)
{
    now_.at(option).at(static_cast<std::size_t>(replication)) = 1;
    others_ = true;
}

void RunFolder::note_failure(std::size_t option, int replication, const std::string& cause)
{
    std::string line = fmt::format("{}\t{}\t{}", manifest_.options.at(option).stem, replication, cause);
    std::replace(line.begin(), line.end(), '\n', ' ');
    std::string text;
    const std::string file = failures_of(folder_, task_);
    if (fs::exists(file)) text = read_kept_file(file);
    write_whole_file(file, text + line + "\n");
}

int RunFolder::in_source(std::size_t option) const
{
    const RunOption& about = manifest_.options.at(option);
    if (about.present == 0) return 0;
    return published_count(result_path(option), about.source_run) == about.present ? std::min(about.present, manifest_.replications) : 0;
}

std::vector<double> RunFolder::kpis(std::size_t option, int replication) const
{
    const std::string part = part_path(option, replication);
    const bool own = fs::exists(part);
    const ResultFile file = open_result(own ? part : result_path(option));
    std::vector<double> values;
    for (const Kpi& kpi : kpi_table()) values.push_back(file.kpi(kpi.id).at(own ? 0 : static_cast<std::size_t>(replication)));
    return values;
}

bool RunFolder::complete(std::size_t option, int n) const
{
    return std::all_of(now_.at(option).begin(), now_.at(option).begin() + n, [](char done) { return done != 0; });
}

std::string RunFolder::publish(std::size_t option, const ResultHead& head)
{
    SAMSPIL_EXPECT(complete(option, head.replications), "only a complete option is published");
    const std::string path = result_path(option);
    if (published_count(path, manifest_.run_id) == head.replications) return path;
    const int copied = in_source(option);
    std::vector<std::string> paths;
    for (int r = copied; r < head.replications; ++r) paths.push_back(part_path(option, r));
    if (others_) wait_for(paths);
    std::optional<ResultFile> source;
    if (copied > 0) source = open_result(path);
    merge_parts(path, head, paths, source ? &*source : nullptr);
    return path;
}

void RunFolder::close() { discard_folder(parts_of(folder_)); }

std::string RunFolder::part_path(std::size_t option, int replication) const
{
    return fmt::format("{}/{}.r{}.h5", parts_of(folder_), manifest_.options.at(option).stem, replication);
}

std::string RunFolder::result_path(std::size_t option) const
{
    return fmt::format("{}/{}.h5", folder_, manifest_.options.at(option).stem);
}

} // namespace samspil
