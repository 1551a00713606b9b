// SPDX-License-Identifier: MPL-2.0
// samspil validate: all errors of all files in one pass.
#include "engine/cli/output.hpp"

#include <fmt/format.h>

namespace samspil {

Exit validate_command(const Invocation& call)
{
    std::vector<std::string> files = call.arguments;
    const std::vector<Override> sets = take_overrides(files);
    expect_arguments(call, files, 1, 100000);
    const bool danish = call.language == Language::da;
    Diagnostics found;
    std::size_t good = 0, unreadable = 0;
    for (const std::string& file : files) {
        try {
            if (load_scenario(file, sets, found)) ++good;
        } catch (const IoError& error) {
            fmt::print(stderr, "samspil: {}\n", error.message(call.language));
            ++unreadable;
        }
    }
    found.sort_by_position();
    print_diagnostics(found, call.language);
    if (good == files.size()) {
        fmt::print(stderr, "{}\n",
                   danish ? fmt::format("{} {} uden fejl", good, good == 1 ? "scenarie" : "scenarier")
                          : fmt::format("{} {} without errors", good, good == 1 ? "scenario" : "scenarios"));
        return Exit::done;
    }
    if (unreadable > 0 && !found.has_errors()) {
        fmt::print(stderr, "{}\n",
                   say("{} af {} scenarier kunne ikke læses; intet er kørt", "{} of {} scenarios could not be read; nothing was run",
                       unreadable, files.size())
                       .in(call.language));
        return Exit::unreadable;
    }
    fmt::print(stderr, "{}\n",
               say("{} i {} af {} scenarier; intet er kørt", "{} in {} of {} scenarios; nothing was run",
                   count_of(found, call.language), files.size() - good, files.size())
                   .in(call.language));
    return Exit::invalid_scenario;
}

} // namespace samspil
