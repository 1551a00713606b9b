// SPDX-License-Identifier: MPL-2.0
// The format of scenario files for machines (JSON Schema, read by editors) and for people (docs/scenario-format.md),
// both made from the tree of keys and the column tables.
#pragma once

#include <string>

namespace samspil {

/// A JSON Schema (draft 2020-12), English descriptions with the Danish label.
std::string scenario_json_schema();

/// The same of plans of studies (study_plan.hpp).
std::string plan_json_schema();

/// The page docs/scenario-format.md.
std::string scenario_format_page();

} // namespace samspil
