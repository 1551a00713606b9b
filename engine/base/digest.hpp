// SPDX-License-Identifier: MPL-2.0
// SHA-256 of a text, to recognise input files and results again.
#pragma once

#include <string>
#include <string_view>

namespace samspil {

/// 64 hexadecimal digits.
std::string sha256(std::string_view text);

} // namespace samspil
