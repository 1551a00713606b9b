// SPDX-License-Identifier: MPL-2.0
// The line under a figure that is saved: which program, which scenarios, which run.
#pragma once

#include "viewer/live/bench_view.hpp"
#include "viewer/state/state.hpp"

#include <string>

namespace samspil::viewer {

/// `library`: everything that is open, `live`: live results alone. Prøv selv shows those and none that are hidden elsewhere;
/// Huse shows a scenario and no run.
std::string footer_of(const Library& library, const Library& live, const BenchView& bench, const State& state);

} // namespace samspil::viewer
