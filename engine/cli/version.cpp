// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/commands.hpp"
#include "engine/io/build_info.hpp"

#include <fmt/format.h>

namespace samspil {

Exit version_command(const Invocation&)
{
    const BuildInfo& program = build_info();
    fmt::print("samspil {} ({}, {})\n", program.version, program.commit, program.build);
    return Exit::done;
}

} // namespace samspil
