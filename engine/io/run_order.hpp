// SPDX-License-Identifier: MPL-2.0
// In which order the results of a folder were run: the first is what the others are compared with, and a folder lists its
// files by name. The command line that a result remembers has the order.
#pragma once

#include "engine/io/result_file.hpp"

#include <string>
#include <vector>

namespace samspil {

/// Between the commands a result was made by, first the oldest: extend adds itself to what the file said.
inline constexpr std::string_view then_command = " && ";

/// Places of `scenarios` (paths) in the order in which their file names stand as words of a command line; as they are
/// where some name does not stand there.
std::vector<std::size_t> order_in_command(const std::string& command, const std::vector<std::string>& scenarios);

/// All results of a folder, in the order they were run; by name where they do not come from one command line. Empty
/// without results. Throws IoError.
std::vector<ResultFile> results_in_order(const std::string& folder);

} // namespace samspil
