// SPDX-License-Identifier: MPL-2.0
// How well founded a result is: values by evidence, what the goals rest on, targets of the baseline met or missed.
#pragma once

#include "viewer/data/register.hpp"
#include "viewer/panels/panel.hpp"

#include <vector>

namespace samspil::viewer {

/// A click on a kind of evidence shows its rows; `now` is the filter at present.
Panel evidence_panel(const Evidences& evidence, const RegisterFilter& now, Language language);
Panel goal_grounds_panel(const Evidences& evidence, Language language);
Panel targets_panel(const std::vector<TargetCheck>& checks, Language language);

} // namespace samspil::viewer
