// SPDX-License-Identifier: MPL-2.0
#include "engine/io/batch_script.hpp"

#include "engine/io/shell_words.hpp"

#include <cmath>
#include <filesystem>

#include <fmt/format.h>

namespace samspil {
namespace {

/// Slurm reads its own lines without a shell: a blank would end the value, # too, and % begins a field.
std::string in_slurm(const std::string& path)
{
    std::string text;
    for (const char c : path) {
        if (c == ' ' || c == '\t' || c == '"' || c == '\'' || c == '\\' || c == '#') text += '\\';
        text += c;
        if (c == '%') text += c;
    }
    return text;
}

std::string slurm_time(double seconds)
{
    const auto whole = static_cast<long long>(std::ceil(seconds));
    return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

} // namespace

std::string batch_name(const std::string& run_id) { return "samspil-" + run_id.substr(0, 8); }

std::string batch_log(const std::string& folder)
{
    std::string text;
    for (const char c : folder) text += c == '%' ? "%%" : std::string(1, c); // % begins a field of Slurm
    return text + "/batch/task-%a.log";
}

std::string batch_script_path(const std::string& folder) { return folder + "/batch/samspil.sbatch"; }

std::string batch_script(const BatchScript& script)
{
    const std::string limit = script.seconds ? fmt::format("#SBATCH --time={}\n", slurm_time(*script.seconds)) : "";
    return fmt::format(R"(#!/bin/bash
# Made by samspil batch plan. Lines with #SBATCH may be changed to what the cluster wants (partition, account, memory);
# the name stays: samspil batch submit asks the queue for it.
#SBATCH --job-name={name}
#SBATCH --array=1-{tasks}
#SBATCH --ntasks=1
#SBATCH --cpus-per-task={threads}
{limit}#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --signal=B:USR1@60
#SBATCH --output={log}
program=${{SAMSPIL:-{program}}}
folder=${{1:-{folder}}} # submit gives where it lies now
signals=0 in_time=0 cancelled=0
"$program" batch worker "$folder" --task "$SLURM_ARRAY_TASK_ID" -j "${{SLURM_CPUS_PER_TASK:-{threads}}}" &
worker=$!
trap 'signals=$((signals + 1)); in_time=1; kill -USR1 $worker 2>/dev/null' USR1
trap 'signals=$((signals + 1)); cancelled=1; kill -TERM $worker 2>/dev/null' TERM
wait $worker
code=$?
while [ $signals -gt 0 ]; do # a signal ends the wait, not the worker
    signals=0
    wait $worker
    again=$?
    [ $again -eq 127 ] || code=$again
done
# 75: stopped. Where the time was up, the same task, queued again, goes on; scancel (TERM) is the end of it.
if [ $code -eq 75 ] && [ $in_time -eq 1 ] && [ $cancelled -eq 0 ] && [ "${{SLURM_RESTART_COUNT:-0}}" -lt 20 ]; then
    scontrol requeue "${{SLURM_ARRAY_JOB_ID}}_$SLURM_ARRAY_TASK_ID"
fi
exit $code
)",
                       fmt::arg("name", script.name), fmt::arg("tasks", script.tasks), fmt::arg("threads", script.threads), fmt::arg("limit", limit),
                       fmt::arg("log", in_slurm(script.folder) + "/batch/task-%a.log"), fmt::arg("program", in_shell(script.program)),
                       fmt::arg("folder", in_shell(script.folder)));
}

} // namespace samspil
