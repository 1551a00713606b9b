// SPDX-License-Identifier: MPL-2.0
// How far a run folder is, read from outside while somebody may be at work in it: no lock is taken, nothing is written.
#pragma once

#include "engine/experiment/comparison.hpp"
#include "engine/io/parts.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace samspil {

struct OptionStatus {
    std::string stem;
    int done = 0, failed = 0;
    int total = 0;         ///< asked for; with --until-ci the most
    bool published = false; ///< the result of this run is there
    std::vector<double> finished_at; ///< seconds since the epoch of every part, sorted; empty for what is published
};

struct RunStatus {
    enum class State { running, stopped, finished, unknown }; ///< unknown: unfinished, and the system does not say whether somebody works
    State state = State::unknown;
    int process = 0; ///< of `running`, where known
    std::vector<OptionStatus> options;    ///< in the order of the run: the first is the base
    std::vector<std::string> failures;    ///< "stem<tab>replication<tab>cause"
    int tasks = 0;                        ///< shares of a batch; 0: no batch
    std::set<int> missing_tasks;          ///< those that are not done
    std::vector<std::string> until;       ///< --until-ci as typed
    std::vector<Goal> goals;              ///< of the scenario; empty: the headline goals
    std::vector<KpiColumns> columns;      ///< by option: the complete prefix of all options, the same length everywhere
    std::size_t complete = 0;             ///< that length
    std::string covers{covers_chance};
    std::optional<double> seconds_left;   ///< from the pace of the last parts; empty when nothing tells
};

/// Nothing when the folder holds neither a run nor results. Throws IoError.
std::optional<RunStatus> read_run_status(const std::string& folder);

/// Which process holds the lock on a file, without touching that lock: /proc/locks names device, file and process. Nothing
/// where it cannot be read (another system, another machine); 0 when nobody does.
std::optional<int> holder_of(const std::string& path);

/// Which process works on a run, a study or a nation in this folder, as far as this machine can tell; 0: none.
int at_work_in(const std::string& folder);

/// "1-3,7": numbers in ascending order, as Slurm writes them.
std::string ranges_of(const std::set<int>& numbers);

/// Seconds until `left` more parts are there, by the mean gap between the last parts; pauses (a gap more than ten times
/// as long as nine in ten others) are left out. Empty with fewer than three parts.
std::optional<double> seconds_for(std::vector<double> finished_at, std::size_t left);

} // namespace samspil
