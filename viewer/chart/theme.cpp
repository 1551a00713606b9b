// SPDX-License-Identifier: MPL-2.0
#include "viewer/chart/theme.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace samspil::viewer {
namespace {

Theme light()
{
    Theme t;
    t.window = {238, 240, 243};
    t.panel = {255, 255, 255};
    t.raised = {246, 247, 249};
    t.ink = {27, 31, 38};
    t.faint = {88, 96, 108};
    t.grid = {225, 228, 233};
    t.border = {205, 210, 217};
    t.accent = {0, 95, 153};
    t.better = {0, 95, 162};
    t.worse = {168, 72, 0};
    t.tie = {92, 99, 110};
    t.better_soft = {222, 237, 248};
    t.worse_soft = {252, 232, 215};
    t.tie_soft = {237, 239, 242};
    t.choice = {0, 95, 153};
    t.assumption = {128, 62, 117};
    const std::array options{Colour{64, 70, 80},   Colour{146, 15, 232},  Colour{0, 137, 92},
                             Colour{250, 55, 219}, Colour{95, 152, 158}, Colour{169, 136, 30}};
    std::copy(options.begin(), options.end(), t.options);
    return t;
}

Theme dark()
{
    Theme t;
    t.window = {17, 19, 23};
    t.panel = {27, 30, 36};
    t.raised = {36, 40, 48};
    t.ink = {236, 239, 243};
    t.faint = {168, 176, 188};
    t.grid = {52, 57, 66};
    t.border = {68, 75, 86};
    t.accent = {92, 184, 246};
    t.better = {104, 190, 248};
    t.worse = {247, 168, 90};
    t.tie = {176, 184, 196};
    t.better_soft = {22, 52, 76};
    t.worse_soft = {74, 46, 18};
    t.tie_soft = {46, 51, 60};
    t.choice = {92, 184, 246};
    t.assumption = {214, 156, 205};
    const std::array options{Colour{214, 219, 226}, Colour{150, 110, 245}, Colour{165, 250, 150},
                             Colour{240, 30, 185},  Colour{135, 150, 4},   Colour{0, 128, 132}};
    std::copy(options.begin(), options.end(), t.options);
    return t;
}

Theme high_contrast()
{
    Theme t = light();
    t.window = t.panel = t.raised = {255, 255, 255};
    t.ink = t.faint = t.border = {0, 0, 0};
    t.grid = {150, 150, 150};
    t.accent = {0, 0, 200};
    t.better = {0, 60, 130};
    t.worse = {130, 45, 0};
    t.tie = {40, 40, 40};
    t.choice = {0, 0, 200};
    t.assumption = {100, 0, 90};
    t.options[0] = {0, 0, 0};
    return t;
}

} // namespace

Theme theme_of(Look look, double scale)
{
    Theme t = look == Look::dark ? dark() : look == Look::contrast ? high_contrast() : light();
    t.scale = scale;
    // Whole pixels: the window's fonts are made at exactly these sizes.
    t.small = std::round(14 * scale);
    t.body = std::round(16 * scale);
    t.heading = std::round(20 * scale);
    t.large = std::round(28 * scale);
    return t;
}

Colour option_colour(const Theme& theme, std::size_t option) { return theme.options[option % option_colours]; }

Marker option_marker(std::size_t option)
{
    constexpr std::array markers{Marker::ring, Marker::disc, Marker::square, Marker::triangle, Marker::diamond, Marker::cross};
    return markers[option % markers.size()];
}

Dash option_dash(std::size_t option)
{
    constexpr std::array dashes{Dash::dotted, Dash::solid, Dash::dashed};
    return dashes[option % dashes.size()];
}

void draw_marker(Canvas& canvas, Marker marker, Point m, double r, Colour colour)
{
    const auto filled = [&](std::initializer_list<Point> points) {
        canvas.polygon(polygon_of(std::span(points.begin(), points.size())), m, r, colour);
    };
    switch (marker) {
    case Marker::disc: return canvas.disc(m, r, colour);
    case Marker::ring: return canvas.ring(m, r * 0.8, colour, r * 0.45);
    case Marker::square: return canvas.box({m.x - r * 0.9, m.y - r * 0.9, r * 1.8, r * 1.8}, colour);
    case Marker::triangle: return filled({{0, -1.1}, {1.05, 0.8}, {-1.05, 0.8}});
    case Marker::diamond: return filled({{0, -1.2}, {1.2, 0}, {0, 1.2}, {-1.2, 0}});
    case Marker::cross:
        canvas.segment({m.x - r, m.y - r}, {m.x + r, m.y + r}, colour, r * 0.5);
        return canvas.segment({m.x - r, m.y + r}, {m.x + r, m.y - r}, colour, r * 0.5);
    }
}

double contrast(Colour a, Colour b)
{
    const auto luminance = [](Colour c) {
        const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(c.r / 255.0) + 0.7152 * linear(c.g / 255.0) + 0.0722 * linear(c.b / 255.0);
    };
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace samspil::viewer
