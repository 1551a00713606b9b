// SPDX-License-Identifier: MPL-2.0
// The table of houses in words, for paper and text twin.
#pragma once

#include "viewer/options/houses.hpp"
#include "viewer/panels/panel.hpp"

namespace samspil::viewer {

Panel houses_panel(const HousesTable& table, std::span<const std::size_t> rows, Language language);

} // namespace samspil::viewer
