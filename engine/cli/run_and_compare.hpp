// SPDX-License-Identifier: MPL-2.0
// `samspil compare base.yaml option.yaml -o FOLDER`: one command for a question. The scenarios are run, then compared.
#pragma once

#include "engine/cli/commands.hpp"

#include <optional>

namespace samspil {

/// The two commands that a comparison of scenario files stands for; nothing when results are compared.
struct RunAndCompare {
    Invocation run, compare;
};
std::optional<RunAndCompare> run_and_compare(const Invocation& call);

} // namespace samspil
