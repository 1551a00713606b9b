// SPDX-License-Identifier: MPL-2.0
// samspil view: gives way to samspil-viewer, which lies beside this program.
#include "engine/cli/commands.hpp"

#include <filesystem>

#include <unistd.h>

namespace samspil {

Exit view_command(const Invocation& call)
{
    std::error_code error;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", error);
    const std::string viewer = (self.parent_path() / "samspil-viewer").string();
    if (error || !std::filesystem::exists(viewer, error))
        throw UsageError{{"samspil-viewer ligger ikke ved siden af programmet; byg den med ./setup.sh viewer",
                          "samspil-viewer does not lie beside this program; build it with ./setup.sh viewer"}};
    // --lang was taken by main; the viewer gets it back, and remembers its own where nothing was said.
    std::vector<std::string> words{viewer};
    if (call.language_said) words.insert(words.end(), {"--lang", call.language == Language::da ? "da" : "en"});
    words.insert(words.end(), call.arguments.begin(), call.arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    ::execv(viewer.c_str(), argv.data());
    throw UsageError{{viewer + " kunne ikke startes", viewer + " could not be started"}};
}

} // namespace samspil
