// SPDX-License-Identifier: MPL-2.0
// Which program this is: part of every result, and what `resume` holds against a manifest.
#pragma once

#include <string>

namespace samspil {

struct BuildInfo {
    std::string version; ///< "0.1.0"
    std::string commit;  ///< abbreviated, "-dirty" when the tree was changed; "unknown" outside git
    std::string build;   ///< build type and compiler
};

const BuildInfo& build_info();

/// Version and commit in one word: of two programs that differ in it, neither goes on with what the other began.
std::string this_program();

/// Now, UTC, as 2021-04-01T12:00:00Z.
std::string timestamp();

} // namespace samspil
