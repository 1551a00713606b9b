// SPDX-License-Identifier: MPL-2.0
// Who answers to whom: the organisation model as a graph (Boost.Graph), read for each centre as the unit that leads
// it and the district that shares its places; and the leader attention that follows (docs/model.md 7.17).
#pragma once

#include "engine/model/scenario.hpp"

#include <string_view>
#include <vector>

namespace samspil {

struct Structure {
    std::vector<int> leading_unit;  ///< by centre: index into leaders, -1 = nobody
    std::vector<int> sharing_group; ///< by centre: centres with the same number share places
    std::vector<int> leaders;       ///< by leading unit
};

/// The structure of one organisation model. The scenario has passed check_scenario.
Structure make_structure(const Scenario& scenario, std::string_view model);

/// Whether a house of this kind needs a leader's hours; volunteer houses are run by their association and day centres
/// by their own professional leader (assumed).
constexpr bool needs_leader(CentreKind kind) { return kind == CentreKind::lokalcenter; }

/// Hours a week that leading this many houses takes for coordination: kappa n^1.3.
double coordination_hours(const Scenario& scenario, int houses);

/// Open houses in need of a leader, by leading unit.
std::vector<int> houses_led(const Structure& structure, const Scenario& scenario, const std::vector<char>& centre_open);

/// Attention per leading unit, 0..1: min(1, (H_L n_L - coordination) / (n_c h_c) x factor of the leadership).
std::vector<double> attention_by_unit(const Structure& structure, const Scenario& scenario,
                                      const std::vector<char>& centre_open, Leadership leadership);

} // namespace samspil
