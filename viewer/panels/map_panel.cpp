// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/map_panel.hpp"

#include "viewer/panels/map_drawing.hpp"
#include "viewer/words/map.hpp"

#include <algorithm>

namespace samspil::viewer {
namespace {

constexpr double low_map = 240; ///< height below which land gets the room of the margins

void add_spots(std::vector<Spot>& spots, const MapDrawing& d, const std::shared_ptr<const MapPicture>& picture)
{
    const MapPicture& p = *picture;
    std::vector<const HouseValues*> houses = d.by_size();
    // The first spot under the mouse wins: small houses before large ones.
    std::reverse(houses.begin(), houses.end());
    for (const HouseValues* h : houses) {
        const Point at = d.place_of(*h);
        const double r = d.outer_radius(*h);
        if (!d.plot.holds(at)) continue;
        Spot spot;
        spot.area = {at.x - r, at.y - r, 2 * r, 2 * r};
        spot.tip_at = [picture, h](Point) { return house_tip(*picture, *h); }; // said when it is asked for: there are many houses in a frame
        spot.actions = house_actions(p, h->key);
        spots.push_back(std::move(spot));
    }
    if (p.shapes->empty()) return;
    Spot land;
    land.area = d.plot;
    land.tip_at = [picture, fit = d.fit](Point at) {
        const auto here = neighbourhood_at(*picture->shapes, fit.metres(at));
        if (!here || picture->area_of[*here] < 0) return std::string();
        const bool opens = !picture->district_of[*here].empty() && picture->district_of[*here] != picture->district;
        return area_tip(*picture, picture->areas[static_cast<std::size_t>(picture->area_of[*here])]) +
               (opens ? "\n\n" + std::string(words::map::open_district.in(picture->language)) : std::string());
    };
    land.click = [picture, fit = d.fit](Point at) {
        const auto here = neighbourhood_at(*picture->shapes, fit.metres(at));
        if (!here || picture->district_of[*here].empty() || picture->district_of[*here] == picture->district) return std::vector<Action>{};
        return std::vector<Action>{FocusDistrict{picture->district_of[*here]}};
    };
    spots.push_back(std::move(land));
}

/// Where the land on the map comes from.
std::string land_from(const MapPicture& p)
{
    if (p.shapes->empty()) return std::string(words::map::no_outlines.in(p.language));
    if (p.shapes->sources.empty()) return std::string(words::map::drawn_outlines.in(p.language));
    std::string from(words::map::outlines_from.in(p.language));
    for (const std::string& source : p.shapes->sources) from += (&source == &p.shapes->sources.front() ? "" : "; ") + source;
    return from;
}

std::vector<Spot> draw_map(Canvas& canvas, const Theme& theme, Rect area, const std::shared_ptr<const MapPicture>& picture)
{
    const MapPicture& p = *picture;
    std::vector<Spot> spots;
    const bool beside = area.width >= theme.px(620) && area.height >= theme.px(380);
    const Rect line = area.take_bottom(theme.small * 1.4);
    canvas.text({line.x, line.bottom() - theme.small * 1.1}, fitted(canvas, land_from(p), theme.small_text(), line.width), theme.small_text());
    // In a low place the short legend stands beside the map too: land has about the shape of a square.
    const bool column = !beside && area.width >= 1.6 * area.height;
    const auto strip = [&] { return brief_map_legend_height(canvas, theme, area.width, p, largest_radius(theme, p, area)); };
    const Rect legend = beside   ? area.take_left(theme.px(210))
                        : column ? area.take_left(std::min(area.width * 0.45, theme.px(300)))
                                 : area.take_bottom(strip() + theme.px(12)).inset(0, theme.px(6));
    if (beside || column) area.take_left(theme.px(14));
    const double largest = largest_radius(theme, p, area);
    canvas.box(area, theme.raised, theme.px(4));
    MapDrawing drawing{canvas, theme, p, map_fit(p, area.inset(theme.px(area.height < theme.px(low_map) ? 6 : 16))), area, largest, {}};
    drawing.place_houses();
    // With circles as large as on the map.
    if (beside) draw_map_legend(canvas, theme, legend, p, drawing.largest);
    else draw_brief_map_legend(canvas, theme, legend, p, drawing.largest);
    canvas.clip(area);
    if (p.mode == MapMode::wipe) {
        const double cut = area.width * p.wipe;
        canvas.clip({area.x, area.y, cut, area.height});
        drawing.side(MapSide::base);
        canvas.unclip();
        canvas.clip({area.x + cut, area.y, area.width - cut, area.height});
        drawing.side(MapSide::option);
        canvas.unclip();
    } else {
        drawing.side(p.mode == MapMode::difference ? MapSide::difference : MapSide::base);
    }
    drawing.labels();
    drawing.scale_bar();
    if (p.mode == MapMode::wipe) spots.push_back(drawing.handle());
    canvas.unclip();
    add_spots(spots, drawing, picture);
    return spots;
}

} // namespace

Panel map_panel(std::shared_ptr<const MapPicture> picture)
{
    Panel panel;
    panel.id = "map.land";
    panel.title = map_title(*picture);
    panel.note = map_note(*picture);
    panel.sentence = map_sentence(*picture);
    panel.table = area_table(*picture);
    panel.least_width = 360;
    panel.least_height = 300;
    panel.draw = [picture = std::move(picture)](Canvas& canvas, const Theme& theme, Rect area) { return draw_map(canvas, theme, area, picture); };
    return panel;
}

} // namespace samspil::viewer
