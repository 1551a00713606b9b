// SPDX-License-Identifier: MPL-2.0
// The library as it is read: files, folders, running studies and the large parts that screens ask for. For one thread.
#pragma once

#include "viewer/data/kept_parts.hpp"
#include "viewer/data/library.hpp"
#include "viewer/data/open_files.hpp"
#include "viewer/data/running_study.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace samspil::viewer {

class LibraryReader {
public:
    /// Most memory for series, groups and lives; those looked at longest ago go first.
    explicit LibraryReader(std::size_t kept_bytes) : kept_(kept_bytes) {}

    const Library& library() const { return library_; }

    /// Reads a result file, or begins to follow a running study; of a folder it gives the files to open next. What goes wrong
    /// becomes a Problem.
    std::vector<std::string> open(const std::string& path);
    void close(const std::string& result);
    void forget_problems() { library_.problems.clear(); }
    /// What the screen looks at now: it stays, what has no room beside it is refused. Whether something that was refused may be
    /// asked for again.
    bool use(const Wishes& wishes);
    /// Whether something is new.
    bool read(const PartKey& key);
    /// Files replaced, gone or new since the last look; running studies a step further. Whether something is new.
    bool look_again();

private:
    void complain(const std::string& path, Text words);
    template <class Work>
    bool attempt(const std::string& path, const Work& work);
    void put(ResultPtr result);
    void stand_as(const std::vector<std::string>& keys);
    void forget_parts_of(const std::string& key);
    void open_file(const std::string& path);
    void follow(const std::string& folder);
    bool take_from(RunningStudy& study);
    void end(const std::string& folder);
    template <class Is>
    void remove_if(const Is& is);
    const RunningStudy* study_of(const Result& result) const;
    bool has(const PartKey& key) const;
    void make_room(const KeptParts::Room& room);
    void put_part(const Result& result, const SeriesKey& key);
    void put_part(const Result& result, const GroupsKey& key);
    void put_part(const Result& result, const std::string& lives);
    void put_nothing(const PartKey& key);

    Library library_;
    KeptParts kept_;
    std::map<std::string, std::optional<FileTrace>> traces_; ///< none: gone
    std::map<std::string, RunningStudy> studies_;            ///< by folder
    OpenFiles files_;
};

} // namespace samspil::viewer
