// SPDX-License-Identifier: MPL-2.0
// When two options are still one: the first week in which they may differ. Options that agree on everything acting
// before a week share the state of that week (docs/model.md 5.6).
#pragma once

#include "engine/model/scenario.hpp"

namespace samspil {

/// The first week whose events may differ: 0 where anything but dated interventions differs, the week of the first
/// intervention not common to both, or `never` for options that are the same.
Week first_difference(const Scenario& a, const Scenario& b);

} // namespace samspil
