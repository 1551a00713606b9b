// SPDX-License-Identifier: MPL-2.0
#include "viewer/app/raster.hpp"

#include <algorithm>
#include <cmath>

namespace samspil::viewer {
namespace {

struct Texture {
    const unsigned char* alpha = nullptr;
    int width = 0, height = 0;
    /// Coverage at a texture position, between its four texels.
    float at(float u, float v) const
    {
        const float x = std::clamp(u * static_cast<float>(width) - 0.5F, 0.0F, static_cast<float>(width) - 1.001F);
        const float y = std::clamp(v * static_cast<float>(height) - 0.5F, 0.0F, static_cast<float>(height) - 1.001F);
        const int left = static_cast<int>(x), top = static_cast<int>(y);
        const float fx = x - static_cast<float>(left), fy = y - static_cast<float>(top);
        const unsigned char* row = alpha + top * width + left;
        const unsigned char* next = row + width;
        return ((static_cast<float>(row[0]) * (1 - fx) + static_cast<float>(row[1]) * fx) * (1 - fy) +
                (static_cast<float>(next[0]) * (1 - fx) + static_cast<float>(next[1]) * fx) * fy) / 255.0F;
    }
};

struct Clip {
    int left, top, right, bottom;
};

struct Values {
    float u, v, r, g, b, a;
};

Values values_of(const ImDrawVert& vertex)
{
    const ImVec4 colour = ImGui::ColorConvertU32ToFloat4(vertex.col);
    return {vertex.uv.x, vertex.uv.y, colour.x, colour.y, colour.z, colour.w};
}

void blend(std::uint8_t* pixel, const Values& v, float coverage)
{
    const float alpha = v.a * coverage;
    const auto put = [alpha](std::uint8_t& channel, float value) {
        channel = static_cast<std::uint8_t>(static_cast<float>(channel) * (1 - alpha) + value * 255.0F * alpha + 0.5F);
    };
    put(pixel[0], v.r);
    put(pixel[1], v.g);
    put(pixel[2], v.b);
    pixel[3] = 255;
}

double edge(ImVec2 a, ImVec2 b, double x, double y)
{
    return (static_cast<double>(b.x) - a.x) * (y - a.y) - (static_cast<double>(b.y) - a.y) * (x - a.x);
}

/// Pixels whose middle lies inside; an edge shared by two triangles belongs to one of them only (top-left rule).
void triangle(Image& image, const Texture& texture, Clip clip, const ImDrawVert& v0, const ImDrawVert& v1, const ImDrawVert& v2)
{
    const ImDrawVert *a = &v0, *b = &v1, *c = &v2;
    double area = edge(a->pos, b->pos, c->pos.x, c->pos.y);
    if (area == 0) return;
    if (area < 0) {
        std::swap(b, c);
        area = -area;
    }
    const auto low = [](float x, float y, float z) { return static_cast<int>(std::floor(std::min({x, y, z}))); };
    const auto high = [](float x, float y, float z) { return static_cast<int>(std::ceil(std::max({x, y, z}))); };
    const int left = std::max(clip.left, low(a->pos.x, b->pos.x, c->pos.x)), right = std::min(clip.right, high(a->pos.x, b->pos.x, c->pos.x));
    const int top = std::max(clip.top, low(a->pos.y, b->pos.y, c->pos.y)), bottom = std::min(clip.bottom, high(a->pos.y, b->pos.y, c->pos.y));
    const auto owns = [](ImVec2 from, ImVec2 to) { return to.y < from.y || (to.y == from.y && to.x > from.x); };
    const bool own_a = owns(b->pos, c->pos), own_b = owns(c->pos, a->pos), own_c = owns(a->pos, b->pos);
    const Values va = values_of(*a), vb = values_of(*b), vc = values_of(*c);
    for (int y = top; y < bottom; ++y) {
        for (int x = left; x < right; ++x) {
            const double px = x + 0.5, py = y + 0.5;
            const double wa = edge(b->pos, c->pos, px, py), wb = edge(c->pos, a->pos, px, py), wc = edge(a->pos, b->pos, px, py);
            if (wa < 0 || wb < 0 || wc < 0 || (wa == 0 && !own_a) || (wb == 0 && !own_b) || (wc == 0 && !own_c)) continue;
            const auto ta = static_cast<float>(wa / area), tb = static_cast<float>(wb / area), tc = static_cast<float>(wc / area);
            const auto mix = [&](float Values::*m) { return va.*m * ta + vb.*m * tb + vc.*m * tc; };
            const Values here{mix(&Values::u), mix(&Values::v), mix(&Values::r), mix(&Values::g), mix(&Values::b), mix(&Values::a)};
            blend(&image.rgba[4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x))], here,
                  texture.at(here.u, here.v));
        }
    }
}

} // namespace

Image rasterised(const ImDrawData& data)
{
    Image image;
    image.width = static_cast<int>(data.DisplaySize.x);
    image.height = static_cast<int>(data.DisplaySize.y);
    image.rgba.assign(4 * static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height), 255);
    Texture texture;
    unsigned char* pixels = nullptr;
    ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &texture.width, &texture.height);
    texture.alpha = pixels;
    for (int l = 0; l < data.CmdListsCount; ++l) {
        const ImDrawList& list = *data.CmdLists[l];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            if (command.UserCallback != nullptr) continue;
            const ImVec4& seen = command.ClipRect; // what is scrolled out of sight has none: rounded outwards it would be a row of pixels
            if (seen.z <= seen.x || seen.w <= seen.y) continue;
            const Clip clip{std::max(0, static_cast<int>(command.ClipRect.x)), std::max(0, static_cast<int>(command.ClipRect.y)),
                            std::min(image.width, static_cast<int>(std::ceil(command.ClipRect.z))),
                            std::min(image.height, static_cast<int>(std::ceil(command.ClipRect.w)))};
            const ImDrawIdx* indices = list.IdxBuffer.Data + command.IdxOffset;
            const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
            for (unsigned i = 0; i + 2 < command.ElemCount; i += 3)
                triangle(image, texture, clip, vertices[indices[i]], vertices[indices[i + 1]], vertices[indices[i + 2]]);
        }
    }
    return image;
}

} // namespace samspil::viewer
