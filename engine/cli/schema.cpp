// SPDX-License-Identifier: MPL-2.0
// samspil schema: the format for editors (JSON Schema) or, with --markdown, for people.
#include "engine/io/schema.hpp"
#include "engine/cli/output.hpp"

#include <fmt/format.h>

namespace samspil {

Exit schema_command(const Invocation& call)
{
    std::vector<std::string> arguments = call.arguments;
    const bool markdown = take_flag(arguments, "--markdown");
    expect_arguments(call, arguments, 0, 0);
    fmt::print("{}", markdown ? scenario_format_page() : scenario_json_schema());
    return Exit::done;
}

} // namespace samspil
