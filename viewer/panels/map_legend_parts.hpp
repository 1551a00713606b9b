// SPDX-License-Identifier: MPL-2.0
// What the whole legend of the map and the brief one share.
#pragma once

#include "viewer/panels/map_panel.hpp"

#include <array>
#include <string>

namespace samspil::viewer {

/// Writes from the top of an area downwards.
struct LegendPen {
    Canvas& canvas;
    const Theme& theme;
    const MapPicture& picture;
    Rect area;
    double y;

    std::string say(Label label) const { return std::string(label.in(picture.language)); }
    void words(const std::string& text, const TextStyle& style, std::size_t lines, double indent = 0);
    void swatch(Colour fill, const std::string& text);
};

/// A bar of the colours with the numbers of its ends (and of its middle).
void colour_bar(LegendPen& pen, double width);

bool has_colours(const MapPicture& picture);
std::string unit_of_colours(const MapPicture& picture);
/// What houses of the map were found to be, by Finding.
std::array<bool, 4> findings_of_houses(const MapPicture& picture);

/// A ring three quarters full, around `at`.
void draw_ring(Canvas& canvas, const Theme& theme, Point at);
void draw_hollow(Canvas& canvas, const Theme& theme, Point at);
void draw_line_home(Canvas& canvas, const Theme& theme, Point at);

} // namespace samspil::viewer
