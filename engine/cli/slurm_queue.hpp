// SPDX-License-Identifier: MPL-2.0
// What we ask of Slurm's own programs, found on the PATH.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace samspil {

/// Indices of the arrays of this name that wait or run; nothing where squeue is missing or gives no answer (it says why on
/// stderr itself). The user's SQUEUE_* do not count. Other clusters than the usual one are asked where SLURM_CLUSTERS names them, as for sbatch.
std::optional<std::set<int>> queued_tasks(const std::string& job_name);

/// Runs a program to its end, its output goes where ours does: its exit code, 128 + N after signal N; nothing where it cannot be started.
std::optional<int> run_program(const std::vector<std::string>& words);

} // namespace samspil
