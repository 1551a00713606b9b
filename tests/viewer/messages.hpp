// SPDX-License-Identifier: MPL-2.0
// What was found wrong, one line each, for a test that fails.
#pragma once

#include "engine/base/errors.hpp"

#include <string>

namespace samspil::viewer {

inline std::string messages(const Diagnostics& found)
{
    std::string all;
    for (const Diagnostic& one : found.items()) all += format(one, Language::en) + "\n";
    return all;
}

} // namespace samspil::viewer
