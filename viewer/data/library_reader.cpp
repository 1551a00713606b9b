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

/// Those of these results that are open stand in this order, in the places they have among the others: whichever was there first,
/// the base of a run is the run's.
void LibraryReader::stand_as(const std::vector<std::string>& keys)
{
    std::vector<ResultPtr> ordered;
    for (const std::string& key : keys)
        for (const ResultPtr& one : library_.results)
            if (one->key == key) ordered.push_back(one);
    auto next = ordered.begin();
    for (ResultPtr& one : library_.results)
        if (std::find(keys.begin(), keys.end(), one->key) != keys.end()) one = *next++;
}

void LibraryReader::forget_parts_of(const std::string& key)
{
    const auto of_it = [&](const auto& part) { return part.result == key; };
    std::erase_if(library_.series, [&](const auto& entry) { return of_it(entry.first); });
    std::erase_if(library_.groups, [&](const auto& entry) { return of_it(entry.first); });
    library_.lives.erase(key);
    std::erase_if(library_.unreadable, of_it);
    std::erase_if(library_.refused, [&](const PartKey& part) { return result_of(part) == key; });
    kept_.forget(key);
}

/// One piece of work. What goes wrong is told, and the rest goes on; whether all went well.
template <class Work>
bool LibraryReader::attempt(const std::string& path, const Work& work)
{
    try {
        work();
        return true;
    } catch (const IoError& error) {
        complain(path, words_of(error));
    } catch (const std::exception& error) {
        complain(path, {path + ": " + error.what(), path + ": " + error.what()});
    }
    return false;
}

void LibraryReader::open_file(const std::string& path)
{
    attempt(path, [&] {
        const std::optional<FileTrace> trace = trace_of(path);
        put(read_result(files_.at(path), path));
        traces_[path] = trace;
    });
}

std::vector<std::string> LibraryReader::open(const std::string& path)
{
    std::error_code error;
    if (!fs::is_directory(path, error)) {
        open_file(path);
        return {};
    }
    std::vector<std::string> found;
    attempt(path, [&] {
        found = results_in(path, files_);
        if (RunningStudy::is_there(path)) follow(path);
        else if (found.empty())
            complain(path, {path + ": mappen har ingen resultater (.h5)", path + ": the folder holds no results (.h5)"});
    });
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
    auto [study, fresh] = studies_.try_emplace(folder, folder);
    if (!attempt(folder, [&] { take_from(study->second); }) && fresh) studies_.erase(folder);
}

/// Results of the study as far as it is; what it showed of a run that has been begun again goes. Whether something is new.
bool LibraryReader::take_from(RunningStudy& study)
{
    if (!study.look()) return false;
    std::vector<ResultPtr> results = study.results();
    remove_if([&](const Result& shown) {
        return study.is_of_it(shown) && std::none_of(results.begin(), results.end(), [&](const ResultPtr& r) { return r->key == shown.key; });
    });
    for (ResultPtr& result : results) put(std::move(result));
    stand_as(study.keys());
    return true;
}

/// The results of a run that has ended take the places of what its parts showed: a base stays the base.
void LibraryReader::end(const std::string& folder)
{
    const RunningStudy study = std::move(studies_.at(folder));
    studies_.erase(folder);
    attempt(folder, [&] {
        for (const std::string& path : results_in(folder, files_)) open_file(path);
        stand_as(study.keys());
    });
    remove_if([&](const Result& shown) { return study.is_of_it(shown); });
}

template <class Is>
void LibraryReader::remove_if(const Is& is)
{
    std::vector<std::string> keys;
    for (const ResultPtr& result : library_.results)
        if (is(*result)) keys.push_back(result->key);
    for (const std::string& key : keys) close(key);
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
        if (RunningStudy::is_there(folder)) attempt(folder, [&] { news = take_from(study) || news; });
        else ended.push_back(folder);
    }
    for (const std::string& folder : ended) {
        news = true;
        end(folder);
    }
    return news || library_.problems.size() != problems;
}

bool LibraryReader::use(const Wishes& wishes)
{
    kept_.use(wishes);
    const bool again = !library_.refused.empty();
    library_.refused.clear();
    return again;
}

bool LibraryReader::has(const PartKey& key) const
{
    if (const auto* series = std::get_if<SeriesKey>(&key)) return library_.series.contains(*series);
    if (const auto* groups = std::get_if<GroupsKey>(&key)) return library_.groups.contains(*groups);
    return library_.lives.contains(std::get<std::string>(key));
}

bool LibraryReader::read(const PartKey& key)
{
    const Result* result = library_.find(result_of(key));
    if (result == nullptr || result->path.empty() || has(key)) return false;
    const KeptParts::Room room = kept_.room_for(key);
    make_room(room);
    if (!room.is_there) return true;
    if (!attempt(result->path, [&] { std::visit([&](const auto& part) { put_part(*result, part); }, key); })) put_nothing(key);
    return true;
}

void LibraryReader::make_room(const KeptParts::Room& room)
{
    for (const PartKey& gone : room.dropped) {
        if (const auto* series = std::get_if<SeriesKey>(&gone)) library_.series.erase(*series);
        else if (const auto* groups = std::get_if<GroupsKey>(&gone)) library_.groups.erase(*groups);
        else library_.lives.erase(std::get<std::string>(gone));
    }
    library_.refused.insert(room.refused.begin(), room.refused.end());
}

/// The study whose parts the result was made of; null of a file.
const RunningStudy* LibraryReader::study_of(const Result& result) const
{
    for (const auto& [folder, study] : studies_)
        if (study.is_of_it(result)) return &study;
    return nullptr;
}

void LibraryReader::put_part(const Result& result, const SeriesKey& key)
{
    const RunningStudy* study = study_of(result);
    auto series = study != nullptr ? study->series(key) : read_series(files_.at(result.path), key);
    kept_.put(key, series->values.size() * sizeof(std::int32_t));
    library_.series[key] = std::move(series);
}

void LibraryReader::put_part(const Result& result, const GroupsKey& key)
{
    auto table = std::make_shared<GroupTable>();
    if (study_of(result) == nullptr) {
        const ResultFile& file = files_.at(result.path);
        if (file.has_groups(key.dimension)) *table = file.groups(key.dimension);
    }
    kept_.put(key, table->values.size() * sizeof(double));
    library_.groups[key] = std::move(table);
}

void LibraryReader::put_part(const Result& result, const std::string& key)
{
    auto lives = std::make_shared<Lives>();
    if (study_of(result) == nullptr) *lives = files_.at(result.path).life_courses();
    kept_.put(key, lives->size() * sizeof(LifeEvent));
    library_.lives[key] = std::move(lives);
}

/// Of what cannot be read, so that it is not asked for again.
void LibraryReader::put_nothing(const PartKey& key)
{
    if (const auto* series = std::get_if<SeriesKey>(&key)) library_.unreadable.insert(*series);
    else if (const auto* groups = std::get_if<GroupsKey>(&key)) library_.groups[*groups] = std::make_shared<GroupTable>();
    else library_.lives[std::get<std::string>(key)] = std::make_shared<Lives>();
}

} // namespace samspil::viewer
