// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/offer_look.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace samspil::viewer {
namespace {

bool is_dark(const Theme& theme) { return theme.panel.r + theme.panel.g + theme.panel.b < 384; }

/// Slanting lines, rows, dots; klub is plain.
void draw_pattern(Canvas& canvas, const Theme& theme, Rect area, Offer offer, Colour ink)
{
    const double step = theme.px(7), width = theme.px(1.6);
    canvas.clip(area);
    switch (offer) {
    case Offer::forebyggende:
        for (double x = area.x - area.height; x < area.right(); x += step)
            canvas.segment({x, area.bottom()}, {x + area.height, area.y}, ink, width);
        break;
    case Offer::vedligeholdende_center:
        for (double x = area.x + step / 2; x < area.right(); x += step)
            canvas.segment({x, area.y}, {x, area.bottom()}, ink, width);
        break;
    case Offer::vedligeholdende_hjem:
        for (double x = area.x + step / 2; x < area.right(); x += step)
            canvas.disc({x, area.middle_y()}, std::min(theme.px(1.9), area.height * 0.3), ink);
        break;
    default:
        break;
    }
    canvas.unclip();
}

} // namespace

Colour offer_colour(const Theme& theme, Offer offer)
{
    constexpr std::array light{Colour{92, 99, 110}, Colour{0, 128, 96}, Colour{36, 108, 178}, Colour{190, 110, 0},
                               Colour{150, 70, 140}};
    constexpr std::array dark{Colour{168, 176, 188}, Colour{60, 196, 150}, Colour{104, 176, 240}, Colour{240, 176, 70},
                              Colour{218, 150, 208}};
    return (is_dark(theme) ? dark : light)[static_cast<std::size_t>(offer)];
}

void draw_offer_box(Canvas& canvas, const Theme& theme, Rect area, Offer offer, bool hollow)
{
    const Colour strong = offer_colour(theme, offer);
    const double corner = std::min(theme.px(3), area.width / 2);
    canvas.box(area, mixed(theme.panel, strong, hollow ? 0.06 : 0.2), corner);
    Rect foot = area;
    foot = foot.take_bottom(std::max(theme.px(6), area.height * 0.2));
    canvas.box(foot, mixed(theme.panel, strong, hollow ? 0.2 : 0.85), corner);
    draw_pattern(canvas, theme, foot, offer, theme.panel);
    canvas.frame(area, strong, hollow ? theme.px(1.5) : 1, corner);
}

double draw_offer_legend(Canvas& canvas, const Theme& theme, Rect area, Language language, bool draws)
{
    const double line = theme.small * 1.4, box = theme.px(22), gap = theme.px(16);
    double x = area.x, y = area.y;
    for (const Offer offer : offers) {
        const std::string words(label_of(offer).in(language));
        const double width = box + theme.px(6) + canvas.text_width(words, theme.small_text());
        if (x > area.x && x + width > area.right()) {
            x = area.x;
            y += line;
        }
        if (draws) {
            draw_offer_box(canvas, theme, {x, y, box, theme.small}, offer);
            canvas.text({x + box + theme.px(6), y}, words, theme.small_text());
        }
        x += width + gap;
    }
    return y + line - area.y;
}

} // namespace samspil::viewer
