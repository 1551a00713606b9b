// SPDX-License-Identifier: MPL-2.0
// Names to the right of a chart, each beside the end of its curve.
#pragma once

#include "viewer/chart/canvas.hpp"
#include "viewer/chart/theme.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace samspil::viewer {

struct EndLabel {
    std::string name;
    Colour colour;
    std::size_t result = 0; ///< decides its marker
    double end = 0;         ///< height at which the curve ends
};

/// Moved apart in the order of their curves, on two lines or three while there is height for all, else on one. Where there is not height for all,
/// that of the result in `focus` and the first ones remain: pointing tells the others. `width` is that to the right of the plot.
void draw_end_labels(Canvas& canvas, const Theme& theme, Rect plot, double width, std::vector<EndLabel> labels, std::size_t focus);

} // namespace samspil::viewer
