// SPDX-License-Identifier: MPL-2.0
// What a house is called. Tables name one that is placed by a rule in Danish, "Antaget hus 3"; all others have a name of
// their own, which is the same in both languages.
#pragma once

#include "engine/base/text.hpp"

#include <string>

namespace samspil {

/// "Lokalcenter Dalgas"; an assumed house is "Antaget hus 3" or "Assumed house 3".
std::string house_name(const std::string& name, Language language);
Text house_in_both(const std::string& name);

} // namespace samspil
