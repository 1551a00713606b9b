// SPDX-License-Identifier: MPL-2.0
// All that is open: results, the large things asked for so far, what went wrong. A value of shared immutable parts;
// views look at one library a frame, whatever happens behind.
#pragma once

#include "viewer/data/result.hpp"

#include "engine/model/groups.hpp"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace samspil::viewer {

/// Something that could not be opened, or is gone; the rest goes on.
struct Problem {
    std::string path;
    Text words;
};

/// One large part of a result; the last is the result whose lives it is.
using PartKey = std::variant<SeriesKey, GroupsKey, std::string>;
const std::string& result_of(const PartKey& key);

struct Library {
    std::uint64_t version = 0;      ///< changes with every change
    std::vector<ResultPtr> results; ///< files in order of opening, then live ones
    std::map<SeriesKey, std::shared_ptr<const Series>> series;
    std::map<GroupsKey, std::shared_ptr<const GroupTable>> groups;
    std::map<std::string, std::shared_ptr<const Lives>> lives; ///< by result
    std::vector<Problem> problems;
    std::set<SeriesKey> unreadable; ///< asked for, and the file does not give them
    std::set<PartKey> refused;      ///< looked at now, and there is no memory left for them
    std::size_t opening = 0; ///< files not read yet
    std::size_t reading = 0; ///< series, groups and lives asked for and not read yet

    /// Null when it is not open.
    const Result* find(const std::string& key) const;
    const Series* find_series(const SeriesKey& key) const;
    const GroupTable* find_groups(const GroupsKey& key) const;
    const Lives* find_lives(const std::string& result) const;
    bool busy() const { return opening + reading > 0; }
};

/// What a frame looks at; the store reads behind the screen what is not there yet.
struct Wishes {
    std::set<SeriesKey> series;
    std::set<GroupsKey> groups;
    std::set<std::string> lives;
    std::set<std::string> first; ///< results whose parts are read before those of others: the base and the option in focus
    bool operator==(const Wishes&) const = default;
    bool empty() const { return series.empty() && groups.empty() && lives.empty(); }
};

} // namespace samspil::viewer
