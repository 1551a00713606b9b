// SPDX-License-Identifier: MPL-2.0
// The parts of the map's picture, drawn one over another: land, houses, words, scale bar, handle.
#pragma once

#include "viewer/panels/labels.hpp"
#include "viewer/panels/map_panel.hpp"

namespace samspil::viewer {

enum class MapSide { base, option, difference };

/// Metres of the shapes to pixels.
struct MapFit {
    Point origin;
    double scale = 1;
    Point at(Point metres) const { return {origin.x + metres.x * scale, origin.y + metres.y * scale}; }
    Point metres(Point pixel) const { return {(pixel.x - origin.x) / scale, (pixel.y - origin.y) / scale}; }
};
/// All of the map, or the district chosen, as large as it goes into the plot.
MapFit map_fit(const MapPicture& picture, Rect plot);

/// In the order in which they get room for their numbers: of differences what is decided before what is not, then the largest.
std::vector<const AreaValues*> areas_by_importance(const MapPicture& picture);

struct MapDrawing {
    Canvas& canvas;
    const Theme& theme;
    const MapPicture& p;
    MapFit fit;
    Rect plot;
    double largest = 0; ///< radius of the largest house
    std::vector<Point> placed{}; ///< by house, see place_houses; empty: where they are

    /// Moves houses that would cover each other apart; a line leads to where such a house is. Makes `largest` smaller where they lie too close.
    void place_houses();
    /// Land and houses of one side.
    void side(MapSide side) const;
    /// The chosen house by name, numbers of areas, then names of the largest houses, where there is room.
    void labels() const;
    /// North, and a round length of at most a quarter of the width.
    void scale_bar() const;
    /// Between base and option, with their names; the spot that is dragged.
    Spot handle() const;

    Point home_of(const HouseValues& house) const { return fit.at(p.shapes->at(house.x_m, house.y_m)); }
    Point place_of(const HouseValues& house) const { return placed.empty() ? home_of(house) : placed[static_cast<std::size_t>(&house - p.houses.data())]; }
    /// With its ring.
    double outer_radius(const HouseValues& house) const;
    /// Houses in use, by the radius of the larger side.
    std::vector<const HouseValues*> by_size() const;

private:
    bool shown(std::size_t neighbourhood) const { return p.district.empty() || p.district_of[neighbourhood] == p.district; }
    bool shown(const HouseValues& house) const { return p.district.empty() || house.district == p.district; }
    const AreaValues* area_at(std::size_t neighbourhood) const;
    Colour fill(std::size_t neighbourhood, MapSide side) const;
    std::vector<Point> on_screen(const MapLine& line, bool closed) const;
    void land(MapSide side) const;
    void house(const HouseValues& h, MapSide side) const;
    void lines_home() const;
    double ring_off() const;
    /// Beside the land, at a line to the middle of the area.
    std::optional<Rect> beside_land(LabelPlaces& places, Point middle, double width, double height) const;
    void words_over(Rect place, const std::string& words, const TextStyle& style) const;
    std::string number_of(const AreaValues& area, double x) const;
    void area_numbers(LabelPlaces& places) const;
    void house_name(LabelPlaces& places, const HouseValues& h) const;
};

} // namespace samspil::viewer
