// SPDX-License-Identifier: MPL-2.0
// A result by group on the terminal.
#pragma once

#include "engine/io/result_file.hpp"

#include <string>

namespace samspil {

/// The dimension of `--by`; throws UsageError naming those there are.
Dimension dimension_of(const std::string& id);

/// Members by the KPIs meant for a screen; with a KPI, its mean and interval for each member.
std::string groups_screen(const ResultFile& file, Dimension dimension, const std::string& kpi, Language language);

} // namespace samspil
