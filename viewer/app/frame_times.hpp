// SPDX-License-Identifier: MPL-2.0
// --frames: how long frames take, screen by screen, while mouse and keys move by a script. A measurement, not a test.
#pragma once

#include "viewer/app/desk.hpp"

#include <chrono>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

namespace samspil::viewer {

using FrameClock = std::chrono::steady_clock;

struct FrameScript {
    int frames = 100;                  ///< of every screen
    int width = 1600, height = 1000;
    int pairs = 0;                     ///< of options being built before anything is timed
    FrameClock::time_point started{};  ///< of the program
    std::function<void(Desk&)> draw;   ///< one frame on the display; empty: no display, the frame is laid out and not painted
};

/// Waits until the first results show, then runs every screen with and without a pointer over it, weeks going by, and the wheel
/// turning, and writes a line a screen: median, 95th percentile and longest frame in milliseconds, of processor time and on the
/// clock, and the longest time a frame spent taking over what is read and run behind it.
void time_frames(const FrameScript& script, Desk& desk, std::ostream& out);

/// As above with a context of its own and no display. Returns the problems of opening.
std::vector<Problem> time_frames_without_window(FrameScript script, DeskSettings settings, const std::vector<std::string>& results, std::ostream& out);

} // namespace samspil::viewer
