// SPDX-License-Identifier: MPL-2.0
// The script that Slurm runs for every task of a batch.
#pragma once

#include <optional>
#include <string>

namespace samspil {

struct BatchScript {
    std::string name;    ///< of the job, see batch_name()
    std::string program; ///< absolute path
    std::string folder;  ///< absolute, of the run
    int tasks = 1;
    int threads = 1;
    std::optional<double> seconds{}; ///< limit of a task; none: what the cluster gives
};

/// The name by which the queue knows the tasks of a batch again.
std::string batch_name(const std::string& run_id);

/// FOLDER/batch/samspil.sbatch; what the tasks say lands beside it.
std::string batch_script_path(const std::string& folder);

/// Where Slurm shall put the messages of a task, as --output takes it.
std::string batch_log(const std::string& folder);

/// Its first argument, if any, is the folder, which may have been moved since. Signals are handed to the worker. A task stopped by SIGUSR1, near the end of its time, is queued again (at most 20 times); one
/// stopped by SIGTERM, as scancel does, is not.
std::string batch_script(const BatchScript& script);

} // namespace samspil
