// SPDX-License-Identifier: MPL-2.0
// samspil schema: the format for editors (JSON Schema) or, with --markdown, for people; --plan of plans; with --tables the table part of
// the data guide, or a page with that part made anew.
#include "engine/io/schema.hpp"
#include "engine/cli/output.hpp"
#include "engine/io/table_guide.hpp"
#include "engine/io/whole_file.hpp"

#include <fmt/format.h>

namespace samspil {

Exit schema_command(const Invocation& call)
{
    std::vector<std::string> arguments = call.arguments;
    const bool markdown = take_flag(arguments, "--markdown");
    const bool tables = take_flag(arguments, "--tables");
    const bool plan = take_flag(arguments, "--plan");
    expect_arguments(call, arguments, 0, tables ? 1 : 0, {"--markdown", "--plan", "--tables"});
    if (plan) {
        fmt::print("{}", plan_json_schema());
        return Exit::done;
    }
    if (tables && arguments.empty()) {
        fmt::print("{}", table_guide_text());
        return Exit::done;
    }
    if (tables) {
        const std::string page = with_table_guide(read_whole_file(arguments.front()));
        if (page.empty())
            throw UsageError{{arguments.front() + " har ikke de to mærker, tabellerne står imellem",
                              arguments.front() + " lacks the two marks the tables stand between"}};
        write_whole_file(arguments.front(), page);
        return Exit::done;
    }
    fmt::print("{}", markdown ? scenario_format_page() : scenario_json_schema());
    return Exit::done;
}

} // namespace samspil
