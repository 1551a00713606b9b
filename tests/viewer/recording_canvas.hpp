// SPDX-License-Identifier: MPL-2.0
// A pen that draws nothing and keeps the words, every character half as wide as high.
#pragma once

#include "viewer/chart/canvas.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace samspil::viewer {

struct RecordingCanvas final : Canvas {
    struct Said {
        Point at;
        double width = 0;
        std::string words;
    };
    std::vector<Said> said;
    std::size_t discs = 0;
    double lower_edge = 1e9; ///< of what is in sight

    /// All words, a blank between them.
    std::string all() const
    {
        std::string text;
        for (const Said& one : said) text += one.words + " ";
        return text;
    }

    void line(std::span<const Point>, Colour, double, Dash) override {}
    void band(std::span<const double>, std::span<const double>, std::span<const double>, Colour) override {}
    void polygon(const Polygon&, Point, double, Colour) override {}
    void box(Rect, Colour, double) override {}
    void frame(Rect, Colour, double, double) override {}
    void disc(Point, double, Colour) override { ++discs; }
    void ring(Point, double, Colour, double) override {}
    void arc(Point, double, double, double, Colour, double) override {}
    void text(Point at, std::string_view words, const TextStyle& style) override { said.push_back({at, text_width(words, style), std::string(words)}); }
    double text_width(std::string_view words, const TextStyle& style) const override
    {
        return 0.5 * style.size * static_cast<double>(std::count_if(words.begin(), words.end(), [](char c) { return (c & 0xC0) != 0x80; }));
    }
    void clip(Rect) override {}
    void unclip() override {}
    bool in_sight(Rect area) const override { return area.y < lower_edge; }
};

} // namespace samspil::viewer
