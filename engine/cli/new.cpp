// SPDX-License-Identifier: MPL-2.0
// samspil new: a folder to begin in.
#include "engine/cli/output.hpp"
#include "engine/io/shell_words.hpp"
#include "engine/io/starter.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace samspil {
namespace {

namespace fs = std::filesystem;

/// The project the program came with: at or above the program itself, else at or above the current folder.
std::optional<fs::path> shipped_project()
{
    std::error_code ignored;
    for (const fs::path& start :
         {fs::read_symlink("/proc/self/exe", ignored).parent_path(), fs::current_path(ignored)}) {
        for (fs::path at = start; !at.empty(); at = at.parent_path()) {
            for (const fs::path& root : {at, at / "share" / "samspil"}) {
                if (fs::is_directory(root / "data" / "aarhus", ignored) &&
                    fs::is_directory(root / "scenarios" / "aarhus", ignored))
                    return root;
            }
            if (at == at.parent_path()) break;
        }
    }
    return std::nullopt;
}

/// --from aarhus|blank, as two words or with "=".
std::string take_from(std::vector<std::string>& arguments)
{
    std::string from = "aarhus";
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const bool joined = arguments[i].rfind("--from=", 0) == 0;
        if (!joined && arguments[i] != "--from") continue;
        if (!joined && i + 1 == arguments.size())
            throw UsageError{{"--from aarhus eller --from blank", "--from aarhus or --from blank"}};
        from = joined ? arguments[i].substr(7) : arguments[i + 1];
        const auto first = arguments.begin() + static_cast<std::ptrdiff_t>(i);
        arguments.erase(first, first + (joined ? 1 : 2));
        break;
    }
    if (from != "aarhus" && from != "blank")
        throw UsageError{{"--from aarhus eller --from blank", "--from aarhus or --from blank"}};
    return from;
}

} // namespace

Exit new_command(const Invocation& call)
{
    std::vector<std::string> arguments = call.arguments;
    const std::string from = take_from(arguments);
    expect_arguments(call, arguments, 1, 1, {"--from"});
    const fs::path folder(arguments[0]);
    std::error_code ignored;
    if (fs::exists(folder, ignored) && !fs::is_empty(folder, ignored)) {
        throw UsageError{{folder.string() + " findes og er ikke tom; vælg en ny mappe",
                          folder.string() + " exists and is not empty; choose a new folder"}};
    }
    if (from == "blank") {
        write_blank_project(folder, call.language);
    } else {
        const auto shipped = shipped_project();
        if (!shipped)
            throw IoError(IoError::Cause::unreadable, "data/aarhus",
                          Text{"findes ikke ved eller over programmet eller den mappe du står i",
                               "not found at or above the program or the current folder"});
        copy_aarhus_project(*shipped, folder);
    }
    const std::string first = (folder / "scenarios" / (from == "blank" ? "basis.yaml" : "aarhus/basis.yaml")).string();
    fmt::print(stderr, "{} {}\n  samspil validate {}\n", folder.string(),
               call.language == Language::da ? "er klar; udfyld tabellerne i data/ (docs/data-guide.da.md), derefter:"
                                             : "is ready; fill in the tables in data/ (docs/data-guide.da.md), then:",
               in_shell(first));
    return Exit::done;
}

} // namespace samspil
