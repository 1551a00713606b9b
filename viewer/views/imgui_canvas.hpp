// SPDX-License-Identifier: MPL-2.0
// The canvas of the window: a chart's pen on a Dear ImGui draw list.
#pragma once

#include "viewer/chart/canvas.hpp"

#include <map>
#include <string>

#include <imgui.h>

namespace samspil::viewer {

/// Fonts by weight and height in pixels; a height that was not made is scaled from the next larger one.
struct Fonts {
    std::map<int, ImFont*> regular, bold;
    ImFont* of(const TextStyle& style) const;
};

/// Adds the fonts of a scale to the atlas of the current context; empty `file` = the built-in font, Latin-1 only.
/// Returns whether the files could be read.
bool make_fonts(Fonts& fonts, const std::string& regular_file, const std::string& bold_file, const std::vector<int>& heights);

class ImGuiCanvas final : public Canvas {
public:
    ImGuiCanvas(ImDrawList& list, const Fonts& fonts) : list_(list), fonts_(fonts) {}

    void line(std::span<const Point> points, Colour colour, double width, Dash dash = Dash::solid) override;
    void band(std::span<const double> x, std::span<const double> low, std::span<const double> high, Colour fill) override;
    void polygon(const Polygon& shape, Point origin, double scale, Colour fill) override;
    void box(Rect area, Colour fill, double corner = 0) override;
    void frame(Rect area, Colour colour, double width, double corner = 0) override;
    void disc(Point middle, double radius, Colour fill) override;
    void ring(Point middle, double radius, Colour colour, double width) override;
    void arc(Point middle, double radius, double from, double to, Colour colour, double width) override;
    void text(Point at, std::string_view words, const TextStyle& style) override;
    double text_width(std::string_view words, const TextStyle& style) const override;
    void clip(Rect area) override;
    void unclip() override;
    bool in_sight(Rect area) const override;

private:
    ImDrawList& list_;
    const Fonts& fonts_;
};

ImU32 packed(Colour colour);
ImVec4 floating(Colour colour);

} // namespace samspil::viewer
