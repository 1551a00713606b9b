// SPDX-License-Identifier: MPL-2.0
// The comparison on a terminal.
#pragma once

#include "engine/io/comparison_report.hpp"

#include <string>

namespace samspil {

std::string comparison_screen(const ComparisonReport& report, Language language);

} // namespace samspil
