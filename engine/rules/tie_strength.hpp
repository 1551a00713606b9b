// SPDX-License-Identifier: MPL-2.0
// Strength of ties between the looks at who meets whom (docs/model.md 7.11).
#pragma once

#include "engine/rules/people.hpp"

namespace samspil {

inline constexpr int full_tie = 1000; ///< strength in thousandths

/// Number of the last look, counted from the calendar's beginning.
inline std::uint16_t look_number(const Premises& premises, Week week)
{
    return static_cast<std::uint16_t>(premises.calendar.absolute_week(week) / people_look_weeks);
}

/// Thousandths from look to look, of a share a week.
inline int thousandths(double weekly) { return static_cast<int>(weekly * people_look_weeks * full_tie + 0.5); }

/// Of a tie that loses `down` thousandths between looks while the two do not meet.
inline int strength_now(int down, const Tie& tie, int look) { return tie.strength - down * (look - tie.met); }

} // namespace samspil
