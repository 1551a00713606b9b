// SPDX-License-Identifier: MPL-2.0
#include "viewer/views/imgui_canvas.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <numbers>
#include <vector>

namespace samspil::viewer {
namespace {

ImVec2 at(Point p) { return {static_cast<float>(p.x), static_cast<float>(p.y)}; }
float narrow(double value) { return static_cast<float>(value); }

/// Danish, Greek letters of statistics, arrows, signs, geometric marks. Kept for good: ImGui holds the pointer.
constexpr ImWchar glyphs[] = {0x0020, 0x017F, 0x0391, 0x03C9, 0x2010, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x20AC, 0x2190, 0x21FF,
                              0x2212, 0x2212, 0x22EF, 0x22EF, 0x2248, 0x2248, 0x2260, 0x2265, 0x25A0, 0x25FF, 0x2605, 0x2606, 0x2691, 0x2691,
                              0x2713, 0x2717, 0};

} // namespace

ImU32 packed(Colour c) { return IM_COL32(c.r, c.g, c.b, c.a); }
ImVec4 floating(Colour c) { return {c.r / 255.0F, c.g / 255.0F, c.b / 255.0F, c.a / 255.0F}; }

ImFont* Fonts::of(const TextStyle& style) const
{
    const std::map<int, ImFont*>& weight = style.weight == Weight::bold ? bold : regular;
    const auto found = weight.lower_bound(static_cast<int>(std::lround(style.size)));
    return found == weight.end() ? weight.rbegin()->second : found->second;
}

bool make_fonts(Fonts& fonts, const std::string& regular_file, const std::string& bold_file, const std::vector<int>& heights)
{
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    fonts = {};
    std::error_code error;
    const bool there = std::filesystem::exists(regular_file, error) && std::filesystem::exists(bold_file, error);
    ImFontConfig config;
    config.OversampleH = 2;
    config.OversampleV = 1;
    config.PixelSnapH = true;
    for (const int height : heights) {
        const auto add = [&](const std::string& file) {
            if (there) return atlas.AddFontFromFileTTF(file.c_str(), static_cast<float>(height), &config, glyphs);
            ImFontConfig plain;
            plain.SizePixels = static_cast<float>(height);
            return atlas.AddFontDefault(&plain);
        };
        fonts.regular[height] = add(regular_file);
        fonts.bold[height] = add(bold_file);
    }
    return there;
}

void ImGuiCanvas::line(std::span<const Point> points, Colour colour, double width, Dash dash)
{
    if (points.size() < 2) return;
    if (dash == Dash::solid) {
        std::vector<ImVec2> path(points.size());
        std::transform(points.begin(), points.end(), path.begin(), at);
        list_.AddPolyline(path.data(), static_cast<int>(path.size()), packed(colour), 0, narrow(width));
        return;
    }
    // Dashes go on across corners: `left` is what remains of the dash or gap under way.
    const double on = dash == Dash::dashed ? 3 * width + 3 : width + 0.5, off = dash == Dash::dashed ? 2 * width + 2 : 2 * width + 1;
    double left = on;
    bool drawing = true;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const Point a = points[i - 1], b = points[i];
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        for (double done = 0; done < length;) {
            const double step = std::min(left, length - done);
            const auto on_way = [&](double d) { return ImVec2(narrow(a.x + (b.x - a.x) * d / length), narrow(a.y + (b.y - a.y) * d / length)); };
            if (drawing) list_.AddLine(on_way(done), on_way(done + step), packed(colour), narrow(width));
            done += step;
            left -= step;
            if (left <= 1e-9) {
                drawing = !drawing;
                left = drawing ? on : off;
            }
        }
    }
}

void ImGuiCanvas::band(std::span<const double> x, std::span<const double> low, std::span<const double> high, Colour fill)
{
    if (x.size() < 2) return;
    // One strip with shared vertices: no seams between slices.
    const int n = static_cast<int>(x.size());
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    list_.PrimReserve((n - 1) * 6, n * 2);
    const auto first = static_cast<ImDrawIdx>(list_._VtxCurrentIdx);
    for (std::size_t i = 0; i < x.size(); ++i) {
        list_.PrimWriteVtx({narrow(x[i]), narrow(low[i])}, white, packed(fill));
        list_.PrimWriteVtx({narrow(x[i]), narrow(high[i])}, white, packed(fill));
    }
    for (int i = 0; i + 1 < n; ++i) {
        for (const int corner : {0, 1, 2, 1, 3, 2}) list_.PrimWriteIdx(static_cast<ImDrawIdx>(first + 2 * i + corner));
    }
}

void ImGuiCanvas::polygon(const Polygon& shape, Point origin, double scale, Colour fill)
{
    if (shape.triangles.empty()) return;
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    list_.PrimReserve(static_cast<int>(shape.triangles.size()), static_cast<int>(shape.points.size()));
    const unsigned first = list_._VtxCurrentIdx;
    for (const Point& p : shape.points)
        list_.PrimWriteVtx({narrow(origin.x + p.x * scale), narrow(origin.y + p.y * scale)}, white, packed(fill));
    for (const std::uint32_t index : shape.triangles) list_.PrimWriteIdx(static_cast<ImDrawIdx>(first + index));
}

void ImGuiCanvas::box(Rect area, Colour fill, double corner)
{
    list_.AddRectFilled(at({area.x, area.y}), at({area.right(), area.bottom()}), packed(fill), narrow(corner));
}

void ImGuiCanvas::frame(Rect area, Colour colour, double width, double corner)
{
    list_.AddRect(at({area.x, area.y}), at({area.right(), area.bottom()}), packed(colour), narrow(corner), 0, narrow(width));
}

void ImGuiCanvas::disc(Point middle, double radius, Colour fill) { list_.AddCircleFilled(at(middle), narrow(radius), packed(fill)); }

void ImGuiCanvas::ring(Point middle, double radius, Colour colour, double width)
{
    list_.AddCircle(at(middle), narrow(radius), packed(colour), 0, narrow(width));
}

void ImGuiCanvas::arc(Point middle, double radius, double from, double to, Colour colour, double width)
{
    const auto angle = [](double turns) { return narrow((turns - 0.25) * 2 * std::numbers::pi); };
    list_.PathArcTo(at(middle), narrow(radius), angle(from), angle(to), 32);
    list_.PathStroke(packed(colour), 0, narrow(width));
}

void ImGuiCanvas::text(Point place, std::string_view words, const TextStyle& style)
{
    if (words.empty()) return;
    double x = place.x;
    if (style.align != Align::left) x -= text_width(words, style) * (style.align == Align::right ? 1 : 0.5);
    list_.AddText(fonts_.of(style), narrow(style.size), {std::round(narrow(x)), std::round(narrow(place.y))}, packed(style.colour),
                  words.data(), words.data() + words.size());
}

double ImGuiCanvas::text_width(std::string_view words, const TextStyle& style) const
{
    return fonts_.of(style)->CalcTextSizeA(narrow(style.size), 1e9F, 0, words.data(), words.data() + words.size()).x;
}

void ImGuiCanvas::clip(Rect area) { list_.PushClipRect(at({area.x, area.y}), at({area.right(), area.bottom()}), true); }
void ImGuiCanvas::unclip() { list_.PopClipRect(); }

bool ImGuiCanvas::in_sight(Rect area) const
{
    const ImVec2 low = list_.GetClipRectMin(), high = list_.GetClipRectMax();
    return area.right() >= low.x && area.x <= high.x && area.bottom() >= low.y && area.y <= high.y;
}

} // namespace samspil::viewer
