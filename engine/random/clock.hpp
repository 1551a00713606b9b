// SPDX-License-Identifier: MPL-2.0
// Unit clocks: the k-th event of a person and process comes when the hazard cumulated since the event before
// passes a threshold ~ Exp(1) fixed by (person, process, k). With the same luck a lower hazard therefore always
// means a later event, in every option (model.md 4.10a).
#pragma once

#include "engine/base/units.hpp"
#include "engine/random/distributions.hpp"
#include "engine/random/stream.hpp"

#include <cmath>
#include <cstdint>

namespace samspil {

/// The threshold of one event, ~ Exp(1), > 0.
inline double unit_threshold(Chance chance, Purpose purpose, std::uint64_t entity, std::uint32_t event)
{
    return exponential(uniform(chance, purpose, entity, event));
}

/// After how many whole weeks (>= 1) the event comes if each week adds `hazard`; `never` when it does not.
inline std::int32_t weeks_until_due(double remaining, double hazard)
{
    if (!(hazard > 0.0)) return never;
    const double weeks = std::ceil(remaining / hazard);
    constexpr double longest = 1e6; // weeks; beyond every run, and safe to add to a week
    if (!(weeks < longest)) return never;
    return weeks < 1.0 ? 1 : static_cast<std::int32_t>(weeks);
}

} // namespace samspil
