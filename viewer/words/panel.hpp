// SPDX-License-Identifier: MPL-2.0
// What stands around a panel's picture.
#pragma once

#include "engine/base/text.hpp"

namespace samspil::viewer::words {

inline constexpr Label more_note{"… mere", "… more"};
inline constexpr Label shown_option{"Vist: ", "Shown: "};

} // namespace samspil::viewer::words
