// SPDX-License-Identifier: MPL-2.0
// A scenario written out whole: every value, in the order of the format.
#pragma once

#include "engine/model/scenario.hpp"

#include <map>
#include <set>
#include <string>

namespace samspil {

/// What a Scenario does not know of itself.
struct ResolvedPlaces {
    std::string data;                          ///< folder of the tables, relative to the project
    std::map<std::string, std::string> tables; ///< tables with another file name
    std::set<std::string> centre_paths;        ///< values of centres that differ from the tables by a file's word
};

std::string resolve(const Scenario& scenario, const ResolvedPlaces& places);

} // namespace samspil
