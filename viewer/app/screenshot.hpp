// SPDX-License-Identifier: MPL-2.0
// --screenshot: a screen as a PNG, without a window or a graphics card.
#pragma once

#include "viewer/app/desk.hpp"

#include <string>
#include <vector>

namespace samspil::viewer {

struct Screenshot {
    std::string path;
    int width = 1600, height = 1000;
    int pairs = 0; ///< of options being built, waited for
};

/// Opens the results, waits for all that the screen shows, writes the picture. Throws IoError, and UsageError (usage.hpp) where
/// no result has what the state names; the problems of opening are returned.
std::vector<Problem> take_screenshot(const Screenshot& what, DeskSettings settings, const std::vector<std::string>& results);

} // namespace samspil::viewer
