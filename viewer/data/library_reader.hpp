// SPDX-License-Identifier: MPL-2.0
// The library as it is read: files, folders, running studies and the large parts that screens ask for. For one thread.
#pragma once

#include "viewer/data/library.hpp"
#include "viewer/data/open_files.hpp"
#include "viewer/data/running_study.hpp"

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace samspil::viewer {

class LibraryReader {
public:
    /// Most memory for series; the oldest asked for go first.
    explicit LibraryReader(std::size_t kept_bytes) : kept_bytes_(kept_bytes) {}

    const Library& library() const { return library_; }
    /// Series that cannot be read and are not to be asked for again.
    const std::set<SeriesKey>& unreadable() const { return unreadable_; }

    /// Reads a result file, or begins to follow a running study; of a folder it gives the files to open next. What goes wrong
    /// becomes a Problem.
    std::vector<std::string> open(const std::string& path);
    void close(const std::string& result);
    void forget_problems() { library_.problems.clear(); }
    void read(const SeriesKey& key);
    void read(const GroupsKey& key);
    void read_lives(const std::string& result);
    /// Files replaced, gone or new since the last look; running studies a step further. Whether something is new.
    bool look_again();

private:
    void complain(const std::string& path, Text words);
    void put(ResultPtr result);
    void forget_parts_of(const std::string& key);
    void open_file(const std::string& path);
    void follow(const std::string& folder);
    const RunningStudy* study_of(const std::string& key) const;
    void drop_oldest();

    std::size_t kept_bytes_;
    Library library_;
    std::set<SeriesKey> unreadable_;
    std::map<std::string, std::optional<FileTrace>> traces_; ///< none: gone
    std::map<std::string, RunningStudy> studies_;            ///< by folder
    OpenFiles files_;
    std::deque<SeriesKey> by_age_;
};

} // namespace samspil::viewer
