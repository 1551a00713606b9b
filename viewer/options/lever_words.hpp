// SPDX-License-Identifier: MPL-2.0
// What every lever does in a sentence, where it belongs, and how its knobs move: tables.
#pragma once

#include "viewer/options/levers.hpp"

namespace samspil::viewer {

struct LeverInfo {
    InterventionType type;
    LeverGroup group;
    Label does;
    std::string_view mechanism; ///< key of mechanism_fields() without which it does nothing; empty = none alone
};

/// Every type once, in order of group.
std::span<const LeverInfo> lever_infos();

/// How values of a unit move and read.
struct UnitSlider {
    std::string_view unit;
    double low, high, step, scale;
    int decimals;
    Label words;
};
const UnitSlider& unit_slider(std::string_view unit);

/// Knobs whose unit alone does not say how far one goes.
struct KnobRange {
    InterventionType type;
    std::string_view key;
    double low, high, step;
};
/// Null where the unit's own range holds.
const KnobRange* knob_range(InterventionType type, std::string_view key);

} // namespace samspil::viewer
