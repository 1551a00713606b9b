// SPDX-License-Identifier: MPL-2.0
// What lies over the screen: command palette, help, the text twin. And the keyboard, which knows the same commands.
#pragma once

#include "viewer/views/frame.hpp"

namespace samspil::viewer {

/// Actions of the keys pressed this frame; nothing while text is being written.
void keys_view(Frame& frame);

void palette_view(Frame& frame);
void help_view(Frame& frame);
/// All panels of the frame as text, to read and copy.
void text_twin_view(Frame& frame);
/// The figures of the frame and the ways to save them.
void export_view(Frame& frame);

} // namespace samspil::viewer
