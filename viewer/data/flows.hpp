// SPDX-License-Identifier: MPL-2.0
// Moves between offers in the whole municipality (results have none by house): means of the year up to a week, option
// against base.
#pragma once

#include "viewer/data/house.hpp"

namespace samspil::viewer {

struct Flow {
    Offer from{}, to{};                     ///< none: no offer
    std::vector<KpiDifference> differences; ///< by result, persons a week; of the base only its level
};

struct Flows {
    int from_week = 0, to_week = 0; ///< the weeks counted, both included
    bool read = false;              ///< the base's moves are at hand
    std::vector<Flow> flows;        ///< those that happen in some result, by from, then to
};

/// The 52 weeks up to `week`, or those there are of them.
Flows flows_at(const Library& library, Results results, int week);

} // namespace samspil::viewer
