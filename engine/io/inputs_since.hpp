// SPDX-License-Identifier: MPL-2.0
// Whether the tables of a scenario are those it was begun on: a run that goes on with other numbers would mix them.
#pragma once

#include "engine/base/text.hpp"
#include "engine/io/result_file.hpp"
#include "engine/io/scenario_file.hpp"

#include <optional>
#include <vector>

namespace samspil {

/// The first table that was changed, taken away or added, to be followed by "since ...": "data/services.csv has
/// disappeared". Nothing when all are the same. Scenario files do not count: their values are frozen.
std::optional<Text> table_changed(const std::vector<InputRecord>& then, const std::vector<InputDigest>& now);
std::optional<Text> table_changed(const std::vector<InputRecord>& then, const std::vector<InputRecord>& now);

} // namespace samspil
