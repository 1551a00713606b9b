// SPDX-License-Identifier: MPL-2.0
// Which offers the houses of a scenario have at some time (docs/model.md 7.19).
#pragma once

#include "engine/model/offer.hpp"
#include "engine/model/scenario.hpp"

#include <array>
#include <vector>

namespace samspil {

using OffersHeld = std::vector<std::array<bool, offer_count>>; ///< by house

/// The offers a house has, or may get by the interventions one after the other: their units must exist from the start.
OffersHeld offers_ever_held(const Scenario& scenario);

} // namespace samspil
