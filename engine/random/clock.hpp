// SPDX-License-Identifier: MPL-2.0
// Unit clocks: the k-th event of a person and process comes when the hazard cumulated since the event before
// passes a threshold ~ Exp(1) fixed by (person, process, k). With the same luck a lower hazard therefore always
// means a later event, in every option (model.md 4.10a).
#pragma once

#include "engine/base/elementary.hpp"
#include "engine/base/units.hpp"
#include "engine/random/distributions.hpp"
#include "engine/random/stream.hpp"

#include <cmath>
#include <cstdint>
#include <limits>

namespace samspil {

/// The threshold of one event, ~ Exp(1), > 0.
inline double unit_threshold(Chance chance, Purpose purpose, std::uint64_t entity, std::uint32_t event)
{
    return exponential(uniform(chance, purpose, entity, event));
}

/// What a clock remembers: the part of the threshold not yet used up, and which event it waits for (from 0).
struct UnitClock {
    double remaining = 0.0;
    std::int32_t event = 0;
};

/// A clock that waits for `event`.
inline UnitClock wound(Chance chance, Purpose purpose, std::uint64_t entity, std::int32_t event)
{
    return {unit_threshold(chance, purpose, entity, static_cast<std::uint32_t>(event)), event};
}

/// The threshold left after a stretch with this cumulated hazard (>= 0).
inline double spend(double remaining, double hazard) { return remaining - hazard; }

/// The event has come.
inline bool is_due(double remaining) { return remaining <= 0.0; }

/// After how many whole weeks (>= 1) the event comes if each week adds `hazard`; `never` when it does not.
inline std::int32_t weeks_until_due(double remaining, double hazard)
{
    if (!(hazard > 0.0)) return never;
    const double weeks = std::ceil(remaining / hazard);
    constexpr double longest = 1e6; // weeks; beyond every run, and safe to add to a week
    if (!(weeks < longest)) return never;
    return weeks < 1.0 ? 1 : static_cast<std::int32_t>(weeks);
}

/// The hazard cumulated over `weeks` when the first adds `hazard` and each next one `growth` times the one
/// before, given log_growth = log(growth); ageing makes hazards grow like this.
inline double cumulated_hazard(double hazard, double log_growth, std::int32_t weeks)
{
    if (log_growth == 0.0) return hazard * weeks;
    return hazard * elementary::expm1(log_growth * weeks) / elementary::expm1(log_growth);
}

/// After how many whole weeks (>= 1) the event comes under such a hazard: the inverse of `cumulated_hazard`.
inline std::int32_t weeks_until_due(double remaining, double hazard, double log_growth)
{
    if (log_growth == 0.0 || !(hazard > 0.0)) return weeks_until_due(remaining, hazard);
    const double ratio = remaining * elementary::expm1(log_growth) / hazard;
    if (!(ratio > -1.0)) return never; // a falling hazard that never adds up to the threshold
    return weeks_until_due(elementary::log1p(ratio) / log_growth, 1.0);
}

} // namespace samspil
