// SPDX-License-Identifier: MPL-2.0
// What a live study shows: values that panels and views may read.
#pragma once

#include "viewer/data/library.hpp"

#include "engine/io/scenario_file.hpp"

#include <memory>
#include <string>
#include <vector>

namespace samspil::viewer {

/// What a side is doing, for words on screen: nothing is hidden about what is reused.
struct LiveSide {
    std::shared_ptr<const LoadedScenario> scenario; ///< whose answers these are: a change takes a moment to be taken up
    std::string key;                                ///< of the Result: "live/base", "live/1" ...
    int done = 0, wanted = 0;                       ///< replications; `done` without a gap, as shown
    int failed = 0;                                 ///< 1: replication `done` failed, and no more is run
    double progress = 0;                            ///< 0..1, replications under way included
    bool ready = false;   ///< false: who lives where is being worked out; `shared_weeks` is not known
    int reused_base = 0;  ///< base replications that were at hand when this side was last changed
    int shared_weeks = 0; ///< weeks taken from kept states, burn-in included, at least; 0 = all is run
    bool short_of_memory = false; ///< burnt-in states it could go on from were not kept: some replications are run in full
    int kept_states = 0;  ///< in memory: of the base burnt-in states, of an option where it parts from its version before
    double early_answer_seconds = 0; ///< the same to the first two years of two pairs
    double first_answer_seconds = 0; ///< from the last change of this side to two pairs; 0 = not yet
    double seconds = 0;              ///< from the last change to the last replication so far
    double seconds_left = 0;         ///< estimate, with what goes before it; 0 while unknown
    std::string failure;             ///< cause of the failure
};

/// One look; a shared pointer, never changed afterwards.
struct LiveView {
    std::uint64_t version = 0;
    std::vector<ResultPtr>
        results; ///< base first, then options in order of slot; those without a replication are absent
    /// Two pairs of the period's first two years, base first, while an option has no two whole pairs yet; else empty.
    /// Titles, keys and KPIs only: no series or groups are kept of them.
    std::vector<ResultPtr> early;
    std::map<SeriesKey, std::shared_ptr<const Series>> series; ///< of live results, as asked for
    std::map<GroupsKey, std::shared_ptr<const GroupTable>> groups;
    std::map<std::string, std::shared_ptr<const Lives>> lives;
    std::vector<LiveSide> sides; ///< base first, then options in order of slot
    bool running = false;        ///< something is left to do and it is not paused
    bool paused = false;
};

} // namespace samspil::viewer
