// SPDX-License-Identifier: MPL-2.0
// Tables by sex and age, where one row must answer for each age: population.csv, cohort_change.csv, net_migration.csv.
#pragma once

#include "engine/model/scenario.hpp"

namespace samspil {

/// Nobody is counted twice: beside rows by neighbourhood, those of `all` are no total of the same year, sex and age.
void check_counted_once(const Scenario& scenario, Diagnostics& found);

/// The bands of each sex cover the ages asked for, and all between their own ends, with one row each.
void check_age_bands(const Scenario& scenario, Diagnostics& found);

} // namespace samspil
