// SPDX-License-Identifier: MPL-2.0
// All screens on one page. Each reads the frame, shows panels and leaves actions.
#pragma once

#include "viewer/views/frame.hpp"

namespace samspil::viewer {

void overview_view(Frame& frame);
void difference_view(Frame& frame);
void map_view(Frame& frame);
void centre_view(Frame& frame);
void economy_view(Frame& frame);
void volunteers_view(Frame& frame);
void lives_view(Frame& frame);
void assumptions_view(Frame& frame);
void houses_view(Frame& frame);
void whatif_view(Frame& frame);

/// The screen of the state, or words where there is nothing to show.
void screen_view(Frame& frame);

/// All around the screen: bar, rail, messages, timeline, overlays. Sets frame.area for the screen and draws it.
void shell_view(Frame& frame);

/// Colours and distances of the window's controls.
void apply_style(const Theme& theme);

} // namespace samspil::viewer
