// SPDX-License-Identifier: MPL-2.0
#include "viewer/views/views.hpp"

namespace samspil::viewer {

void difference_view(Frame&) {}

} // namespace samspil::viewer
