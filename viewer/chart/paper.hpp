// SPDX-License-Identifier: MPL-2.0
// A canvas on paper: PNG, SVG or PDF by cairo. Written under a temporary name and renamed.
#pragma once

#include "viewer/chart/canvas.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string>

namespace samspil::viewer {

enum class PaperKind { png, svg, pdf };

/// Draws on a sheet of this size and writes it. `pixels` per unit of a PNG; vector formats do not care. Throws IoError.
void draw_on_paper(const std::string& path, PaperKind kind, double width, double height, double pixels, Colour background,
                   const std::function<void(Canvas&)>& draw);

/// Opaque pixels, four bytes each (red, green, blue, unused), rows from the top. Throws IoError.
void write_png(const std::string& path, int width, int height, std::span<const std::uint8_t> rgba);

} // namespace samspil::viewer
