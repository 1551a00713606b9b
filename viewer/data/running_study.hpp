// SPDX-License-Identifier: MPL-2.0
// The folder of a run that is going on: its manifest says what is wanted, its parts are what is there so far.
#pragma once

#include "viewer/data/library.hpp"
#include "viewer/data/open_files.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace samspil::viewer {

class RunningStudy {
public:
    static bool is_there(const std::string& folder);
    explicit RunningStudy(std::string folder) : folder_(std::move(folder)) {}

    /// Reads the parts that are new, all of them where another run has been begun in the folder. Whether anything is new. Throws
    /// IoError when the manifest cannot be read; a part that goes away while it is read is left for the next look.
    bool look();
    /// One unfinished result an option whose first replication is there, in the order of the run; replications in order up to the
    /// first gap. None before the first option has one, for the others are compared with it; where that replication failed they are
    /// shown without. A run that adds replications to a result has none: the result shows what was there before.
    std::vector<ResultPtr> results() const;
    /// Of all its results, in the order of the run.
    std::vector<std::string> keys() const;
    /// Whether the result was made of parts in this folder, of this run or the one before.
    bool is_of_it(const Result& result) const;
    /// From the parts; without replications when there is none.
    std::shared_ptr<const Series> series(const SeriesKey& key) const;

private:
    struct Option {
        std::string stem;
        std::map<int, std::string> parts;            ///< replication -> path
        std::map<int, std::vector<double>> kpis;     ///< replication -> by kpi_table()
        Result head; ///< what its results share: metadata, and the tables once replication 0 is there
    };
    std::string key_of(const Option& option) const;
    bool read_manifest();
    bool base_has_failed() const;
    std::string folder_, run_id_;
    std::optional<FileTrace> manifest_; ///< as it was read
    int wanted_ = 0;
    std::vector<Option> options_; ///< as the manifest has them: the base first
    bool without_base_ = false;   ///< it has no first replication, and will have none in this run
};

/// All replications of one weekly series of a finished result. Throws IoError.
std::shared_ptr<const Series> read_series(const ResultFile& file, const SeriesKey& key);

} // namespace samspil::viewer
