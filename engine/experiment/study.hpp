// SPDX-License-Identifier: MPL-2.0
// A study: options run with the same replications on the same chance. Options that share all before their first
// difference share the burnt-in state of each replication; a result never depends on what it is compared with.
#pragma once

#include "engine/base/parallel.hpp"
#include "engine/experiment/crew.hpp"
#include "engine/model/indicators.hpp"
#include "engine/model/scenario.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samspil {

struct Premises;

struct StudyPlan {
    std::vector<const Scenario*> options;
    /// What follows from `options`, where it was made already (premises_of()); else empty.
    std::vector<std::shared_ptr<const Premises>> premises{};
    std::uint32_t seed = 1;
    int first_replication = 0;
    int replications = 1;             ///< the new total; those in `finished` are left out
    std::size_t block = 8192;         ///< citizens per block; never changes a result
    double life_sample = 0.005;       ///< share of citizens whose life course is kept
    /// Whether replication r of option o is already at hand (a resumed run).
    std::function<bool(std::size_t option, int replication)> finished;
    /// The option as replication r sees it, where assumptions are drawn (futures.hpp); empty: as in `options`. Called from
    /// any worker. What it throws is a failure of that replication.
    std::function<std::shared_ptr<const Scenario>(std::size_t option, int replication)> scenario_of;
};

struct StudyProgress {
    std::size_t done = 0, total = 0, failed = 0;
    double seconds = 0;      ///< since the start
    double seconds_left = 0; ///< estimate; 0 while unknown
};

struct StudyFailure {
    std::size_t option = 0;
    int replication = 0;
    std::string cause;
};

struct StudyOutcome {
    std::size_t done = 0;
    std::vector<StudyFailure> failures;
    bool stopped = false;              ///< `stop` was set before all was done
    double step_seconds = 0;           ///< summed over threads, step loops only
    double citizen_weeks = 0;          ///< living persons x weeks, burn-in included where it was stepped
};

struct StudySinks {
    /// Called once per finished replication and option, from any worker, one at a time.
    std::function<void(std::size_t option, ReplicationResult&& result)> result;
    /// The same where another process of the crew has it and its sink has taken it: what is left are its KPIs.
    std::function<void(std::size_t option, int replication, std::span<const double> kpis)> elsewhere;
    std::function<void(const StudyProgress&)> progress; ///< one at a time; may be empty
    std::function<void(const StudyFailure&)> failure;   ///< as it happens, one at a time; may be empty
    /// Set (by the result sink) when no more is needed: what is under way is dropped, and the study ends as if it had
    /// not been asked for. May be null.
    const std::atomic<bool>* enough = nullptr;
};

/// Runs what the plan asks. A task is a replication with all options that lack it. They go to workers, or to a crew whose
/// other processes answer with run_order(); `stop` is read between weeks. What a sink throws (a full disk) ends the study
/// and is thrown on; what a replication throws is listed in the outcome.
StudyOutcome run_study(const StudyPlan& plan, const Workers& workers, const StudySinks& sinks,
                       const std::atomic<bool>& stop, Crew* crew = nullptr);

/// Does one task of another process's study of the same plan: `order` is what its run_study() sent, the report what it
/// takes back. Results go to sinks.result. Throws what a sink throws.
std::string run_order(const StudyPlan& plan, std::string_view order, const Workers& workers, const StudySinks& sinks,
                      const std::atomic<bool>& stop);

} // namespace samspil
