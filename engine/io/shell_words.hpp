// SPDX-License-Identifier: MPL-2.0
// Words of a command that is suggested or written, as a shell takes them.
#pragma once

#include <string>

namespace samspil {

/// As it stands where it has no character that means something to a shell, else in quotes.
std::string in_shell(const std::string& word);

} // namespace samspil
