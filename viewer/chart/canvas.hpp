// SPDX-License-Identifier: MPL-2.0
// The pen of every chart: what is on screen is what goes on paper. Positions are pixels, x to the right, y down.
// One backend draws in the window (views/imgui_canvas), one on paper (chart/paper).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samspil::viewer {

struct Point {
    double x = 0, y = 0;
};

struct Rect {
    double x = 0, y = 0, width = 0, height = 0;
    double right() const { return x + width; }
    double bottom() const { return y + height; }
    double middle_x() const { return x + width / 2; }
    double middle_y() const { return y + height / 2; }
    bool holds(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
    Rect inset(double by) const { return inset(by, by); }
    Rect inset(double dx, double dy) const { return {x + dx, y + dy, width - 2 * dx, height - 2 * dy}; }
    /// Cuts a strip off; what is left stays in *this.
    Rect take_top(double size);
    Rect take_bottom(double size);
    Rect take_left(double size);
    Rect take_right(double size);
};

struct Colour {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    Colour with_alpha(double share) const { return {r, g, b, static_cast<std::uint8_t>(a * share + 0.5)}; }
    bool operator==(const Colour&) const = default;
};

/// Between two colours, share 0..1.
Colour mixed(Colour from, Colour to, double share);

enum class Align { left, centre, right };
enum class Weight { regular, bold };
enum class Dash { solid, dashed, dotted };

/// `size` is the height of a line in pixels.
struct TextStyle {
    double size = 16;
    Colour colour;
    Weight weight = Weight::regular;
    Align align = Align::left; ///< of x: left edge, middle or right edge
};

/// A filled shape of any outline, with its triangles (made once by `polygon_of`).
struct Polygon {
    std::vector<Point> points;
    std::vector<std::uint32_t> triangles; ///< three indices each
};
/// Triangulates a simple ring (no holes, not crossing itself); a degenerate ring has no triangles.
Polygon polygon_of(std::span<const Point> ring);

class Canvas {
public:
    virtual ~Canvas() = default;

    virtual void line(std::span<const Point> points, Colour colour, double width, Dash dash = Dash::solid) = 0;
    /// Between two curves over the same rising x, one shape without seams.
    virtual void band(std::span<const double> x, std::span<const double> low, std::span<const double> high, Colour fill) = 0;
    /// The polygon scaled by `scale` and moved to `origin`; y of the polygon runs downwards.
    virtual void polygon(const Polygon& shape, Point origin, double scale, Colour fill) = 0;
    virtual void box(Rect area, Colour fill, double corner = 0) = 0;
    virtual void frame(Rect area, Colour colour, double width, double corner = 0) = 0;
    virtual void disc(Point middle, double radius, Colour fill) = 0;
    virtual void ring(Point middle, double radius, Colour colour, double width) = 0;
    /// Part of a ring, in turns from the top clockwise: 0 to 1 is the whole.
    virtual void arc(Point middle, double radius, double from, double to, Colour colour, double width) = 0;
    /// Top of the line at `at.y`.
    virtual void text(Point at, std::string_view words, const TextStyle& style) = 0;
    virtual double text_width(std::string_view words, const TextStyle& style) const = 0;
    virtual void clip(Rect area) = 0; ///< nested; each needs its unclip
    virtual void unclip() = 0;
    /// Whether anything drawn there would be seen; on paper everything is.
    virtual bool in_sight(Rect) const { return true; }

    void segment(Point from, Point to, Colour colour, double width, Dash dash = Dash::solid);
};

/// As much of the text as fits, with "…" where it was cut.
std::string_view whole_characters(std::string_view words, std::size_t bytes);
std::string fitted(const Canvas& canvas, std::string_view words, const TextStyle& style, double width);
/// Lines no wider than `width`, broken at spaces but not between a number and what it counts; at most `lines` of them, the last one cut with "…".
std::vector<std::string> wrapped(const Canvas& canvas, std::string_view words, const TextStyle& style, double width,
                                 std::size_t lines);
/// Draws wrapped text; the height used.
double draw_wrapped(Canvas& canvas, Rect area, std::string_view words, const TextStyle& style, std::size_t lines);

} // namespace samspil::viewer
