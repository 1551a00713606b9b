// SPDX-License-Identifier: MPL-2.0
#include "viewer/data/library_reader.hpp"

#include "engine/base/errors.hpp"
#include "engine/io/run_order.hpp"

#include <algorithm>
#include <filesystem>

namespace samspil::viewer {
namespace fs = std::filesystem;
namespace {

Text words_of(const IoError& error) { return {error.message(Language::da), error.message(Language::en)}; }

/// Result files of a folder in the order they were run, as far as the first of them tells; running studies are found by their
/// parts. Of the others only the names are looked at, so that the first picture does not wait for them.
std::vector<std::string> results_in(const std::string& folder, OpenFiles& files)
{
    std::vector<std::string> paths;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error))
        if (entry.path().extension() == ".h5") paths.push_back(entry.path().string());
    std::sort(paths.begin(), paths.end());
    if (paths.size() < 2) return paths;
    std::vector<std::string> scenarios, ordered;
    for (const std::string& path : paths) scenarios.push_back(fs::path(path).stem().string() + ".yaml"); // a run names a result so
    try {
        const std::string& command = files.at(paths.front()).metadata().origin.command;
        for (const std::size_t i : order_in_command(command, scenarios)) ordered.push_back(paths[i]);
        return ordered;
    } catch (const IoError&) { // said when it is opened
        return paths;
    }
}

} // namespace

void LibraryReader::complain(const std::string& path, Text words)
{
    const bool known = std::any_of(library_.problems.begin(), library_.problems.end(),
                                   [&](const Problem& p) { return p.path == path && p.words == words; });
    if (!known) library_.problems.push_back({path, std::move(words)});
}

/// Puts a result in its place, or behind the others.
void LibraryReader::put(ResultPtr result)
{
    const auto same = [&](const ResultPtr& r) { return r->key == result->key; };
    const auto found = std::find_if(library_.results.begin(), library_.results.end(), same);
    forget_parts_of(result->key);
    if (found == library_.results.end()) library_.results.push_back(std::move(result));
    else *found = std::move(result);
}

void LibraryReader::forget_parts_of(const std::string& key)
{
    std::erase_if(library_.series, [&](const auto& entry) { return entry.first.result == key; });
    std::erase_if(library_.groups, [&](const auto& entry) { return entry.first.result == key; });
    library_.lives.erase(key);
    std::erase_if(unreadable_, [&](const SeriesKey& failed) { return failed.result == key; });
}

void LibraryReader::open_file(const std::string& path)
{
    try {
        const std::optional<FileTrace> trace = trace_of(path);
        put(read_result(files_.at(path), path));
        traces_[path] = trace;
    } catch (const IoError& error) {
        complain(path, words_of(error));
    } catch (const std::exception& error) {
        complain(path, {path + ": " + error.what(), path + ": " + error.what()});
    }
}

std::vector<std::string> LibraryReader::open(const std::string& path)
{
    std::error_code error;
    if (!fs::is_directory(path, error)) {
        open_file(path);
        return {};
    }
    const std::vector<std::string> found = results_in(path, files_);
    if (RunningStudy::is_there(path)) follow(path);
    else if (found.empty())
        complain(path, {path + ": mappen har ingen resultater (.h5)", path + ": the folder holds no results (.h5)"});
    return found;
}

void LibraryReader::close(const std::string& key)
{
    traces_.erase(key);
    files_.forget(key);
    std::erase_if(library_.results, [&](const ResultPtr& r) { return r->key == key; });
    forget_parts_of(key);
}

void LibraryReader::follow(const std::string& folder)
{
    try {
        auto [study, fresh] = studies_.try_emplace(folder, folder);
        if (!study->second.look()) return;
        for (ResultPtr& result : study->second.results()) put(std::move(result));
    } catch (const IoError& error) {
        studies_.erase(folder);
        complain(folder, words_of(error));
    }
}

bool LibraryReader::look_again()
{
    const std::size_t problems = library_.problems.size();
    bool news = false;
    for (auto& [path, trace] : traces_) {
        const std::optional<FileTrace> now = trace_of(path);
        if (now == trace) continue;
        news = true;
        trace = now;
        if (now) {
            open_file(path);
        } else {
            complain(path, {path + ": filen er væk; det, der er læst, vises stadig", path + ": the file is gone; what was read is still shown"});
        }
    }
    std::vector<std::string> ended;
    for (auto& [folder, study] : studies_) {
        if (!RunningStudy::is_there(folder)) ended.push_back(folder);
        else if (study.look()) {
            news = true;
            for (ResultPtr& result : study.results()) put(std::move(result));
        }
    }
    for (const std::string& folder : ended) {
        news = true;
        const std::vector<std::string> keys = studies_.at(folder).keys();
        studies_.erase(folder);
        std::erase_if(library_.results, [&](const ResultPtr& r) { return std::count(keys.begin(), keys.end(), r->key) > 0; });
        for (const std::string& path : results_in(folder, files_)) open_file(path);
    }
    return news || library_.problems.size() != problems;
}

void LibraryReader::read(const SeriesKey& key)
{
    const Result* result = library_.find(key.result);
    if (result == nullptr || result->path.empty() || library_.series.contains(key)) return;
    try {
        if (const RunningStudy* study = study_of(key.result)) {
            if (auto series = study->series(key)) library_.series[key] = std::move(series);
            return;
        }
        library_.series[key] = samspil::viewer::read_series(files_.at(result->path), key);
        by_age_.push_back(key);
        drop_oldest();
    } catch (const IoError& error) {
        unreadable_.insert(key);
        complain(result->path, words_of(error));
    }
}

const RunningStudy* LibraryReader::study_of(const std::string& key) const
{
    for (const auto& [folder, study] : studies_) {
        const std::vector<std::string> keys = study.keys();
        if (std::count(keys.begin(), keys.end(), key) > 0) return &study;
    }
    return nullptr;
}

void LibraryReader::drop_oldest()
{
    const auto bytes = [&] {
        std::size_t sum = 0;
        for (const auto& [key, series] : library_.series) sum += series->values.size() * sizeof(std::int32_t);
        return sum;
    };
    while (by_age_.size() > 1 && bytes() > kept_bytes_) {
        library_.series.erase(by_age_.front());
        by_age_.pop_front();
    }
}

void LibraryReader::read(const GroupsKey& key)
{
    const Result* result = library_.find(key.result);
    if (result == nullptr || library_.groups.contains(key)) return;
    try {
        auto table = std::make_shared<GroupTable>();
        if (!result->path.empty() && study_of(key.result) == nullptr) {
            const ResultFile& file = files_.at(result->path);
            if (file.has_groups(key.dimension)) *table = file.groups(key.dimension);
        }
        library_.groups[key] = std::move(table);
    } catch (const IoError& error) {
        library_.groups[key] = std::make_shared<GroupTable>();
        complain(result->path, words_of(error));
    }
}

void LibraryReader::read_lives(const std::string& key)
{
    const Result* result = library_.find(key);
    if (result == nullptr || library_.lives.contains(key)) return;
    try {
        auto lives = std::make_shared<Lives>();
        if (!result->path.empty() && study_of(key) == nullptr) *lives = files_.at(result->path).life_courses();
        library_.lives[key] = std::move(lives);
    } catch (const IoError& error) {
        library_.lives[key] = std::make_shared<Lives>();
        complain(result->path, words_of(error));
    }
}

} // namespace samspil::viewer
