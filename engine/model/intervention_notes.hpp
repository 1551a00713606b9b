// SPDX-License-Identifier: MPL-2.0
// What must be known of an intervention to tell of it: what it does without a price, and which of its values say nothing.
#pragma once

#include "engine/model/intervention.hpp"

#include <optional>

namespace samspil {

/// What the model has no price for (docs/model.md 7.18), by its short name; nothing where the intervention has its price.
std::optional<Label> without_price(InterventionType type);

/// Whether a value says nothing of this intervention: the other of two ways to say the same, or "as it is".
bool says_nothing(const Intervention& made, const Field& field);

} // namespace samspil
