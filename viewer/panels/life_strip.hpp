// SPDX-License-Identifier: MPL-2.0
// One life as strips over time: function as a band of steps, offers as boxes, waits and events below.
#pragma once

#include "viewer/panels/life_scene.hpp"

namespace samspil::viewer {

/// Where one life stands on the picture.
struct LifeRows {
    Rect head, level, offers, waits, marks;
    double top() const { return level.y; }
    double bottom() const { return marks.bottom(); }
};

/// Which lanes stand below the offers; in a low place function is a thin band.
struct LifeLanes {
    bool low = false, waits = true, marks = true;
};
/// `gutter` is the width of the names of the strips. A lane that is left out has no height.
LifeRows life_rows(const Theme& theme, Rect area, double gutter, LifeLanes lanes = {});
/// Pixels that one life needs for all of its lanes, its offers' lane high enough for their names.
double height_of_all_lanes(const Theme& theme);

struct LifeDrawn {
    const LifeScene& scene;
    const Result& result;
    const Course& course;
    std::size_t number; ///< colour and marker: 0 the base
};
void draw_life(Canvas& canvas, const Theme& theme, const LifeDrawn& life, const LifeRows& rows, const Scale& x);

} // namespace samspil::viewer
