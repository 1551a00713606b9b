// SPDX-License-Identifier: MPL-2.0
// Colours and sizes of all panels. Better is blue, worse orange, a tie grey; options have colours away from those and from each
// other, also where red or green is not seen (colour_distance.hpp), each with a marker and a dash of its own; never colour alone.
#pragma once

#include "viewer/chart/canvas.hpp"

namespace samspil::viewer {

enum class Look { light, dark, contrast };
enum class Marker { disc, square, triangle, diamond, cross, ring };

inline constexpr std::size_t option_colours = 6;

struct Theme {
    Colour window, panel, raised;    ///< backgrounds: behind panels, of panels, of what stands out in them
    Colour ink, faint, grid, border; ///< text, lesser text, grid lines, edges
    Colour accent;                   ///< what is selected
    Colour better, worse, tie;       ///< with text on `panel` at 4.5:1 or more
    Colour better_soft, worse_soft, tie_soft; ///< as backgrounds under `ink`
    Colour choice, assumption;       ///< what we decide, how the world is assumed to work
    Colour options[option_colours];
    double scale = 1; ///< text scale times pixel density
    // Heights of a line in pixels, scale included.
    double small = 14, body = 16, heading = 20, large = 28;

    /// A length that grows with the text.
    double px(double units) const { return units * scale; }
    TextStyle words(double size, Colour colour, Align align = Align::left, Weight weight = Weight::regular) const
    {
        return {size, colour, weight, align};
    }
    TextStyle body_text(Align align = Align::left) const { return {body, ink, Weight::regular, align}; }
    TextStyle small_text(Align align = Align::left) const { return {small, faint, Weight::regular, align}; }
    TextStyle bold_text(Align align = Align::left) const { return {body, ink, Weight::bold, align}; }
    TextStyle heading_text(Align align = Align::left) const { return {heading, ink, Weight::bold, align}; }
};

/// `scale` = text scale (0.75..3) times pixel density.
Theme theme_of(Look look, double scale);

/// Of option 0 (the base), 1, 2 ...; repeats after six.
Colour option_colour(const Theme& theme, std::size_t option);
Marker option_marker(std::size_t option);
Dash option_dash(std::size_t option);
void draw_marker(Canvas& canvas, Marker marker, Point middle, double radius, Colour colour);

/// Contrast of two opaque colours, 1 to 21 (WCAG 2).
double contrast(Colour a, Colour b);

} // namespace samspil::viewer
