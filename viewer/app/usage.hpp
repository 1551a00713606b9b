// SPDX-License-Identifier: MPL-2.0
// A command that cannot be carried out as written: said in both languages, exit code 2.
#pragma once

#include "engine/base/text.hpp"

namespace samspil::viewer {

struct UsageError {
    Text words; ///< which word of the command, and what could stand there
};

} // namespace samspil::viewer
