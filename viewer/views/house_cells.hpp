// SPDX-License-Identifier: MPL-2.0
// Cells of the table of houses.
#pragma once

#include "viewer/options/houses.hpp"
#include "viewer/views/frame.hpp"

namespace samspil::viewer {

/// One step more on the houses of the option in hand.
void take_step(Frame& frame, HouseStep step);

/// `wrong`: what the reader says about this cell.
void house_cell(Frame& frame, const HousesTable& table, const HouseRow& row, HouseColumn column, const HouseCell& cell,
                const std::vector<const Diagnostic*>& wrong);
/// Open, close, merge.
void house_menu(Frame& frame, const HousesTable& table, const HouseRow& row);

} // namespace samspil::viewer
