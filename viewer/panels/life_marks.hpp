// SPDX-License-Identifier: MPL-2.0
// Below the strips of a life: how long each wait was, and the events that stand as marks. Words stand where they cover
// nothing; the list of events says all of them.
#pragma once

#include "viewer/panels/life_scene.hpp"

namespace samspil::viewer {

/// Where a word stands clear of the line of the week the lives part: `left`, or right of the line.
double beside_parting(const LifeScene& scene, const Theme& theme, const Scale& x, double left, double width);

/// Beside each wait that ended with a place, in the lane `row`.
void draw_words_of_waits(Canvas& canvas, const Theme& theme, const LifeScene& scene, const Course& course, Rect row, const Scale& x);

/// On two lines where the lane is high enough for them, else on one.
void draw_marks(Canvas& canvas, const Theme& theme, const LifeScene& scene, const Course& course, Rect row, const Scale& x);

/// Whether the event stands as a mark below the strips.
bool has_mark(const LifeEvent& event);

} // namespace samspil::viewer
