// SPDX-License-Identifier: MPL-2.0
#include "viewer/data/running_study.hpp"

#include "engine/base/errors.hpp"
#include "engine/io/parts.hpp"
#include "engine/io/whole_file.hpp"

#include <algorithm>
#include <filesystem>

namespace samspil::viewer {
namespace fs = std::filesystem;
namespace {

const SeriesInfo* info_of(const SeriesKey& key)
{
    for (const SeriesInfo& info : series_table())
        if (info.group == key.group && info.id == key.id) return &info;
    return nullptr;
}

std::string manifest_path(const std::string& folder) { return folder + "/.parts/manifest.json"; }

/// "<stem>.r<number>.h5" -> number, or -1.
int replication_of(const std::string& name, const std::string& stem)
{
    const std::string head = stem + ".r", tail = ".h5";
    if (!name.starts_with(head) || !name.ends_with(tail) || name.size() <= head.size() + tail.size()) return -1;
    const std::string digits = name.substr(head.size(), name.size() - head.size() - tail.size());
    const bool number = digits.size() < 8 && std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    return number ? std::stoi(digits) : -1;
}

} // namespace

bool RunningStudy::is_there(const std::string& folder)
{
    std::error_code error;
    return fs::exists(manifest_path(folder), error);
}

/// As the file of the result will be called.
std::string RunningStudy::key_of(const Option& option) const { return (fs::path(folder_) / (option.stem + ".h5")).string(); }

std::vector<std::string> RunningStudy::keys() const
{
    std::vector<std::string> keys;
    for (const Option& option : options_) keys.push_back(key_of(option));
    return keys;
}

bool RunningStudy::is_of_it(const Result& result) const
{
    return result.metadata.part && fs::path(folder_) / fs::path(result.path).filename() == fs::path(result.path);
}

/// Whether another run stands in the folder than before.
bool RunningStudy::read_manifest()
{
    const std::string path = manifest_path(folder_);
    const std::optional<FileTrace> trace = trace_of(path);
    if (!trace || trace == manifest_) return false;
    const RunManifest manifest = parse_manifest(read_whole_file(path), path);
    manifest_ = trace;
    wanted_ = manifest.replications;
    if (manifest.run_id == run_id_) return false;
    run_id_ = manifest.run_id;
    options_.clear();
    without_base_ = false;
    for (const RunOption& option : manifest.options) options_.push_back({option.stem, {}, {}, {}});
    return true;
}

bool RunningStudy::look()
{
    bool news = read_manifest();
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_ + "/.parts", error)) {
        const std::string name = entry.path().filename().string();
        for (Option& option : options_) {
            const int replication = replication_of(name, option.stem);
            if (replication < 0 || option.parts.contains(replication)) continue;
            try {
                const ResultFile part = open_result(entry.path().string());
                if (part.metadata().origin.run_id != run_id_) continue; // left by the run before
                std::vector<double> values;
                for (const Kpi& kpi : kpi_table()) values.push_back(part.has_kpi(kpi.id) ? part.kpi(kpi.id).at(0) : no_prior);
                if (option.kpis.empty()) option.head.metadata = part.metadata();
                if (replication == 0) read_tables(option.head, part);
                option.kpis[replication] = std::move(values);
                option.parts[replication] = entry.path().string();
                news = true;
            } catch (const IoError&) {
                // The run has just finished and taken its parts away, or the part is being replaced.
            }
        }
    }
    if (!without_base_ && base_has_failed()) without_base_ = news = true;
    return news;
}

bool RunningStudy::base_has_failed() const
{
    if (options_.empty() || options_.front().kpis.contains(0)) return false;
    for (const std::string& file : failure_files(folder_))
        if (("\n" + read_whole_file(file)).find("\n" + options_.front().stem + "\t0\t") != std::string::npos) return true;
    return false;
}

std::vector<ResultPtr> RunningStudy::results() const
{
    std::vector<ResultPtr> results;
    if (!options_.empty() && !options_.front().kpis.contains(0) && !without_base_) return results;
    for (const Option& option : options_) {
        if (option.kpis.empty()) continue;
        auto result = std::make_shared<Result>(option.head);
        result->key = result->path = key_of(option);
        result->kpis.resize(kpi_table().size());
        // Pairs are made by position: only the unbroken beginning counts.
        int next = 0;
        for (const auto& [replication, values] : option.kpis) {
            if (replication != next) break;
            for (std::size_t k = 0; k < values.size(); ++k) result->kpis[k].push_back(values[k]);
            ++next;
        }
        result->replications = next;
        result->wanted = wanted_;
        if (next > 0) results.push_back(std::move(result));
    }
    return results;
}

std::shared_ptr<const Series> RunningStudy::series(const SeriesKey& key) const
{
    const SeriesInfo* info = info_of(key);
    const auto option = std::find_if(options_.begin(), options_.end(), [&](const Option& o) { return key_of(o) == key.result; });
    SAMSPIL_EXPECT(info != nullptr, "only series of series_table() are asked for");
    auto series = std::make_shared<Series>();
    series->info = info;
    if (option == options_.end()) return series;
    for (const auto& [replication, path] : option->parts) {
        if (replication != series->replications) break;
        try {
            const ResultFile part = open_result(path);
            const std::vector<std::size_t> extent = part.series_extent(key.group, key.id);
            series->weeks = static_cast<int>(extent.front());
            series->axes.assign(extent.begin() + 1, extent.end());
            const std::vector<std::int32_t> values = part.series(key.group, key.id, 0);
            series->values.insert(series->values.end(), values.begin(), values.end());
            ++series->replications;
        } catch (const IoError&) {
            break;
        }
    }
    return series;
}

std::shared_ptr<const Series> read_series(const ResultFile& file, const SeriesKey& key)
{
    const SeriesInfo* info = info_of(key);
    SAMSPIL_EXPECT(info != nullptr, "only series of series_table() are asked for");
    auto series = std::make_shared<Series>();
    series->info = info;
    if (!file.has_series(key.group, key.id)) return series; // an older version: shown as absent
    const std::vector<std::size_t> extent = file.series_extent(key.group, key.id);
    series->replications = file.metadata().replications;
    series->weeks = static_cast<int>(extent.front());
    series->axes.assign(extent.begin() + 1, extent.end());
    series->values = file.series(key.group, key.id);
    return series;
}

} // namespace samspil::viewer
