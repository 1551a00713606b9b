// SPDX-License-Identifier: MPL-2.0
// A plan of a nation: which municipalities, of which scenario, how large. Read as strictly as a scenario.
#pragma once

#include "engine/experiment/nation.hpp"
#include "engine/io/say.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samspil {

/// More municipalities than this are refused.
inline constexpr int most_municipalities = 100'000;

struct Nation {
    Text title;
    std::vector<Municipality> municipalities; ///< in the order of the plan, copies spelled out
    std::uint32_t seed = 1;
    int replications = 10;
    int burn_in_weeks = 0, weeks = 0; ///< the same everywhere
};

/// Whether a file is meant as a plan of a nation: it has the key `municipalities` at the top. False for what cannot be read.
bool is_nation_file(const std::string& path);

/// Reads the plan and every scenario it names, once each; everything wrong is said. Nothing when there is an error.
/// Throws IoError when the plan cannot be opened.
///
///     samspil: 1
///     title: {da: ..., en: ...}           # optional
///     seed: 1                             # optional
///     replications: 10                    # optional; -n says otherwise
///     weeks: 52                           # optional, shortens the period
///     municipalities:
///       - {id: aarhus, name: Aarhus, scenario: aarhus/basis.yaml}              # as it is
///       - {id: half, scenario: aarhus/basis.yaml, scale: 0.5}                  # scaled(), scaling.hpp
///       - {id: other, scenario: aarhus/basis.yaml, copies: 97, from: 0.02, to: 1.2}   # other-01 ... other-97, spread_sizes()
std::optional<Nation> read_nation(const std::string& plan_path, Diagnostics& out);

} // namespace samspil
