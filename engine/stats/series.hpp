// SPDX-License-Identifier: MPL-2.0
// A column over weeks with a name and a unit, as tallies, files and charts pass it on.
#pragma once

#include "engine/base/text.hpp"

#include <string>
#include <vector>

namespace samspil {

struct Series {
    std::string id;             ///< stable name, such as "attending.klub"
    std::string unit;           ///< of every value, such as "persons" or "kr."
    Label label;                ///< what a chart is headed with
    std::vector<double> values; ///< one per week from the first week of the period; NaN where undefined
};

} // namespace samspil
