// SPDX-License-Identifier: MPL-2.0
// What a command names and no open result has: a picture of something else would be taken for what was asked.
#pragma once

#include "viewer/data/library.hpp"
#include "viewer/state/state.hpp"

namespace samspil::viewer {

/// The state with its results by their keys, however their paths are written, and its week brought into the period.
/// Throws UsageError (usage.hpp).
State as_named(State asked, const Library& library);

} // namespace samspil::viewer
