// SPDX-License-Identifier: MPL-2.0
// The numbers of the map: what fills an area, and what a house is like in one week. Differences are made replication by
// replication, option less base.
#pragma once

#include "viewer/data/library.hpp"
#include "viewer/data/places.hpp"

#include "engine/experiment/comparison.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samspil::viewer {

/// Something areas can be filled by.
struct MapMeasure {
    std::string id;           ///< as State::measure
    const Kpi* kpi = nullptr; ///< unit, good direction and words; of one offer where one is chosen and the measure has it
    bool weekly = false;      ///< of one week; else the mean of the period
    bool of_offer = false;    ///< follows the offer chosen
};
/// For a dimension of places; `offer` 0 is all. The first is weekly and there for all three.
std::vector<MapMeasure> map_measures(Dimension dimension, int offer);
/// The measure of that id, or the first.
const MapMeasure& find_measure(const std::vector<MapMeasure>& measures, const std::string& id);
/// The dimension of that id among neighbourhood, area and district; else neighbourhood.
Dimension map_dimension(const std::string& id);

/// What is compared: one result, or two.
struct MapSides {
    const Result* base = nullptr;
    const Result* option = nullptr; ///< null: levels of the base alone
};

/// Means over the replications, and their paired difference; empty where undefined or where a side is missing.
struct SideValues {
    std::optional<double> base, option;
    std::optional<KpiDifference> difference;
};
SideValues side_values(const Kpi& kpi, const std::vector<double>& base, const std::vector<double>* option);

struct AreaValues {
    MapUnit unit;
    SideValues values;
};

struct HouseValues {
    int key = 0;
    std::string name, district;
    int x_m = 0, y_m = 0;
    bool known = false;
    SideValues users; ///< participants of the week
    SideValues use;   ///< agreed over offered sessions of the week; empty where none are offered
    bool in_use() const { return users.base.value_or(0) + users.option.value_or(0) > 0 || use.base || use.option; }
};

/// What the map needs of the library for these sides.
Wishes map_wishes(const MapSides& sides, Dimension dimension, const MapMeasure& measure);
/// Whether all of it is there.
bool are_there(const Library& library, const Wishes& wishes);

std::vector<AreaValues> area_values(const Library& library, const MapSides& sides, Dimension dimension, const MapMeasure& measure,
                                    int offer, int week);
std::vector<HouseValues> house_values(const Library& library, const MapSides& sides, int offer, int week);
/// Most participants that a house has on the mean of replications, seen at some weeks of the period: the largest symbol.
double most_users(const Library& library, const Result& result, int offer);

const Kpi& week_users_kpi();
const Kpi& week_use_kpi();

} // namespace samspil::viewer
