// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/commands.hpp"
namespace samspil { Exit balance_command(const Invocation&) { return Exit::usage; } }
