// SPDX-License-Identifier: MPL-2.0
// From values to pixels, and the round values worth marking on an axis.
#pragma once

#include "viewer/chart/canvas.hpp"

#include <vector>

namespace samspil::viewer {

/// A straight scale; `from` may be right of `to` (an upward y axis). A domain of no extent maps to the middle.
struct Scale {
    double low = 0, high = 1; ///< domain
    double from = 0, to = 1;  ///< pixels
    double at(double value) const { return high == low ? (from + to) / 2 : from + (value - low) / (high - low) * (to - from); }
    double value_at(double pixel) const { return to == from ? low : low + (pixel - from) / (to - from) * (high - low); }
};

/// Round steps (1, 2, 2.5, 5 times a power of ten) covering low..high with about `count` steps.
struct Ticks {
    std::vector<double> values;
    double step = 1;
    int decimals = 0; ///< that tell neighbours apart
};
Ticks ticks_of(double low, double high, int count);

/// The domain widened to whole steps, holding zero when asked to by the caller's low/high.
Scale widened(double low, double high, int count, double from, double to);
/// Every step of the domain that `widened` makes of the same low, high and count: its ends are ticks.
Ticks widened_ticks(double low, double high, int count);

} // namespace samspil::viewer
