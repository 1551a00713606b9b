// SPDX-License-Identifier: MPL-2.0
// Rows of the tables become the plain data of a Scenario; ids between tables are resolved here, with their place.
#pragma once

#include "engine/io/tables.hpp"
#include "engine/model/scenario.hpp"

#include <map>
#include <string>

namespace samspil {

struct TableTarget {
    Scenario& scenario;
    std::map<std::string, Origin>& origins;      ///< path -> where set
    std::map<std::string, Provenance>& evidence; ///< path -> tag and source of the row
    Diagnostics& out;
    bool neighbourhoods_known = true; ///< false when that table could not be read: dangling ids are not reported then
    bool centres_known = true;
};

/// Puts one table into the scenario. Tables come in the order of table_infos() with organisation and centres before
/// those that name them.
void take_table(const Table& table, const TableTarget& target);

} // namespace samspil
