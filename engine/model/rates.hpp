// SPDX-License-Identifier: MPL-2.0
// rates.csv (optional): chances of dying, of moving into a nursing home and of a worse or better level, as a table by
// level, age band and enrolment. A process with rows here leaves its smooth hazard (docs/model.md 7.1, 7.2).
#pragma once

#include "engine/base/errors.hpp"
#include "engine/model/hazards.hpp"

namespace samspil {

/// Hazard a year of a row at an age in years: -ln(1 - chance), a week's or a year's; 0 outside its band.
double hazard_at(const TabledRate& row, double age);

/// The rows of one process, cumulated; empty where it has none.
RateTable make_rate_table(const Scenario& scenario, Process process);

/// Every level that a process leaves, both enrolments and every week of age from 65 to 111 must stand in one row of a
/// process that has any. Paths are `rates`; one finding at most for a process, level and enrolment.
void check_rates(const Scenario& scenario, Diagnostics& found);

} // namespace samspil
