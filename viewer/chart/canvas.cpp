// SPDX-License-Identifier: MPL-2.0
#include "viewer/chart/canvas.hpp"

#include <algorithm>
#include <array>

namespace samspil::viewer {

Rect Rect::take_top(double size)
{
    const Rect part{x, y, width, std::min(size, height)};
    y += part.height;
    height -= part.height;
    return part;
}

Rect Rect::take_bottom(double size)
{
    const double cut = std::min(size, height);
    height -= cut;
    return {x, y + height, width, cut};
}

Rect Rect::take_left(double size)
{
    const Rect part{x, y, std::min(size, width), height};
    x += part.width;
    width -= part.width;
    return part;
}

Rect Rect::take_right(double size)
{
    const double cut = std::min(size, width);
    width -= cut;
    return {x + width, y, cut, height};
}

Colour mixed(Colour from, Colour to, double share)
{
    const auto between = [share](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(a + (b - a) * std::clamp(share, 0.0, 1.0) + 0.5);
    };
    return {between(from.r, to.r), between(from.g, to.g), between(from.b, to.b), between(from.a, to.a)};
}

void Canvas::segment(Point from, Point to, Colour colour, double width, Dash dash)
{
    const std::array points{from, to};
    line(points, colour, width, dash);
}

std::string_view whole_characters(std::string_view words, std::size_t bytes)
{
    bytes = std::min(bytes, words.size());
    while (bytes > 0 && bytes < words.size() && (static_cast<unsigned char>(words[bytes]) & 0xC0) == 0x80) --bytes;
    return words.substr(0, bytes);
}

std::string fitted(const Canvas& canvas, std::string_view words, const TextStyle& style, double width)
{
    if (canvas.text_width(words, style) <= width) return std::string(words);
    std::size_t fits = 0, over = words.size();
    const auto cut = [&](std::size_t bytes) { return std::string(whole_characters(words, bytes)) + "…"; };
    while (fits + 1 < over) { // text grows with its length: halve the span that holds the last fitting length
        const std::size_t middle = (fits + over) / 2;
        (canvas.text_width(cut(middle), style) <= width ? fits : over) = middle;
    }
    return cut(fits);
}

namespace {

/// Whether a line may end at this space: not between a number and what it counts ("95 %", "13 uger", "1. april").
bool breaks_at(std::string_view words, std::size_t space)
{
    if (space == 0 || space + 1 >= words.size()) return true;
    const auto is = [&](std::size_t at, char low, char high) { return words[at] >= low && words[at] <= high; };
    const bool ordinal = space >= 2 && words[space - 1] == '.' && is(space - 2, '0', '9');
    const bool number = ordinal || is(space - 1, '0', '9');
    return !number || !(is(space + 1, 'a', 'z') || words[space + 1] == '%');
}

/// Where the next word ends, counted with the words that belong to it.
std::size_t next_stop(std::string_view words, std::size_t from)
{
    std::size_t stop = words.find(' ', from);
    while (stop != std::string_view::npos && !breaks_at(words, stop)) stop = words.find(' ', stop + 1);
    return std::min(stop, words.size());
}

} // namespace

std::vector<std::string> wrapped(const Canvas& canvas, std::string_view words, const TextStyle& style, double width,
                                 std::size_t lines)
{
    std::vector<std::string> result;
    while (!words.empty() && result.size() < lines) {
        const bool last = result.size() + 1 == lines;
        std::size_t end = 0, next = 0; // the line so far ends at `end`; the rest begins at `next`
        while (!last && next < words.size()) {
            const std::size_t stop = next_stop(words, next);
            if (canvas.text_width(words.substr(0, stop), style) > width) break;
            end = stop;
            next = std::min(stop + 1, words.size());
        }
        if (end == 0 && !last) { // one word wider than the line
            end = words.find(' ');
            if (end == std::string_view::npos) end = words.size();
            next = std::min(end + 1, words.size());
        }
        if (last) end = next = words.size();
        result.push_back(fitted(canvas, words.substr(0, end), style, width));
        words.remove_prefix(next);
    }
    return result;
}

double draw_wrapped(Canvas& canvas, Rect area, std::string_view words, const TextStyle& style, std::size_t lines)
{
    double y = area.y;
    const double x = style.align == Align::left ? area.x : style.align == Align::right ? area.right() : area.middle_x();
    for (const std::string& one : wrapped(canvas, words, style, area.width, lines)) {
        canvas.text({x, y}, one, style);
        y += style.size * 1.2;
    }
    return y - area.y;
}

namespace {

double turn(Point a, Point b, Point c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

bool inside(Point p, Point a, Point b, Point c) { return turn(a, b, p) >= 0 && turn(b, c, p) >= 0 && turn(c, a, p) >= 0; }

} // namespace

Polygon polygon_of(std::span<const Point> ring)
{
    Polygon shape{{ring.begin(), ring.end()}, {}};
    std::vector<Point>& points = shape.points;
    if (points.size() > 1 && points.front().x == points.back().x && points.front().y == points.back().y) points.pop_back();
    if (points.size() < 3) return shape;
    double area = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point a = points[i], b = points[(i + 1) % points.size()];
        area += a.x * b.y - b.x * a.y;
    }
    std::vector<std::uint32_t> left(points.size());
    for (std::size_t i = 0; i < left.size(); ++i) left[i] = static_cast<std::uint32_t>(area > 0 ? i : left.size() - 1 - i);
    // Ears are cut one by one. A round without an ear means a ring that crosses itself: then any corner that sticks out
    // is cut, and where there is none the rest is left out.
    std::size_t without_ear = 0;
    for (std::size_t i = 0; left.size() > 3 && without_ear < 2 * left.size();) {
        const std::size_t n = left.size();
        const std::uint32_t before = left[(i + n - 1) % n], here = left[i % n], after = left[(i + 1) % n];
        const Point a = points[before], b = points[here], c = points[after];
        const bool holds = without_ear < n && std::any_of(left.begin(), left.end(), [&](std::uint32_t other) {
            return other != before && other != here && other != after && inside(points[other], a, b, c);
        });
        if (turn(a, b, c) > 0 && !holds) {
            shape.triangles.insert(shape.triangles.end(), {before, here, after});
            left.erase(left.begin() + static_cast<std::ptrdiff_t>(i % n));
            without_ear = 0;
            i = i % n == 0 ? 0 : i % n - 1;
        } else {
            i = (i + 1) % n;
            ++without_ear;
        }
    }
    if (left.size() == 3) shape.triangles.insert(shape.triangles.end(), {left[0], left[1], left[2]});
    return shape;
}

} // namespace samspil::viewer
