// SPDX-License-Identifier: MPL-2.0
// Tables by sex and age, where one row must answer for each age: population.csv, lifetable.csv, cohort_change.csv, net_migration.csv.
#pragma once

#include "engine/model/scenario.hpp"

namespace samspil {

/// Every age of both sexes at the start of the run; weights of neighbourhoods that add up where rows are for all of them.
void check_population(const Scenario& scenario, Diagnostics& found);

/// Every age of both sexes in every year of the life table.
void check_lifetable(const Scenario& scenario, Diagnostics& found);

/// Nobody is counted twice: beside rows by neighbourhood, those of `all` are no total of the same year, sex and age.
void check_counted_once(const Scenario& scenario, Diagnostics& found);

/// The bands of each sex cover the ages asked for, and all between their own ends, with one row each.
void check_age_bands(const Scenario& scenario, Diagnostics& found);

} // namespace samspil
