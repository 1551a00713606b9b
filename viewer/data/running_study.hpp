// SPDX-License-Identifier: MPL-2.0
// The folder of a run that is going on: its manifest says what is wanted, its parts are what is there so far.
#pragma once

#include "viewer/data/library.hpp"

#include <map>
#include <string>
#include <vector>

namespace samspil::viewer {

class RunningStudy {
public:
    static bool is_there(const std::string& folder);
    explicit RunningStudy(std::string folder) : folder_(std::move(folder)) {}

    /// Reads the parts that are new. Whether there were any. Throws IoError when the manifest cannot be read; a part that
    /// goes away while it is read is left for the next look.
    bool look();
    /// One unfinished result an option with at least one part; replications in order, gaps left out.
    std::vector<ResultPtr> results() const;
    std::vector<std::string> keys() const;
    /// From the parts; null when there is none.
    std::shared_ptr<const Series> series(const SeriesKey& key) const;

private:
    struct Option {
        std::string stem;
        std::map<int, std::string> parts;            ///< replication -> path
        std::map<int, std::vector<double>> kpis;     ///< replication -> by kpi_table()
        Result head; ///< what its results share: metadata, and the tables once replication 0 is there
    };
    std::string key_of(const Option& option) const { return folder_ + "/" + option.stem + ".h5"; }
    std::string folder_;
    int wanted_ = 0;
    std::vector<Option> options_;
};

/// All replications of one weekly series of a finished result. Throws IoError.
std::shared_ptr<const Series> read_series(const ResultFile& file, const SeriesKey& key);

} // namespace samspil::viewer
