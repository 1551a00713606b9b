// SPDX-License-Identifier: MPL-2.0
// Fewer marks on an axis that is too short for the words of all of them.
#pragma once

#include "viewer/chart/scale.hpp"

#include <cmath>

namespace samspil::viewer {

/// Without every second tick, again until neighbours stand `least` pixels apart; zero is kept where it is one of them.
inline Ticks spaced_ticks(Ticks ticks, const Scale& scale, double least)
{
    while (ticks.values.size() > 1 && std::abs(scale.at(ticks.values[1]) - scale.at(ticks.values[0])) < least) {
        ticks.step *= 2; // what stays is a whole number of the doubled steps: zero does
        std::erase_if(ticks.values, [&](double value) { return std::abs(std::remainder(value, ticks.step)) > 0.25 * ticks.step; });
    }
    return ticks;
}

} // namespace samspil::viewer
