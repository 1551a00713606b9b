// SPDX-License-Identifier: MPL-2.0
#include "viewer/chart/paper.hpp"

#include "engine/base/errors.hpp"

#include <cairo/cairo-pdf.h>
#include <cairo/cairo-svg.h>
#include <cairo/cairo.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <memory>
#include <numbers>

namespace samspil::viewer {
namespace {

/// A line is this much higher than the em that cairo asks for (DejaVu Sans).
constexpr double em_of_line = 0.86;
constexpr double ascent_of_em = 0.928;

class PaperCanvas final : public Canvas {
public:
    explicit PaperCanvas(cairo_t* pen) : pen_(pen) {}

    void line(std::span<const Point> points, Colour colour, double width, Dash dash) override
    {
        if (points.size() < 2) return;
        cairo_new_path(pen_);
        for (const Point& p : points) cairo_line_to(pen_, p.x, p.y);
        stroke(colour, width, dash);
    }

    void band(std::span<const double> x, std::span<const double> low, std::span<const double> high, Colour fill) override
    {
        cairo_new_path(pen_);
        for (std::size_t i = 0; i < x.size(); ++i) cairo_line_to(pen_, x[i], low[i]);
        for (std::size_t i = x.size(); i-- > 0;) cairo_line_to(pen_, x[i], high[i]);
        fill_path(fill);
    }

    void polygon(const Polygon& shape, Point origin, double scale, Colour fill) override
    {
        cairo_new_path(pen_);
        for (const Point& p : shape.points) cairo_line_to(pen_, origin.x + p.x * scale, origin.y + p.y * scale);
        fill_path(fill);
    }

    void box(Rect area, Colour fill, double corner) override
    {
        outline(area, corner);
        fill_path(fill);
    }

    void frame(Rect area, Colour colour, double width, double corner) override
    {
        outline(area, corner);
        cairo_close_path(pen_);
        stroke(colour, width, Dash::solid);
    }

    void disc(Point middle, double radius, Colour fill) override
    {
        cairo_new_path(pen_);
        cairo_arc(pen_, middle.x, middle.y, radius, 0, 2 * std::numbers::pi);
        fill_path(fill);
    }

    void ring(Point middle, double radius, Colour colour, double width) override { arc(middle, radius, 0, 1, colour, width); }

    void arc(Point middle, double radius, double from, double to, Colour colour, double width) override
    {
        const auto angle = [](double turns) { return (turns - 0.25) * 2 * std::numbers::pi; };
        cairo_new_path(pen_);
        cairo_arc(pen_, middle.x, middle.y, radius, angle(from), angle(to));
        stroke(colour, width, Dash::solid);
    }

    void text(Point at, std::string_view words, const TextStyle& style) override
    {
        const std::string owned(words);
        choose(style);
        double x = at.x;
        if (style.align != Align::left) x -= advance(owned) * (style.align == Align::right ? 1 : 0.5);
        ink(style.colour);
        cairo_move_to(pen_, x, at.y + style.size * em_of_line * ascent_of_em + style.size * (1 - em_of_line) / 2);
        cairo_show_text(pen_, owned.c_str());
        cairo_new_path(pen_); // show_text leaves a point that the next path would start from
    }

    double text_width(std::string_view words, const TextStyle& style) const override
    {
        choose(style);
        return advance(std::string(words));
    }

    void clip(Rect area) override
    {
        cairo_save(pen_);
        cairo_new_path(pen_);
        cairo_rectangle(pen_, area.x, area.y, area.width, area.height);
        cairo_clip(pen_);
    }

    void unclip() override { cairo_restore(pen_); }

private:
    void ink(Colour c) const { cairo_set_source_rgba(pen_, c.r / 255.0, c.g / 255.0, c.b / 255.0, c.a / 255.0); }

    void fill_path(Colour fill)
    {
        ink(fill);
        cairo_close_path(pen_);
        cairo_fill(pen_);
    }

    void stroke(Colour colour, double width, Dash dash)
    {
        const double on = dash == Dash::dashed ? 6 : width;
        const double steps[2] = {on, dash == Dash::dashed ? 4 : 2 * width + 1};
        cairo_set_dash(pen_, steps, dash == Dash::solid ? 0 : 2, 0);
        cairo_set_line_width(pen_, width);
        cairo_set_line_join(pen_, CAIRO_LINE_JOIN_ROUND);
        ink(colour);
        cairo_stroke(pen_);
    }

    void outline(Rect r, double corner)
    {
        corner = std::min({corner, r.width / 2, r.height / 2});
        const double quarter = std::numbers::pi / 2;
        cairo_new_path(pen_);
        if (!(corner > 0)) return cairo_rectangle(pen_, r.x, r.y, r.width, r.height);
        cairo_arc(pen_, r.right() - corner, r.y + corner, corner, -quarter, 0);
        cairo_arc(pen_, r.right() - corner, r.bottom() - corner, corner, 0, quarter);
        cairo_arc(pen_, r.x + corner, r.bottom() - corner, corner, quarter, 2 * quarter);
        cairo_arc(pen_, r.x + corner, r.y + corner, corner, 2 * quarter, 3 * quarter);
        cairo_close_path(pen_);
    }

    void choose(const TextStyle& style) const
    {
        cairo_select_font_face(pen_, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL,
                               style.weight == Weight::bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
        cairo_set_font_size(pen_, style.size * em_of_line);
    }

    double advance(const std::string& words) const
    {
        cairo_text_extents_t extents;
        cairo_text_extents(pen_, words.c_str(), &extents);
        return extents.x_advance;
    }

    cairo_t* pen_;
};

struct Destroy {
    void operator()(cairo_surface_t* s) const { cairo_surface_destroy(s); }
    void operator()(cairo_t* c) const { cairo_destroy(c); }
};

std::unique_ptr<cairo_surface_t, Destroy> sheet(PaperKind kind, const std::string& path, double width, double height, double pixels)
{
    switch (kind) {
    case PaperKind::png: break;
    case PaperKind::svg: return std::unique_ptr<cairo_surface_t, Destroy>(cairo_svg_surface_create(path.c_str(), width, height));
    case PaperKind::pdf: return std::unique_ptr<cairo_surface_t, Destroy>(cairo_pdf_surface_create(path.c_str(), width, height));
    }
    const auto size = [pixels](double units) { return static_cast<int>(std::ceil(units * pixels)); };
    std::unique_ptr<cairo_surface_t, Destroy> image(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, size(width), size(height)));
    cairo_surface_set_device_scale(image.get(), pixels, pixels);
    return image;
}

} // namespace

void draw_on_paper(const std::string& path, PaperKind kind, double width, double height, double pixels, Colour background,
                   const std::function<void(Canvas&)>& draw)
{
    const std::string unfinished = path + ".unfinished";
    const auto failed = [&](const char* why) {
        std::error_code ignored;
        std::filesystem::remove(unfinished, ignored);
        return IoError(IoError::Cause::unwritable, path, std::string(why));
    };
    const auto surface = sheet(kind, unfinished, width, height, pixels);
    // The same picture is the same file: no time of making inside.
    if (kind == PaperKind::pdf) cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, "2021-01-01T00:00:00Z");
    {
        const std::unique_ptr<cairo_t, Destroy> pen(cairo_create(surface.get()));
        PaperCanvas canvas(pen.get());
        canvas.box({0, 0, width, height}, background, 0);
        draw(canvas);
        if (cairo_status(pen.get()) != CAIRO_STATUS_SUCCESS) throw failed(cairo_status_to_string(cairo_status(pen.get())));
    }
    cairo_status_t status = CAIRO_STATUS_SUCCESS;
    if (kind == PaperKind::png) status = cairo_surface_write_to_png(surface.get(), unfinished.c_str());
    cairo_surface_finish(surface.get());
    if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_status(surface.get());
    if (status != CAIRO_STATUS_SUCCESS) throw failed(cairo_status_to_string(status));
    std::error_code error;
    std::filesystem::rename(unfinished, path, error);
    if (error) throw failed(error.message().c_str());
}

void write_png(const std::string& path, int width, int height, std::span<const std::uint8_t> rgba)
{
    SAMSPIL_EXPECT(rgba.size() == 4 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height), "four bytes a pixel");
    const std::unique_ptr<cairo_surface_t, Destroy> image(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
    unsigned char* data = cairo_image_surface_get_data(image.get());
    const int stride = cairo_image_surface_get_stride(image.get());
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const std::uint8_t* from = rgba.data() + 4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x));
            const std::uint32_t pixel = static_cast<std::uint32_t>(from[0]) << 16 | static_cast<std::uint32_t>(from[1]) << 8 | from[2];
            std::memcpy(data + y * stride + 4 * x, &pixel, sizeof pixel); // cairo's pixels are numbers of the machine
        }
    }
    cairo_surface_mark_dirty(image.get());
    const cairo_status_t status = cairo_surface_write_to_png(image.get(), path.c_str());
    if (status != CAIRO_STATUS_SUCCESS) throw IoError(IoError::Cause::unwritable, path, std::string(cairo_status_to_string(status)));
}

} // namespace samspil::viewer
