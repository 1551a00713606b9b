// SPDX-License-Identifier: MPL-2.0
// How different colours look, to those who see all of them and to those who do not.
#pragma once

#include "viewer/chart/canvas.hpp"

namespace samspil::viewer {

enum class Sight { full, no_red, no_green }; ///< the two common sorts of colour blindness

/// How different two opaque colours look, 0 to 100 (distance in Oklab); about 2 can just be told beside each other.
double colour_distance(Colour a, Colour b, Sight sight = Sight::full);

} // namespace samspil::viewer
