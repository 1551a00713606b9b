// SPDX-License-Identifier: MPL-2.0
#include "viewer/views/views.hpp"

namespace samspil::viewer {

void volunteers_view(Frame&) {}

} // namespace samspil::viewer
