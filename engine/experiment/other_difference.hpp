// SPDX-License-Identifier: MPL-2.0
// What an option differs in beside the interventions it adds: places, policy, assumptions or tables from the beginning, and
// interventions of the base that it does without. One more part of a comparison, or the rest would be no interplay.
#pragma once

#include "engine/model/scenario.hpp"

#include <optional>

namespace samspil {

struct OtherDifference {
    Scenario scenario; ///< the option without what it adds, and with what it puts in place of the base's own
    Text label;
    bool valid = true; ///< whether it can be run
};

/// Nothing where the interventions added (added_interventions) are all.
std::optional<OtherDifference> other_difference(const Scenario& base, const Scenario& option);

} // namespace samspil
