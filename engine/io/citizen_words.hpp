// SPDX-License-Identifier: MPL-2.0
// A difference in citizens beside the share that it is.
#pragma once

#include "engine/base/text.hpp"

#include <string>

namespace samspil {

/// "ca. 230 borgere flere", "ca. 12 borgere færre": two digits, or whole citizens; "under 1 borger" of less.
std::string citizen_words(double difference, Language language);

} // namespace samspil
