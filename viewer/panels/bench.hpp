// SPDX-License-Identifier: MPL-2.0
// How far the live runs are and what they reuse; and which mechanisms move a difference most.
#pragma once

#include "viewer/live/bench_view.hpp"
#include "viewer/panels/panel.hpp"

namespace samspil::viewer {

Panel progress_panel(const BenchView& bench, const State& state);
Panel why_panel(const BenchView& bench, const State& state);

} // namespace samspil::viewer
