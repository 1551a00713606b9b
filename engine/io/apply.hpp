// SPDX-License-Identifier: MPL-2.0
// What files say becomes the scenario: values over tables and defaults, goals, interventions in order of date.
#pragma once

#include "engine/io/layers.hpp"
#include "engine/io/scenario_file.hpp"

#include <string_view>

namespace samspil {

/// Tables are already in the scenario. `centres_known` is false when their table could not be read whole: unknown
/// houses are not reported then.
void apply_layers(const Layers& layers, bool centres_known, LoadedScenario& loaded, Diagnostics& out);

/// Did you mean this house, by its id or its name? Empty for a house that exists.
Text near_centre(const Scenario& scenario, std::string_view word);

/// Did you mean this pool, or all that there are.
Text near_pool(const Scenario& scenario, std::string_view word);

} // namespace samspil
