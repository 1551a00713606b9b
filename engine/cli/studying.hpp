// SPDX-License-Identifier: MPL-2.0
// What `sweep`, `sensitivity`, `resume`, `inspect` and `status` share about studies.
#pragma once

#include "engine/cli/commands.hpp"
#include "engine/io/study_setup.hpp"

#include <string>

namespace samspil {

/// Runs what the journal lacks, writes study.h5 and study.html, prints the table. Exit codes as `run`.
Exit carry_out_study(StudyFolder& folder, const StudySetup& setup, int threads, Language language);

/// Finishes an interrupted study, or runs the failed points of a finished one again.
Exit resume_study(const std::string& folder, int threads, Language language);

/// Done, failed and left of a study, without a lock; for `status`.
Exit study_status(const std::string& folder, bool json, Language language);

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
Text cost_in_words(const StudySetup& setup, const StudyCost& cost, int threads);

} // namespace samspil
