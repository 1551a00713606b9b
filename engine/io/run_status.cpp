// SPDX-License-Identifier: MPL-2.0
#include "engine/io/run_status.hpp"

#include "engine/base/errors.hpp"
#include "engine/io/run_order.hpp"
#include "engine/io/nation_folder.hpp"
#include "engine/io/work_folder.hpp"
#include "engine/stats/quantiles.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <sstream>

#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

namespace samspil {
namespace {

namespace fs = std::filesystem;

std::string manifest_path(const std::string& folder) { return folder + "/.parts/manifest.json"; }

double changed_at(const std::string& path)
{
    struct stat about {};
    if (::stat(path.c_str(), &about) != 0) return 0;
    return static_cast<double>(about.st_mtim.tv_sec) + static_cast<double>(about.st_mtim.tv_nsec) * 1e-9;
}

/// Where a replication lies: a part, or a slot of a whole result.
struct Place {
    std::string path;
    std::size_t slot = 0;
};

/// The longest prefix that all options have.
void read_columns(RunStatus& status, const std::vector<std::vector<std::optional<Place>>>& places)
{
    const auto there = [&](std::size_t r) {
        return std::all_of(places.begin(), places.end(), [&](const auto& option) { return r < option.size() && option[r]; });
    };
    while (!places.empty() && there(status.complete)) ++status.complete;
    status.columns.assign(places.size(), KpiColumns(kpi_table().size()));
    std::vector<std::optional<ResultFile>> files(places.size());
    for (std::size_t r = 0; r < status.complete; ++r) {
        try {
            for (std::size_t o = 0; o < places.size(); ++o) {
                if (!files[o] || files[o]->path() != places[o][r]->path) files[o] = open_result(places[o][r]->path);
            }
        } catch (const IoError&) { // a part that cannot be read ends the prefix: whoever goes on makes it again
            status.complete = r;
            break;
        }
        for (std::size_t o = 0; o < places.size(); ++o) {
            if (o == 0) status.goals = files[o]->metadata().goals; // the base's
            status.covers = files[o]->metadata().covers;
            for (std::size_t k = 0; k < kpi_table().size(); ++k) status.columns[o][k].push_back(files[o]->kpi(kpi_table()[k].id).at(places[o][r]->slot));
        }
    }
}

RunStatus unfinished(const std::string& folder)
{
    const RunManifest manifest = parse_manifest(read_kept_file(manifest_path(folder)), manifest_path(folder));
    const RunFolder now = RunFolder::look(folder); // what is there is what merge and resume find there
    RunStatus status;
    status.until = manifest.until;
    const auto holder = holder_of(manifest_path(folder));
    if (holder) status.state = *holder > 0 ? RunStatus::State::running : RunStatus::State::stopped;
    status.tasks = manifest.tasks;
    // Tasks of a batch work on other machines, whose locks this one does not list.
    if (status.tasks > 0 && status.state == RunStatus::State::stopped) status.state = RunStatus::State::unknown;
    status.process = holder.value_or(0);
    for (const std::string& file : failure_files(folder)) {
        std::istringstream lines(read_kept_file(file));
        for (std::string line; std::getline(lines, line);) status.failures.push_back(line);
    }
    std::vector<std::vector<std::optional<Place>>> places;
    std::vector<double> times;
    std::size_t left = 0;
    for (const RunOption& option : manifest.options) {
        OptionStatus one{option.stem, 0, 0, manifest.replications, false, {}};
        std::vector<std::optional<Place>> own(static_cast<std::size_t>(manifest.replications));
        const std::string whole = fmt::format("{}/{}.h5", folder, option.stem);
        int copied = 0; // of a result of this run, or of the one that is extended
        if (fs::exists(whole)) {
            const ResultMetadata about = open_result(whole).metadata();
            one.published = about.origin.run_id == manifest.run_id;
            if (one.published || (option.present > 0 && about.origin.run_id == option.source_run)) copied = about.replications;
        }
        for (int r = 0; r < manifest.replications; ++r) {
            const std::string part = fmt::format("{}/.parts/{}.r{}.h5", folder, option.stem, r);
            const auto slot = static_cast<std::size_t>(r);
            if (r < copied) own[slot] = Place{whole, slot};
            else if (now.was_finished(status.options.size(), r)) {
                own[slot] = Place{part, 0};
                one.finished_at.push_back(changed_at(part));
            }
            if (own[slot]) ++one.done;
            else {
                ++left;
                if (status.tasks > 0) status.missing_tasks.insert(task_of(r, status.tasks));
            }
        }
        for (const std::string& line : status.failures) one.failed += line.starts_with(option.stem + "\t") ? 1 : 0;
        std::sort(one.finished_at.begin(), one.finished_at.end());
        times.insert(times.end(), one.finished_at.begin(), one.finished_at.end());
        places.push_back(std::move(own));
        status.options.push_back(std::move(one));
    }
    status.seconds_left = seconds_for(std::move(times), left);
    read_columns(status, places);
    return status;
}

std::optional<RunStatus> finished(const std::string& folder)
{
    RunStatus status;
    status.state = RunStatus::State::finished;
    std::vector<std::vector<std::optional<Place>>> places;
    for (const ResultFile& result : results_in_order(folder)) {
        const std::string path = result.path();
        const int n = result.metadata().replications;
        status.options.push_back({fs::path(path).stem().string(), n, 0, n, true, {}});
        std::vector<std::optional<Place>> own;
        for (std::size_t r = 0; r < static_cast<std::size_t>(n); ++r) own.push_back(Place{path, r});
        places.push_back(std::move(own));
    }
    if (places.empty()) return std::nullopt;
    read_columns(status, places);
    return status;
}

} // namespace

int at_work_in(const std::string& folder)
{
    for (const std::string& held : {manifest_path(folder), folder + "/.study/manifest.json", nation_lock(folder)}) {
        if (const auto holder = holder_of(held); holder && *holder > 0) return *holder;
    }
    return 0;
}

std::optional<int> holder_of(const std::string& path)
{
    struct stat about {};
    if (::stat(path.c_str(), &about) != 0) return std::nullopt;
    std::ifstream locks("/proc/locks");
    if (!locks) return std::nullopt;
    const std::string file = fmt::format("{:02x}:{:02x}:{}", major(about.st_dev), minor(about.st_dev), about.st_ino);
    const std::string inode = fmt::format(":{}", about.st_ino);
    for (std::string line; std::getline(locks, line);) {
        std::istringstream words(line);
        std::string number, kind, advisory, access, process, where;
        words >> number >> kind >> advisory >> access >> process >> where;
        // Layered file systems report the device below theirs: the inode must do then.
        if (kind == "FLOCK" && (where == file || where.ends_with(inode))) return std::max(0, std::atoi(process.c_str()));
    }
    return 0;
}

std::string ranges_of(const std::set<int>& numbers)
{
    std::string text;
    for (auto first = numbers.begin(); first != numbers.end();) {
        auto last = first;
        while (std::next(last) != numbers.end() && *std::next(last) == *last + 1) ++last;
        text += (text.empty() ? "" : ",") + std::to_string(*first);
        if (last != first) text += "-" + std::to_string(*last);
        first = std::next(last);
    }
    return text;
}

std::optional<double> seconds_for(std::vector<double> finished_at, std::size_t left)
{
    constexpr std::size_t last = 100;
    if (finished_at.size() < 3) return std::nullopt;
    std::sort(finished_at.begin(), finished_at.end());
    std::vector<double> gaps;
    for (std::size_t i = finished_at.size() > last ? finished_at.size() - last : 1; i < finished_at.size(); ++i)
        gaps.push_back(finished_at[i] - finished_at[i - 1]);
    const double longest = 10 * quantile(gaps, 0.9);
    std::erase_if(gaps, [&](double gap) { return longest > 0 && gap > longest; });
    const double mean = std::accumulate(gaps.begin(), gaps.end(), 0.0) / static_cast<double>(gaps.size());
    return mean * static_cast<double>(left);
}

std::optional<RunStatus> read_run_status(const std::string& folder)
{
    if (!fs::is_directory(folder)) throw IoError(IoError::Cause::unreadable, folder, system_reason(fs::exists(folder) ? ENOTDIR : ENOENT));
    if (fs::exists(manifest_path(folder))) {
        try {
            return unfinished(folder);
        } catch (const IoError&) {
            if (fs::exists(manifest_path(folder))) throw; // else it was finished while we read
        }
    }
    return finished(folder);
}

} // namespace samspil
