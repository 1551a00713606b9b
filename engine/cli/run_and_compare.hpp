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

/// "--seed=3" as "--seed" and "3", for every option of either command that has a value.
std::vector<std::string> in_two_words(const std::vector<std::string>& arguments);

std::optional<RunAndCompare> run_and_compare(const Invocation& call);

} // namespace samspil
