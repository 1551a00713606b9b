// SPDX-License-Identifier: MPL-2.0
// Draws what Dear ImGui made without window or graphics card: the same picture on every machine, for --screenshot and
// tests of pictures.
#pragma once

#include <cstdint>
#include <vector>

#include <imgui.h>

namespace samspil::viewer {

struct Image {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba; ///< rows from the top
};

/// The font atlas of the current context is the only texture.
Image rasterised(const ImDrawData& data);

} // namespace samspil::viewer
