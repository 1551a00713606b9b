// SPDX-License-Identifier: MPL-2.0
// The words after `samspil compare`: read, and refused before anything is opened or run.
#pragma once

#include "engine/cli/commands.hpp"
#include "engine/experiment/gate.hpp"
#include "engine/model/groups.hpp"

#include <string>
#include <vector>

namespace samspil {

struct CompareRequest {
    std::vector<std::string> files;
    std::vector<std::string> chance; ///< after --chance
    std::vector<Gate> gates;
    std::string html;
    bool json = false, parts = false, force = false;
    std::vector<Dimension> by;
    int persons = 0; ///< replications to look at citizen by citizen
    int threads = 1;
};

/// Throws UsageError.
CompareRequest read_compare_request(const Invocation& call);

/// A page is made again as often as wanted; nothing else is replaced. Throws UsageError.
void check_page(const CompareRequest& request);

/// What looks closer at fixed assumptions has nothing to look at where every replication draws its own. Throws UsageError.
void check_fixed(const CompareRequest& request, bool futures);

} // namespace samspil
