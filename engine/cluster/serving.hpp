// SPDX-License-Identifier: MPL-2.0
// The other ranks: do what rank 0 deals, until it says the end.
#pragma once

#include "engine/base/parallel.hpp"
#include "engine/cluster/channel.hpp"

#include <atomic>
#include <functional>
#include <string>
#include <string_view>

namespace samspil {

/// Does a task and reports; several at a time. Gives up when stop is set, with a report all the same.
using Handler = std::function<std::string(std::string_view order, const Workers& workers, const std::atomic<bool>& stop)>;

/// Makes ready for a job; what it throws ends the study on rank 0.
using Prepare = std::function<Handler(const std::string& job)>;

/// Returns the exit code that rank 0 chose. `signalled`: somebody wants this process to stop.
int serve(Channel& channel, const Prepare& prepare, const std::atomic<bool>& signalled);

} // namespace samspil
