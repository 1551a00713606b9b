// SPDX-License-Identifier: MPL-2.0
// Replications in memory as the viewer shows them: the same Result, Series, groups and lives as from a file.
#pragma once

#include "viewer/data/library.hpp"

#include "engine/io/scenario_file.hpp"

#include <memory>
#include <string>
#include <vector>

namespace samspil::viewer {

using Replications = std::vector<std::shared_ptr<const ReplicationResult>>;

/// "live/base" of slot 0, else "live/<slot>".
std::string live_key(int slot);

/// Makes the results of one scenario; what does not come from replications is made once.
class LiveResult {
public:
    LiveResult(std::string key, std::shared_ptr<const LoadedScenario> loaded, std::uint32_t seed, int wanted);

    /// Replications 0, 1, ... without a gap, at least one, of the
    /// period's first `weeks`.
    ResultPtr result(const Replications& replications, int weeks) const;
    /// Null where there is no such series (group).
    std::shared_ptr<const Series> series(const SeriesKey& key, const Replications& replications) const;
    std::shared_ptr<const GroupTable> groups(Dimension dimension, const Replications& replications) const;
    std::shared_ptr<const Lives> lives(const Replications& replications) const;

private:
    std::shared_ptr<const LoadedScenario> loaded_;
    Grouping grouping_;
    Result blank_; ///< all but the replications
};

} // namespace samspil::viewer
