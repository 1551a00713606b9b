// SPDX-License-Identifier: MPL-2.0
// The map as a panel: land, borders, houses, names, the handle between base and option, legend, scale bar; its words.
#pragma once

#include "viewer/panels/map_colours.hpp"
#include "viewer/panels/map_shapes.hpp"
#include "viewer/panels/panel.hpp"

#include "engine/io/figures.hpp"

#include <memory>

namespace samspil::viewer {

struct MapPicture {
    Language language{};
    std::shared_ptr<const MapShapes> shapes;
    Dimension dimension{};
    MapMode mode{};
    MapMeasure measure;
    std::vector<AreaValues> areas;
    std::vector<int> area_of; ///< by small area: position in `areas`, or -1
    std::vector<HouseValues> houses;
    double most_users = 0;
    double wipe = 0.5;
    std::string district; ///< shown alone; empty: all
    std::string district_name;
    int centre = 0;       ///< chosen
    std::string base, option, when, offer; ///< in words
    std::vector<std::string> district_of;  ///< by small area
    std::size_t option_place = 1;          ///< of colour and marker
    std::size_t pairs = 0;
    MapRange range;
    FigureStyle style;            ///< of the differences of areas, all with the same digits
};

MapPicture map_picture(const Library& library, const State& state, const MapSides& sides, std::shared_ptr<const MapShapes> shapes);

Panel map_panel(std::shared_ptr<const MapPicture> picture);
/// The houses as a list with what the symbols say, most participants first.
Panel map_houses_panel(std::shared_ptr<const MapPicture> picture);

// Words, shared by both.
std::string area_tip(const MapPicture& picture, const AreaValues& area);
std::string house_tip(const MapPicture& picture, const HouseValues& house);
std::string map_title(const MapPicture& picture);
std::string map_note(const MapPicture& picture);
std::string map_sentence(const MapPicture& picture);
Table area_table(const MapPicture& picture);
Table house_table(const MapPicture& picture);
/// "31,2 %" of a measure; a dash when there is none.
std::string level_words(const Kpi& kpi, std::optional<double> value, Language language, bool with_unit = true);
/// A first click chooses the house, the next opens it.
std::vector<Action> house_actions(const MapPicture& picture, int key);

/// Radius in pixels of the circle of the largest house on a map of this size.
double largest_radius(const Theme& theme, const MapPicture& picture, Rect map);
/// Of a house's circle: its area stands for the participants.
double house_radius(const MapPicture& picture, double users, double largest);

/// Draws the legend into a column; `largest` is the largest radius.
void draw_map_legend(Canvas& canvas, const Theme& theme, Rect area, const MapPicture& picture, double largest);
/// The same in short words below a map that has no room beside it, in as few lines as it takes; its height.
double draw_brief_map_legend(Canvas& canvas, const Theme& theme, Rect area, const MapPicture& picture, double largest);
double brief_map_legend_height(const Canvas& canvas, const Theme& theme, double width, const MapPicture& picture, double largest);

} // namespace samspil::viewer
