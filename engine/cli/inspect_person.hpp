// SPDX-License-Identifier: MPL-2.0
// One synthetic citizen on a terminal: the life in words, or two lives side by side with the week they part and why.
#pragma once

#include "engine/io/result_file.hpp"

#include <string>

namespace samspil {

/// Throws UsageError where the citizen is not in the sample of the result.
std::string life_screen(const ResultFile& file, const std::string& id, Language language);

/// Base and option; throws UsageError where the two cannot be paired too.
std::string two_lives_screen(const ResultFile& base, const ResultFile& option, const std::string& id, Language language);

} // namespace samspil
