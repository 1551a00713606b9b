// SPDX-License-Identifier: MPL-2.0
// The desk in a window: GLFW and OpenGL 3. Nothing is drawn while nothing changes.
#pragma once

#include "viewer/app/desk.hpp"
#include "viewer/app/frame_times.hpp"

#include <string>
#include <vector>

namespace samspil::viewer {

struct WindowSize {
    int width = 1600, height = 1000;
};

/// As --frames, in a window: with painting, and without waiting for the display's refresh.
std::vector<Problem> time_frames_in_window(FrameScript script, DeskSettings settings, const std::vector<std::string>& results, std::ostream& out);

/// Until the window is closed. Throws IoError when there is no display or no OpenGL 3.
void run_window(WindowSize size, DeskSettings settings, const std::vector<std::string>& results);

} // namespace samspil::viewer
