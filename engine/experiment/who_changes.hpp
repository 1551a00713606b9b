// SPDX-License-Identifier: MPL-2.0
// Who gains and who loses when an option is chosen: the same synthetic citizens under both, one by one, on the same
// chance. Their differences in weeks with a place add up to the difference of the series `users`, to the person.
#pragma once

#include "engine/base/parallel.hpp"
#include "engine/experiment/person_counts.hpp"
#include "engine/experiment/study.hpp"
#include "engine/model/world.hpp"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace samspil {

/// Keys of the houses that one of the scenarios opens or closes at a date.
std::vector<int> houses_opened_or_closed(const Scenario& base, const Scenario& option);

/// All citizens of one replication, by id.
struct PersonsOfReplication {
    std::vector<PersonChange> persons;
    PersonCounts counts;
};
/// Runs one replication of both, sharing what is before their first difference. Nothing when `stop` was set.
std::optional<PersonsOfReplication> persons_of(std::shared_ptr<const Premises> base, std::shared_ptr<const Premises> option,
                                               std::uint32_t seed, int replication, const Workers& workers,
                                               const std::atomic<bool>& stop);

struct WhoChangesPlan {
    const Scenario *base = nullptr, *option = nullptr;
    std::uint32_t seed = 1;
    int replications = 1; ///< from the first on, one at a time: memory is that of one pair
    std::function<void(const StudyProgress&)> progress; ///< may be empty
    /// The side (0 base, 1 option) as replication r sees it, where assumptions are drawn; empty: as above.
    std::function<std::shared_ptr<const Scenario>(std::size_t side, int replication)> scenario_of;
};
WhoChanges who_changes(const WhoChangesPlan& plan, const Workers& workers, const std::atomic<bool>& stop);

} // namespace samspil
