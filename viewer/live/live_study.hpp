// SPDX-License-Identifier: MPL-2.0
// A study behind the screen: the base is run once and its replications and burnt-in states are kept; an option runs
// from its first difference, and its next version from where it parts from the one before. Answers come replication by replication and are the command line's, bit for bit.
#pragma once

#include "viewer/live/live_view.hpp"

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
    std::size_t kept_bytes = 4ull << 30; ///< most memory for kept states; beyond it what they hold is run again
    std::function<void()> wake{};        ///< called behind the screen when something new can be shown; may be empty
};

class LiveStudy {
public:
    explicit LiveStudy(LiveSettings settings);
    ~LiveStudy(); ///< stops the workers between two weeks
    LiveStudy(const LiveStudy&) = delete;
    LiveStudy& operator=(const LiveStudy&) = delete;

    // None of these waits for a calculation, not even for the lock of one; they are taken up in order, within
    // milliseconds.

    /// Another base: everything starts again, with the same options. The same pointer changes nothing.
    void set_base(std::shared_ptr<const LoadedScenario> base);
    /// No base and no options: nothing is run, and nothing of them is shown any more.
    void clear_base();
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
