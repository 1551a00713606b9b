// SPDX-License-Identifier: MPL-2.0
// The keys of a plan: fields with range and default, groups, and the words for kinds of study and design. plan_shape()
// is the root of them.
#pragma once

#include "engine/io/study_plan.hpp"

namespace samspil {

/// The keys of one entry of `factors:` and of `budgets:`.
const Shape& factor_shape();
const Shape& budget_shape();

} // namespace samspil
