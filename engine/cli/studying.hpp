// SPDX-License-Identifier: MPL-2.0
// What `sweep`, `sensitivity`, `resume`, `inspect` and `status` share about studies.
#pragma once

#include "engine/cli/commands.hpp"
#include "engine/io/study_setup.hpp"

#include <string>
#include <vector>

namespace samspil {

struct Effort;
class StopSignals;

/// Runs what the journal lacks, writes study.h5 and study.html, prints the table. Exit codes as `run`. `signals` is made before
/// the plan is read: one that comes meanwhile is not lost.
Exit carry_out_study(StudyFolder& folder, const StudySetup& setup, const Effort& effort, const StopSignals& signals, const Invocation& call);

/// The same of a study that chooses its own points (calibrate, optimise); writes posterior.csv too. Exit 7 when the
/// targets of a calibration cannot be met together.
Exit carry_out_search(StudyFolder& folder, const StudySetup& setup, const Effort& effort, const StopSignals& signals, const Invocation& call);
/// "at most 4,000 runs; about 2:10 on 2 threads"; the time only where one was measured.
Text cost_of_search_in_words(const StudySetup& setup, int threads, double seconds_each);
/// Tables of such a study, those that are shown.
std::string tables_screen(const std::vector<StudyTable>& tables, Language language);
inline bool chooses_points(StudyKind kind) { return kind == StudyKind::calibrate || kind == StudyKind::optimise; }

/// "sweep", "sensitivity", ...: the command a plan of the kind is for.
std::string_view command_of(StudyKind kind);

/// Finishes an interrupted study, or runs the failed points of a finished one again.
Exit resume_study(const std::string& folder, const Effort& effort, const StopSignals& signals, const Invocation& call);

/// The first .h5 that no study made, or empty: `status` and `extend` take every such file of a folder for theirs.
std::string run_result_in(const std::string& folder);
/// wrong_use() where a folder holds a nation: it shares its folder with nothing.
void refuse_nation(const std::string& folder);

/// Done, failed and left of a study, without a lock; for `status`.
Exit study_status(const std::string& folder, bool json, Language language);
/// The same of a study.h5 that is there and finished.
Exit finished_study_status(const std::string& result, bool json, Language language);
/// The first ten lines of failures_in_words, and how many more there are.
std::vector<std::string> failure_lines(const StudyResult& result, Language language);

/// The table a planner reads.
std::string study_screen(const StudyResult& result, Language language);

/// What a study costs, measured by running its first point once on one thread.
struct StudyCost {
    std::size_t points = 0, distinct = 0; ///< distinct options-at-points; each costs `replications`
    int replications = 0;
    double seconds_each = 0;   ///< of one replication of one of them, on one thread
    double seconds = 0;        ///< of all on the threads given; an estimate
    double journal_bytes = 0, result_bytes = 0;
};
StudyCost cost_of(const StudySetup& setup, int threads, double seconds_each);
/// "; about 2:10 on 2 threads (0.05 s each, measured now)".
Text time_in_words(double seconds, int threads, double seconds_each);
/// "1.4 million citizen-weeks per second (2 threads, 0:12)".
std::string speed_in_words(double citizen_weeks, double seconds, int threads, Language language);
Text cost_in_words(const StudySetup& setup, const StudyCost& cost, int threads);

} // namespace samspil
