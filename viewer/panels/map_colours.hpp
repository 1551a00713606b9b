// SPDX-License-Identifier: MPL-2.0
// From numbers to the colours of the map: one hue for levels, blue and orange round grey for differences.
#pragma once

#include "viewer/chart/theme.hpp"
#include "viewer/data/map.hpp"

#include "engine/io/figures.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace samspil::viewer {

enum class MapMode {
    level,      ///< the base alone
    wipe,       ///< level of the base left of the handle, of the option right of it
    difference, ///< option less base
};

/// From the least to the greatest level of both sides, and the greatest difference without its sign.
struct MapRange {
    double low = 0, high = 0, most = 0;
    std::array<bool, 4> found{}; ///< by Finding: whether some difference is that
    bool any_undetermined = false;
};
MapRange map_range(const std::vector<AreaValues>& areas, MapMode mode);

/// +1 or -1 when the difference is decided (see Finding), 0 when it is not.
int sense_of(const KpiDifference& difference);
/// Blue for better, or for more where there is no good direction; orange for the other; grey for 0.
Colour sense_colour(const Theme& theme, const Kpi& kpi, int sense);
/// Of +1 or -1: "bedre", "dårligere", or "højere"/"flere" and their opposites where there is no good direction.
Label sense_word(const Kpi& kpi, int sense);
/// The word of the sense, else what was found: "uafgjort", "uafklaret" ...; the difference is determined.
Label difference_word(const Kpi& kpi, const KpiDifference& difference);
/// Words of what is grey among these, with their marks: "≈ uafgjort, ↕ uafklaret"; empty when nothing is.
std::string grey_words(const std::array<bool, 4>& found, Language language);

Colour level_colour(const Theme& theme, const MapRange& range, std::optional<double> level);
Colour difference_colour(const Theme& theme, const Kpi& kpi, const MapRange& range, const std::optional<KpiDifference>& difference);

} // namespace samspil::viewer
