// SPDX-License-Identifier: MPL-2.0
// Time, money and counts as integers. A week is the step of the model; a day is only a date in a file.
#pragma once

#include <cstdint>
#include <limits>

namespace samspil {

using Week = std::int32_t; ///< weeks since the first week of the burn-in (week 0)
using Day = std::int32_t;  ///< days since 1 January 1970
using Ore = std::int64_t;  ///< money in øre, 1/100 kr.

inline constexpr Week never = std::numeric_limits<Week>::max();
/// A week as the row of a citizen keeps it, in half the room. Periods and lives end long before its range does; a week
/// beyond it never comes, and is kept as `never`.
class StoredWeek {
public:
    static constexpr std::int16_t stored_never = std::numeric_limits<std::int16_t>::max();

    constexpr StoredWeek() = default;
    constexpr StoredWeek(Week week) // NOLINT: weeks are kept as they are given
        : kept_(static_cast<std::int16_t>(week >= stored_never ? stored_never : week < -stored_never ? -stored_never : week))
    {
    }
    constexpr operator Week() const { return kept_ == stored_never ? never : kept_; } // NOLINT: and read as they are
    constexpr std::int16_t kept() const { return kept_; } ///< in the same order as the weeks

private:
    std::int16_t kept_ = 0;
};

inline constexpr double years_per_week = 7.0 / 365.25;
inline constexpr double weeks_per_year = 365.25 / 7.0;

/// Shares and expectations that are summed across citizens are held in steps of 2^-20 (architecture, fine print).
using Fixed = std::int64_t;
inline constexpr double fixed_scale = 1048576.0;
constexpr Fixed to_fixed(double value) { return static_cast<Fixed>(value * fixed_scale + (value < 0 ? -0.5 : 0.5)); }
constexpr double from_fixed(Fixed value) { return static_cast<double>(value) / fixed_scale; }

} // namespace samspil
