// SPDX-License-Identifier: MPL-2.0
// A study behind the screen: the base is run once and its replications and burnt-in states are kept; an option runs
// from its first difference. Answers come replication by replication and are the command line's, bit for bit.
#pragma once

#include "viewer/data/library.hpp"

#include "engine/io/scenario_file.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace samspil::viewer {

inline constexpr int live_slots = 5; ///< options built and named side by side

struct LiveSettings {
    std::optional<std::uint32_t> seed{}; ///< none: as the base's file says
    int replications = 0;                ///< of each side; 0 = as the base's file says
    int threads = 0;                     ///< 0 = all
    std::size_t kept_bytes = 4ull << 30; ///< most memory for burnt-in states; beyond it they are run again
    std::function<void()> wake{};        ///< called behind the screen when something new can be shown; may be empty
};

/// What a side is doing, for words on screen: nothing is hidden about what is reused.
struct LiveSide {
    std::string key;          ///< of the Result: "live/base", "live/1" ...
    int done = 0, wanted = 0; ///< replications; `done` without a gap, as shown
    int failed = 0;           ///< 1: replication `done` failed, and no more is run
    double progress = 0;      ///< 0..1, replications under way included
    bool ready = false;       ///< false: who lives where is being worked out; `shared_weeks` is not known
    int reused_base = 0;      ///< base replications that were at hand when this side was last changed
    int shared_weeks = 0;     ///< weeks taken from the kept state, burn-in included; 0 = all is run
    int kept_states = 0;      ///< base: burnt-in states in memory; replications without one are run again from week 0
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
    std::map<SeriesKey, std::shared_ptr<const Series>> series; ///< of live results, as asked for
    std::map<GroupsKey, std::shared_ptr<const GroupTable>> groups;
    std::map<std::string, std::shared_ptr<const Lives>> lives;
    std::vector<LiveSide> sides; ///< base first, then options in order of slot
    bool running = false;        ///< something is left to do and it is not paused
    bool paused = false;
};

class LiveStudy {
public:
    explicit LiveStudy(LiveSettings settings);
    ~LiveStudy(); ///< stops the workers between two weeks
    LiveStudy(const LiveStudy&) = delete;
    LiveStudy& operator=(const LiveStudy&) = delete;

    // None of these waits for a week, let alone a replication.

    /// Another base: everything starts again, with the same options. The same pointer changes nothing.
    void set_base(std::shared_ptr<const LoadedScenario> base);
    /// Runs this option in the slot (1..live_slots), in place of what was there. The newest change goes first: its
    /// first two pairs before anything else, which rests meanwhile. The same pointer changes nothing.
    void set_option(int slot, std::shared_ptr<const LoadedScenario> option);
    void clear_option(int slot);
    void pause();
    void go_on();
    /// Series, groups and lives of live results that a frame looked for; kept up to date from then on.
    void want(const Wishes& wishes);

    std::shared_ptr<const LiveView> view() const;

private:
    class Work;
    std::unique_ptr<Work> work_;
};

} // namespace samspil::viewer
