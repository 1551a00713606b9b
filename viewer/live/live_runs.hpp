// SPDX-License-Identifier: MPL-2.0
// The replications of a live study and the order in which they are run. Plain data behind the study's lock.
#pragma once

#include "viewer/live/live_study.hpp"

#include "engine/experiment/replication_run.hpp"

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace samspil::viewer {

inline constexpr int first_answer = 2; ///< pairs of the first interval
/// Weeks of the counted period after which the first pairs give an early answer, where the period is much longer.
inline constexpr int early_weeks = 104;
inline int early_weeks_of(const Scenario& scenario) { return scenario.period.weeks >= 2 * early_weeks ? early_weeks : 0; }

using LiveClock = std::chrono::steady_clock;

enum class Stage { waiting, running, resting, done, failed };

/// A replication between two weeks, for other versions to go on from.
struct KeptState {
    std::shared_ptr<const ReplicationRun> run;      ///< null: none
    std::shared_ptr<const ReplicationResult> early; ///< the early answer, where its weeks are among those of `run`
};

/// One replication of one side.
struct LiveCell {
    Stage stage = Stage::waiting;
    std::shared_ptr<ReplicationRun> resting; ///< where it goes on from
    KeptState kept;           ///< how it stood in the side's keep_at; before that what the version before kept
    bool past_keeping = false; ///< keep_at is over, and `kept` is of it; of none where memory is short
    Week from = 0;            ///< weeks taken from a kept state
    std::shared_ptr<const ReplicationResult> early; ///< of the first pairs: the period's first years
    std::shared_ptr<const ReplicationResult> result;
    std::atomic<Week> week = 0; ///< reached so far; written while running
};

/// One scenario in one slot; a change makes another.
struct SideRuns {
    SideRuns(int in_slot, std::shared_ptr<const LoadedScenario> scenario, int replications)
        : slot(in_slot), loaded(std::move(scenario)), cells(static_cast<std::size_t>(replications))
    {
    }
    const Scenario& scenario() const { return loaded->scenario; }
    bool is_base() const { return slot == 0; }
    int wanted() const { return static_cast<int>(cells.size()); }
    /// Results from replication 0 on without a gap.
    int done() const;
    /// Whether the first pairs have their early answer.
    bool early() const;
    /// The first replication that failed, or `wanted`.
    int runnable() const;

    const int slot; ///< 0 = base
    const std::shared_ptr<const LoadedScenario> loaded;
    std::atomic<bool> dropped = false; ///< nobody wants it any more
    enum class Premised { no, being_made, yes } premised = Premised::no;
    std::shared_ptr<const Premises> premises;
    Week difference = 0; ///< the first from the base
    std::shared_ptr<const LoadedScenario> before; ///< option: what stood in the slot; null: nothing
    Week keep_at = never; ///< base: the end of its burn-in; option: the first difference from `before`, or later from the base
    std::vector<LiveCell> cells;

    LiveClock::time_point changed = LiveClock::now();
    int reused_base = 0;
    double early_answer_seconds = 0, first_answer_seconds = 0, seconds = 0;
    double worker_seconds = 0; ///< of replications that are done
    std::string failure;
};

using SidePtr = std::shared_ptr<SideRuns>;

/// Something a worker can do: a replication, or making the premises.
struct Claim {
    static constexpr int premises = -1;
    SidePtr side;
    int replication = premises;
    bool operator==(const Claim&) const = default;
};

/// Answers of a version that was replaced: moved back, a lever has them at once.
struct PastAnswers {
    std::shared_ptr<const LoadedScenario> loaded;
    std::vector<std::shared_ptr<const ReplicationResult>> results, early; ///< by replication; null where there is none
};

struct LiveRuns {
    SidePtr base;
    std::vector<SidePtr> options; ///< the newest change first
    std::vector<PastAnswers> past; ///< the newest first; of this base and seed

    SidePtr option(int slot) const;
    /// Base first, then options in order of slot.
    std::vector<SidePtr> in_order() const;

    /// What to do next: two pairs of every option, the newest first; then the newest to the end; then the base.
    std::optional<Claim> next() const;
    /// Whether one of the first pairs can be run now and goes before what is under way.
    bool should_give_way(const Claim& under_way) const;

    /// Weeks an option takes from kept states, at least; 0: all is run.
    Week shared_weeks(const SideRuns& side) const;
    /// Whether an option shares the base's burn-in, and so waits for it.
    bool shares_burn_in(const SideRuns& side) const;
    std::size_t kept_bytes() const;
    double progress(const SideRuns& side) const;
    /// Seconds until the side is done, with what goes before it; 0 while unknown.
    double seconds_left(const SideRuns& side, int threads) const;

private:
    std::vector<Claim> first_pairs() const;
    std::vector<Claim> all() const;
    std::optional<Claim> can_be_done(const Claim& wanted) const;
};

} // namespace samspil::viewer
