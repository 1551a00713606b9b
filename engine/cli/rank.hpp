// SPDX-License-Identifier: MPL-2.0
// The other ranks of samspil-mpi: rank 0 names a folder, they read its manifest there and do what they are dealt.
#pragma once

#include "engine/cluster/channel.hpp"
#include "engine/io/parts.hpp"
#include "engine/io/study_folder.hpp"

#include <string>

namespace samspil {

/// What rank 0 says of the work it has begun.
std::string job_of_run(const RunFolder& folder);
std::string job_of_study(const StudyFolder& folder);

/// Of a nation, which has no manifest: the others read the plan, and must find the same municipalities and tables in it.
std::string job_of_nation(const std::string& plan_path, const EvaluationSubject& subject);

/// All that a rank but 0 does; the exit code rank 0 chose.
int work_as_rank(Channel& channel) noexcept;

} // namespace samspil
