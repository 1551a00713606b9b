// SPDX-License-Identifier: MPL-2.0
// What the viewer remembers between sessions: habits and layout, as text of one `key value` a line. Nothing of a result.
#pragma once

#include "viewer/state/state.hpp"

#include <string>

namespace samspil::viewer {

/// $XDG_CONFIG_HOME/samspil/viewer, else ~/.config/samspil/viewer; empty when there is no home.
std::string remembered_path();

std::string remembered_text(const State& state);
/// Lines that are not understood are passed over: an old or damaged file costs a habit, never a start.
State with_remembered(State state, const std::string& text);

/// The state with what was remembered; as given when there is nothing.
State recalled(State state, const std::string& path);
/// Silently does nothing where the file cannot be written: the next start is as usual.
void remember(const State& state, const std::string& path);

} // namespace samspil::viewer
