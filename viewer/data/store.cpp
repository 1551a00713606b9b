// SPDX-License-Identifier: MPL-2.0
#include "viewer/data/store.hpp"

#include "viewer/data/open_files.hpp"
#include "viewer/data/running_study.hpp"

#include "engine/base/errors.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>
#include <optional>
#include <thread>

namespace samspil::viewer {
namespace fs = std::filesystem;
namespace {

Text words_of(const IoError& error) { return {error.message(Language::da), error.message(Language::en)}; }

/// Result files of a folder by name; running studies are found by their parts.
std::vector<std::string> results_in(const std::string& folder)
{
    std::vector<std::string> paths;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error))
        if (entry.path().extension() == ".h5") paths.push_back(entry.path().string());
    std::sort(paths.begin(), paths.end());
    return paths;
}

} // namespace

struct Store::Reader {
    StoreSettings settings;
    mutable std::mutex mutex;
    mutable std::condition_variable changed;
    std::shared_ptr<const Library> shown = std::make_shared<Library>();
    std::deque<std::string> to_open;
    std::vector<std::string> to_close;
    Wishes wishes;
    std::set<SeriesKey> failed_series; ///< not asked for again
    bool forget_problems = false, ending = false, working = false;
    // Of the reading thread alone.
    Library library;
    std::map<std::string, std::optional<FileTrace>> traces; ///< none: gone
    std::map<std::string, RunningStudy> studies; ///< by folder
    OpenFiles files;
    std::deque<SeriesKey> by_age;
    std::thread thread;

    void publish()
    {
        ++library.version;
        {
            const std::lock_guard lock(mutex);
            library.opening = to_open.size();
            library.reading = wishes.series.size() + wishes.groups.size() + wishes.lives.size();
            shown = std::make_shared<Library>(library);
        }
        changed.notify_all();
        if (settings.wake) settings.wake();
    }

    void complain(const std::string& path, Text words)
    {
        const bool known = std::any_of(library.problems.begin(), library.problems.end(),
                                       [&](const Problem& p) { return p.path == path && p.words == words; });
        if (!known) library.problems.push_back({path, std::move(words)});
    }

    /// Puts a result in its place, or behind the others.
    void put(ResultPtr result)
    {
        const auto same = [&](const ResultPtr& r) { return r->key == result->key; };
        const auto found = std::find_if(library.results.begin(), library.results.end(), same);
        forget_parts_of(result->key);
        if (found == library.results.end()) library.results.push_back(std::move(result));
        else *found = std::move(result);
    }

    void forget_parts_of(const std::string& key)
    {
        std::erase_if(library.series, [&](const auto& entry) { return entry.first.result == key; });
        std::erase_if(library.groups, [&](const auto& entry) { return entry.first.result == key; });
        library.lives.erase(key);
        std::erase_if(failed_series, [&](const SeriesKey& failed) { return failed.result == key; });
    }

    void open_file(const std::string& path)
    {
        try {
            const std::optional<FileTrace> trace = trace_of(path);
            put(read_result(files.at(path), path));
            traces[path] = trace;
        } catch (const IoError& error) {
            complain(path, words_of(error));
        } catch (const std::exception& error) {
            complain(path, {path + ": " + error.what(), path + ": " + error.what()});
        }
    }

    void open_path(const std::string& path)
    {
        std::error_code error;
        if (!fs::is_directory(path, error)) return open_file(path);
        const std::vector<std::string> found = results_in(path);
        if (RunningStudy::is_there(path)) follow(path);
        else if (found.empty())
            complain(path, {path + ": mappen har ingen resultater (.h5)", path + ": the folder holds no results (.h5)"});
        const std::lock_guard lock(mutex);
        to_open.insert(to_open.begin(), found.begin(), found.end());
    }

    void follow(const std::string& folder)
    {
        try {
            auto [study, fresh] = studies.try_emplace(folder, folder);
            if (!study->second.look()) return;
            for (ResultPtr& result : study->second.results()) put(std::move(result));
        } catch (const IoError& error) {
            studies.erase(folder);
            complain(folder, words_of(error));
        }
    }

    /// Files replaced, gone or new since the last look; running studies a step further. Whether something is new.
    bool look_again()
    {
        const std::size_t problems = library.problems.size();
        bool news = false;
        for (auto& [path, trace] : traces) {
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
        for (auto& [folder, study] : studies) {
            if (!RunningStudy::is_there(folder)) ended.push_back(folder);
            else if (study.look()) {
                news = true;
                for (ResultPtr& result : study.results()) put(std::move(result));
            }
        }
        for (const std::string& folder : ended) {
            news = true;
            const std::vector<std::string> keys = studies.at(folder).keys();
            studies.erase(folder);
            std::erase_if(library.results, [&](const ResultPtr& r) { return std::count(keys.begin(), keys.end(), r->key) > 0; });
            for (const std::string& path : results_in(folder)) open_file(path);
        }
        return news || library.problems.size() != problems;
    }

    void read_series(const SeriesKey& key)
    {
        const Result* result = library.find(key.result);
        if (result == nullptr || result->path.empty() || library.series.contains(key)) return;
        try {
            if (const RunningStudy* study = study_of(key.result)) {
                if (auto series = study->series(key)) library.series[key] = std::move(series);
                return;
            }
            library.series[key] = samspil::viewer::read_series(files.at(result->path), key);
            by_age.push_back(key);
            drop_oldest();
        } catch (const IoError& error) {
            failed_series.insert(key);
            complain(result->path, words_of(error));
        }
    }

    const RunningStudy* study_of(const std::string& key) const
    {
        for (const auto& [folder, study] : studies) {
            const std::vector<std::string> keys = study.keys();
            if (std::count(keys.begin(), keys.end(), key) > 0) return &study;
        }
        return nullptr;
    }

    void drop_oldest()
    {
        const auto bytes = [&] {
            std::size_t sum = 0;
            for (const auto& [key, series] : library.series) sum += series->values.size() * sizeof(std::int32_t);
            return sum;
        };
        while (by_age.size() > 1 && bytes() > settings.kept_bytes) {
            library.series.erase(by_age.front());
            by_age.pop_front();
        }
    }

    void read_groups(const GroupsKey& key)
    {
        const Result* result = library.find(key.result);
        if (result == nullptr || library.groups.contains(key)) return;
        try {
            auto table = std::make_shared<GroupTable>();
            if (!result->path.empty() && study_of(key.result) == nullptr) {
                const ResultFile& file = files.at(result->path);
                if (file.has_groups(key.dimension)) *table = file.groups(key.dimension);
            }
            library.groups[key] = std::move(table);
        } catch (const IoError& error) {
            library.groups[key] = std::make_shared<GroupTable>();
            complain(result->path, words_of(error));
        }
    }

    void read_lives(const std::string& key)
    {
        const Result* result = library.find(key);
        if (result == nullptr || library.lives.contains(key)) return;
        try {
            auto lives = std::make_shared<Lives>();
            if (!result->path.empty() && study_of(key) == nullptr) *lives = files.at(result->path).life_courses();
            library.lives[key] = std::move(lives);
        } catch (const IoError& error) {
            library.lives[key] = std::make_shared<Lives>();
            complain(result->path, words_of(error));
        }
    }

    bool idle() const { return to_open.empty() && to_close.empty() && wishes.empty() && !forget_problems; }

    /// One piece of work; false when there was none.
    bool work_once(std::unique_lock<std::mutex>& lock)
    {
        if (forget_problems) {
            forget_problems = false;
            library.problems.clear();
        } else if (!to_close.empty()) {
            const std::string key = to_close.back();
            to_close.pop_back();
            traces.erase(key);
            files.forget(key);
            std::erase_if(library.results, [&](const ResultPtr& r) { return r->key == key; });
            forget_parts_of(key);
        } else if (!to_open.empty()) {
            const std::string path = to_open.front();
            to_open.pop_front();
            lock.unlock();
            open_path(path);
        } else if (!wishes.series.empty()) {
            const SeriesKey key = *wishes.series.begin();
            wishes.series.erase(wishes.series.begin());
            lock.unlock();
            read_series(key);
        } else if (!wishes.groups.empty()) {
            const GroupsKey key = *wishes.groups.begin();
            wishes.groups.erase(wishes.groups.begin());
            lock.unlock();
            read_groups(key);
        } else if (!wishes.lives.empty()) {
            const std::string key = *wishes.lives.begin();
            wishes.lives.erase(wishes.lives.begin());
            lock.unlock();
            read_lives(key);
        } else {
            return false;
        }
        if (lock.owns_lock()) lock.unlock();
        return true;
    }

    void read()
    {
        using Clock = std::chrono::steady_clock;
        const auto pause = std::chrono::duration<double>(settings.look_again_seconds > 0 ? settings.look_again_seconds : 3600);
        auto next_look = Clock::now() + std::chrono::duration_cast<Clock::duration>(pause);
        for (;;) {
            std::unique_lock lock(mutex);
            working = false;
            changed.notify_all();
            changed.wait_until(lock, next_look, [&] { return ending || !idle(); });
            if (ending) return;
            working = true;
            bool news = work_once(lock);
            if (lock.owns_lock()) lock.unlock();
            if (settings.look_again_seconds > 0 && Clock::now() >= next_look) {
                news = look_again() || news;
                next_look = Clock::now() + std::chrono::duration_cast<Clock::duration>(pause);
            }
            if (news) publish();
        }
    }
};

Store::Store(StoreSettings settings) : reader_(std::make_unique<Reader>())
{
    reader_->settings = std::move(settings);
    reader_->thread = std::thread([reader = reader_.get()] { reader->read(); });
}

Store::~Store()
{
    {
        const std::lock_guard lock(reader_->mutex);
        reader_->ending = true;
    }
    reader_->changed.notify_all();
    reader_->thread.join();
}

void Store::open(const std::vector<std::string>& paths)
{
    {
        const std::lock_guard lock(reader_->mutex);
        reader_->to_open.insert(reader_->to_open.end(), paths.begin(), paths.end());
    }
    reader_->changed.notify_all();
}

void Store::close(const std::string& result)
{
    {
        const std::lock_guard lock(reader_->mutex);
        reader_->to_close.push_back(result);
    }
    reader_->changed.notify_all();
}

void Store::want(const Wishes& wishes)
{
    if (wishes.empty()) return;
    {
        const std::lock_guard lock(reader_->mutex);
        const Library& shown = *reader_->shown;
        for (const SeriesKey& key : wishes.series)
            if (!shown.series.contains(key) && !reader_->failed_series.contains(key)) reader_->wishes.series.insert(key);
        for (const GroupsKey& key : wishes.groups)
            if (!shown.groups.contains(key)) reader_->wishes.groups.insert(key);
        for (const std::string& key : wishes.lives)
            if (!shown.lives.contains(key)) reader_->wishes.lives.insert(key);
    }
    reader_->changed.notify_all();
}

void Store::dismiss_problems()
{
    {
        const std::lock_guard lock(reader_->mutex);
        reader_->forget_problems = true;
    }
    reader_->changed.notify_all();
}

std::shared_ptr<const Library> Store::library() const
{
    const std::lock_guard lock(reader_->mutex);
    return reader_->shown;
}

void Store::wait() const
{
    std::unique_lock lock(reader_->mutex);
    reader_->changed.wait(lock, [&] { return reader_->idle() && !reader_->working; });
}

} // namespace samspil::viewer
