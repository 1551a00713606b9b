// SPDX-License-Identifier: MPL-2.0
// Parts of check_scenario that stand in files of their own.
#pragma once

#include "engine/model/scenario.hpp"

#include <string_view>

#include <fmt/format.h>

namespace samspil {

/// A finding in both languages from one set of arguments.
template <class... Arguments>
Text say_both(std::string_view da, std::string_view en, const Arguments&... arguments)
{
    return {fmt::format(fmt::runtime(da), arguments...), fmt::format(fmt::runtime(en), arguments...)};
}

/// "possible: nord, midt": the areas of one organisation model, or of all.
Text possible_areas(const Scenario& scenario, std::string_view model = {});

/// Dates, order, targets and clashes of interventions.
void check_interventions(const Scenario& scenario, Diagnostics& found);

/// Ages and numbers of residents.csv.
void check_residents(const Scenario& scenario, Diagnostics& found);

/// Warnings of what is set and cannot do anything.
void check_effect(const Scenario& scenario, Diagnostics& found);

/// Keys and places of agreements.
void check_agreements(const Scenario& scenario, Diagnostics& found);

} // namespace samspil
