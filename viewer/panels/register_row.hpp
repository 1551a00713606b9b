// SPDX-License-Identifier: MPL-2.0
// One row of choices or assumptions: name and evidence, then value, range and source, or what each option says.
#pragma once

#include "viewer/panels/register.hpp"

namespace samspil::viewer {

/// Of what we decide or of what is assumed.
Colour side_colour(const Theme& theme, const RegisterList& list);
std::string evidence_words(const RegisterList& list, const RegisterRow& row);

/// A value under the base or an option, with whose it is.
struct Version {
    std::size_t number = 0; ///< 0 the base
    std::string words;
};
/// The base, where it has one, and the options that differ.
std::vector<Version> versions_of(const RegisterList& list, const RegisterRow& row);

/// Drawn when there is a canvas; the height used.
double draw_register_row(Canvas* canvas, const Canvas& measure, const Theme& theme, Rect area, const RegisterList& list,
                         const RegisterRow& row);

} // namespace samspil::viewer
