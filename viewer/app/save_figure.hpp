// SPDX-License-Identifier: MPL-2.0
// A panel into a file: the picture on paper, the numbers or the words.
#pragma once

#include "viewer/state/state.hpp"
#include "viewer/views/frame.hpp"

#include <string>

namespace samspil::viewer {

/// Writes `<folder>/<panel>-<n>.<kind>` with the first n that is free; nothing is overwritten. The path. Throws IoError.
std::string save_figure(const Panel& panel, ExportKind kind, const Habits& habits, const std::string& folder, const std::string& footer);

/// Draws a panel as on screen, with the footer below: which results, replications and program it comes from.
void draw_sheet(Canvas& canvas, const Theme& theme, Rect sheet, const Panel& panel, const std::string& footer);

} // namespace samspil::viewer
