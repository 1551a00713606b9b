// SPDX-License-Identifier: MPL-2.0
// From the replications that are done to a view: only what changed since the last view is made again.
#pragma once

#include "viewer/live/live_result.hpp"
#include "viewer/live/live_runs.hpp"

#include <map>
#include <memory>
#include <vector>

namespace samspil::viewer {

/// What is known of one side, taken at once behind the study's lock.
struct SideLook {
    SidePtr side;
    LiveSide words;
    Replications done;
    Replications early; ///< of the first pairs; empty until they have it
};

/// Everything of one look but the results.
struct LiveLook {
    std::vector<SideLook> sides; ///< base first, then options in order of slot
    Wishes wishes;
    std::uint32_t seed = 0;
    std::uint64_t version = 0;
    bool running = false, paused = false;
};

/// The words of a side as it stands.
LiveSide words_of(const LiveRuns& runs, const SideRuns& side, int threads);

class LiveShown {
public:
    std::shared_ptr<const LiveView> view_of(LiveLook look);

private:
    struct Shown {
        SidePtr side;
        std::unique_ptr<LiveResult> maker;
        std::size_t replications = 0;
        ResultPtr result, early;
        std::map<SeriesKey, std::shared_ptr<const Series>> series;
        std::map<GroupsKey, std::shared_ptr<const GroupTable>> groups;
        std::shared_ptr<const Lives> lives;
    };
    std::vector<ResultPtr> early_of(const std::vector<LiveSide>& sides) const;
    static void refresh(Shown& shown, const Replications& done, const Wishes& wishes);

    std::map<int, Shown> shown_; ///< by slot
};

} // namespace samspil::viewer
