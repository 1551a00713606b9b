// SPDX-License-Identifier: MPL-2.0
// A study behind the screen: the base is run once and its replications and burnt-in states are kept; an option runs from
// its first difference. Answers come replication by replication and are the command line's, bit for bit.
#pragma once

#include "viewer/data/library.hpp"

#include "engine/io/scenario_file.hpp"

#include <functional>
#include <memory>
#include <string>

namespace samspil::viewer {

inline constexpr int live_slots = 5; ///< options built and named side by side

struct LiveSettings {
    std::uint32_t seed = 1;
    int replications = 20;         ///< of each side
    int threads = 0;               ///< 0 = all
    std::size_t kept_bytes = 4ull << 30; ///< most memory for burnt-in states; beyond it they are run again
    std::function<void()> wake;    ///< called from workers when something new can be shown; may be empty
};

/// What a side is doing, for words on screen: nothing is hidden about what is reused.
struct LiveSide {
    std::string key;        ///< of the Result: "live/base", "live/1" ...
    int done = 0, wanted = 0, failed = 0;
    bool reused_base = false;   ///< base replications were kept from before
    int shared_weeks = 0;       ///< weeks taken from the kept state, burn-in included; 0 = all is run
    double first_answer_seconds = 0; ///< from the last change of this side to two pairs; 0 = not yet
    double seconds = 0;              ///< from the last change to the last replication so far
    double seconds_left = 0;         ///< estimate; 0 while unknown
    std::string failure;             ///< cause of the first failure
};

/// One look; a shared pointer, never changed afterwards.
struct LiveView {
    std::uint64_t version = 0;
    std::vector<ResultPtr> results; ///< base first, then options in order of slot; those without a replication are absent
    std::map<SeriesKey, std::shared_ptr<const Series>> series; ///< of live results, as asked for
    std::map<GroupsKey, std::shared_ptr<const GroupTable>> groups;
    std::map<std::string, std::shared_ptr<const Lives>> lives;
    std::vector<LiveSide> sides;
    bool running = false;
};

class LiveStudy {
public:
    explicit LiveStudy(LiveSettings settings);
    ~LiveStudy(); ///< stops the workers between two weeks

    /// Another base: everything starts again.
    void set_base(std::shared_ptr<const LoadedScenario> base);
    /// Runs this option in the slot (1..live_slots), in place of what was there. The newest change goes first.
    void set_option(int slot, std::shared_ptr<const LoadedScenario> option);
    void clear_option(int slot);
    void pause();
    void go_on();
    /// Series and groups of live results that a frame looked for.
    void want(const Wishes& wishes);

    /// Never waits for a replication.
    std::shared_ptr<const LiveView> view() const;

private:
    struct Work;
    std::unique_ptr<Work> work_;
};

} // namespace samspil::viewer
