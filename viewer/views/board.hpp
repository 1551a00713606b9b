// SPDX-License-Identifier: MPL-2.0
// A screen of panels in rows. Rows break where the window is narrow, and the screen scrolls as a whole where it is low,
// so that no panel is smaller than it says it can be.
#pragma once

#include "viewer/views/frame.hpp"

#include <vector>

namespace samspil::viewer {

struct Tile {
    const Panel* panel = nullptr;
    double weight = 1; ///< share of the width left over in its row
};

struct BoardRow {
    std::vector<Tile> tiles;
    double weight = 1; ///< share of the height left over
};

void show_board(Frame& frame, Rect area, const char* id, const std::vector<BoardRow>& rows);

} // namespace samspil::viewer
