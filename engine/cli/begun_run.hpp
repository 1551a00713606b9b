// SPDX-License-Identifier: MPL-2.0
// A run as its manifest has it: what `run`, `resume`, a rank of a cluster and a task of a batch all work from.
#pragma once

#include "engine/experiment/futures.hpp"
#include "engine/experiment/study.hpp"
#include "engine/io/parts.hpp"
#include "engine/io/scenario_file.hpp"

#include <vector>

namespace samspil {

/// wrong_use() where another version of the program began this.
void check_program(const RunManifest& manifest);

/// The scenarios of the manifest, whatever their files say today. Their tables are read anew: wrong_use() where one has
/// changed since.
std::vector<LoadedScenario> scenarios_of(const RunManifest& manifest, Diagnostics& found);

class BegunRun {
public:
    /// Throws IoError damaged.
    BegunRun(const RunManifest& manifest, std::vector<LoadedScenario> scenarios);
    BegunRun(const BegunRun&) = delete;
    BegunRun& operator=(const BegunRun&) = delete;

    const std::vector<LoadedScenario>& scenarios() const { return scenarios_; }
    /// What the results say of themselves, by option.
    const std::vector<ResultHead>& heads() const { return heads_; }
    /// Every replication of every option; valid while this lives.
    StudyPlan plan() const;

private:
    RunManifest manifest_;
    std::vector<LoadedScenario> scenarios_;
    std::vector<FuturePlan> futures_;
    std::vector<ResultHead> heads_;
};

} // namespace samspil
