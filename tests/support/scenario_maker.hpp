// SPDX-License-Identifier: MPL-2.0
// Valid small scenarios made from nothing but a number: towns of 1-4 neighbourhoods, 1-6 houses and 50-400 people, with
// parameters, policies, mechanisms and interventions drawn over their field tables. What a table gets, a made scenario
// gets. Every draw has the name of what it is for as its address, so that a new field moves no other draw.
#pragma once

#include "engine/model/scenario.hpp"

#include <cstdint>
#include <string>

namespace samspil::made {

/// The scenario of a number; the same on every machine. Throws when its errors cannot be mended.
Scenario scenario(std::uint32_t number);

inline constexpr const char* tables_folder = "made"; ///< where as_yaml says the tables are

/// The scenario as a file would say it.
std::string as_yaml(const Scenario& scenario);

/// The scenario as a file would say it, and the number to make it again.
std::string in_words(std::uint32_t number, const Scenario& scenario);

/// Dated changes on the first day that say what holds already, one for each house with places. The house's offers,
/// organisation and visitation are those of the start, so nothing may change.
void add_neutral_interventions(Scenario& scenario);

} // namespace samspil::made
